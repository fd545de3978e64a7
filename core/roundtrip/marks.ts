/** Marks of letters as one short word, so that they are compared at a glance: "bi" is bold and italic. */
import type { Text } from '../report/document.ts';

/** Any of b, i, u, p (raised), s (lowered), in this order. */
export type Marks = string;

const NAMES = [
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['p', 'sup'],
  ['s', 'sub'],
] as const;

type Marked = Readonly<Partial<Record<(typeof NAMES)[number][1], boolean | undefined>>>;

export const marksOf = (marked: Marked): Marks =>
  NAMES.flatMap(([letter, name]) => (marked[name] ? [letter] : [])).join('');

export function withMarks(text: string, marks: Marks): Text {
  const leaf: Text = { text };
  for (const [letter, name] of NAMES) if (marks.includes(letter)) leaf[name] = true;
  return leaf;
}
