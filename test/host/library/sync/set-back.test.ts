import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../../../core/library/types.ts';
import { asked } from '../../../../host/library/sync/round.ts';
import { type Computer, contentOf, differences, made, newComputer } from './clients.ts';
import { startPostgres, type TestServer } from './postgres.ts';

let server: TestServer;
let database: string;
const computers: Computer[] = [];

beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  for (const login of ['ann', 'ben', 'rita']) await server.login(login);
}, 60_000);
afterAll(async () => {
  for (const each of computers) await each.close();
  await server.stop();
});

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const admin = await server.admin();
  for (const sql of statements) await admin.query(sql);
  await admin.end();
}

async function computer(login: string): Promise<Computer> {
  const one = await newComputer(server, database, 't1', login);
  computers.push(one);
  return one;
}

const edit = (entry: string, field: string, value: unknown): Change => ({ entry, field, value });
const differ = async ({ mirror }: Computer) =>
  (await asked(mirror, 'teamConflicts', {})).map(({ field, standing, other }) => [field, standing.value, other.value]);

it('a server put back to an older backup gets what it lost, and nobody misses what came since', async () => {
  const [ann, ben, rita] = [await computer('ann'), await computer('ben'), await computer('rita')];
  const owner = await ann.open();
  await owner.createTeam({ id: 't1', name: 'Nephrology' }, 'Ann');
  await owner.appoint('t1', 'ben', 'Ben', 'editor');
  await owner.appoint('t1', 'rita', 'Rita', 'reader');
  await owner.close();
  await ann.apply(
    made('e1', 'Calciphylaxis'),
    made('e2', 'Uraemia'),
    edit('e1', 'tag.gone', true),
    edit('e2', 'item.page', '1'),
  );
  for (const each of [ann, ben, rita]) await each.sync();
  await asAdmin(`create database backup template ${database}`);

  // Lost: an entry, a field, a tag taken away, a collection with what is filed there, a conflict. Rita knows of the first ones only.
  await ann.apply(
    made('e3', 'Thiosulfate', { tags: ['new'] }),
    edit('e1', 'item.volume', '378'),
    edit('e1', 'tag.gone', null),
  );
  for (const each of [ann, rita, ben]) await each.sync();
  await ann.apply(
    edit('collection:c1', 'name', 'Skin'),
    edit('e3', 'collection.c1', true),
    edit('e2', 'item.page', '2'),
  );
  await ann.sync();
  await ben.apply(edit('e2', 'item.page', '3'), edit('e3', 'item.title', 'Thiosulphate'), edit('e2', 'trashed', true));
  await ben.sync();
  await ann.sync();
  expect(await differ(ann)).toEqual([['item.page', '2', '3']]);
  const before = await contentOf(ann.mirror);

  await asAdmin(`drop database ${database} with (force)`, `alter database backup rename to ${database}`);
  // While nobody has noticed yet, somebody goes on: revisions that were given are given again to other changes.
  const cy = await computer('ben');
  await cy.sync();
  await cy.apply(edit('e1', 'item.volume', '400'), made('e4', 'Written since'));
  await cy.sync();
  await ben.apply(edit('e1', 'item.note', 'Written on the train'));
  for (const each of [rita, ben, ann, cy, rita, ben, ann, cy]) await each.sync();

  const after = await contentOf(ann.mirror);
  for (const each of [ben, cy, rita]) expect(differences(after, await contentOf(each.mirror)), each.login).toEqual([]);
  expect(after.get('e4')).toMatchObject({ item: { title: 'Written since' } });
  expect(after.get('e1')).toMatchObject({ item: { volume: '400', note: 'Written on the train' }, tags: [] });
  for (const id of ['e2', 'e3', 'collection:c1']) expect(after.get(id), id).toEqual(before.get(id));
  for (const each of [ann, ben, cy, rita])
    expect((await differ(each)).sort(), each.login).toEqual([
      ['item.page', '2', '3'],
      ['item.volume', '400', '378'],
    ]);
  for (const each of [ann, ben, cy, rita])
    expect(await asked(each.mirror, 'teamStanding', {})).toMatchObject({ pending: 0, held: 0 });
  expect(readdirSync(join(ann.folder, 'backups')).filter(name => name.includes('replaced'))).toHaveLength(1);
  expect(existsSync(join(cy.folder, 'backups'))).toBe(false);
});
