/**
 * Where a team's database is and how it may be reached, from the connection string that an administrator hands out: a URI
 * (`postgresql://marie:…@db.hospital.example/references`) or libpq's `host=… dbname=…` (PostgreSQL documentation, 34.1.1).
 *
 * Stricter than libpq: over a network the connection is encrypted and the server's certificate and name are verified, whatever `sslmode`
 * says; a mode that would do less is refused where it forbids that. Only a loopback address or a Unix socket may be spoken to in the clear.
 */
import { isIP } from 'node:net';
import { done, failed, type Outcome } from '../../../core/outcome.ts';
import { notAConnection, notEncrypted } from './problems.ts';

/** Holds a password: never to be logged, stored in the clear or put into a message. */
export interface Connection {
  /** A folder where it is a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  /** False only on this computer itself. */
  readonly isEncrypted: boolean;
  /** A file of certificates to trust instead of the usual authorities, null for none. */
  readonly authorities: string | null;
}

/** What may be shown of a connection. */
export type ShownConnection = Pick<Connection, 'host' | 'port' | 'database' | 'login' | 'isEncrypted'>;

export const shownConnection = ({ host, port, database, login, isEncrypted }: Connection): ShownConnection => ({
  host,
  port,
  database,
  login,
  isEncrypted,
});

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;

/** Reads a connection string. The problems name what is missing, never what was typed. */
export function parseConnection(text: string): Outcome<Connection> {
  const trimmed = text.trim();
  const read = /^postgres(?:ql)?:\/\//i.test(trimmed) ? fromUri(trimmed) : fromPairs(trimmed);
  if (!read) return failed(notAConnection('form'));
  const host = read.get('host') ?? '';
  const login = read.get('user') ?? '';
  const port = Number(read.get('port') || 5432);
  const mode = read.get('sslmode') || 'prefer';
  const authorities = read.get('sslrootcert') ?? '';
  if (host === '' || host.includes(',')) return failed(notAConnection('host'));
  if (login === '') return failed(notAConnection('login'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return failed(notAConnection('form'));
  if (!(MODES as readonly string[]).includes(mode)) return failed(notAConnection('form'));
  const isLocal = isOnThisComputer(host);
  if (!isLocal && (mode === 'disable' || mode === 'allow' || mode === 'no-verify')) return failed(notEncrypted());
  const isWanted = mode === 'require' || mode === 'verify-ca' || mode === 'verify-full';
  return done({
    host,
    port,
    database: read.get('dbname') || login,
    login,
    password: read.get('password') ?? '',
    isEncrypted: !host.startsWith('/') && (!isLocal || isWanted),
    authorities: authorities === '' || authorities === 'system' ? null : authorities,
  });
}

function isOnThisComputer(host: string): boolean {
  if (host.startsWith('/') || host.toLowerCase() === 'localhost') return true;
  return (isIP(host) === 4 && host.startsWith('127.')) || (isIP(host) === 6 && /^(?:0*:)*:?0*1$/.test(host));
}

function fromUri(text: string): Map<string, string> | null {
  // The URL parser knows no empty host with a login in front of it; libpq does.
  const match =
    /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?(?:\/([^?#]*))?(?:\?([^#]*))?$/i.exec(text);
  if (!match) return null;
  const [, user = '', host = '', port = '', database = '', query = ''] = match;
  const [login = '', ...password] = user.split(':');
  try {
    const read = new Map<string, string>([
      ['host', decodeURIComponent(host).replace(/^\[|\]$/g, '')],
      ['port', port],
      ['user', decodeURIComponent(login)],
      ['password', decodeURIComponent(password.join(':'))],
      ['dbname', decodeURIComponent(database)],
    ]);
    for (const [name, value] of new URLSearchParams(query.replaceAll('+', '%2B'))) read.set(name, value);
    return read;
  } catch {
    // A per cent sign that escapes nothing.
    return null;
  }
}

function fromPairs(text: string): Map<string, string> | null {
  const read = new Map<string, string>();
  const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/gy;
  let at = 0;
  while (at < text.length) {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (!match) return null;
    read.set(match[1] as string, (match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));
    at = pair.lastIndex;
  }
  return read.size === 0 ? null : read;
}
