import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../../core/library/sync/types.ts';
import { type Change, type LinkedEntry, SORT_KEYS } from '../../../../core/library/types.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { failureOf } from '../../../../host/library/sync/problems.ts';
import { asked, syncRound } from '../../../../host/library/sync/round.ts';
import { SessionError } from '../../../../host/library/sync/session.ts';
import { pauseBefore, RHYTHM, type Rhythm, startSyncing } from '../../../../host/library/sync/syncing.ts';
import { behind } from '../../../../renderer/library/case/behind.ts';
import { takenChange, taking } from '../../../../renderer/library/case/taking.ts';
import { type Computer, contentOf, differences, made, newComputer } from './clients.ts';
import { startPostgres, type TestServer } from './postgres.ts';

let server: TestServer;
let database: string;
/** One of its own for each test. */
let team = '';
let teams = 0;
const computers: Computer[] = [];
let ann: Computer;
let ben: Computer;

/** As RHYTHM, without the waiting. */
const quick: Rhythm = {
  live: 5000,
  polling: 50,
  firstPause: 20,
  longestPause: 200,
  refused: 200,
  gathering: 5,
  hearing: 5,
};

beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  for (const login of ['ann', 'ben', 'rita']) await server.login(login);
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  team = `nephrology-${++teams}`;
  ann = await computer('ann');
  ben = await computer('ben');
  const session = await ann.open();
  await session.createTeam({ id: team, name: 'Nephrology' }, 'Ann Lee');
  await session.appoint(team, 'ben', 'Ben Roux', 'editor');
  await session.close();
});
afterEach(async () => {
  for (const each of computers.splice(0)) await each.close();
});

async function computer(login: string): Promise<Computer> {
  const made = await newComputer(server, database, team, login);
  computers.push(made);
  return made;
}

const conflictsOf = ({ mirror }: Computer) => asked(mirror, 'teamConflicts', {});
const standingOf = ({ mirror }: Computer) => asked(mirror, 'teamStanding', {});
async function expectSame() {
  expect(differences(await contentOf(ann.mirror), await contentOf(ben.mirror))).toEqual([]);
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await what()) return;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(`never came: ${what}`);
}

describe('what a team shares', () => {
  it('an entry arrives with its item, kept fields, tags, collections and notes, and with who made it', async () => {
    await ann.apply(
      { entry: 'collection:c1', field: 'name', value: 'Calciphylaxis' },
      { entry: 'collection:c2', field: 'name', value: 'Reviews' },
      { entry: 'collection:c2', field: 'parent', value: 'c1' },
      made('e1', 'Calciphylaxis', {
        key: 'nigwekar2018',
        kept: { 'bibtex:annote': 'x' },
        tags: ['dialysis'],
        collections: ['c2'],
        notes: [{ id: 'n1', text: 'Read again' }],
      }),
    );
    await ann.sync();
    await ben.sync();
    const entry = await ben.entry('e1');
    expect(entry).toMatchObject({
      key: 'nigwekar2018',
      kept: { 'bibtex:annote': 'x' },
      tags: ['dialysis'],
      collections: ['c2'],
      notes: [{ id: 'n1', text: 'Read again' }],
      created: { by: 'Ann Lee' },
    });
    expect(entry.item.title).toBe('Calciphylaxis');
    await expectSame();
  });

  it('whether somebody read or starred it stays with them; of files and citing reports no path goes out', async () => {
    const file = {
      id: 'f1',
      name: 'nigwekar.pdf',
      path: '/home/ann/Patients/Martin/nigwekar.pdf',
      size: 9,
      hash: 'a'.repeat(64),
      seen: 5,
    };
    await ann.apply(
      made('e1', 'Calciphylaxis'),
      { entry: 'e1', field: 'read', value: true },
      { entry: 'e1', field: 'starred', value: true },
      { entry: 'e1', field: 'file.f1', value: file },
      { entry: 'e1', field: 'cited.r1', value: { report: 'r1', path: '/home/ann/Martin.casereport' } },
    );
    await ann.sync();
    await ben.sync();
    expect(await ben.entry('e1')).toMatchObject({
      read: false,
      starred: false,
      files: [{ id: 'f1', name: 'nigwekar.pdf', path: '', size: 9, hash: 'a'.repeat(64) }],
      cited: [{ report: 'r1', path: null }],
    });
    const admin = await server.admin(database);
    const { rows } = await admin.query(`select string_agg(value, ' ') as all from casewright.changes where team = $1`, [
      team,
    ]);
    await admin.end();
    expect(rows[0].all).toContain('nigwekar.pdf');
    expect(rows[0].all).not.toContain('Martin');
    await ben.apply({ entry: 'e1', field: 'file.f1', value: { ...file, path: '/home/ben/nigwekar.pdf' } });
    await ben.sync();
    await ann.sync();
    expect((await ann.entry('e1')).files).toEqual([file]);
  });

  it('the trash is shared, and nothing leaves it but by being taken out', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await ben.sync();
    await ben.apply({ entry: 'e1', field: 'trashed', value: true });
    await ben.sync();
    await ann.sync();
    expect((await ann.entry('e1')).trashed).toBe(true);
    await ann.apply({ entry: 'e1', field: 'trashed', value: false });
    await ann.sync();
    await ben.sync();
    expect((await ben.entry('e1')).trashed).toBe(false);
  });

  it('undoing is a change as any other', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'));
    const change = { entry: 'e1', field: 'item.title', value: 'Wrong' };
    const applied = await ann.mirror.ask('apply', { changes: [change], label: 'edit', by: 'ann' });
    await ann.sync();
    const batches = [applied.ok ? (applied.value.batch as number) : 0];
    for await (const event of ann.mirror.stream('undo', { batches, by: 'ann' }, new AbortController().signal))
      expect(event.kind).not.toBe('failed');
    await ann.sync();
    await ben.sync();
    expect((await ben.entry('e1')).item.title).toBe('Calciphylaxis');
  });
});

