/** Short words about what just happened, shown in a corner; problems stay until closed. */
import { createStore } from 'zustand/vanilla';
import type { Problem, Words } from '../../../core/outcome.ts';
import type { Severity } from '../../ui/Said.tsx';

export interface Notice {
  readonly id: number;
  readonly severity: Severity;
  readonly title: string | Words;
  readonly hint?: string | Words;
  readonly code?: string;
  /** Of those about the same thing the last alone is shown. */
  readonly about?: string;
  /** Until it is taken away, whatever its severity: of work under way. */
  readonly stays?: true;
  /** What can be done about it, once. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Notices {
  readonly list: readonly Notice[];
}

/** At most this many are shown; the oldest go. */
const SHOWN = 3;
/** How long a notice that asks nothing stays (milliseconds). */
const STAYS = 6000;
/** The same for one that offers something. */
const OFFERS = 15_000;

export const notices = createStore<Notices>(() => ({ list: [] }));

let last = 0;

/** Shows a notice. Errors and warnings stay until closed. */
export function notify(notice: Omit<Notice, 'id'>): void {
  const id = ++last;
  const isOld = ({ about }: Notice) => about !== undefined && about === notice.about;
  notices.setState(({ list }) => ({
    list: [...list.filter(each => !isOld(each)), { ...notice, id }].slice(-SHOWN),
  }));
  if (notice.stays) return;
  if (notice.severity === 'ok' || notice.severity === 'note')
    setTimeout(() => dismiss(id), notice.action ? OFFERS : STAYS);
}

/** Shows an expected failure. */
export function notifyProblem(problem: Problem): void {
  notify({ severity: 'error', title: problem.message, hint: problem.hint, code: problem.code });
}

/** How far something has come: shown in its notice, and not said aloud each time. */
export function amend(about: string, hint: string): void {
  notices.setState(({ list }) => ({
    list: list.map(notice => (notice.about === about && notice.hint !== hint ? { ...notice, hint } : notice)),
  }));
}

/** Takes away what is about something: what it offers can be done no longer. */
export function dismissAbout(about: string): void {
  notices.setState(({ list }) => ({ list: list.filter(notice => notice.about !== about) }));
}

export function dismiss(id: number): void {
  notices.setState(({ list }) => ({ list: list.filter(notice => notice.id !== id) }));
}
