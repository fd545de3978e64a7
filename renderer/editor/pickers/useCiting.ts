/** What `@` offers to cite and does with a choice: references of the case, of the library, of services that are asked. */
import { useCallback, useEffect, useState } from 'react';
import type { Reference } from '../../../core/report/types.ts';
import { candidatesBeside, isAwaited, isCandidate, useCandidates } from '../../library/case/candidates.ts';
import { taking } from '../../library/case/taking.ts';
import { useOpenSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { insertCitation } from '../commands/inserting.ts';
import { best } from './matching.ts';
import { asksOnline, isFoundOnline, type OnlineSearch, useOnlineSearch } from './online.ts';
import { searched } from './reference-lines.ts';
import { useTakeFound, withStanding } from './taking-found.ts';
import type { Query } from './trigger.ts';
import { type How, type Picker, usePicker } from './usePicker.ts';

export interface Citing {
  readonly picker: Picker<Reference>;
  readonly online: OnlineSearch;
  /** The words that were looked for instead of those typed, where nothing has these; null where something has. */
  readonly instead: string | null;
  cite(reference: Reference, query: Query, how: How): void;
}

/** `allowed` says whether a citation can stand at the caret; `onDetails` hears of one whose pages or prefix are to be set. */
export function useCiting(allowed: () => boolean, onDetails: (citation: string) => void): Citing {
  const library = useWords('library');
  const session = useOpenSession();
  const { editor } = session;
  const [typed, setTyped] = useState<string | null>(null);
  const found = useCandidates(session.host, typed);
  const online = useOnlineSearch(session.host, typed);
  const ownFor = useCallback(
    (text: string) => best(session.store.getState().report.references, text, ({ id, item }) => searched(id, item), 7),
    [session],
  );
  const search = useCallback(
    (text: string): readonly Reference[] => {
      const { references } = session.store.getState().report;
      const own = ownFor(text);
      // What the library found for other words is a choice only where it has these as well.
      const entries = isAwaited(found, text)
        ? best(found.entries, text, ({ id, item }) => searched(id, item), 7)
        : found.instead !== null && own.length > 0
          ? []
          : found.entries;
      return online.rows([...own, ...candidatesBeside(references, entries)], text);
    },
    [session, found, online, ownFor],
  );
  const takeFound = useTakeFound();
  const cite = useCallback(
    (reference: Reference, query: Query, how: How) => {
      const { more, details } = how;
      if (asksOnline(reference)) {
        online.ask(reference.asks, query.text);
        return;
      }
      if (isFoundOnline(reference)) {
        void takeFound(reference).then(taken => taken && cite(taken, query, how));
        return;
      }
      let { id } = reference;
      if (isCandidate(reference)) {
        const { ops, references } = taking(session.store.getState().report.references, [reference.entry]);
        if (ops.length > 0) session.dispatch(withStanding(ops, reference.standing), library('undoTake'));
        id = references[0] ?? id;
      }
      const cluster = insertCitation(editor, [{ reference: id }], query.range);
      // The next reference joins the cluster that was just made.
      if (more) editor.insertText('@');
      // Once the text has its caret behind the citation: setting that takes the focus back to the text.
      if (details) setTimeout(() => onDetails(cluster));
    },
    [editor, session, library, online, takeFound, onDetails],
  );
  const picker = usePicker<Reference>({
    editor,
    sign: '@',
    search,
    allowed,
    pick: cite,
    // Nobody is asked on the net, and no line begun, because the library took a moment.
    isAwaited: useCallback(
      (text: string, first: Reference | undefined) => (!first || asksOnline(first)) && isAwaited(found, text),
      [found],
    ),
    wantsSeeing: asksOnline,
  });
  const wanted = picker.query?.text ?? null;
  useEffect(() => setTyped(wanted), [wanted]);
  const { point } = picker;
  // What was found stands where what was here stood: its best comes first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a service answered
  useEffect(() => point(0), [online.answered?.where, online.answered?.total]);
  const isInstead =
    found.instead !== null && wanted !== null && !isAwaited(found, wanted) && ownFor(wanted).length === 0;
  return { picker, online, cite, instead: isInstead ? found.instead : null };
}
