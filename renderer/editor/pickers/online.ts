/** PubMed and Europe PMC from the list at the caret: asked only when their row is chosen, stopped by Escape. */
import { useEffect, useMemo, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { SEARCHED, type Searched, type SearchPage } from '../../../core/lookup/types.ts';
import type { Outcome, Problem } from '../../../core/outcome.ts';
import type { Reference } from '../../../core/report/types.ts';
import { useQuestion } from '../../panels/references/lookup/asking.ts';

/** A row that asks a service for the words that were typed. */
export interface Asking extends Reference {
  readonly asks: Searched;
}

/** A work that a service gave; it is in neither the report nor the library yet. */
export interface FoundOnline extends Reference {
  readonly foundIn: Searched;
}

export const asksOnline = (reference: Reference): reference is Asking => 'asks' in reference;
export const isFoundOnline = (reference: Reference): reference is FoundOnline => 'foundIn' in reference;

/** Fewer letters find everything. */
const LEAST = 3;

interface Answered {
  readonly where: Searched;
  readonly words: string;
  readonly outcome: Outcome<SearchPage>;
}

export interface OnlineSearch {
  /** The words that are being asked for, and where; null while nothing is asked. */
  readonly asked: { readonly where: Searched; readonly words: string } | null;
  readonly problem: Problem | null;
  /** How many a service has of the words that stand there, and which; null where it was not asked. */
  readonly answered: { readonly where: Searched; readonly total: number } | null;
  /** What the list shows for these words: the works found instead of `own`, and the rows that ask. */
  rows(own: readonly Reference[], words: string): readonly Reference[];
  ask(where: Searched, words: string): void;
  stop(): void;
}

/** `typed` is what stands behind the sign; null while the list is closed. */
export function useOnlineSearch(host: HostClient, typed: string | null): OnlineSearch {
  const question = useQuestion<Answered>();
  const [asked, setAsked] = useState<OnlineSearch['asked']>(null);
  const [isOn, setOn] = useState(false);
  const isOpen = typed !== null;
  useEffect(() => {
    if (!isOpen) return;
    // Asks nobody: only whether the setting allows it.
    host.call('lookup.state', {}).then(
      ({ on }) => setOn(on),
      () => setOn(false),
    );
  }, [host, isOpen]);
  const { answer, isAsking: isUnderWay, ask, stop } = question;
  const words = typed?.trim() ?? '';
  const current = answer !== null && answer.words === words ? answer : null;
  useEffect(() => {
    // Other words were typed, or the list was closed: nobody waits for the answer any more.
    if (isUnderWay && asked !== null && asked.words !== words) stop();
  }, [isUnderWay, asked, words, stop]);
  return useMemo(
    () => ({
      asked: isUnderWay ? asked : null,
      problem: current && !current.outcome.ok ? current.outcome.problem : null,
      answered: current?.outcome.ok ? { where: current.where, total: current.outcome.value.total } : null,
      rows: (own, text) => {
        const wanted = text.trim();
        if (!isOn || wanted.length < LEAST) return own;
        const found = answer !== null && answer.words === wanted && answer.outcome.ok ? answer : null;
        const works = found?.outcome.ok
          ? found.outcome.value.works.map(
              ({ reference, standing }): FoundOnline => ({
                ...reference,
                id: `${found.where} ${reference.id}`,
                ...(standing.at === null ? {} : { standing }),
                foundIn: found.where,
              }),
            )
          : own;
        const asking = SEARCHED.filter(where => where !== found?.where).map(
          (where): Asking => ({ id: `ask ${where}`, item: { id: where, type: 'document' }, asks: where }),
        );
        return [...works, ...asking];
      },
      ask: (where, text) => {
        const wanted = text.trim();
        setAsked({ where, words: wanted });
        ask(async signal => ({
          where,
          words: wanted,
          outcome: await host.call('lookup.search', { where, query: wanted }, { signal }),
        }));
      },
      stop,
    }),
    [host, answer, current, asked, isOn, isUnderWay, ask, stop],
  );
}