describe('after days offline', () => {
  beforeEach(async () => {
    await ann.apply(made('e1', 'Calciphylaxis', { key: 'smith2020' }));
    await ann.sync();
    await ben.sync();
  });

  it('a copy in a report is behind once a colleague changed its entry, and takes the change on request', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'), made('e2', 'Another'));
    await ann.sync();
    await ben.sync();
    const taken = taking([], [await ann.entry('e1'), await ann.entry('e2')]);
    const copies = taken.ops.flatMap(op => (op.set === 'reference' && op.value ? [op.value] : []));
    const behindAt = async ({ mirror }: Computer, references: readonly Reference[]) => {
      const links = references.flatMap(({ library }) => (library ? [library] : []));
      const answer = await mirror.ask('compare', { links });
      return behind(references, answer.ok ? answer.value : []);
    };
    expect([...(await behindAt(ann, copies)).keys()]).toEqual([]);
    await ben.apply(
      { entry: 'e1', field: 'item.volume', value: '12' },
      { entry: 'e2', field: 'tag.skin', value: true },
    );
    await ben.sync();
    await ann.sync();
    // A tag is not printed. The report on the colleague's computer says the same, whatever the numbers of revisions there.
    for (const computer of [ann, ben]) {
      const { revision } = await computer.entry('e1');
      for (const number of [revision, revision + 1]) {
        const linked = copies.map(copy => ({
          ...copy,
          library: { entry: copy.library?.entry ?? '', revision: number },
        }));
        const now = await behindAt(computer, linked);
        expect([...now.values()].map(({ entry, now }) => [entry, now.item.volume])).toEqual([['e1', '12']]);
      }
    }
    const [copy] = copies as [Reference];
    const change = takenChange(copy, (await behindAt(ann, copies)).get(copy.id) as LinkedEntry);
    expect(change).toMatchObject({ set: 'reference', value: { id: copy.id, item: { volume: '12' } } });
    if (change.set === 'reference' && change.value)
      expect([...(await behindAt(ann, [change.value])).keys()]).toEqual([]);
  });

  it('different fields of one entry both win', async () => {
    for (let day = 1; day <= 3; day++) {
      await ann.apply({ entry: 'e1', field: 'item.volume', value: String(day) });
      await ben.apply(
        { entry: 'e1', field: 'item.issue', value: String(day) },
        { entry: 'e1', field: `tag.day ${day}`, value: true },
      );
    }
    await ann.apply(made('e2', 'By Ann'));
    await ben.apply(made('e3', 'By Ben'));
    for (const each of [ann, ben, ann]) await each.sync();
    const entry = await ann.entry('e1');
    expect([entry.item.volume, entry.item.issue, entry.tags.length]).toEqual(['3', '3', 3]);
    expect(await conflictsOf(ann)).toEqual([]);
    await expectSame();
    expect((await contentOf(ann.mirror)).size).toBe(3);
  });

  it('the same field shows both values on both sides, and loses neither', async () => {
    await ann.apply({ entry: 'e1', field: 'item.title', value: 'Calciphylaxis in dialysis' });
    await ben.apply({ entry: 'e1', field: 'item.title', value: 'Calciphylaxie' });
    for (const each of [ann, ben, ann]) await each.sync();
    await expectSame();
    for (const each of [ann, ben])
      expect(await conflictsOf(each)).toMatchObject([
        {
          entry: 'e1',
          field: 'item.title',
          title: 'Calciphylaxis in dialysis',
          standing: { value: 'Calciphylaxis in dialysis', by: 'Ann Lee' },
          other: { value: 'Calciphylaxie', by: 'Ben Roux' },
          now: 'Calciphylaxis in dialysis',
        },
      ]);
    const [conflict] = await conflictsOf(ann);
    await asked(ann.mirror, 'teamSettle', { id: conflict?.id ?? '', choice: 'other', by: 'ann' });
    for (const each of [ann, ben]) await each.sync();
    expect((await ben.entry('e1')).item.title).toBe('Calciphylaxie');
    expect([...(await conflictsOf(ann)), ...(await conflictsOf(ben))]).toEqual([]);
    expect(await standingOf(ann)).toMatchObject({ pending: 0, conflicts: 0 });
    await expectSame();
  });

  it('the same value on both sides is no conflict', async () => {
    for (const each of [ann, ben]) await each.apply({ entry: 'e1', field: 'item.volume', value: '378' });
    for (const each of [ann, ben, ann]) await each.sync();
    expect(await conflictsOf(ben)).toEqual([]);
    await expectSame();
  });

  it('what an author goes on writing after a conflict is one conflict, with their last value', async () => {
    await ann.apply({ entry: 'e1', field: 'item.volume', value: '1' });
    await ann.sync();
    await ben.apply({ entry: 'e1', field: 'item.volume', value: '2' });
    // Sent, but the answer has not come when Ben writes again.
    await asked(ben.mirror, 'teamOutgoing', { most: 100, letters: 1e6 });
    await ben.apply({ entry: 'e1', field: 'item.volume', value: '3' });
    await ben.sync();
    await ann.sync();
    expect((await conflictsOf(ann)).map(({ standing, other }) => [standing.value, other.value])).toEqual([['1', '3']]);
    await expectSame();
  });

  it('what somebody wrote at two computers is two values beside the one that stands', async () => {
    const home = await computer('ann');
    await home.sync();
    await ben.apply({ entry: 'e1', field: 'item.volume', value: '1' });
    await ben.sync();
    await ann.apply({ entry: 'e1', field: 'item.volume', value: '2' });
    await home.apply(
      { entry: 'e1', field: 'item.volume', value: '3' },
      { entry: 'e1', field: 'item.issue', value: '9' },
    );
    for (const each of [ann, home, ben, ann]) await each.sync();
    expect((await conflictsOf(ben)).map(({ standing, other }) => [standing.value, other.value]).sort()).toEqual([
      ['1', '2'],
      ['1', '3'],
    ]);
    await expectSame();
  });

  it('one citation key for two works becomes two, the same on every side', async () => {
    await ann.apply(made('e2', 'One', { key: 'lee2021' }));
    await ben.apply(made('e3', 'Two', { key: 'lee2021' }));
    for (const each of [ann, ben, ann]) await each.sync();
    expect([(await ann.entry('e2')).key, (await ann.entry('e3')).key]).toEqual(['lee2021', 'lee2021a']);
    await expectSame();
  });

  it('collections put into each other on two sides make no circle', async () => {
    await ann.apply(
      { entry: 'collection:c1', field: 'name', value: 'A' },
      { entry: 'collection:c2', field: 'name', value: 'B' },
    );
    for (const each of [ann, ben]) await each.sync();
    await ann.apply({ entry: 'collection:c1', field: 'parent', value: 'c2' });
    await ben.apply({ entry: 'collection:c2', field: 'parent', value: 'c1' });
    for (const each of [ann, ben, ann]) await each.sync();
    const content = await contentOf(ben.mirror);
    expect([content.get('collection:c1'), content.get('collection:c2')]).toMatchObject([
      { parent: 'c2' },
      { parent: null },
    ]);
    expect(await conflictsOf(ann)).toHaveLength(1);
    await expectSame();
  });
});

