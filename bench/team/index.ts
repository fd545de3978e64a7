/**
 * `npm run bench team`: a team's library between two computers and a PostgreSQL of its own: the first push, the first mirror, and days
 * offline on both sides. Beside each, how long a search as one types waits meanwhile in the mirror. Memory is that of this
 * process, which is both computers. COUNT and EDITS make it larger.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../core/library/types.ts';
import { createLibraryRoom, type LibraryRoom } from '../../host/library/room.ts';
import { parseConnection } from '../../host/library/sync/connection.ts';
import { asked, syncRound } from '../../host/library/sync/round.ts';
import { openSession, type Session } from '../../host/library/sync/session.ts';
import { startPostgres } from '../../test/host/library/sync/postgres.ts';
import { articles } from '../library/entries.ts';
import { countStolen } from '../stolen.mjs';

const COUNT = Number(process.env.COUNT ?? 5000);
/** Edits of each side while offline. */
const EDITS = Number(process.env.EDITS ?? 2000);

const folder = mkdtempSync(join(tmpdir(), 'bench-team-'));
const server = await startPostgres();
const database = await server.database();

function mirrorOf(name: string): LibraryRoom {
  return createLibraryRoom(join(folder, name), new URL('./library.mjs', import.meta.url));
}

async function sessionOf(login: string) {
  const parsed = parseConnection(server.address(login, database));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return counted(await openSession(parsed.value));
}

/** What the process takes of memory by the system's count (megabytes). */
const memory = () => Math.round(process.memoryUsage.rss() / 1e6);

/** Time that the server took to take changes and to give them (milliseconds). */
const spent = { push: 0, pull: 0 };

/** The session, its time counted. */
function counted(session: Session): Session {
  const count =
    <Args extends readonly unknown[], T>(name: keyof typeof spent, work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const from = performance.now();
      try {
        return await work(...args);
      } finally {
        spent[name] += performance.now() - from;
      }
    };
  return { ...session, push: count('push', session.push), pull: count('pull', session.pull) };
}

/** Runs a piece of work, while the mirror is asked for a page every 50 ms, as somebody who types does. */
async function timed(label: string, mirror: LibraryRoom, work: () => Promise<unknown>): Promise<void> {
  const waits: number[] = [];
  let isOver = false;
  let peak = memory();
  const stolen = countStolen();
  const typing = (async () => {
    const words = ['t', 'tr', 'tre', 'trea', 'treat', 'p', 'pa', 'pat', 'pati'];
    for (let n = 0; !isOver; n++) {
      const from = performance.now();
      await mirror.ask('list', { query: { text: words[n % words.length] as string }, offset: 0, limit: 50 });
      waits.push(performance.now() - from);
      peak = Math.max(peak, memory());
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  })();
  Object.assign(spent, { push: 0, pull: 0 });
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  isOver = true;
  await typing;
  waits.sort((a, b) => a - b);
  const at = (share: number) => (waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0).toFixed(0);
  console.log(
    `${label.padEnd(44)} ${seconds.toFixed(1)} s, of it the server ${((spent.push + spent.pull) / 1000).toFixed(1)}; a search waits ${at(0.5)} ms, p95 ${at(0.95)}, longest ${at(1)}; ` +
      `${peak} MB at most; a hypervisor took ${stolen()}`,
  );
}

async function apply(mirror: LibraryRoom, changes: readonly Change[], by: string): Promise<void> {
  for (let at = 0; at < changes.length; at += 10_000) {
    const applied = await mirror.ask('apply', { changes: changes.slice(at, at + 10_000), label: 'edit', by });
    if (!applied.ok) throw new Error(applied.problem.code);
  }
}

try {
  for (const login of ['ann', 'ben']) await server.login(login);
  const [ann, ben] = [await sessionOf('ann'), await sessionOf('ben')];
  await ann.createTeam({ id: 'team', name: 'Team' }, 'Ann');
  await ann.appoint('team', 'ben', 'Ben', 'editor');
  const [one, two] = [mirrorOf('ann'), mirrorOf('ben')];
  const never = () => false;

  await apply(
    one,
    [...articles(COUNT)].map((value, n) => ({ entry: `e${n}`, field: 'new', value })),
    'ann',
  );
  await one.ask('list', { query: { text: 'x' }, offset: 0, limit: 50 });
  console.log(`${memory()} MB before; PostgreSQL ${server.from}`);
  await timed(`first push of ${COUNT} entries`, one, () => syncRound(ann, one, 'team', never));
  await two.ask('status', {});
  await timed(`first mirror of ${COUNT} entries`, two, () => syncRound(ben, two, 'team', never));

  // Days offline: both edit, a tenth of it the same field of the same entry.
  const edits = (who: string, from: number): readonly Change[] =>
    Array.from({ length: EDITS }, (_, n) => ({
      entry: `e${n % COUNT}`,
      field: n % 10 === 0 ? 'item.title' : `item.${from + (n % 3) === from ? who : 'volume'}-${who}`,
      value: `${who} ${n}`,
    }));
  await apply(one, edits('ann', 0), 'ann');
  await apply(two, edits('ben', 1), 'ben');
  await timed(`${EDITS} edits of the one come first`, one, () => syncRound(ann, one, 'team', never));
  await timed(`${EDITS} of the other meet them`, two, () => syncRound(ben, two, 'team', never));
  await timed('the first hears of it', one, () => syncRound(ann, one, 'team', never));
  const { conflicts, pending } = await asked(one, 'teamStanding', {});
  console.log(`${conflicts} differences to decide, wanted ${EDITS / 10}; ${pending} changes wait`);
  await Promise.all([ann.close(), ben.close(), one.close(), two.close()]);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
