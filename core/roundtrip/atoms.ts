/** Text as a row of atoms: letters, made elements, ends of paragraphs. The same for what the report holds, prints and gets back. */
import { lettersOf } from '../manuscript/letters.ts';
import type { Run } from '../manuscript/types.ts';
import type { DocumentNode, Inline } from '../report/document.ts';
import { isText } from '../report/parts.ts';
import { NOTE_CALL } from './anchors.ts';
import { elementKey, type MadeElement } from './keys.ts';
import { type Marks, marksOf, withMarks } from './marks.ts';
import type { LiveItem } from './returned.ts';

export interface Letter {
  readonly kind: 'letter';
  /** One character. */
  readonly text: string;
  readonly marks: Marks;
  readonly link?: string;
}

export interface ElementAtom {
  readonly kind: 'element';
  readonly key: string;
  /** As printed. */
  readonly text: string;
  readonly cites?: readonly LiveItem[];
}

/** Where a paragraph ends and the next begins; `opens` says what a new one is. */
export interface Break {
  readonly kind: 'break';
  readonly opens?: 'paragraph' | 'heading-1' | 'heading-2';
}

export type Atom = Letter | ElementAtom | Break;

export const BREAK: Break = { kind: 'break' };

export function lettersAsAtoms(text: string, marks: Marks, link?: string): readonly Letter[] {
  return [...text].map(letter => ({
    kind: 'letter',
    text: letter,
    marks,
    ...(link === undefined ? {} : { link }),
  }));
}

/** What a report's inline nodes hold; made elements have no letters here. */
export function atomsOfInlines(children: readonly Inline[]): readonly Atom[] {
  return children.flatMap((child): readonly Atom[] => {
    if (isText(child)) return lettersAsAtoms(child.text, marksOf(child));
    if (child.type === 'link')
      return child.children.flatMap(leaf => lettersAsAtoms(leaf.text, marksOf(leaf), child.url));
    return [{ kind: 'element', key: elementKey(child), text: '' }];
  });
}

/** Runs as they are compared. */
const compared = (runs: readonly Run[]): readonly Run[] =>
  runs.map(run => (run.note ? { ...run, text: NOTE_CALL } : run));

/** The letters of some runs as they are compared. */
export const saidByRuns = (runs: readonly Run[]): string => lettersOf(compared(runs));

/** What is printed of them. */
export function atomsOfRuns(printed: readonly Run[]): readonly Atom[] {
  const runs = compared(printed);
  const atoms: Atom[] = [];
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    if (run.element === undefined) atoms.push(...lettersAsAtoms(run.text, marksOf(run), run.link));
    else if (run.citation !== undefined && before?.element === run.element) {
      const last = atoms.at(-1) as ElementAtom;
      atoms[atoms.length - 1] = { ...last, text: last.text + run.text };
    } else atoms.push({ kind: 'element', key: run.element, text: run.text });
  });
  return atoms;
}

export const textOfAtom = (atom: Atom): string => (atom.kind === 'break' ? '\n' : atom.text);

/**
 * Inline nodes of some atoms, as the editor keeps them: a text before, between and after elements. `elements` gives the node of a
 * key; atoms that it does not know become the letters they print.
 */
export function inlinesOf(atoms: readonly Atom[], elements: (key: string) => MadeElement | undefined): Inline[] {
  const inlines: Inline[] = [];
  const push = (node: Inline) => {
    const last = inlines.at(-1);
    if (!isText(node) && (last === undefined || !isText(last))) inlines.push({ text: '' });
    inlines.push(node);
  };
  const letter = (text: string, marks: Marks, link: string | undefined) => {
    const last = inlines.at(-1);
    if (link !== undefined) {
      const open = last !== undefined && !isText(last) && last.type === 'link' && last.url === link ? last : undefined;
      const leaf = open?.children.at(-1);
      if (open && leaf && marksOf(leaf) === marks)
        inlines[inlines.length - 1] = {
          ...open,
          children: [...open.children.slice(0, -1), { ...leaf, text: leaf.text + text }],
        };
      else if (open) inlines[inlines.length - 1] = { ...open, children: [...open.children, withMarks(text, marks)] };
      else push({ type: 'link', url: link, children: [withMarks(text, marks)] });
    } else if (last !== undefined && isText(last) && marksOf(last) === marks)
      inlines[inlines.length - 1] = { ...last, text: last.text + text };
    else if (last !== undefined && isText(last) && last.text === '')
      inlines[inlines.length - 1] = withMarks(text, marks);
    else push(withMarks(text, marks));
  };
  for (const atom of atoms) {
    if (atom.kind === 'letter') letter(atom.text, atom.marks, atom.link);
    else if (atom.kind === 'break') letter(' ', '', undefined);
    else {
      const node = elements(atom.key);
      if (node) push(node);
      else for (const text of atom.text) letter(text, '', undefined);
    }
  }
  const last = inlines.at(-1) as DocumentNode | undefined;
  if (last === undefined || !isText(last)) inlines.push({ text: '' });
  return inlines;
}