describe('one thing done by one, another by another, both offline', () => {
  const both = async (one: readonly Change[], other: readonly Change[]) => {
    await ann.apply(...one);
    await ben.apply(...other);
    for (const each of [ann, ben, ann]) await each.sync();
    await expectSame();
  };
  beforeEach(async () => {
    await ann.apply(made('e1', 'Calciphylaxis', { tags: ['old'] }), made('e2', 'Calciphylaxis, again'), {
      entry: 'collection:c1',
      field: 'name',
      value: 'Skin',
    });
    await ann.sync();
    await ben.sync();
  });

  it('an entry that one puts into the trash and another edits is in the trash with the edit', async () => {
    await both([{ entry: 'e1', field: 'trashed', value: true }], [{ entry: 'e1', field: 'item.volume', value: '7' }]);
    expect(await ann.entry('e1')).toMatchObject({ trashed: true, item: { volume: '7' } });
    expect(await conflictsOf(ann)).toEqual([]);
  });

  it('an entry that one merges and another edits: the edit stays, and follows to the one that stands; what it would cost is asked', async () => {
    const merge = (stays: string, goes: string) => ann.mirror.ask('merge', { stays, goes, chosen: [], by: 'ann' });
    const edit = (field: string, value: unknown, entry = 'e2'): Change => ({ entry, field, value });
    await ann.apply(
      edit('item.issue', '3'),
      edit('item.page', '1', 'e1'),
      edit('item.page', '9'),
      edit('note.n1', 'Read'),
      made('e3', 'Calciphylaxis, once more'),
    );
    await ann.sync();
    await ben.sync();
    // Seen by whoever merges, who leaves the pages of the one that stays.
    await ben.apply(edit('item.page', '10'));
    await ben.sync();
    await ann.sync();
    expect((await merge('e1', 'e2')).ok).toBe(true);
    await both(
      [],
      [
        edit('item.volume', '7'),
        edit('item.issue', '4'),
        edit('item.title', 'Calciphylaxis, revisited'),
        edit('note.n1', 'Read twice'),
        edit('tag.skin', true),
        edit('key', 'mine'),
        edit('starred', true),
      ],
    );
    expect(await ben.entry('e2')).toMatchObject({ mergedInto: 'e1', tags: ['skin'], item: { volume: '7' } });
    const followed = {
      item: { title: 'Calciphylaxis', volume: '7', issue: '4', page: '1' },
      tags: ['old', 'skin'],
      notes: [{ id: 'n1', text: 'Read twice' }],
    };
    expect(await ann.entry('e1')).toMatchObject({ ...followed, starred: false });
    expect(await ben.entry('e1')).toMatchObject({ ...followed, starred: true });
    expect((await ann.entry('e1')).aliases).toContain('mine');
    for (const each of [ann, ben])
      expect(await conflictsOf(each)).toMatchObject([
        { entry: 'e1', field: 'item.title', now: 'Calciphylaxis', other: { value: 'Calciphylaxis, revisited' } },
      ]);
    // Merged on while the other wrote: it goes to the last of them, and once.
    await merge('e3', 'e1');
    await both([], [edit('item.publisher', 'Dial', 'e1')]);
    expect((await ann.entry('e3')).item).toMatchObject({ publisher: 'Dial', volume: '7' });
    await both([edit('item.publisher', null, 'e3')], []);
    await both([], []);
    expect((await ben.entry('e3')).item.publisher).toBeUndefined();
    expect(await standingOf(ben)).toMatchObject({ pending: 0, held: 0 });
  });

  it('entries that people merge into each other leave one that stands, with what each had done to the other', async () => {
    const cy = await computer('rita');
    const owner = await ann.open();
    await owner.appoint(team, 'rita', 'Rita', 'editor');
    await owner.close();
    const all = [ann, ben, cy];
    const merged = async ({ mirror, login }: Computer, stays: string, goes: string) =>
      expect(await mirror.ask('merge', { stays, goes, chosen: [], by: login })).toMatchObject({ ok: true });
    await ann.apply(...['e1', 'e2', 'f1', 'f2', 'f3'].map(id => made(id, `Calciphylaxis ${id}`)));
    for (const each of all) await each.sync();
    await merged(ann, 'e1', 'e2');
    await merged(ben, 'e2', 'e1');
    await ben.apply({ entry: 'e2', field: 'item.volume', value: '7' });
    await merged(ann, 'f1', 'f2');
    await merged(ben, 'f2', 'f3');
    await ben.apply({ entry: 'f2', field: 'note.n1', value: 'Read' });
    await merged(cy, 'f3', 'f1');
    for (const each of [...all, ...all, ...all]) await each.sync();
    await expectSame();
    for (const each of all) {
      expect((await each.entry('e1')).item.volume, each.login).toBe('7');
      expect(await each.entry('e1')).toMatchObject({
        trashed: false,
        mergedInto: null,
        aliases: [(await ann.entry('e2')).key],
      });
      expect(await each.entry('e2')).toMatchObject({ trashed: true, mergedInto: 'e1' });
      expect(await each.entry('f1')).toMatchObject({ trashed: false, mergedInto: null, notes: [{ text: 'Read' }] });
      for (const [id, into] of [
        ['f2', 'f1'],
        ['f3', 'f2'],
      ] as const)
        expect(await each.entry(id)).toMatchObject({ trashed: true, mergedInto: into });
      expect(await standingOf(each)).toMatchObject({ pending: 0, held: 0 });
    }
  });

  it('a tag that one renames and another gives to more entries is where each put it', async () => {
    await both(
      [
        { entry: 'e1', field: 'tag.old', value: null },
        { entry: 'e1', field: 'tag.new', value: true },
      ],
      [
        { entry: 'e2', field: 'tag.old', value: true },
        { entry: 'e1', field: 'tag.mine', value: true },
      ],
    );
    expect([...(await ann.entry('e1')).tags].sort()).toEqual(['mine', 'new']);
    expect((await ann.entry('e2')).tags).toEqual(['old']);
  });

  it('a collection that one puts into the trash while another files an entry there', async () => {
    await both(
      [{ entry: 'collection:c1', field: 'trashed', value: true }],
      [{ entry: 'e1', field: 'collection.c1', value: true }],
    );
    expect((await ann.entry('e1')).collections).toEqual(['c1']);
  });

  it('a clock that is a day ahead gives no change a time to come', async () => {
    const session = await ben.open();
    const ahead = {
      id: 'clock-ahead',
      entry: 'e1',
      field: 'item.volume',
      value: '"7"',
      base: 0,
      at: Date.now() + 864e5,
    };
    const [answer] = await session.push(team, [ahead]);
    await session.close();
    expect(answer?.standing?.at).toBeLessThanOrEqual(Date.now() + 1000);
    await ann.sync();
    expect((await ann.entry('e1')).changed.at).toBeLessThanOrEqual(Date.now() + 1000);
  });
});

