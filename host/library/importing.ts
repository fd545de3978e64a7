/** Taking references in from a file or pasted text, some hundred at a time, so that lists and searches go on in between. */
import { setImmediate as turn } from 'node:timers/promises';
import { decodeText } from '../../core/encoding.ts';
import { readingReferences } from '../../core/formats/index.ts';
import { fillChanges } from '../../core/library/merging.ts';
import type { Brought, Change, ImportEvent, NewEntry } from '../../core/library/types.ts';
import { workFacts } from '../../core/references/duplicates.ts';
import type { Reference } from '../../core/report/types.ts';
import { LASTING, newId } from './applying.ts';
import { isUnknowable, knownWorks, plainText, unknowableWorks } from './known-works.ts';
import type { OpenLibrary } from './library.ts';
import { propose } from './proposals.ts';

/** Entries of one batch: about 50 ms of work. */
const AT_ONCE = 400;
/** Milliseconds of reading between two moments in which questions are answered, and a stop is heard. */
const READING = 40;
/** A large file is taken in by so many batches: every one sorts its words into the index, and fewer cost less. */
const BATCHES = 10;

export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** Of the file; absent for pasted text. */
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly collections?: readonly string[] | undefined;
  /** What is in the library already comes in all the same. */
  readonly doubling?: boolean | undefined;
}

/**
 * Reads references of any format and puts in what is new. What is in the library already, and brings something that it lacks,
 * is proposed for merging. Stops where the signal is aborted: what came in until then stays, and can be undone by its batches. So does
 * what was told of where it breaks off: the same file taken in again then goes on, as what is there is not doubled.
 */
export async function* importReferences(
  library: OpenLibrary,
  request: ImportRequest,
  by: string,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent> {
  const { bytes, name = '', tags = [], collections = [], doubling = false } = request;
  yield { kind: 'progress', step: 'reading', done: 0, of: 0 };
  const reading = readingReferences(decodeText(bytes).text, name);
  let step = reading.next();
  for (let rested = performance.now(); !step.done; step = reading.next()) {
    if (signal.aborted) {
      yield { kind: 'done', format: '', batches: [], added: [], already: 0, proposed: 0, left: 0, problems: [] };
      return;
    }
    if (performance.now() - rested < READING) continue;
    yield { kind: 'progress', step: 'reading', done: step.value, of: 0 };
    await turn();
    rested = performance.now();
  }
  const read = step.value;
  if (!read.ok) {
    yield { kind: 'failed', problem: read.problem };
    return;
  }
  const { references, problems, format } = read.value;
  /** Of the batch that is being taken in: they are in no table yet. */
  let waiting = new Map<string, NewEntry>();
  const known = knownWorks(library.database, id => waiting.get(id)?.item);
  let unknowable: Set<string> | null = null;
  /** Those that can be known by nothing but all that they are: seldom any, and asked for only then. */
  const plain = () => {
    unknowable ??= unknowableWorks(library.database);
    return unknowable;
  };
  const batches: number[] = [];
  const added: string[] = [];
  let already = 0;
  let proposed = 0;
  let at = 0;

  function takeIn(some: readonly Reference[]): Brought {
    return library.database.transaction(() => {
      const changes: Change[] = [];
      const fresh: string[] = [];
      let here = 0;
      let aside = 0;
      waiting = new Map();
      for (const reference of some) {
        const made = newEntryOf(reference, tags, collections);
        const facts = workFacts(made.item);
        if (!doubling && isUnknowable(facts) && plain().has(plainText(made))) {
          here++;
          continue;
        }
        const same = doubling ? null : known.find(facts, () => made.item);
        if (!same) {
          const id = newId();
          changes.push({ entry: id, field: 'new', value: made });
          waiting.set(id, made);
          known.add(id, facts);
          if (isUnknowable(facts)) plain().add(plainText(made));
          fresh.push(id);
          continue;
        }
        const entry = library.entry(same.id);
        const itself = waiting.get(same.id);
        // Twice in one file, word for word.
        const isSame = itself !== undefined && JSON.stringify(itself.item) === JSON.stringify(made.item);
        const bringsNothing = entry !== null && same.because !== 'alike' && fillChanges(entry, made).length === 0;
        if (isSame || bringsNothing) here++;
        else {
          propose(library.database, {
            entry: same.id,
            reference: made,
            because: same.because,
            source: name,
            at: Date.now(),
          });
          aside++;
        }
      }
      const { batch } = library.commit(changes, { by, label: 'import' });
      return { batch, added: fresh, already: here, proposed: aside };
    }, some.length >= LASTING);
  }

  const atOnce = Math.max(AT_ONCE, Math.ceil(references.length / BATCHES));
  while (at < references.length && !signal.aborted) {
    const brought = takeIn(references.slice(at, at + atOnce));
    at = Math.min(at + atOnce, references.length);
    if (brought.batch !== null) batches.push(brought.batch);
    for (const id of brought.added) added.push(id);
    already += brought.already;
    proposed += brought.proposed;
    yield { kind: 'progress', step: 'adding', done: at, of: references.length, brought };
    await turn();
  }
  yield { kind: 'done', format, batches, added, already, proposed, left: references.length - at, problems };
}

function newEntryOf({ id, item, kept }: Reference, tags: readonly string[], collections: readonly string[]): NewEntry {
  return {
    item,
    key: id,
    ...(kept === undefined ? {} : { kept }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(collections.length === 0 ? {} : { collections }),
  };
}
