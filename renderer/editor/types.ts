/** The editor's type, and Slate's types narrowed to the report's nodes. */
import type { BaseEditor } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { DocumentElement, Part, Text } from '../../core/report/document.ts';
import type { Language } from '../../core/report/types.ts';

export interface CaseEditorParts {
  /** Of the document: decides which abstract comes first. */
  language: Language;
  /** Image files that were pasted or dropped; set by the window. */
  onImages: (files: readonly File[]) => void;
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
