/** `TEAM_EDITS` makes it longer; see scripts/test-team.mjs. `TEAM_SEED` repeats the edits of a run (not its timing). */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSameShared, isShared, sharedValue } from '../../../../core/library/sync/shared.ts';
import type { Change } from '../../../../core/library/types.ts';
import { canonicalJson } from '../../../../core/report/write.ts';
import { openDatabase } from '../../../../host/library/database.ts';
import { openLibrary } from '../../../../host/library/library.ts';
import { type Rhythm, type Syncing, startSyncing } from '../../../../host/library/sync/syncing.ts';
import type { Answer, Outgoing } from '../../../../host/library/sync/wire.ts';
import { type Computer, contentOf, differences, made, newComputer } from './clients.ts';
import { startPostgres, type TestServer } from './postgres.ts';

const COMPUTERS = 8;
const EDITS = Number(process.env.TEAM_EDITS ?? 5000);
const SEED = Number(process.env.TEAM_SEED ?? 20_261);
const rhythm: Rhythm = {
  live: 2000,
  polling: 100,
  firstPause: 20,
  longestPause: 300,
  refused: 300,
  gathering: 20,
  hearing: 5,
};

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sleep = (length: number) => new Promise<void>(resolve => setTimeout(resolve, length));

/** One random edit of what a computer knows. */
function randomEdit(random: () => number, author: string, n: number, entries: string[]): readonly Change[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const roll = random();
  const value = `${author} ${n}`;
  if (roll < 0.06 || entries.length === 0) {
    const id = `${author}-${n}`;
    entries.push(id);
    return [made(id, value, { key: pick(['smith2020', 'lee2021', `${author}${n}`]), tags: [pick(['a', 'b', 'c'])] })];
  }
  // Most work is on few entries, so that people meet.
  const entry = random() < 0.5 ? pick(entries.slice(0, 12)) : pick(entries);
  if (roll < 0.5) return [{ entry, field: `item.${pick(['title', 'volume', 'page', 'abstract', 'note'])}`, value }];
  if (roll < 0.62) return [{ entry, field: `tag.${pick(['a', 'b', 'c', 'd'])}`, value: random() < 0.6 ? true : null }];
  if (roll < 0.7) return [{ entry, field: `note.${pick(['n1', 'n2'])}`, value: random() < 0.8 ? value : null }];
  if (roll < 0.76) return [{ entry, field: 'trashed', value: random() < 0.5 }];
  if (roll < 0.82) return [{ entry, field: 'key', value: pick(['smith2020', 'lee2021', `${author}${n}`]) }];
  if (roll < 0.86)
    return [{ entry, field: `cited.${pick(['r1', 'r2'])}`, value: { report: 'r', path: `/home/${author}` } }];
  const collection = pick(['c1', 'c2', 'c3', 'c4']);
  if (roll < 0.9) return [{ entry: `collection:${collection}`, field: 'name', value }];
  if (roll < 0.94)
    return [
      {
        entry: `collection:${collection}`,
        field: 'parent',
        value: random() < 0.7 ? pick(['c1', 'c2', 'c3', 'c4']) : null,
      },
    ];
  return [{ entry, field: `collection.${collection}`, value: random() < 0.7 ? true : null }];
}

