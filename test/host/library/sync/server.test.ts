import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaScript } from '../../../../host/library/sync/server/index.ts';
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
  await client.query(
    `insert into casewright.changes (team, id, entry, field, base, value, made_at) values ('t1', $1, $2, $3, $4, $5, 1)`,
    [id, entry, field, base, value],
  );
  const { rows } = await client.query(
    `select outcome, revision::int from casewright.changes where team = 't1' and id = $1`,
    [id],
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

describe('roles, held by the server', () => {
  it('a reader sees the library and writes nothing, by whatever statement', async () => {
    const rita = await as('rita');
    expect((await fieldOf(rita, 'e1', 'item.title')).value).toBe('"Calciphylaxis"');
    const attempts = [
      `insert into casewright.changes (team, id, entry, field, base, value, made_at) values ('t1', 'by-rita-01', 'e1', 'item.title', 1, '"x"', 1)`,
      `insert into casewright.changes (team, id, entry, field, base, value, made_at, outcome, revision, taken_by, taken_at) values ('t1', 'by-rita-02', 'e9', 'trashed', 0, null, 1, 'taken', 1, 'olga', 1)`,
      `insert into casewright.fields (team, entry, field, value, revision, changed_by, changed_at) values ('t1', 'e2', 'item.title', '"x"', 1, 'rita', 1)`,
      `insert into casewright.conflicts (team, id, entry, field, standing_by, standing_at, standing_revision, other_by, other_at) values ('t1', 'c', 'e1', 'item.title', 'rita', 1, 1, 'rita', 1)`,
      `insert into casewright.seats (team, login, role) values ('t1', 'rita', 'owner')`,
      `select casewright.invite('t1', 'rita', 'Rita', 'owner')`,
      `delete from casewright.fields`,
      `truncate casewright.fields`,
    ];
    for (const sql of attempts) await expect(rita.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    for (const sql of [`update casewright.fields set value = '"x"'`, `update casewright.members set role = 'owner'`])
      expect((await rita.query(sql)).rowCount, sql).toBe(0);
    expect((await fieldOf(rita, 'e1', 'item.title')).value).toBe('"Calciphylaxis"');
  });

  it('an editor edits, and can neither change a role, nor delete, nor sign with another name', async () => {
    const ed = await as('ed');
    const { revision } = await fieldOf(ed, 'e1', 'item.title');
    expect((await send(ed, 'by-ed-0001', 'e1', 'item.title', revision, '"Calciphylaxie"')).outcome).toBe('taken');
    for (const sql of [
      `insert into casewright.seats (team, login, role) values ('t1', 'ed', 'owner')`,
      `insert into casewright.members (team, login, name, role) values ('t1', 'nora', 'Nora', 'editor')`,
      `select casewright.invite('t1', 'ed', 'Ed', 'owner')`,
      `delete from casewright.conflicts`,
      `update casewright.changes set value = null`,
      `update casewright.fields set changed_by = 'olga'`,
      `insert into casewright_schema.versions (number) values (99)`,
    ])
      await expect(ed.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    expect((await ed.query(`update casewright.members set role = 'owner' where login = 'ed'`)).rowCount).toBe(0);
    await ed.query(
      `insert into casewright.changes (team, id, entry, field, base, value, made_at, outcome, revision, taken_by, taken_at)
       values ('t1', 'by-ed-0002', 'e3', 'item.title', 0, '"Mine"', 1, 'same', 1, 'olga', 1)`,
    );
    expect(await fieldOf(ed, 'e3', 'item.title')).toMatchObject({ value: '"Mine"', changed_by: 'ed' });
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
        `insert into casewright.changes (team, id, entry, field, base, value, made_at)
         select 'large', 'change-' || field || n, 'e' || n, field, 0, '"' || field || n || '"', 1
         from generate_series($1::integer, $1::integer + 99) n, unnest(array['key', 'title', 'type', 'volume']) field`,
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
      `insert into casewright.changes (team, id, entry, field, base, value, made_at) values ('large', 'change-twice', 'other', 'key', 0, '"key7"', 1)`,
    );
    const key = `select value from casewright.fields where team = 'large' and entry = 'other' and field = 'key'`;
    expect((await olga.query(key)).rows).toEqual([{ value: '"key7a"' }]);
  });

  it('who made a team and was demoted cannot take the first seat again', async () => {
    const olga = await as('olga');
    await olga.query(
      `select casewright.create_team('t2', 'Second', 'Olga'), casewright.invite('t2', 'ed', 'Ed', 'owner')`,
    );
    const ed = await as('ed');
    await ed.query(`update casewright.members set role = 'reader' where team = 't2' and login = 'olga'`);
    for (const sql of [
      `insert into casewright.members (team, login, name, role) values ('t2', 'olga', 'Olga', 'owner')`,
      `insert into casewright.seats (team, login, role) values ('t2', 'olga', 'owner')`,
    ])
      await expect(olga.query(sql), sql).rejects.toMatchObject({ code: /^(?:42501|23505)$/ });
    expect((await olga.query(`select role from casewright.members where team = 't2' and login = 'olga'`)).rows).toEqual(
      [{ role: 'reader' }],
    );
    await expect(
      ed.query(`update casewright.members set role = 'editor' where team = 't2' and login = 'ed'`),
    ).rejects.toMatchObject({ code: 'CW001' });
  });

  it('a role that was taken away holds from the next statement on', async () => {
    const ed = await as('ed');
    const olga = await as('olga');
    await olga.query(`update casewright.members set role = 'none' where team = 't1' and login = 'ed'`);
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

describe('the schema', () => {
  it('run again by its administrator changes nothing', async () => {
    const admin = await server.admin(database);
    const state = async () => (await admin.query('select number, at from casewright_schema.versions')).rows;
    const before = await state();
    await admin.query(schemaScript());
    expect(await state()).toEqual(before);
    await admin.end();
  });

  it('asks its policies of every table, the owner of the tables included', async () => {
    const admin = await server.admin(database);
    const { rows } = await admin.query(
      `select relname from pg_class where relnamespace = 'casewright'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    const { rows: definers } = await admin.query(
      `select proname from pg_proc where pronamespace = 'casewright'::regnamespace and prosecdef`,
    );
    await admin.end();
    expect(rows).toEqual([]);
    expect(definers).toEqual([]);
  });
});
