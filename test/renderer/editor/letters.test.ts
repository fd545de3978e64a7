import fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { expect, it } from 'vitest';
import { emptyPart } from '../../../core/report/parts.ts';
import { createCaseEditor } from '../../../renderer/editor/create.ts';
import { deleteLetterBefore } from '../../../renderer/editor/structure/letters.ts';

/** Letters, and what makes one of several: a combining mark, a joiner, halves of a pair, flags, a line's end, a sign before a letter. */
const SIGNS = [
  'a',
  'é',
  'µ',
  ' ',
  '5',
  'e\u0301',
  '\u0301',
  '\u200d',
  '👩',
  '🇫',
  '🇷',
  '\r',
  '\n',
  '\u0600',
  '\u00ad',
  'ß',
  'ก',
];

function withCaret(text: string, offset: number) {
  const part = { ...emptyPart('observation'), children: [{ type: 'paragraph' as const, children: [{ text }] }] };
  const editor = createCaseEditor({ parts: [part], language: 'en' });
  Transforms.select(editor, { path: [0, 0, 0], offset });
  return editor;
}

it('deletes what Slate deletes, and puts the caret where Slate puts it', () => {
  let direct = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 6 }), fc.nat(12), (signs, at) => {
      const text = signs.join('');
      const offset = Math.min(text.length, at);
      const one = withCaret(text, offset);
      const other = withCaret(text, offset);
      if (!deleteLetterBefore(one)) {
        expect(Editor.string(one, [0])).toBe(text);
        return;
      }
      direct++;
      Editor.deleteBackward(other);
      expect(one.children).toEqual(other.children);
      expect(one.selection).toEqual(other.selection);
    }),
    { numRuns: 300 },
  );
  expect(direct).toBeGreaterThan(30);
});

it('leaves a selected stretch, and the beginning of a text, to Slate', () => {
  const editor = withCaret('abc', 0);
  expect(deleteLetterBefore(editor)).toBe(false);
  Transforms.select(editor, { anchor: { path: [0, 0, 0], offset: 0 }, focus: { path: [0, 0, 0], offset: 2 } });
  expect(deleteLetterBefore(editor)).toBe(false);
  expect(Editor.string(editor, [0])).toBe('abc');
});