describe(`${COMPUTERS} computers, ${EDITS} random edits, connections cut at random`, () => {
  let server: TestServer;
  let database: string;
  const computers: Computer[] = [];
  /** What every computer was told that the server has, by id. */
  const acknowledged = new Map<string, { readonly sent: Outgoing; readonly answer: Answer }>();

  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
    const logins = Array.from({ length: COMPUTERS }, (_, index) => `person${index}`);
    for (const login of logins) await server.login(login);
    for (const login of logins) computers.push(await newComputer(server, database, 'team', login));
    const session = await (computers[0] as Computer).open();
    await session.createTeam({ id: 'team', name: 'Team' }, 'person0');
    for (const login of logins.slice(1)) await session.appoint('team', login, login, 'editor');
    await session.close();
  }, 60_000);
  afterAll(async () => {
    for (const each of computers) await each.close();
    await server.stop();
  });

  /** The mirror, its acknowledgements written down before it takes them. */
  function watched({ mirror }: Computer): Computer['mirror'] {
    const sent = new Map<string, Outgoing>();
    return {
      ...mirror,
      async ask(name, input) {
        if (name === 'teamAcknowledge')
          for (const answer of (input as { answers: readonly Answer[] }).answers)
            acknowledged.set(answer.id, { sent: sent.get(answer.id) as Outgoing, answer });
        const outcome = await mirror.ask(name, input);
        if (name === 'teamOutgoing' && outcome.ok)
          for (const change of (outcome.value as { readonly changes: readonly Outgoing[] }).changes)
            sent.set(change.id, change);
        return outcome;
      },
    };
  }

  it('all end with the same library, and nothing that was acknowledged is lost', { timeout: 1_800_000 }, async () => {
    const syncing = computers.map(each =>
      startSyncing({ team: 'team', mirror: watched(each), open: each.open, rhythm }),
    );
    const admin = await server.admin(database);
    const cuts = { dropped: 0, offline: 0, killed: 0 };
    let isWriting = true;
    const cutting = (async () => {
      const random = randomFrom(SEED + 999);
      while (isWriting) {
        await sleep(20 + random() * 120);
        const { line } = computers[Math.floor(random() * COMPUTERS)] as Computer;
        const roll = random();
        if (roll < 0.4) {
          line.drop();
          cuts.dropped++;
        } else if (roll < 0.6) {
          line.loseAnswerTo('casewright.take_changes');
        } else if (roll < 0.8) {
          line.cut();
          setTimeout(() => line.mend(), 50 + random() * 700);
          cuts.offline++;
        } else {
          await admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'Casewright' order by random() limit 2`,
          );
          cuts.killed++;
        }
      }
    })();

    await Promise.all(
      computers.map(async (each, index) => {
        const random = randomFrom(SEED + index);
        const entries: string[] = [];
        for (let n = 0; n < EDITS / COMPUTERS; n++) {
          // Others' entries are edited as well, as far as they are known here.
          if (n % 20 === 0) {
            const ids = await each.mirror.ask('ids', { query: {} });
            if (ids.ok) entries.splice(0, entries.length, ...[...ids.value].sort());
          }
          await each.apply(...randomEdit(random, each.login, n, entries));
          await sleep(random() * 12);
        }
      }),
    );
    isWriting = false;
    await cutting;
    await sleep(800);
    for (const { line } of computers) line.mend();
    await settled(syncing);

    const contents = await Promise.all(computers.map(({ mirror }) => contentOf(mirror)));
    const [first] = contents;
    for (const content of contents) expect(differences(first as never, content)).toEqual([]);
    expect(first?.size).toBeGreaterThan(EDITS / 50);
    await expectSameFinds();
    expect(cuts.dropped + cuts.offline + cuts.killed).toBeGreaterThan(20);

    await expectNothingLost(admin);
    await Promise.all(syncing.map(each => each.close()));
    await admin.end();
  });

  /**
   * Every computer finds the same entries by any word, as if all were read anew. What is guessed at where nothing was found as typed
   * is another thing: among words as near as each other, each takes what it met first.
   */
  async function expectSameFinds(): Promise<void> {
    const texts = ['smith2020', 'lee2021', 'person1', 'person3 1', 'person7 12', ...['a', 'b', 'c', 'd']];
    const queries = [...texts.map(text => ({ text })), ...['a', 'd'].map(tag => ({ tags: [tag] })), { trash: true }];
    const fresh = libraryRead(computers[0] as Computer);
    const asTyped = queries.filter(query => {
      const { total, instead } = fresh.lister.page(query, 0, 1);
      return total > 0 && instead === null;
    });
    expect(asTyped.length).toBeGreaterThan(queries.length / 2);
    for (const query of asTyped) {
      const wanted = [...fresh.lister.ids(query)].sort();
      for (const { mirror, login } of computers) {
        const ids = await mirror.ask('ids', { query });
        expect(ids.ok && [...ids.value].sort(), `${login} ${JSON.stringify(query)}`).toEqual(wanted);
      }
    }
    expect(fresh.lister.ids({ text: 'person3' }).length).toBeGreaterThan(0);
    fresh.close();
  }

  /** The library of a computer, its words read anew. */
  function libraryRead({ folder }: Computer) {
    rmSync(join(folder, 'words.index'), { force: true });
    const opened = openLibrary(folder);
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  }

  /** Until nothing waits anywhere, and every computer has had a round since. */
  async function settled(syncing: readonly Syncing[]): Promise<void> {
    const isStill = () => syncing.every(each => each.status().state === 'current' && each.status().pending === 0);
    const end = Date.now() + 120_000;
    for (let calm = 0; calm < 3; ) {
      if (Date.now() > end) throw new Error(`not in step: ${JSON.stringify(syncing.map(each => each.status()))}`);
      for (const each of syncing) each.hurry();
      await sleep(300);
      calm = isStill() ? calm + 1 : 0;
    }
  }

  async function expectNothingLost(admin: Awaited<ReturnType<TestServer['admin']>>): Promise<void> {
    interface Row {
      id: string;
      entry: string;
      field: string;
      base: string;
      value: string | null;
      outcome: string;
      revision: string;
      taken_by: string;
    }
    const { rows: log } = await admin.query<Row>(`select * from casewright.changes order by revision, taken_at`);
    const byId = new Map(log.map(row => [row.id, row]));

    // Whatever a computer was told that the server has, the server has, as it was sent.
    expect(acknowledged.size).toBeGreaterThan(EDITS / 4);
    for (const { sent, answer } of acknowledged.values())
      expect(byId.get(sent.id)).toMatchObject({
        entry: sent.entry,
        field: sent.field,
        value: sent.value,
        outcome: answer.outcome,
      });

    // Each value was replaced only by somebody who had it before them, and the last one stands.
    const { rows: fields } = await admin.query<{
      entry: string;
      field: string;
      value: string | null;
      revision: string;
    }>('select entry, field, value, revision from casewright.fields');
    const standing = new Map(fields.map(row => [`${row.entry} ${row.field}`, row]));
    const last = new Map<string, Row>();
    for (const row of log.filter(({ outcome }) => outcome === 'taken')) {
      const name = `${row.entry} ${row.field}`;
      expect(row.base, name).toBe(last.get(name)?.revision ?? '0');
      last.set(name, row);
    }
    for (const [name, row] of last) {
      expect(standing.get(name)?.revision).toBe(row.revision);
      if (row.field !== 'key') expect(standing.get(name)?.value).toBe(row.value);
    }

    // A value that met another is kept beside it, once, unless its own author replaced it at the same computer.
    const { rows: kept } = await admin.query<{ entry: string; field: string; other: string | null }>(
      'select entry, field, other from casewright.conflicts',
    );
    const refused = log.filter(({ outcome }) => outcome === 'conflict');
    expect(refused.length).toBeGreaterThan(0);
    const isKept = (row: Row) =>
      kept.some(c => c.entry === row.entry && c.field === row.field && c.other === row.value);
    for (const row of refused) {
      const isReplaced = refused.some(
        later =>
          later !== row &&
          later.entry === row.entry &&
          later.field === row.field &&
          later.id.slice(0, 8) === row.id.slice(0, 8),
      );
      expect(isKept(row) || isReplaced, row.id).toBe(true);
    }
    for (const { mirror } of computers) {
      const shown = await mirror.ask('teamConflicts', {});
      expect(shown.ok && shown.value.length).toBe(kept.length);
    }

    // What anybody wrote last into a field reached the server from them.
    const sentBy = new Set(log.map(row => canonicalJson([row.taken_by, row.entry, row.field, row.value])));
    for (const each of computers) {
      const path = join(each.folder, 'library.db');
      expect(existsSync(path)).toBe(true);
      const mine = openDatabase(path);
      const rows = mine.rows<readonly [string, string, string | null, string | null]>(
        `select c.entry, c.field, c.value, c.before from changes c join batches b on b.id = c.batch
         where b.origin = 'here' and c.field <> 'new' order by c.seq`,
      );
      mine.close();
      const parsed = (value: string | null): unknown => (value === null ? null : JSON.parse(value));
      // What differs for this computer alone (where a report lies) is nothing to tell the team.
      const toldOf = rows.filter(
        ([, field, value, before]) => isShared(field) && !isSameShared(field, parsed(before), parsed(value)),
      );
      const lastOf = new Map(toldOf.map(row => [`${row[0]} ${row[1]}`, row]));
      expect(lastOf.size).toBeGreaterThan(10);
      for (const [entry, field, value] of lastOf.values()) {
        const shared = value === null ? null : canonicalJson(sharedValue(field, parsed(value)));
        expect(sentBy.has(canonicalJson([each.login, entry, field, shared])), `${each.login} ${entry} ${field}`).toBe(
          true,
        );
      }
    }
  }
});
