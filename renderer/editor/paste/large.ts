/** A long text from elsewhere: kept whole, told of, and put in behind the next frame, as reading and drawing it takes a second. */
import { behindFrame } from '../../ui/behind-frame.ts';

/** Letters of a clipboard that are put in at once: a long article as plain text, or some ten pages of Word. */
const AT_ONCE = 200_000;

export const isLarge = (data: DataTransfer): boolean =>
  data.getData('text/html').length + data.getData('text/plain').length > AT_ONCE;

/** A copy of what a clipboard brings: the browser takes the clipboard back once its event is over. */
export function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}

/** Runs `work` once behind the next frame, or before whatever is typed, pressed or composed until then: nothing overtakes it. */
export function soonInOrder(work: () => void): void {
  const events = ['keydown', 'beforeinput', 'compositionstart', 'pointerdown', 'paste', 'drop', 'blur'] as const;
  const run = () => {
    cancel();
    for (const name of events) window.removeEventListener(name, run, true);
    work();
  };
  const cancel = behindFrame(run);
  for (const name of events) window.addEventListener(name, run, true);
}
