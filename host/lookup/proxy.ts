/** Which proxy leads to an address, as the environment says it: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY, in either case. */

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
