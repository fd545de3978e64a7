/** The editor's type, and Slate's types narrowed to the report's nodes. */
import type { BaseEditor, PathRef } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { Citation, DocumentElement, Part, Text } from '../../core/report/document.ts';
import type { Language } from '../../core/report/types.ts';
import type { Carried } from './paste/carried.ts';
import type { Changes } from './paste/changes.ts';
import type { FoundPictures, Picture } from './paste/pictures.ts';
import type { Steps } from './paste/steps.ts';
import type { Printed } from './paste/written.ts';

/** Pictures that came with pasted text. */
export interface PastedPictures extends FoundPictures {
  readonly pictures: readonly Picture[];
  /** The block behind which each stands; null where none can be told. */
  readonly after: readonly (PathRef | null)[];
}

export interface CaseEditorParts {
  /** Of the document: decides which abstract comes first. */
  language: Language;
  /** Image files that were pasted or dropped; set by the window. */
  onImages: (files: readonly File[]) => void;
  /** Pictures inside what was pasted, once its text is there; set by the window. */
  onPictures: (pasted: PastedPictures) => void;
  /** What of a paste could not come in as it was; set by the window. */
  onPasted: (changes: Changes) => void;
  /** Nothing of a clipboard can stand in the text; the files in it, which are no images; set by the window. */
  onNothing: (files: readonly File[]) => void;
  /** A table of so many cells was pasted that it was left out; set by the window. */
  onTooLong: (cells: number) => void;
  /** Whether so much is pasted that putting it in is felt. */
  isLarge: (data: DataTransfer) => boolean;
  /** Puts in what is large a step at a time; set by the window. */
  onLarge: (data: DataTransfer, steps: (copy: DataTransfer) => Steps) => void;
  /** A citation of another program by its field's code, with its references taken into the report; set by the window. */
  onCitation: (code: string) => Citation | null;
  /** What is printed for copied text; null outside a window. */
  onCopied: (parts: readonly Part[]) => Printed | null;
  /** Whether text comes from another report than this. */
  isForeign: (report: string) => boolean;
  /** Takes in the references of another report's text; gives their ids here, null where there is nothing to take. */
  onForeign: (carried: Carried) => ((reference: string) => string) | null;
  /** Makes all that `change` does one undo step; set by the window. */
  asOne: (change: () => void) => void;
  /** By the undo timeline; `Editable` finds them by name. */
  undo(): void;
  redo(): void;
}

export type CaseEditor = BaseEditor & ReactEditor & CaseEditorParts;

export type Mark = Exclude<keyof Text, 'text'>;

declare module 'slate' {
  interface CustomTypes {
    Editor: CaseEditor;
    Element: DocumentElement;
    Text: Text;
  }
}

/** The editor's value. */
export const partsOf = (editor: CaseEditor): readonly Part[] => editor.children as Part[];
