import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectedTeam } from '../../core/contract/team.ts';
import type { BulkEdit } from '../../core/library/bulk.ts';
import type { LibraryPage } from '../../core/library/types.ts';
import type { Outcome } from '../../core/outcome.ts';
import { blankReport } from '../../core/report/blank.ts';
import { noSecrets, type SecretStore } from '../../host/secrets/types.ts';
import { createTeamServices, type TeamServices } from '../../host/services/team.ts';
import { made } from './library/sync/clients.ts';
import { startPostgres, type TestServer } from './library/sync/postgres.ts';

let server: TestServer;
let database: string;
const open: TeamServices[] = [];
const folders: string[] = [];
const signal = new AbortController().signal;

beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  for (const login of ['ann', 'ben']) await server.login(login);
}, 60_000);
afterEach(async () => {
  for (const services of open.splice(0)) await services.close();
});
afterAll(async () => {
  await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function inMemory(): SecretStore {
  const kept = new Map<string, string>();
  return {
    get: async name => kept.get(name) ?? null,
    set: async (name, secret) => kept.set(name, secret).has(name),
    remove: async name => void kept.delete(name),
  };
}

function services(secrets: SecretStore = inMemory(), folder = mkdtempSync(join(tmpdir(), 'casewright-teams-'))) {
  folders.push(folder);
  const started = createTeamServices({
    folder,
    secrets,
    worker: null,
    report: error => {
      throw error;
    },
  });
  open.push(started);
  return { ...started, folder };
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/** The first status of a kind. */
async function status(
  { handlers }: TeamServices,
  is: (teams: readonly ConnectedTeam[]) => boolean,
): Promise<readonly ConnectedTeam[]> {
  const ending = new AbortController();
  for await (const teams of handlers['team.status']({}, ending.signal)) if (is(teams)) return teams;
  throw new Error('ended');
}
const isCurrent = ([first]: readonly ConnectedTeam[]) =>
  first?.status.state === 'current' && first.status.pending === 0;

async function found({ handlers }: TeamServices, team: string, text: string): Promise<readonly string[]> {
  const input = { query: { text }, offset: 0, limit: 10 };
  const page = (await handlers['team.library'](
    { team, method: 'library.list', input },
    signal,
  )) as Outcome<LibraryPage>;
  return value(page).rows.map(({ id }) => id);
}

async function teamOf(ann: TeamServices, name: string): Promise<string> {
  const connection = server.address('ann', database);
  const connected = value(
    await ann.handlers['team.connect']({ connection, create: { name, ownName: 'Ann Lee' } }, signal),
  );
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  return connected.team;
}

describe('a team', () => {
  it('is searched while its key store waits to be unlocked, and is in step once it is; a damaged list loses no mirror', async () => {
    const first = services();
    const team = await teamOf(first, 'Nephrology');
    const input = { changes: [made('e1', 'Calciphylaxis')], label: 'edit' };
    await first.handlers['team.library']({ team, method: 'library.apply', input }, signal);
    await status(first, isCurrent);
    await first.close();
    let unlock = (_: string) => {};
    const locked = { ...noSecrets, get: () => new Promise<string>(resolve => (unlock = resolve)) };
    const second = services(locked, first.folder);
    expect(await found(second, team, 'calci')).toEqual(['e1']);
    const [waiting] = await status(second, () => true);
    expect(waiting).toMatchObject({ isKept: false, status: { state: 'connecting', problem: null } });
    unlock(server.address('ann', database));
    await status(second, teams => isCurrent(teams) && teams[0]?.isKept === true);
    await second.close();
    writeFileSync(join(first.folder, 'teams.json'), '[{"id":');
    const third = services(noSecrets, first.folder);
    expect(await found(third, team, 'calci')).toEqual(['e1']);
    const connection = server.address('ann', database);
    expect(await third.handlers['team.connect']({ connection, team }, signal)).toMatchObject({ ok: true });
    const [again] = await status(third, isCurrent);
    expect(again).toMatchObject({ id: team, name: 'Nephrology', login: 'ann' });
  });

  it('is made, others are taken in, and its library is searched and changed like the own one', async () => {
    const [ann, ben] = [services(), services()];
    const team = await teamOf(ann, 'Nephrology');
    const taken = await ann.handlers['team.setRole']({ team, login: 'ben', name: 'Ben Roux', role: 'editor' }, signal);
    expect(taken).toEqual({ ok: true, value: null });
    const input = { changes: [made('e1', 'Calciphylaxis')], label: 'edit' };
    expect(await ann.handlers['team.library']({ team, method: 'library.apply', input }, signal)).toMatchObject({
      ok: true,
    });
    const connected = value(
      await ben.handlers['team.connect']({ connection: server.address('ben', database) }, signal),
    );
    expect(connected).toEqual({ kind: 'connected', team });
    const [shown] = await status(ben, teams => isCurrent(teams) && teams[0]?.role === 'editor');
    expect(shown).toMatchObject({ name: 'Nephrology', login: 'ben', isKept: true, role: 'editor', host: '127.0.0.1' });
    while ((await found(ben, team, 'calci')).length === 0) await new Promise(resolve => setTimeout(resolve, 50));
    expect(value(await ben.handlers['team.members']({ team }, signal))).toEqual([
      { login: 'ann', name: 'Ann Lee', role: 'owner' },
      { login: 'ben', name: 'Ben Roux', role: 'editor' },
    ]);

    const refused = await ben.handlers['team.setRole']({ team, login: 'ben', name: 'Ben Roux', role: 'owner' }, signal);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'team.role' } });
    const unknown = await ann.handlers['team.setRole'](
      { team, login: 'nobody-here', name: 'X', role: 'reader' },
      signal,
    );
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'team.no-login' } });
    const last = await ann.handlers['team.setRole']({ team, login: 'ann', name: 'Ann Lee', role: 'editor' }, signal);
    expect(last).toMatchObject({ ok: false, problem: { code: 'team.owner' } });

    value(await ann.handlers['team.setRole']({ team, login: 'ben', name: 'Ben Roux', role: 'reader' }, signal));
    await status(ben, ([first]) => first?.role === 'reader');
    const change = { changes: [{ entry: 'e1', field: 'item.volume', value: '1' }], label: 'edit' };
    expect(await ben.handlers['team.library']({ team, method: 'library.apply', input: change }, signal)).toMatchObject({
      ok: false,
      problem: { code: 'team.reader' },
    });
    const inAll = async (edit: BulkEdit) => {
      const input = { ids: ['e1'], edit, label: 'edit' };
      const events: unknown[] = [];
      for await (const event of ben.handlers['team.libraryStream']({ team, method: 'library.edit', input }, signal))
        events.push(event);
      return events.at(-1);
    };
    expect(await inAll({ kind: 'variable', variable: 'language', text: 'fr', where: 'all' })).toMatchObject({
      kind: 'failed',
      problem: { code: 'team.reader' },
    });
    expect(await inAll({ kind: 'field', field: 'read', value: true })).toMatchObject({ kind: 'done', entries: 1 });
    const star = { changes: [{ entry: 'e1', field: 'starred', value: true }], label: 'edit' };
    expect(await ben.handlers['team.library']({ team, method: 'library.apply', input: star }, signal)).toMatchObject({
      ok: true,
    });
  });

  it('hears which report cites an entry, by its id and without its path', async () => {
    const ann = services();
    const team = await teamOf(ann, 'Citing');
    const input = { changes: [made('e7', 'Calciphylaxis')], label: 'edit' };
    await ann.handlers['team.library']({ team, method: 'library.apply', input }, signal);
    const report = blankReport({ id: 'r7', language: 'en', template: 'plain', abstracts: [] });
    const item = { id: 'x', type: 'article-journal', title: 'Calciphylaxis' };
    const citing = { ...report, references: [{ id: 'x', item, library: { entry: 'e7', revision: 1 } }] };
    await ann.noteCiting(citing, '/home/ann/Martin.casereport');
    const admin = await server.admin(database);
    const sql = `select value from casewright.fields where team = $1 and field = 'cited.r7'`;
    const cited = async () => (await admin.query(sql, [team])).rows;
    while ((await cited()).length === 0) await new Promise(resolve => setTimeout(resolve, 50));
    expect(await cited()).toEqual([{ value: '{"report":"r7"}' }]);
    await admin.end();
  });

  it('that is not connected yet is not said to be on this computer', async () => {
    const refused = async (connection: string) => {
      const answer = await services().handlers['team.connect']({ connection }, signal);
      return answer.ok ? null : answer.problem;
    };
    expect(await refused('postgresql://ann:x@127.0.0.1:9/refs')).toMatchObject({
      code: 'team.unreachable',
      hint: { en: expect.stringContaining('ECONNREFUSED') },
    });
    const wrong = await refused(server.address('ann', database).replace('only-for-tests', 'another'));
    expect(wrong?.hint.fr).not.toContain('Tout est sur cet ordinateur');
    expect(wrong?.hint.fr).toContain('Rien n’a été modifié.');
  });

  it('is chosen where a login has several', async () => {
    const ann = services();
    const [one, two] = [await teamOf(ann, 'One'), await teamOf(ann, 'Two')];
    const asked = value(
      await services().handlers['team.connect']({ connection: server.address('ann', database) }, signal),
    );
    expect(asked).toMatchObject({ kind: 'choose', login: 'ann' });
    expect(asked.kind === 'choose' && asked.teams).toEqual(
      expect.arrayContaining([
        { id: one, name: 'One' },
        { id: two, name: 'Two' },
      ]),
    );
  });

  it('stays connected over a restart by the key store; nothing secret is in a file', async () => {
    const secrets = inMemory();
    const first = services(secrets);
    const team = await teamOf(first, 'Kept');
    await status(first, isCurrent);
    await first.close();
    const again = services(secrets, first.folder);
    const [shown] = await status(again, isCurrent);
    expect(shown).toMatchObject({ id: team, isKept: true });
    const files = readdirSync(first.folder, { recursive: true, encoding: 'utf8' }).map(name =>
      join(first.folder, name),
    );
    for (const file of files.filter(path => statSync(path).isFile()))
      expect(readFileSync(file).includes('only-for-tests'), file).toBe(false);
  });

  it('without a key store works until the program ends, and is asked for again then; its library opens all the same', async () => {
    const first = services(noSecrets);
    const team = await teamOf(first, 'Asked for');
    const input = { changes: [made('e1', 'Calciphylaxis')], label: 'edit' };
    await first.handlers['team.library']({ team, method: 'library.apply', input }, signal);
    expect((await status(first, isCurrent))[0]).toMatchObject({ isKept: false });
    await first.close();
    const again = services(noSecrets, first.folder);
    const [shown] = await status(again, ([first]) => first?.status.state === 'refused');
    expect(shown?.status).toMatchObject({ state: 'refused', problem: { code: 'team.ask-again' } });
    expect(await found(again, team, 'calci')).toEqual(['e1']);
    value(await again.handlers['team.connect']({ connection: server.address('ann', database), team }, signal));
    await status(again, isCurrent);
  });

  it('that is disconnected keeps its folder, with what was not sent', async () => {
    const ann = services();
    const team = await teamOf(ann, 'Left');
    await status(ann, isCurrent);
    value(await ann.handlers['team.disconnect']({ team }, signal));
    expect(await status(ann, () => true)).toEqual([]);
    expect(readdirSync(join(ann.folder, team))).toContain('library.db');
    expect(await ann.handlers['team.members']({ team }, signal)).toMatchObject({
      ok: false,
      problem: { code: 'team.unknown' },
    });
  });
});
