/** The editor of a report: React's, with our structure. */
import { createEditor } from 'slate';
import { withReact } from 'slate-react';
import type { Part } from '../../core/report/document.ts';
import type { Language } from '../../core/report/types.ts';
import { withDirectTyping } from './direct-typing.ts';
import { withPasting } from './paste/pasting.ts';
import { atOnce, type Steps } from './paste/steps.ts';
import { withDeleting } from './structure/deleting.ts';
import { withElements } from './structure/elements.ts';
import { withNormalising } from './structure/normalising.ts';
import { withTyping } from './structure/typing.ts';
import type { CaseEditor } from './types.ts';

/** An editor whose value is the parts of a report. Undo comes with the session's timeline. */
export function createCaseEditor({
  parts,
  language,
}: {
  readonly parts: readonly Part[];
  readonly language: Language;
}): CaseEditor {
  const bare = Object.assign(createEditor(), {
    language,
    onImages: () => {},
    onPictures: () => {},
    onPasted: () => {},
    onTooLong: () => {},
    onNothing: () => {},
    isLarge: () => false,
    onLarge: (data: DataTransfer, steps: (copy: DataTransfer) => Steps) => atOnce(steps(data)),
    onCitation: () => null,
    onCopied: () => null,
    isForeign: () => false,
    onForeign: () => null,
    asOne: (change: () => void) => change(),
    undo: () => {},
    redo: () => {},
  });
  const drawn = withDirectTyping(withReact(bare as CaseEditor, 'x-casewright-fragment'));
  const editor = withPasting(withTyping(withDeleting(withNormalising(withElements(drawn)))));
  editor.children = [...parts];
  return editor;
}
