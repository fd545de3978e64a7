/** Tells whoever pasted what could not come in as it was. */
import { amend, dismissAbout, notify } from '../../app/notices/notices.ts';
import type { Session } from '../../session/types.ts';
import { formatIn } from '../../words/format.ts';
import { interfaceLanguage, say } from '../../words/index.ts';
import type { Changes } from './changes.ts';
import { copyOf, putInSlices } from './large.ts';
import type { Steps } from './steps.ts';

const KINDS = [
  'cited',
  'deletions',
  'comments',
  'notes',
  'struck',
  'merged',
  'joined',
  'voids',
  'figures',
  'left',
  'listed',
] as const satisfies readonly (keyof Changes)[];

/** Says what changed on the way; nothing where all came in as it was and where the caret is. */
export function tellChanges(changes: Changes): void {
  const words = say('pasting');
  if (changes.parted > 0)
    notify({ severity: 'ok', title: words('parted', { count: changes.parted }), hint: words('partedHint') });
  const told = KINDS.filter(kind => changes[kind] > 0).map(kind => words(kind, { count: changes[kind] }));
  if (told.length > 0) notify({ severity: 'warning', title: words('changed'), hint: told.join(' ') });
}

/** Says that a table was left out. */
export function tellTooLong(cells: number): void {
  const words = say('pasting');
  notify({
    severity: 'warning',
    title: words('tooLong', { formatted: formatIn(interfaceLanguage()).number(cells) }),
    hint: words('tooLongHint'),
  });
}

/** Says that a clipboard holds nothing that the text takes. */
export function tellNothing(): void {
  const words = say('pasting');
  notify({ severity: 'note', title: words('nothing'), hint: words('nothingHint'), about: 'pasting' });
}

/** A paste that is done before this is not told of (milliseconds). */
const TOLD_AFTER = 250;

/** Puts a long text in while the window answers: tells how far it has come, and offers to stop. */
export function insertLarge(session: Session, data: DataTransfer, steps: (copy: DataTransfer) => Steps): void {
  const words = say('pasting');
  const began = performance.now();
  let told = false;
  let all = 0;
  const stop = putInSlices(session, words('undo'), steps(copyOf(data)), {
    onProgress(progress) {
      all = progress?.of ?? all;
      if (performance.now() - began < TOLD_AFTER) return;
      const hint = progress
        ? words('largeCount', { done: counted(progress.done), of: counted(progress.of) })
        : words('largeHint');
      if (told) amend('pasting', hint);
      else
        notify({
          severity: 'note',
          title: words('large'),
          hint,
          about: 'pasting',
          stays: true,
          action: { label: words('stop'), run: () => stop() },
        });
      told = true;
    },
    onEnd(how) {
      if (how === 'taken back') notify({ severity: 'note', title: words('stopped'), about: 'pasting' });
      else if (told && all > 0)
        notify({
          severity: 'ok',
          title: words('largeDone', { count: all, formatted: counted(all) }),
          about: 'pasting',
        });
      else dismissAbout('pasting');
    },
  });
}

const counted = (count: number) => formatIn(interfaceLanguage()).number(count);
