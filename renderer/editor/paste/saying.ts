/** Tells whoever pasted what could not come in as it was. */
import { dismissAbout, notify } from '../../app/notices/notices.ts';
import { formatIn } from '../../words/format.ts';
import { interfaceLanguage, say } from '../../words/index.ts';
import type { Changes } from './changes.ts';
import { copyOf, soonInOrder } from './large.ts';

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

/** Says that a long text is on its way, and puts it in once that is seen. */
export function insertLarge(data: DataTransfer, insert: (data: DataTransfer) => void): void {
  const copy = copyOf(data);
  const words = say('pasting');
  notify({ severity: 'note', title: words('large'), hint: words('largeHint'), about: 'pasting' });
  soonInOrder(() => {
    try {
      insert(copy);
    } finally {
      // With the frame that shows the text.
      requestAnimationFrame(() => dismissAbout('pasting'));
    }
  });
}
