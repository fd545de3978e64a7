/** The review of a returned file. It lives as long as the report is open, whatever pane is shown. */
import { Transforms } from 'slate';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Outcome, Problem } from '../../../core/outcome.ts';
import type { Part } from '../../../core/report/document.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { acceptChange, dataOps, type Edit } from '../../../core/roundtrip/accept.ts';
import type { Review } from '../../../core/roundtrip/review.ts';
import { partsOf } from '../../editor/types.ts';
import type { Session } from '../../session/types.ts';

export type ReviewState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly problem: Problem }
  | {
      readonly kind: 'open';
      readonly path: string;
      readonly review: Review;
      /** Changes taken over, in the order in which that was done. */
      readonly made: readonly string[];
      /** Changes and comments that were left as they are. */
      readonly left: ReadonlySet<string>;
      /** Why the last change could not be taken over. */
      readonly problem?: Problem;
    };

export interface Reviewing {
  readonly store: StoreApi<ReviewState>;
  /** Reads a file and compares it with the report as it is now. */
  read(path: string): Promise<void>;
  /** Takes changes over, each as an undo step of its own, until one cannot be; gives whether all could. */
  accept(ids: readonly string[], standing: readonly string[], label: string): boolean;
  leave(id: string): void;
  /** Leaves the file. */
  close(): void;
}

const known = new WeakMap<Session, Reviewing>();

/** The review of a session. */
export function reviewing(session: Session): Reviewing {
  const kept = known.get(session);
  if (kept) return kept;
  const made = createReviewing(session);
  known.set(session, made);
  return made;
}

/** Text goes through the editor, so that its undo knows it; references, images and figures that come with it are data. */
function edit(session: Session, made: Edit, label: string): void {
  const { part, at, remove, insert } = made;
  const { editor, store } = session;
  session.transact(label, () => {
    const ops = dataOps(store.getState().report, made);
    if (ops.length > 0) session.dispatch(ops, label);
    const index = editor.children.findIndex(node => (node as Part).key === part);
    // The new before the old goes, so that the part is never empty.
    if (insert.length > 0) Transforms.insertNodes(editor, structuredClone(insert) as never, { at: [index, at] });
    for (let count = 0; count < remove; count++) Transforms.removeNodes(editor, { at: [index, at + insert.length] });
  });
}

function createReviewing(session: Session): Reviewing {
  const store = createStore<ReviewState>(() => ({ kind: 'idle' }));
  const set = (state: ReviewState) => store.setState(state, true);
  const now = (): CaseReport => ({ ...session.store.getState().report, parts: partsOf(session.editor) });

  return {
    store,
    async read(path) {
      set({ kind: 'reading', path });
      await session.flush();
      let answer: Outcome<Review>;
      try {
        answer = await session.host.call('review.read', { document: session.document, path });
      } catch {
        answer = { ok: false, problem: notRead() };
      }
      set(
        answer.ok
          ? { kind: 'open', path, review: answer.value, made: [], left: new Set() }
          : { kind: 'failed', path, problem: answer.problem },
      );
    },
    accept(ids, standing, label) {
      let made = standing;
      for (const id of ids) {
        const state = store.getState();
        if (state.kind !== 'open') return false;
        const { problem: _, ...rest } = state;
        const found = acceptChange(state.review, now(), made, id);
        if (!found.ok) {
          set({ ...rest, made, problem: found.problem });
          return false;
        }
        edit(session, found.value, label);
        made = [...made, id];
        set({ ...rest, made });
      }
      return true;
    },
    leave(id) {
      const state = store.getState();
      if (state.kind !== 'open') return;
      const left = new Set(state.left);
      if (!left.delete(id)) left.add(id);
      set({ ...state, left });
    },
    close: () => set({ kind: 'idle' }),
  };
}

const notRead = (): Problem => ({
  code: 'review.read',
  message: { en: 'The file could not be read.', fr: 'Le fichier n’a pas pu être lu.' },
  hint: { en: 'Your report is unchanged. Try again.', fr: 'Votre cas clinique est inchangé. Réessayez.' },
});
