/** Which proxy leads to an address: as the environment says it (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY, in either case), else as the system does. */

type Environment = Readonly<Record<string, string | undefined>>;

function said(environment: Environment, name: string): string {
  return (environment[name.toLowerCase()] || environment[name] || '').trim();
}

/** Whether NO_PROXY lists a host: by its name, as a domain ("hopital.fr", ".hopital.fr", "*.hopital.fr"), with a port, or "*". */
function isDirect(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  if (host === 'localhost' || host === '[::1]' || /^127\./.test(host)) return true;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some(entry => {
      if (entry === '*') return true;
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      return (only === undefined || only === port) && (host === domain || host.endsWith(`.${domain}`));
    });
}

/** The proxy for an address; null where it is reached directly. This computer itself is never asked for through a proxy. */
export function proxyFor(url: URL, environment: Environment = process.env): URL | null {
  const stated =
    said(environment, url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || said(environment, 'ALL_PROXY');
  if (stated === '' || isDirect(url, said(environment, 'NO_PROXY'))) return null;
  const address = /^[a-z][\w+.-]*:\/\//i.test(stated) ? stated : `http://${stated}`;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  // SOCKS needs a protocol of its own; going past a proxy that was asked for would be worse than saying that it fails.
  return proxy;
}

/**
 * The first way of a list as systems and proxy scripts give it ("PROXY proxy.chu.fr:3128; DIRECT"); null where it leads there directly.
 */
export function proxyOfRoutes(routes: string): URL | null {
  const [, kind = '', place = ''] = /^\s*(\w+)(?:\s+([^\s;]+))?/.exec(routes) ?? [];
  const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https', SOCKS: 'socks', SOCKS4: 'socks', SOCKS5: 'socks5' }[
    kind.toUpperCase()
  ];
  const address = `${scheme}://${place}`;
  return scheme !== undefined && place !== '' && URL.canParse(address) ? new URL(address) : null;
}

/** What a system says of the ways to an address, where the shell can ask it. */
export type SystemRoutes = (url: URL) => Promise<string>;

/** The proxy by the environment; where that says nothing of this address, by the system. */
export async function proxyOn(url: URL, environment: Environment, system?: SystemRoutes): Promise<URL | null> {
  const stated = proxyFor(url, environment);
  const isDirectHere = isDirect(url, said(environment, 'NO_PROXY'));
  if (stated !== null || isDirectHere || system === undefined) return stated;
  // A system that cannot say leads there directly, as it would have without being asked.
  return proxyOfRoutes(await system(url).catch(() => 'DIRECT'));
}
