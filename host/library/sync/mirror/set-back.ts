/**
 * A team's server that was put back to an older backup does not know its own last revisions any more, and gives them to other changes.
 * A mirror that saw them finds that out by the last one it knows, the witness. What the server has lost is then sent to it once more, by
 * whoever has it and may write, as made on what stands there now; where somebody has written something else since, both are kept. What
 * comes after the last revision that both know is fetched anew.
 */
import { fieldOf } from '../../../../core/library/fields.ts';
import { sharedValue } from '../../../../core/library/sync/shared.ts';
import { canonicalJson } from '../../../../core/report/write.ts';
import { backUp } from '../../backups.ts';
import type { Database } from '../../database.ts';
import type { OpenLibrary } from '../../library.ts';
import { stampName } from '../../log.ts';
import { standings } from '../../writing.ts';
import type { Found, Outgoing, Witness } from '../wire.ts';
import { collectionIn } from './collections.ts';
import { changeIds, numberIn, setNumber } from './notes.ts';
import { gather, knownRevisions, outgoingOf } from './outgoing.ts';

const WITNESS = 'team.witness';

/** Notes the last of some fields, where it is later than the one that is noted. */
export function keepWitness(database: Database, fields: readonly Witness[]): void {
  const last = fields.reduce<Witness | null>((a, b) => (a && a.revision > b.revision ? a : b), null);
  if (!last || last.revision <= (witnessIn(database)?.revision ?? 0)) return;
  const { entry, field, revision } = last;
  database.run(
    'insert or replace into meta (name, value) values (?, ?)',
    WITNESS,
    JSON.stringify({ entry, field, revision }),
  );
}

function witnessIn(database: Database): Witness | null {
  const text = database.value<string>('select value from meta where name = ?', WITNESS);
  return text === undefined ? null : (JSON.parse(text) as Witness);
}

/**
 * What the server is asked for: a field it must have had, of older programs' mirrors a revision it must have come to, null where
 * nothing was heard of it. `common` is where its loss was found already and not all is brought back yet, `isContested` whether it has to be told of conflicts again.
 */
export function witnessOf(database: Database): {
  readonly witness: Witness | number | null;
  readonly common: number;
  readonly isContested: boolean;
} {
  return {
    isContested:
      database.value('select 1 from team_conflicts where revision = 0 and settled = 0 limit 1') !== undefined,
    witness: witnessIn(database) ?? (numberIn(database, 'fields') || null),
    common: numberIn(database, 'common'),
  };
}

/** The first known field between two revisions, null for none: to look by halves for the last that the server knows. */
export function knownBetween(database: Database, from: number, to: number): Witness | null {
  database.exec('create index if not exists team_fields_revision on team_fields (revision)');
  return witnessesOf(database, 'where revision between ? and ? order by revision limit 1', from, to)[0] ?? null;
}

const witnessesOf = (database: Database, which: string, ...values: readonly number[]): readonly Witness[] =>
  database
    .rows<readonly [string, string, number]>(`select entry, field, revision from team_fields ${which}`, ...values)
    .map(([entry, field, revision]) => ({ entry, field, revision }));

/** Begins with the last revision that both know: a copy of the library as it is comes first. */
export function beginBringingBack({ database, folder }: OpenLibrary, common: number): void {
  backUp(database, folder, 'replaced', Date.now());
  // One more than it is, as 0 stands for none.
  setNumber(database, 'common', common + 1);
}

/** Fields that the server had after a revision and after the last that both know, the earliest first. */
export function lostFields(database: Database, after: number, most: number): readonly Witness[] {
  const from = Math.max(after + 1, numberIn(database, 'common'));
  return witnessesOf(database, 'where revision >= ? order by revision limit ?', from, most);
}

/** Makes lost fields ready to be sent, with what the server has of each now; who may not write keeps them. */
export function bringBack(library: OpenLibrary, found: readonly Found[], mayWrite: boolean): void {
  const { database } = library;
  database.transaction(() => {
    gather(database);
    const common = numberIn(database, 'common') - 1;
    const ids = [...new Set(found.map(({ entry }) => entry))];
    const waiting = outgoingOf(database, ids);
    const known = knownRevisions(database, ids);
    const entries = new Map(standings(database, ids).map(({ entry }) => [entry.id, entry]));
    const newChange = changeIds(database);
    for (const { entry: id, field, revision, takenAt } of found) {
      if (revision === known.get(stampName(id, field))) continue;
      const entry = entries.get(id);
      const at = stampedAt(database, id, field) ?? entry?.created.at ?? 0;
      // Else somebody wrote there since, not knowing of this: as made on nothing, both are kept.
      const base = revision <= common || takenAt <= at ? revision : 0;
      database.run('insert or replace into team_fields (entry, field, revision) values (?, ?, ?)', id, field, base);
      if (waiting.has(stampName(id, field)))
        database.run(
          'update team_outgoing set base = ? where entry = ? and field = ? and base is not null',
          base,
          id,
          field,
        );
      else if (mayWrite) {
        const value = entry ? fieldOf(entry, field) : (collectionIn(database, id, field)?.now ?? null);
        const shared = sharedValue(field, value);
        const text = shared === null ? null : canonicalJson(shared);
        send(database, { id: newChange(), entry: id, field, value: text, base, at });
      }
    }
  });
}

const send = (database: Database, { id, entry, field, value, base, at }: Outgoing): void =>
  database.insert(
    'team_outgoing',
    ['id', 'entry', 'field', 'value', 'base', 'at'],
    [[id, entry, field, value, base, at]],
  );

const stampedAt = (database: Database, entry: string, field: string): number | undefined =>
  database.value<number>('select at from stamps where entry = ? and field = ?', entry, field);

/** All that was lost waits to be sent: what came since is fetched from where both parted. Conflicts that the server lost have no revision any more. */
export function endBringingBack({ database }: OpenLibrary): void {
  database.transaction(() => {
    const common = numberIn(database, 'common') - 1;
    for (const kind of ['fields', 'conflicts', 'members'] as const)
      setNumber(database, kind, Math.min(common, numberIn(database, kind)));
    // Said to be settled, and open there again.
    database.run('update team_conflicts set settled = 1 where revision > ? and settled = 2', common);
    database.run('update team_conflicts set revision = 0 where revision > ? and settled = 0', common);
    database.run('delete from meta where name in (?, ?)', WITNESS, 'team.common');
    keepWitness(database, witnessesOf(database, 'where revision <= ? order by revision desc limit 1', common));
    database.exec('drop index if exists team_fields_revision');
  });
}

/** Once what stood is on its way again, the other values of conflicts that the server lost are: it makes conflicts of them anew. Gives their number. */
export function contestAgain({ database }: OpenLibrary): number {
  return database.transaction(() => {
    gather(database);
    const lost = database.rows<readonly [string, string, string, string | null, number]>(
      'select id, entry, field, other, other_at from team_conflicts where revision = 0 and settled = 0',
    );
    const waiting = outgoingOf(
      database,
      lost.map(([, entry]) => entry),
    );
    const told = new Set<string>();
    const newChange = changeIds(database);
    for (const [id, entry, field, value, at] of lost) {
      const name = stampName(entry, field);
      if (waiting.has(name) || told.has(name)) continue;
      told.add(name);
      send(database, { id: newChange(), entry, field, value, base: 0, at });
      database.run('delete from team_conflicts where id = ?', id);
    }
    return told.size;
  });
}