describe('when the line fails', () => {
  it('a change whose acknowledgement was lost is not taken in twice', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await ben.sync();
    await ann.apply({ entry: 'e1', field: 'item.volume', value: '1' });
    ann.line.loseAnswerTo('casewright.take_changes');
    await expect(ann.sync()).rejects.toMatchObject({ failure: { kind: 'lost' } });
    expect(await standingOf(ann)).toMatchObject({ pending: 1 });
    // It had arrived, and Ben has built on it since.
    await ben.sync();
    expect((await ben.entry('e1')).item.volume).toBe('1');
    await ben.apply({ entry: 'e1', field: 'item.volume', value: '2' });
    await ben.sync();
    await ann.sync();
    expect((await ann.entry('e1')).item.volume).toBe('2');
    expect(await conflictsOf(ann)).toEqual([]);
    expect(await standingOf(ann)).toMatchObject({ pending: 0 });
    await expectSame();
  });

  it('a first push that is cut anywhere, also between its taking in and its answer, ends with each change taken once', async () => {
    const kept = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`k${index}`, 'Non-uraemic']));
    await ann.apply(...Array.from({ length: 250 }, (_, n) => made(`e${n}`, `Title ${n}`, { kept, key: `k${n}` })));
    const random = fc.sample(fc.integer({ min: 1, max: 500_000 }), Number(process.env.EDIT_RUNS ?? 10));
    for (const bytes of random) {
      ann.line.dropAfter(bytes);
      await ann.sync().catch((error: unknown) => expect(error).toMatchObject({ failure: { kind: 'lost' } }));
    }
    await ann.apply({ entry: 'e0', field: 'item.title', value: 'Changed meanwhile' });
    ann.line.dropAfter(Number.POSITIVE_INFINITY);
    ann.line.loseAnswerTo('casewright.take_changes');
    await expect(ann.sync()).rejects.toMatchObject({ failure: { kind: 'lost' } });
    await ann.sync();
    await ben.sync();
    expect(await standingOf(ann)).toMatchObject({ pending: 0, held: 0, conflicts: 0 });
    await expectSame();
    const admin = await server.admin(database);
    const { rows } = await admin.query(
      `select entry || ' ' || field as name, count(*)::int as times from casewright.changes where team = $1 and outcome = 'taken' group by 1`,
      [team],
    );
    await admin.end();
    // Key, type, title and eight others of each; one title was changed.
    expect(rows).toHaveLength(250 * 11);
    expect(rows.filter(({ times }) => times !== 1).every(({ name }) => name === 'e0 item.title')).toBe(true);
  });

  it('values that no Casewright writes, from somebody who may edit, stop nobody', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'), made('e2', 'Another'));
    await ann.sync();
    await ben.sync();
    const session = await ann.open();
    const item = ['title', 'author', 'editor', 'issued', 'DOI', 'page', 'abstract', 'keyword', 'language', '__proto__'];
    const others = [
      'kept.a',
      'tag.',
      'note.n1',
      'file.f1',
      'cited.r1',
      'collection.c9',
      'alias.x',
      'mergedInto',
      'new',
    ];
    const fields = [...item.map(name => `item.${name}`), ...others, 'read', 'trashed', 'name', 'parent', 'what.ever'];
    const values = ['5', '"x"', '[1,[null]]', '{"date-parts":"x"}', '{"__proto__":{"a":1}}', 'true', '[{"family":5}]'];
    let n = 0;
    const push = (entry: string, pairs: readonly (readonly [field: string, value: string])[]) =>
      session.push(
        team,
        pairs.map(([field, value]) => ({ id: `wild-${++n}`.padEnd(8, '-'), entry, field, value, base: 0, at: 1 })),
      );
    for (const [index, value] of values.entries()) {
      const all = fields.map(field => [field, value] as const);
      await push(`wild-${index}`, [['item.type', '"book"'], ['key', `"wild${index}"`], ...all]);
      await push(`no-type-${index}`, [['item.type', value], ...all]);
      const refused = push('e1', [['key', value]]);
      if (value !== '"x"') await expect(refused, value).rejects.toMatchObject({ failure: { kind: 'value' } });
      await push(`collection:w${index}`, [
        ['name', value],
        ['parent', value],
        ['trashed', value],
      ]);
      await push('e1', all);
    }
    // Read by everybody, and too deep for anybody to write again.
    for (const depth of [60, 3000, 6000])
      await push('e2', [
        [`item.deep${depth}`, `${'['.repeat(depth)}${']'.repeat(depth)}`],
        [`item.${depth}`, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
      ]);
    await push('e1', [['item.title', `${'['.repeat(6000)}${']'.repeat(6000)}`]]);
    await session.close();
    await ann.apply({ entry: 'e2', field: 'item.volume', value: '7' });
    await ann.sync();
    await ben.sync();
    expect((await ben.entry('e2')).item.volume).toBe('7');
    expect(await conflictsOf(ben)).not.toEqual([]);
    const page = await ben.mirror.ask('list', { query: { text: 'another' }, offset: 0, limit: 10 });
    expect(page.ok && page.value.rows.map(({ id }) => id)).toEqual(['e2']);
    for (const sort of SORT_KEYS) {
      const all = await ben.mirror.ask('list', { query: { sort, trash: true }, offset: 0, limit: 50 });
      expect(all.ok && all.value.total).toBe(values.length + 1);
    }
    await contentOf(ben.mirror);
  });

  it('a value that the server cannot store is held back, and the rest arrives', async () => {
    await ann.apply(
      made('e1', 'Calciphylaxis'),
      { entry: 'e1', field: `tag.${'long'.repeat(300)}`, value: true },
      made('e2', 'Another'),
    );
    await ann.sync();
    await ben.sync();
    expect((await contentOf(ben.mirror)).size).toBe(2);
    expect(await standingOf(ann)).toMatchObject({ pending: 1, held: 1 });
  });

  it('what a reader changed stays on their computer, and goes out once they may edit', async () => {
    const rita = await computer('rita');
    const owner = await ann.open();
    await owner.appoint(team, 'rita', 'Rita', 'reader');
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await rita.sync();
    await rita.apply({ entry: 'e1', field: 'item.volume', value: '7' });
    await rita.sync();
    expect(await standingOf(rita)).toMatchObject({ pending: 1, held: 1 });
    await ann.sync();
    expect((await ann.entry('e1')).item.volume).toBeUndefined();
    await owner.appoint(team, 'rita', 'Rita', 'editor');
    await owner.close();
    await rita.sync();
    await ann.sync();
    expect((await ann.entry('e1')).item.volume).toBe('7');
  });

  it('a server of another version is left alone, in words for either case', async () => {
    const own = await server.database();
    const admin = await server.admin(own);
    const stranger = await newComputer(server, own, team, 'ann');
    computers.push(stranger);
    await admin.query('insert into casewright_schema.versions (number) values (99)');
    await expect(stranger.sync()).rejects.toMatchObject({
      failure: { kind: 'refused', problem: { code: 'team.newer' } },
    });
    await admin.query('delete from casewright_schema.versions');
    await expect(stranger.sync()).rejects.toMatchObject({
      failure: { kind: 'refused', problem: { code: 'team.older' } },
    });
    await admin.query('drop schema casewright_schema cascade');
    await admin.end();
    await expect(stranger.sync()).rejects.toMatchObject({
      failure: { kind: 'refused', problem: { code: 'team.schema' } },
    });
  });
});

