/** The window's own address: a scheme of ours, since pages of file:// may read files (Electron security tutorial, 18). */
export const SCHEME = 'app';
export const ORIGIN = 'app://casewright';

/** Whether an address is one of the window's own pages. By prefix: Node gives 'null' for the origin of an unknown scheme. */
export const isOwn = (url: string): boolean => url.startsWith(`${ORIGIN}/`);

/** The channel over which a page asks for its end of the contract, and gets it. */
export const HOST_PORT = 'host-port';
