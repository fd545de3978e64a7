/** Who may speak to the loopback host: the page it served itself, and nobody else on this machine or the web. */
import { timingSafeEqual } from 'node:crypto';

export interface RequestHead {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
}

/** Cookies know no ports: with its port in its name, a second program on this machine does not take the first one's. */
export const cookieName = (port: number): string => `casewright-${port}`;

/** Whether two secrets are equal, in a time that does not tell how far. */
export function sameSecret(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The name a browser must have called: stops another name that was made to point here (DNS rebinding). */
export function rightHost(head: RequestHead, port: number): boolean {
  return head.host === `127.0.0.1:${port}`;
}

/** Other pages' requests carry their own origin, or none where it is a plain GET. */
export function rightOrigin(head: RequestHead, port: number): boolean {
  const own = `http://127.0.0.1:${port}`;
  if (head.origin === undefined) return head.method === 'GET' || head.method === 'HEAD';
  return head.origin === own;
}

/** The cookie is HttpOnly and SameSite=Strict: it stops other users of this machine, who can reach the port. */
export function rightCookie(head: RequestHead, port: number, secret: string): boolean {
  const found = new RegExp(`(?:^|;\\s*)${cookieName(port)}=([\\w-]+)`).exec(head.cookie ?? '')?.[1];
  return found !== undefined && sameSecret(found, secret);
}
