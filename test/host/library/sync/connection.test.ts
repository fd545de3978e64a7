import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, parseConnection } from '../../../../host/library/sync/connection.ts';
import { failureOf } from '../../../../host/library/sync/problems.ts';
import { openSession } from '../../../../host/library/sync/session.ts';
import { certificateFor } from './certificate.ts';
import { startPostgres, type TestServer } from './postgres.ts';

function read(text: string): Connection {
  const parsed = parseConnection(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}
const problemOf = (text: string) => {
  const parsed = parseConnection(text);
  return parsed.ok ? null : parsed.problem;
};

describe('a connection string', () => {
  it('is read as a URI, its signs unescaped', () => {
    expect(
      read('postgresql://marie:p%40ss%3Aw%2Brd@db.hospital.example:5433/references?sslrootcert=/etc/own+ca.pem'),
    ).toEqual({
      host: 'db.hospital.example',
      port: 5433,
      database: 'references',
      login: 'marie',
      password: 'p@ss:w+rd',
      isEncrypted: true,
      authorities: '/etc/own+ca.pem',
    });
  });

  it("is read as libpq's pairs, quoted or not", () => {
    expect(read(`host=db.example user='marie curie' password='it\\'s' dbname=refs`)).toMatchObject({
      host: 'db.example',
      login: 'marie curie',
      password: "it's",
      database: 'refs',
      port: 5432,
    });
  });

  it.each([
    'postgresql://m:x@db.example/r?sslmode=disable',
    'postgresql://m:x@db.example/r?sslmode=allow',
    'postgresql://m:x@db.example/r?sslmode=no-verify',
    'host=10.0.0.5 user=m sslmode=disable',
    'host=localhost.evil.example user=m sslmode=disable',
    'host=127.evil.example user=m sslmode=disable',
  ])('that forbids verified encryption over a network is refused: %s', text => {
    expect(problemOf(text)?.code).toBe('team.unencrypted');
  });

  it.each(['', '?sslmode=prefer', '?sslmode=require', '?sslmode=verify-ca', '?sslmode=verify-full'])(
    'over a network is always encrypted: %s',
    mode => expect(read(`postgresql://m:x@db.example/r${mode}`).isEncrypted).toBe(true),
  );

  it.each([
    ['postgresql://m@127.0.0.1/r', false],
    ['postgresql://m@localhost/r', false],
    ['postgresql://m@[::1]/r', false],
    ['postgresql://m@/r?host=/var/run/postgresql', false],
    ['postgresql://m@127.0.0.1/r?sslmode=verify-full', true],
  ])('on this computer is encrypted where that is asked for: %s', (text, expected) => {
    expect(read(text).isEncrypted).toBe(expected);
  });

  it.each([
    '',
    'hello',
    'mysql://m@h/r',
    'postgresql://h/r',
    'postgresql://m@a,b/r',
    'postgresql://m@h:99999/r',
    'postgresql://m:%zz@h/r',
  ])('that is none is refused without a word of what was typed: %s', text => {
    const problem = problemOf(text);
    expect(problem?.code).toBe('team.connection');
    if (text !== '') expect(JSON.stringify(problem)).not.toContain(text);
  });
});

describe('an encrypted connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-tls-'));
  const ours = join(folder, 'ours.pem');
  const other = join(folder, 'other.pem');
  let server: TestServer;
  let database: string;

  beforeAll(async () => {
    const tls = certificateFor('127.0.0.1');
    writeFileSync(ours, tls.certificate);
    writeFileSync(other, certificateFor('127.0.0.1').certificate);
    server = await startPostgres({ tls });
    database = await server.database();
    await server.login('marie');
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const connect = (change: Partial<Connection>) =>
    openSession({ ...read(server.address('marie', database)), ...change });

  it('is made where the certificate is trusted and made out to the host', async () => {
    const session = await connect({ authorities: ours });
    expect(await session.teams()).toEqual([]);
    await session.close();
  });

  it.each([
    ['nobody vouches for', null],
    ['others vouch for', other],
  ])('is not made to a server that %s', async (_, authorities) => {
    await expect(connect({ authorities })).rejects.toMatchObject({
      failure: { kind: 'refused', problem: { code: 'team.certificate' } },
    });
  });

  it('is not made to a server with a trusted certificate for another name', async () => {
    await expect(connect({ authorities: ours, host: 'localhost' })).rejects.toMatchObject({
      failure: { problem: { code: 'team.certificate' } },
    });
  });

  it('says where the file of certificates is gone', async () => {
    await expect(connect({ authorities: join(folder, 'none.pem') })).rejects.toMatchObject({
      failure: { problem: { code: 'team.authorities' } },
    });
  });

  it('never repeats a password: not in the error, not in its words', async () => {
    const error = await connect({ authorities: ours, password: 'Secret-1234' }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ failure: { kind: 'refused', problem: { code: 'team.login' } } });
    const { message, stack } = error as Error;
    expect(JSON.stringify([error, message, stack])).not.toContain('Secret-1234');
  });
});

describe('a certificate out of its time', () => {
  it.each([
    ['has expired', -2, /expired/],
    ['is not valid yet', 2, /not valid yet/],
  ])('is told as such where it %s', async (_, later, words) => {
    const { certificate, key } = certificateFor('127.0.0.1', later);
    const folder = mkdtempSync(join(tmpdir(), 'casewright-tls-'));
    const authorities = join(folder, 'ours.pem');
    writeFileSync(authorities, certificate);
    // As PostgreSQL answers who asks for encryption.
    const server = createServer(socket => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write('S', () => {
          const secure = new TLSSocket(socket, { isServer: true, cert: certificate, key });
          secure.on('error', () => socket.destroy());
        });
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const at = read(`postgresql://marie:x@127.0.0.1:${port}/references?sslmode=verify-full`);
    await expect(openSession({ ...at, authorities })).rejects.toMatchObject({
      failure: {
        kind: 'refused',
        problem: { code: 'team.certificate-date', message: { en: expect.stringMatching(words) } },
      },
    });
    await new Promise(resolve => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a server without encryption', () => {
  it('is refused where encryption is asked for, before a password is sent', async () => {
    const server = await startPostgres();
    const plain = read(server.address('marie', 'postgres'));
    await expect(openSession({ ...plain, isEncrypted: true })).rejects.toMatchObject({
      failure: { problem: { code: 'team.no-tls' } },
    });
    await server.stop();
  });
});

describe('what failed', () => {
  it.each([
    ['ECONNREFUSED', 'lost', 'team.offline'],
    ['ENOTFOUND', 'lost', 'team.offline'],
    ['EPIPE', 'lost', 'team.offline'],
    ['57P01', 'lost', 'team.offline'],
    ['40P01', 'lost', 'team.offline'],
    ['28P01', 'refused', 'team.login'],
    ['3D000', 'refused', 'team.database'],
    ['42P01', 'refused', 'team.schema'],
    ['42501', 'role', 'team.role'],
    ['22P02', 'value', 'team.server'],
    ['CW001', 'value', 'team.owner'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'refused', 'team.certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'refused', 'team.certificate'],
    ['CERT_HAS_EXPIRED', 'refused', 'team.certificate-date'],
    ['', 'lost', 'team.offline'],
  ])('%s is "%s"', (code, kind, problem) => {
    expect(failureOf(Object.assign(new Error('x'), code === '' ? {} : { code }))).toMatchObject({
      kind,
      problem: { code: problem },
    });
  });
});