describe('a library that is fetched for the first time', () => {
  it('comes whole over several pages, and it is told how much of how much is there', async () => {
    const note = 'Non-uraemic, in a patient on warfarin';
    const more = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, note]));
    await ann.apply(...Array.from({ length: 200 }, (_, index) => made(`e${index}`, `Title ${index}`, { kept: more })));
    await ann.sync();
    expect(await standingOf(ann)).toMatchObject({ pending: 0, conflicts: 0 });
    const told: SyncStatus['fetching'][] = [];
    const session = await ben.open();
    await syncRound(
      session,
      ben.mirror,
      team,
      () => false,
      async fetching => void told.push(fetching),
    );
    await session.close();
    // Key, type, title and twenty others each.
    expect(told).toEqual([{ done: 4000, of: 4600 }]);
    await expectSame();
  });
});

describe('by itself', () => {
  const start = (each: Computer, rhythm = quick) =>
    startSyncing({ team, mirror: each.mirror, open: each.open, rhythm });
  const words = async (each: Computer, text: string) => {
    const page = await each.mirror.ask('list', { query: { text }, offset: 0, limit: 10 });
    return page.ok ? page.value.rows.map(({ id }) => id) : [];
  };

  it('a change is told to the others at once, by the server', async () => {
    // Without notifications it would take minutes.
    const slow = { ...quick, live: 300_000, polling: 300_000 };
    const [one, two] = [start(ann, slow), start(ben, slow)];
    await until(() => one.status().isLive && two.status().isLive && two.status().state === 'current');
    await ann.apply(made('e1', 'Calciphylaxis'));
    await until(async () => (await words(ben, 'calciph')).includes('e1'));
    expect(two.status()).toMatchObject({ problem: null, isLive: true });
    await Promise.all([one.close(), two.close()]);
  });

  it('who tells of changes that there are none of keeps nobody busy; a true one still arrives', async () => {
    let rounds = 0;
    const open = async () => {
      const session = await ben.open();
      const pull: typeof session.pull = (...args) => {
        rounds++;
        return session.pull(...args);
      };
      return { ...session, pull };
    };
    const syncing = startSyncing({ team, mirror: ben.mirror, open, rhythm: { ...quick, polling: 400, hearing: 1 } });
    await until(() => syncing.status().isLive && syncing.status().state === 'current');
    const rita = await server.admin(database);
    rounds = 0;
    const channel = createHash('sha256').update(team).digest('hex').slice(0, 40);
    for (const end = Date.now() + 1500; Date.now() < end; ) await rita.query(`notify casewright_${channel}`);
    expect(rounds).toBeLessThan(40);
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await until(async () => (await contentOf(ben.mirror)).has('e1'));
    await rita.end();
    await syncing.close();
  });

  it('without a server everything goes on; with one again, all arrives', async () => {
    const one = start(ann);
    await until(() => one.status().state === 'current');
    ann.line.cut();
    await ann.apply(made('e1', 'Calciphylaxis'));
    await until(() => one.status().state === 'offline' && one.status().pending > 0);
    expect(one.status()).toMatchObject({ isLive: false, problem: { code: 'team.offline' } });
    expect(await words(ann, 'calciphylaxis')).toEqual(['e1']);
    ann.line.mend();
    await until(() => one.status().state === 'current' && one.status().pending === 0);
    await ben.sync();
    expect(await words(ben, 'calciphylaxis')).toEqual(['e1']);
    await one.close();
  });

  it('where the server cannot tell of changes, it is asked for them', async () => {
    const open = async () => {
      const session = await ben.open();
      const listen = () => Promise.reject(new SessionError(failureOf(new Error('a pooler'))));
      return { ...session, listen };
    };
    const polling = startSyncing({ team, mirror: ben.mirror, open, rhythm: quick });
    await until(() => polling.status().state === 'current');
    expect(polling.status().isLive).toBe(false);
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await until(async () => (await words(ben, 'calciphylaxis')).includes('e1'));
    await polling.close();
  });

  it('who is no longer in the team is told so, and keeps what is on their computer', async () => {
    const two = start(ben);
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await until(async () => (await words(ben, 'calciphylaxis')).includes('e1'));
    const owner = await ann.open();
    await owner.appoint(team, 'ben', 'Ben Roux', 'none');
    await owner.close();
    await until(() => two.status().problem?.code === 'team.member');
    expect(two.status().state).toBe('refused');
    expect(await words(ben, 'calciphylaxis')).toEqual(['e1']);
    await two.close();
  });

  it('who edited offline and is a reader by then keeps it here and goes on fetching; an editor again, all goes out by itself', async () => {
    await ann.apply(made('e1', 'Calciphylaxis'));
    await ann.sync();
    await ben.sync();
    await ann.apply({ entry: 'e1', field: 'item.volume', value: '1' });
    await ben.apply({ entry: 'e1', field: 'item.volume', value: '2' });
    await ann.sync();
    await ben.sync();
    const [conflict] = await conflictsOf(ben);
    await asked(ben.mirror, 'teamSettle', { id: conflict?.id ?? '', choice: 'standing', by: 'Ben Roux' });
    await ben.apply({ entry: 'e1', field: 'item.page', value: '3' });
    const owner = await ann.open();
    await owner.appoint(team, 'ben', 'Ben Roux', 'reader');
    await ann.apply(made('e2', 'Another'));
    await ann.sync();
    const two = start(ben);
    await until(async () => (await words(ben, 'another')).length > 0 && two.status().held === 1);
    // A round that something else asked for may be under way.
    await until(() => two.status().state === 'current');
    expect(two.status()).toMatchObject({ pending: 2, held: 1, conflicts: 0 });
    await owner.appoint(team, 'ben', 'Ben Roux', 'editor');
    await until(() => two.status().pending === 0);
    await ann.sync();
    expect((await ann.entry('e1')).item.page).toBe('3');
    expect(await conflictsOf(ann)).toEqual([]);
    await owner.close();
    await two.close();
  });

  it('a line that went without a word is noticed by the one that only listens, and made anew', async () => {
    const open = async () => {
      const session = await ben.open();
      return { ...session, ping: () => session.ping(100) };
    };
    const two = startSyncing({ team, mirror: ben.mirror, open, rhythm: { ...quick, live: 200 } });
    await until(() => two.status().isLive && two.status().state === 'current');
    const lives: boolean[] = [];
    two.onStatus(({ isLive }) => lives.push(isLive), new AbortController().signal);
    ben.line.freeze();
    await until(() => lives.includes(false) && two.status().isLive);
    await two.close();
  });

  it('who is no longer in the group of members is told to ask the administrator', async () => {
    await server.login('guest');
    const guest = await computer('guest');
    const owner = await ann.open();
    await owner.appoint(team, 'guest', 'Guest', 'editor');
    await owner.close();
    const two = start(guest);
    await until(() => two.status().state === 'current');
    const admin = await server.admin();
    await admin.query('revoke casewright from guest');
    two.hurry();
    await until(() => two.status().problem?.code === 'team.schema');
    await admin.query('grant casewright to guest');
    await until(() => two.status().state === 'current' && two.status().problem === null);
    await admin.query("alter role guest password 'rotated'");
    guest.line.drop();
    await until(() => two.status().problem?.code === 'team.login');
    await two.close();
    await admin.end();
  });

  it('pauses between tries double up to a minute, each by another part', () => {
    const at = (tries: number, random: number) => pauseBefore(tries, RHYTHM, () => random);
    expect([at(0, 1), at(3, 1), at(20, 1), at(3, 0)]).toEqual([1000, 8000, 60_000, 4000]);
  });
});
