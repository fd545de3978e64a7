/** Files of references let go over the text: added to the case as from its pane of references. */
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { readFile } from '../../connect/reading.ts';
import type { Session } from '../../session/types.ts';
import { say } from '../../words/index.ts';
import { readForReport } from './reading.ts';

/** Whether a file's name can only be one of references. */
export const isOfReferences = (name: string): boolean => /\.(?:bib|bibtex|ris|nbib|enw|ciw)$/i.test(name);

/** Adds what files hold, each as one undo step, and says how many came in. */
export async function addDroppedReferences(session: Session, files: readonly File[]): Promise<void> {
  for (const file of files) await addFrom(session, file);
}

async function addFrom(session: Session, file: File): Promise<void> {
  const words = say('references');
  try {
    const bytes = await readFile(file);
    const known = () => session.store.getState().report.references;
    const { signal } = new AbortController();
    const answer = bytes.ok
      ? await readForReport(session.host, { bytes: bytes.value, name: file.name }, known, () => {}, signal)
      : bytes;
    if (!answer.ok) {
      notifyProblem(answer.problem);
      return;
    }
    const { ops, added, already, problems } = answer.value;
    if (ops.length > 0) session.dispatch(ops, words('undoImport'));
    const more = [
      ...(already > 0 ? [words('already', { count: already })] : []),
      ...(problems.length > 0 ? [words('unread', { count: problems.length })] : []),
    ];
    notify({
      severity: problems.length > 0 ? 'warning' : 'ok',
      title: added.length > 0 ? words('added', { count: added.length }) : words('addedNone'),
      ...(more.length > 0 ? { hint: more.join(' · ') } : {}),
    });
  } catch {
    notifyProblem(unexpectedProblem());
  }
}
