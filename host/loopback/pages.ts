/** What the loopback host sends: the built window, byte for byte, and nothing beside it. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** No inline script or style, nothing from elsewhere. `ws:` of the same host is `'self'`. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers on everything that is sent. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=()',
};

/** Which image of which report a path names; `forScreen` one no larger than a screen shows. */
export function assetPath(
  path: string,
): { readonly document: string; readonly name: string; readonly forScreen: boolean } | null {
  const [, document, screen, name] = /^\/assets\/([\w-]+)\/(screen\/)?([0-9a-f]{64}\.(?:jpg|png))$/.exec(path) ?? [];
  return document && name ? { document, name, forScreen: screen !== undefined } : null;
}

export interface Page {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Files named by their content never change. */
  readonly lasting: boolean;
}

/** A file of the folder by its path in the address; null for anything outside it, however it is written. */
export async function pageOf(folder: string, path: string): Promise<Page | null> {
  let name: string;
  try {
    name = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const wanted = join(folder, name === '/' ? 'index.html' : name);
  const root = await realpath(folder).catch(() => null);
  const real = await realpath(wanted).catch(() => null);
  if (root === null || real === null || !real.startsWith(root + sep)) return null;
  const type = TYPES[extname(real)];
  const bytes = type === undefined ? null : await readFile(real).catch(() => null);
  return bytes && type ? { bytes, type, lasting: /-[\w-]{8,}\.\w+$/.test(real) } : null;
}

/** Shown to whoever comes without the right to: a second tab after the program ended, say. */
export const STRANGER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Casewright</title>
<p>Casewright is open in its own window. To open it here, start the program again and use the address it prints.</p>
<p lang="fr">Casewright est ouvert dans sa propre fenêtre. Pour l’ouvrir ici, relancez le programme et utilisez l’adresse qu’il affiche.</p></html>`;
