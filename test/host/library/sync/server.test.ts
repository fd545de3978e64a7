import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaScript, serverMigrations } from '../../../../host/library/sync/server/index.ts';
import { startPostgres, type TestServer } from './postgres.ts';

let server: TestServer;
let database: string;
const open: pg.Client[] = [];

beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  for (const name of ['olga', 'ed', 'rita', 'nora']) await server.login(name);
  const olga = await as('olga');
  await olga.query(`select casewright.create_team('t1', 'Nephrology', 'Olga')`);
  await olga.query(
    `select casewright.invite('t1', 'ed', 'Ed', 'editor'), casewright.invite('t1', 'rita', 'Rita', 'reader')`,
  );
  await send(olga, 'change-0001', 'e1', 'item.title', 0, '"Calciphylaxis"');
}, 60_000);

afterAll(async () => {
  for (const client of open) await client.end().catch(() => {});
  await server.stop();
});

async function as(login: string): Promise<pg.Client> {
  const client = new pg.Client(server.address(login, database));
  client.on('error', () => {});
  await client.connect();
  open.push(client);
  return client;
}

async function send(client: pg.Client, id: string, entry: string, field: string, base: number, value: string | null) {
  const { rows } = await client.query(
    `select outcome, revision::int from casewright.take_changes('t1', $1, $2, $3, $4, $5, array[1])`,
    [[id], [entry], [field], [base], [value]],
  );
  return rows[0] as { outcome: string; revision: number };
}

const fieldOf = async (client: pg.Client, entry: string, field: string) =>
  (
    await client.query(
      `select value, revision::int, changed_by from casewright.fields where team = 't1' and entry = $1 and field = $2`,
      [entry, field],
    )
  ).rows[0];

/** Statements that write, by whatever way; what is forbidden in them is the same for everybody. */
const WRITING = [
  `insert into casewright.changes (team, id, entry, field, base, value, made_at, outcome, revision, taken_by, taken_at) values ('t1', 'direct-001', 'e9', 'trashed', 0, null, 1, 'taken', 1, 'olga', 1)`,
  `insert into casewright.fields (team, entry, field, value, revision, changed_by, changed_at) values ('t1', 'e2', 'item.title', '"x"', 1, 'olga', 1)`,
  `insert into casewright.conflicts (team, id, entry, field, standing_by, standing_at, standing_revision, other_by, other_at, revision) values ('t1', 'c', 'e1', 'item.title', 'olga', 1, 1, 'olga', 1, 1)`,
  `insert into casewright.seats (team, login, role, revision) values ('t1', session_user, 'owner', 99)`,
  `insert into casewright.members (team, login, name, role) values ('t1', session_user, 'X', 'owner') on conflict (team, login) do update set role = 'owner'`,
  `update casewright.fields set value = '"x"'`,
  `update casewright.fields set changed_by = 'olga'`,
  `update casewright.members set role = 'owner'`,
  `update casewright.changes set value = null`,
  `update casewright.teams set name = 'x'`,
  `delete from casewright.fields`,
  `delete from casewright.conflicts`,
  `truncate casewright.fields`,
  `drop table casewright.fields`,
  `do $$ begin lock table casewright.fields in exclusive mode; end $$`,
  `select from casewright.teams for update`,
  `select nextval('casewright.revisions')`,
  `insert into casewright_schema.versions (number) values (99)`,
  `create function casewright.teams_of() returns text language sql return 't1'`,
  `select casewright.draw_revision('t1')`,
  `select casewright.write_changes('t1', 1, '{}')`,
  `select casewright.tell('t1')`,
  `set role casewright_keeper`,
  `set role olga`,
  `set session authorization olga`,
  `alter table casewright.fields disable row level security`,
  `alter role current_user bypassrls`,
  `grant casewright_keeper to current_user`,
];

