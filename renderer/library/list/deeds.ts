/** What is done with the references that are selected in the library's list, and how far selecting goes. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { LibraryQuery } from '../../../core/library/types.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import type { Taking } from '../case/taking.ts';
import { type WholeEntry, wholeEntries } from '../case/whole.ts';
import type { Work } from '../working.ts';
import type { Selection } from './selection.ts';

interface Given {
  readonly host: HostClient;
  readonly work: Work;
  readonly query: LibraryQuery;
  readonly ids: readonly string[];
  readonly onSelect: (selection: Selection) => void;
  /** Only beside an open report. */
  readonly onTake: Taking | undefined;
}

/** The most entries that are asked for in one question. */
const AT_ONCE = 1000;

export function useDeeds({ host, work, query, ids, onSelect, onTake }: Given) {
  const say = useWords('library');
  const format = useFormat();
  return {
    /** Takes entries into the open report, and cites them there. */
    async take(cite: boolean, which: readonly string[] = ids): Promise<void> {
      const entries: WholeEntry[] = [];
      for (let from = 0; from < which.length; from += AT_ONCE) {
        const answer = await settled(wholeEntries(host, which.slice(from, from + AT_ONCE)));
        if (!answer.ok) return;
        entries.push(...answer.value);
      }
      const undo = onTake?.(entries, cite);
      if (undo) work.step(undo);
    },
    async selectAll(): Promise<void> {
      const answer = await settled(host.call('library.ids', { query }));
      if (answer.ok) onSelect({ ids: new Set(answer.value), at: 0, current: answer.value[0] ?? null, from: 0 });
    },
    /** From one place of the list to another, which need not be loaded. */
    async selectFar(from: number, to: number): Promise<void> {
      const answer = await settled(host.call('library.ids', { query }));
      if (!answer.ok) return;
      const between = answer.value.slice(Math.min(from, to), Math.max(from, to) + 1);
      onSelect({ ids: new Set(between), at: to, current: answer.value[to] ?? null, from });
    },
    mark: (field: 'starred' | 'read', value: boolean): void =>
      void work.edit(ids, { kind: 'field', field, value }, field),
    async trash(value: boolean): Promise<void> {
      const edited = await work.edit(ids, { kind: 'field', field: 'trashed', value }, 'trash');
      if (edited === null) return;
      const formatted = format.number(edited.entries);
      work.did(edited.batches, { title: say(value ? 'trashed' : 'restored', { count: edited.entries, formatted }) });
    },
  };
}
