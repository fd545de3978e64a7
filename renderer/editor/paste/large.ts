/** A long text from elsewhere: kept whole, and put in a slice at a time, so that the window answers between them. */
import type { Pieces } from '../../session/timeline.ts';
import type { Session } from '../../session/types.ts';
import type { CaseEditor } from '../types.ts';
import { holdKeys } from './held-keys.ts';
import { atOnce, type Progress, type Steps } from './steps.ts';

/** Letters of a clipboard that are put in at once: some pages. */
const AT_ONCE = 60_000;
/** A slice takes about so long (milliseconds): drawing what it brought takes as long again. */
const A_SLICE = 8;

export const isLarge = (data: DataTransfer): boolean =>
  data.getData('text/html').length + data.getData('text/plain').length > AT_ONCE;

/** A copy of what a clipboard brings: the browser takes the clipboard back once its event is over. */
export function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}

/** What whoever looks on is told. */
export interface Onlooker {
  onProgress(progress: Progress): void;
  onEnd(how: 'whole' | 'taken back'): void;
}

/** Between two slices the window draws, and takes keys. */
function soon(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  requestAnimationFrame(() => port2.postMessage(null));
}

/**
 * Does the steps in slices, all of them one undo step. What is typed meanwhile comes behind them; whatever else would change the
 * text finds them done. Gives what stops it and takes it back.
 */
export function putInSlices(
  { inPieces, editor }: Pick<Session, 'inPieces'> & { readonly editor: CaseEditor },
  label: string,
  steps: Steps,
  { onProgress, onEnd }: Onlooker,
): () => void {
  let isOver = false;
  const over = (how: 'whole' | 'taken back', work: () => void) => {
    if (isOver) return;
    isOver = true;
    const replay = release();
    try {
      work();
    } finally {
      onEnd(how);
    }
    replay();
  };
  const finish = () =>
    over('whole', () => {
      pieces.add(() => atOnce(steps));
      pieces.end();
    });
  const stop = () =>
    over('taken back', () => {
      // What the steps hold of the text is let go first.
      steps.return();
      pieces.takeBack();
    });
  const pieces: Pieces = inPieces(label, { finish, stop });
  const release = holdKeys(editor, { finish, stop });

  function slice(): void {
    if (isOver) return;
    const until = performance.now() + A_SLICE;
    let progress: Progress;
    try {
      do {
        let step: IteratorResult<Progress, void> | undefined;
        pieces.add(() => {
          step = steps.next();
        });
        if (step?.done) {
          over('whole', () => pieces.end());
          return;
        }
        progress = step?.value ?? progress;
      } while (performance.now() < until);
    } catch (fault) {
      // All of it was taken back.
      over('taken back', () => {});
      throw fault;
    }
    onProgress(progress);
    soon(slice);
  }
  soon(slice);
  return stop;
}