describe('roles, held by the server', () => {
  it('a reader sees the library and writes nothing, by whatever statement', async () => {
    const rita = await as('rita');
    const admin = await server.admin(database);
    const all = async () =>
      (
        await admin.query(
          `select * from casewright.fields f left join casewright.members m using (team) order by 1, 2, 3`,
        )
      ).rows;
    const before = await all();
    expect((await fieldOf(rita, 'e1', 'item.title')).value).toBe('"Calciphylaxis"');
    for (const sql of [
      ...WRITING,
      `select casewright.take_changes('t1', '{by-rita-01}', '{e1}', '{item.title}', '{1}', array['"x"'], '{1}')`,
      `select casewright.settle('t1', '{change-0001}')`,
      `select casewright.invite('t1', 'rita', 'Rita', 'owner')`,
    ])
      await expect(rita.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    // Policies cannot be passed over, and the group that grants the rights has no seat in any team.
    await rita.query('set row_security = off');
    await expect(rita.query(`select * from casewright.fields`)).rejects.toMatchObject({ code: '42501' });
    await rita.query('set row_security = on; set role casewright');
    await expect(rita.query(WRITING[0] as string)).rejects.toMatchObject({ code: '42501' });
    await expect(
      rita.query(`select casewright.create_team('t1', 'Mine', 'Rita')`),
      'the id of a team that there is',
    ).rejects.toMatchObject({ code: '23505' });
    expect(await all()).toEqual(before);
    await admin.end();
  });

  it('a reader fills no room of the server with what is their own', async () => {
    const rita = await as('rita');
    for (const sql of ['create temp table t (a int)', 'select lo_create(0)', `select lo_from_bytea(0, 'x')`])
      await expect(rita.query(sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it('a reader who holds on to what everybody may lock keeps no editor waiting', async () => {
    const [olga, rita] = [await as('olga'), await as('rita')];
    await rita.query(`begin; lock table casewright.teams, casewright.fields in access share mode;
      select pg_advisory_xact_lock(hashtextextended('casewright t1', 0)); select * from casewright.teams`);
    await olga.query(`set statement_timeout = 2000`);
    expect((await send(olga, 'waiting-01', 'waiting', 'item.title', 0, '"x"')).outcome).toBe('taken');
    await rita.query('rollback');
  });

  it('operators and functions of a schema of the caller are not taken for those of PostgreSQL', async () => {
    // As in a database that was brought up from a version where everybody could create in public.
    const admin = await server.admin(database);
    await admin.query('grant create on schema public to rita');
    const rita = await as('rita');
    await rita.query(`
      create function public.yes(text, text) returns boolean language sql return true;
      create operator public.= (function = public.yes, leftarg = text, rightarg = text);
      create function public.no(text, text) returns boolean language sql return false;
      create operator public.<> (function = public.no, leftarg = text, rightarg = text);
      create function public.least(bigint, bigint) returns bigint language sql return 0;
      create function public.nextval(text) returns bigint language sql return 1;
      set search_path = public, pg_catalog`);
    for (const sql of [
      `select casewright.take_changes('t1', '{by-rita-02}', '{e1}', '{item.title}', '{1}', array['"x"'], '{1}')`,
      `select casewright.invite('t1', 'rita', 'Rita', 'owner')`,
    ])
      await expect(rita.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    expect((await rita.query(`select casewright.teams_as('owner')`)).rowCount).toBe(0);
    await rita.query('reset search_path; drop function public.yes, public.no, public.least, public.nextval cascade');
    await admin.query('revoke create on schema public from rita');
    await admin.end();
  });

  it('an editor edits, and can neither change a role, nor write past the door, nor sign with another name', async () => {
    const ed = await as('ed');
    const { revision } = await fieldOf(ed, 'e1', 'item.title');
    expect((await send(ed, 'by-ed-0001', 'e1', 'item.title', revision, '"Calciphylaxie"')).outcome).toBe('taken');
    for (const sql of [...WRITING, `select casewright.invite('t1', 'ed', 'Ed', 'owner')`])
      await expect(ed.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    // A clock that is ahead, or a lie: no change was made after it came.
    await ed.query(
      `select casewright.take_changes('t1', '{by-ed-0002}', '{e3}', '{item.title}', '{0}', array['"Mine"'], '{99999999999999}')`,
    );
    const { rows } = await ed.query(
      `select c.taken_by, f.changed_by, abs(c.taken_at - extract(epoch from now()) * 1000) < 5000 as is_now,
         f.changed_at <= c.taken_at as is_before
       from casewright.changes c join casewright.fields f using (team, entry, field) where c.id = 'by-ed-0002'`,
    );
    expect(rows).toEqual([{ taken_by: 'ed', changed_by: 'ed', is_now: true, is_before: true }]);
  });

  it('not even an owner deletes, or writes past the door', async () => {
    const olga = await as('olga');
    for (const sql of WRITING.filter(sql => !/ olga$/.test(sql)))
      await expect(olga.query(sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it('a stranger sees nothing of a team, not even who is in it', async () => {
    const nora = await as('nora');
    for (const table of ['teams', 'members', 'fields', 'changes', 'conflicts', 'seats'])
      expect((await nora.query(`select * from casewright.${table}`)).rowCount, table).toBe(0);
    await expect(send(nora, 'by-nora-01', 'e1', 'item.title', 0, '"x"')).rejects.toMatchObject({ code: '42501' });
    await expect(
      nora.query(`insert into casewright.members (team, login, name, role) values ('t1', 'nora', 'Nora', 'owner')`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('takes a change in without going through what the team holds', async () => {
    const olga = await as('olga');
    await olga.query(`select casewright.create_team('large', 'Large', 'Olga')`);
    const sent = (from: number) =>
      olga.query(
        `select count(taken.id) from (
           select array_agg('change-' || field || n) as ids, array_agg('e' || n) as entries, array_agg(field) as names,
             array_agg(0::bigint) as bases, array_agg('"' || field || n || '"') as contents
           from generate_series($1::integer, $1::integer + 99) n, unnest(array['key', 'title', 'type', 'volume']) field
         ) s, casewright.take_changes('large', ids, entries, names, bases, contents, bases) taken`,
        [from],
      );
    for (const from of [0, 100, 200]) await sent(from);
    await olga.query('begin');
    await sent(300);
    const { rows } = await olga.query(
      `select sum(seq_tup_read + idx_tup_fetch)::float8 / 400 as per_change
       from pg_stat_xact_user_tables where schemaname = 'casewright'`,
    );
    await olga.query('commit');
    // A quarter of them are keys: going through the 1,200 fields for each would be 300 and more. How the few rows of a small table
    // are read is the planner's choice.
    expect(rows[0].per_change).toBeLessThan(100);
    // One key as it was wanted, the next as it was free.
    await olga.query(
      `select casewright.take_changes('large', '{change-twice}', '{other}', '{key}', '{0}', '{"\\"key7\\""}', '{1}')`,
    );
    const key = `select value from casewright.fields where team = 'large' and entry = 'other' and field = 'key'`;
    expect((await olga.query(key)).rows).toEqual([{ value: '"key7a"' }]);
  });

  it('gives a page of what came without going through what the team holds', async () => {
    const olga = await as('olga');
    await olga.query('begin');
    const { rows } = await olga.query(`select entry from casewright.fields_after('large', 0, 50)`);
    const { rows: read } = await olga.query(
      `select sum(seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'fields'`,
    );
    await olga.query('commit');
    expect(rows).toHaveLength(50);
    // The team has 1,600.
    expect(read[0].rows).toBeLessThan(100);
  });

  it('who made a team and was demoted cannot take the first seat again', async () => {
    const olga = await as('olga');
    await olga.query(
      `select casewright.create_team('t2', 'Second', 'Olga'), casewright.invite('t2', 'ed', 'Ed', 'owner')`,
    );
    const ed = await as('ed');
    await ed.query(`select casewright.invite('t2', 'olga', 'Olga', 'reader')`);
    for (const sql of [
      `insert into casewright.members (team, login, name, role) values ('t2', 'olga', 'Olga', 'owner')`,
      `insert into casewright.seats (team, login, role) values ('t2', 'olga', 'owner')`,
    ])
      await expect(olga.query(sql), sql).rejects.toMatchObject({ code: /^(?:42501|23505)$/ });
    expect((await olga.query(`select role from casewright.members where team = 't2' and login = 'olga'`)).rows).toEqual(
      [{ role: 'reader' }],
    );
    await expect(ed.query(`select casewright.invite('t2', 'ed', 'Ed', 'editor')`)).rejects.toMatchObject({
      code: 'CW001',
    });
  });

  it('a role that was taken away holds from the next statement on', async () => {
    const ed = await as('ed');
    const olga = await as('olga');
    await olga.query(`select casewright.invite('t1', 'ed', 'Ed', 'none')`);
    expect((await ed.query(`select * from casewright.fields`)).rowCount).toBe(0);
    await expect(send(ed, 'by-ed-0003', 'e1', 'item.title', 0, '"x"')).rejects.toMatchObject({ code: '42501' });
    await olga.query(`select casewright.invite('t1', 'ed', 'Ed', 'editor')`);
    expect((await send(ed, 'by-ed-0003', 'e4', 'item.title', 0, '"x"')).outcome).toBe('taken');
  });
});

describe('what becomes of a change', () => {
  it('one on an old revision keeps both values, and what stood goes on standing', async () => {
    const [olga, ed] = [await as('olga'), await as('ed')];
    const made = await send(olga, 'merge-0001', 'e5', 'item.volume', 0, '"1"');
    expect((await send(ed, 'merge-0002', 'e5', 'item.volume', made.revision, '"2"')).outcome).toBe('taken');
    expect((await send(olga, 'merge-0003', 'e5', 'item.volume', made.revision, '"3"')).outcome).toBe('conflict');
    expect((await fieldOf(olga, 'e5', 'item.volume')).value).toBe('"2"');
    const { rows } = await olga.query(
      `select standing, standing_by, other, other_by from casewright.conflicts where entry = 'e5'`,
    );
    expect(rows).toEqual([{ standing: '"2"', standing_by: 'ed', other: '"3"', other_by: 'olga' }]);
    expect((await send(olga, 'merge-0004', 'e5', 'item.issue', 0, '"4"')).outcome).toBe('taken');
  });

  it('a value that two people sent stays where one of them writes on', async () => {
    const [olga, ed] = [await as('olga'), await as('ed')];
    const { revision } = await send(olga, 'shared-0001', 'e7', 'item.note', 0, '"0"');
    await send(olga, 'shared-0002', 'e7', 'item.note', revision, '"1"');
    for (const [client, id, value] of [
      [ed, 'pc-of-ed-1', '"same"'],
      [olga, 'pc-olgas-1', '"same"'],
      [ed, 'pc-of-ed-2', '"later"'],
      [ed, 'pc-of-ed-3', '"last"'],
    ] as const)
      expect((await send(client, id, 'e7', 'item.note', revision, value)).outcome).toBe('conflict');
    const { rows } = await olga.query("select other from casewright.conflicts where entry = 'e7' order by other");
    expect(rows).toEqual([{ other: '"last"' }, { other: '"same"' }]);
  });

  it('one that came before is not taken in twice, whatever happened since', async () => {
    const olga = await as('olga');
    const first = await send(olga, 'again-0001', 'e6', 'item.page', 0, '"1-2"');
    await send(olga, 'again-0002', 'e6', 'item.page', first.revision, '"3-4"');
    expect(await send(olga, 'again-0001', 'e6', 'item.page', 0, '"1-2"')).toEqual(first);
    expect((await fieldOf(olga, 'e6', 'item.page')).value).toBe('"3-4"');
  });

  it('a key that another entry has gets the next free letter', async () => {
    const olga = await as('olga');
    await send(olga, 'keys-00001', 'k1', 'key', 0, '"smith2020"');
    await send(olga, 'keys-00002', 'k2', 'key', 0, '"smith2020"');
    await send(olga, 'keys-00003', 'k1', 'alias.smith2020b', 0, 'true');
    await send(olga, 'keys-00004', 'k3', 'key', 0, '"smith2020"');
    const { rows } = await olga.query(
      `select entry, value from casewright.fields where field = 'key' and entry like 'k_' order by entry`,
    );
    expect(rows.map(row => row.value)).toEqual(['"smith2020"', '"smith2020a"', '"smith2020c"']);
  });

  it('two collections cannot come to stand in each other', async () => {
    const [olga, ed] = [await as('olga'), await as('ed')];
    for (const id of ['c1', 'c2']) await send(olga, `tree-name-${id}`, `collection:${id}`, 'name', 0, `"${id}"`);
    expect((await send(olga, 'tree-00001', 'collection:c1', 'parent', 0, '"c2"')).outcome).toBe('taken');
    expect((await send(ed, 'tree-00002', 'collection:c2', 'parent', 0, '"c1"')).outcome).toBe('conflict');
    expect(await fieldOf(ed, 'collection:c2', 'parent')).toBeUndefined();
  });

  it('whoever pulls while others write in long transactions steps over nothing', async () => {
    const [olga, ed, rita] = [await as('olga'), await as('ed'), await as('rita')];
    const seen = new Set<string>();
    let cursor = 0;
    const pull = async () => {
      const { rows } = await rita.query(
        `select entry, revision::int from casewright.fields where team = 't1' and revision > $1 order by revision`,
        [cursor],
      );
      for (const { entry, revision } of rows as { entry: string; revision: number }[]) {
        seen.add(entry);
        cursor = revision;
      }
    };
    let writing = true;
    const write = async (client: pg.Client, name: string) => {
      for (let n = 0; n < 25; n++) {
        await client.query('begin');
        for (const part of ['a', 'b']) {
          await send(
            client,
            `long-${name}-${n}${part}`.padEnd(10, '-'),
            `long-${name}-${n}${part}`,
            'starred',
            0,
            'true',
          );
          await client.query('select pg_sleep(0.002)');
        }
        await client.query('commit');
      }
    };
    const pulling = (async () => {
      while (writing) await pull();
    })();
    await Promise.all([write(olga, 'o'), write(ed, 'e')]);
    writing = false;
    await pulling;
    await pull();
    expect([...seen].filter(entry => entry.startsWith('long-'))).toHaveLength(100);
  });
});

describe('many changes in one call', () => {
  it('end as they do one after the other, and no two entries have one key', async () => {
    const olga = await as('olga');
    const ids = ['x1', 'x2', 'x3'];
    const change = fc.oneof(
      fc.record({
        entry: fc.constantFrom(...ids),
        field: fc.constantFrom('item.title', 'tag.a'),
        value: fc.constantFrom('"1"', '"2"', null),
        isStale: fc.boolean(),
      }),
      fc.record({
        entry: fc.constantFrom(...ids),
        field: fc.constant('key'),
        value: fc.constantFrom('"k"', '"ka"', '"m"'),
        isStale: fc.boolean(),
      }),
      fc.record({
        entry: fc.constantFrom('collection:c1', 'collection:c2', 'collection:c3'),
        field: fc.constant('parent'),
        value: fc.constantFrom('"c1"', '"c2"', '"c3"', null),
        isStale: fc.boolean(),
      }),
    );
    const batches = fc.array(
      fc.uniqueArray(change, { minLength: 1, maxLength: 8, selector: ({ entry, field }) => `${entry} ${field}` }),
      { minLength: 1, maxLength: 3 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(batches, async drawn => {
        run++;
        const standing = async (team: string) =>
          (
            await olga.query<{ entry: string; field: string; value: string | null; revision: string }>(
              'select entry, field, value, revision from casewright.fields where team = $1 order by entry, field',
              [team],
            )
          ).rows;
        const sendTo = async (team: string, atOnce: boolean) => {
          await olga.query(`select casewright.create_team($1, 'Team', 'Olga')`, [team]);
          const outcomes: unknown[] = [];
          for (const [index, batch] of drawn.entries()) {
            const known = new Map(
              (await standing(team)).map(row => [`${row.entry} ${row.field}`, Number(row.revision)]),
            );
            const rows = batch.map(({ entry, field, value, isStale }, n) => {
              const revision = known.get(`${entry} ${field}`) ?? 0;
              return [`change-${index}-${n}`, entry, field, isStale ? revision - 1 : revision, value, 1];
            });
            for (const part of atOnce ? [rows] : rows.map(row => [row])) {
              const columns = [0, 1, 2, 3, 4, 5].map(column => part.map(row => row[column]));
              const answer = await olga.query(
                'select id, outcome from casewright.take_changes($1, $2, $3, $4, $5, $6, $7)',
                [team, ...columns],
              );
              outcomes.push(...answer.rows);
            }
          }
          const now = await standing(team);
          const keys = now.filter(({ field }) => field === 'key').map(({ value }) => value);
          expect(new Set(keys).size).toBe(keys.length);
          const { rows: second } = await olga.query(
            `select entry, field, standing, other from casewright.conflicts where team = $1 and field <> 'key' order by 1, 2, 3, 4`,
            [team],
          );
          return {
            outcomes: drawn.flat().some(({ field }) => field === 'key') ? null : outcomes,
            second,
            fields: now.filter(({ field }) => field !== 'key').map(({ entry, field, value }) => [entry, field, value]),
          };
        };
        expect(await sendTo(`set-${run}`, true)).toEqual(await sendTo(`one-${run}`, false));
      }),
      { numRuns: Number(process.env.EDIT_RUNS ?? 15) },
    );
  });

  it('that hold two of one field, or what is no JSON, are refused whole', async () => {
    const olga = await as('olga');
    const attempt = (entries: string, contents: string) =>
      olga.query(
        `select casewright.take_changes('t1', '{refused-01,refused-02}', $1, '{item.title,item.title}', '{0,0}', $2, '{1,1}')`,
        [entries, contents],
      );
    await expect(attempt('{r1,r1}', '{1,2}')).rejects.toMatchObject({ code: '21000' });
    await expect(attempt('{r1,e1}', '{1,not json}')).rejects.toMatchObject({ code: '22P02' });
    await expect(attempt(`{r1,${'x'.repeat(101)}}`, '{1,2}')).rejects.toMatchObject({ code: '23514' });
    await olga.query('begin isolation level repeatable read');
    await expect(attempt('{r1,r2}', '{1,2}')).rejects.toMatchObject({ code: '25001' });
    await olga.query('rollback');
    expect(await fieldOf(olga, 'r1', 'item.title')).toBeUndefined();
    expect((await olga.query(`select from casewright.changes where id like 'refused-%'`)).rowCount).toBe(0);
  });
});

describe('the schema', () => {
  it('run again by its administrator changes nothing', async () => {
    const admin = await server.admin(database);
    const state = async () => (await admin.query('select number, at from casewright_schema.versions')).rows;
    const before = await state();
    await admin.query(schemaScript());
    expect(await state()).toEqual(before);
    await admin.end();
  });

  it('of any older version is brought up with all that it holds', async () => {
    const own = await server.database(serverMigrations.slice(0, 2));
    const admin = await server.admin(own);
    const olga = new pg.Client(server.address('olga', own));
    await olga.connect();
    open.push(olga);
    await olga.query(
      `select casewright.create_team('old', 'Old', 'Olga'), casewright.invite('old', 'ed', 'Ed', 'editor')`,
    );
    await olga.query(
      `insert into casewright.changes (team, id, entry, field, base, value, made_at) values ('old', 'change-0001', 'e1', 'key', 0, '"k"', 1)`,
    );
    await admin.query(schemaScript());
    await admin.end();
    const { rows } = await olga.query(
      `select id, outcome, value from casewright.take_changes('old', '{change-0001,change-0002}', '{e1,e2}', '{key,key}', '{0,0}', array['"k"', '"k"'], '{1,1}') order by id`,
    );
    expect(rows).toEqual([
      { id: 'change-0001', outcome: 'taken', value: null },
      { id: 'change-0002', outcome: 'taken', value: '"ka"' },
    ]);
    expect((await olga.query(`select name, role from casewright.members order by name`)).rows).toEqual([
      { name: 'Ed', role: 'editor' },
      { name: 'Olga', role: 'owner' },
    ]);
  });

  it('can be made by an administrator who is no superuser', async () => {
    const root = await server.admin();
    await root.query(`create role keeper_of_data login createrole password 'only-for-tests' in role casewright_keeper`);
    await root.query(`create database of_its_own owner keeper_of_data template template0 encoding 'UTF8'`);
    await root.end();
    const admin = new pg.Client(server.address('keeper_of_data', 'of_its_own'));
    await admin.connect();
    open.push(admin);
    await admin.query(schemaScript());
    const ed = new pg.Client(server.address('ed', 'of_its_own'));
    await ed.connect();
    open.push(ed);
    await ed.query(`select casewright.create_team('own', 'Own', 'Ed')`);
    await ed.query(
      `select casewright.take_changes('own', '{change-0001}', '{e1}', '{key}', '{0}', array['"k"'], '{1}')`,
    );
    expect((await ed.query('select value from casewright.fields')).rows).toEqual([{ value: '"k"' }]);
    expect((await admin.query('select value from casewright.fields')).rows).toEqual([]);
  });

  it('gives members no right to write a table, and six functions', async () => {
    const admin = await server.admin(database);
    const { rows: rights } = await admin.query(
      `select grantee, privilege_type, table_name from information_schema.table_privileges
       where table_schema like 'casewright%' and grantee in ('casewright', 'PUBLIC') and privilege_type <> 'SELECT'
       union all
       select grantee, privilege_type, table_name from information_schema.column_privileges
       where table_schema like 'casewright%' and grantee in ('casewright', 'PUBLIC') and privilege_type <> 'SELECT'`,
    );
    expect(rights).toEqual([]);
    const { rows: functions } = await admin.query(
      `select p.proname from pg_proc p where pronamespace = 'casewright'::regnamespace
         and has_function_privilege('casewright', p.oid, 'execute') order by 1`,
    );
    expect(functions.map(({ proname }) => proname)).toEqual([
      'create_team',
      'fields_after',
      'invite',
      'settle',
      'take_changes',
      'teams_as',
    ]);
    const { rows: open_ } = await admin.query(
      `select p.proname from pg_proc p cross join aclexplode(coalesce(proacl, acldefault('f', proowner))) a
       where pronamespace = 'casewright'::regnamespace and a.grantee = 0`,
    );
    expect(open_).toEqual([]);
    await admin.end();
  });

  it('asks its policies of every table, the owner of the tables included', async () => {
    const admin = await server.admin(database);
    const { rows } = await admin.query(
      `select relname from pg_class where relnamespace = 'casewright'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    // A function with other rights than the caller's has those of a role that policies are asked of as well.
    const { rows: definers } = await admin.query(
      `select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner
       where pronamespace = 'casewright'::regnamespace and prosecdef
         and not (r.rolname = 'casewright_keeper' and not r.rolcanlogin and not r.rolsuper and not r.rolbypassrls)`,
    );
    const { rows: astray } = await admin.query(
      `select proname from pg_proc where pronamespace = 'casewright'::regnamespace and prosqlbody is null
         and not coalesce(proconfig, '{}') @> array['search_path=pg_catalog, pg_temp']`,
    );
    await admin.end();
    expect(rows).toEqual([]);
    expect(definers).toEqual([]);
    expect(astray).toEqual([]);
  });
});
