import { Editor, type Path, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Part, PartKey } from '../../../core/report/document.ts';
import { textOf } from '../../../core/report/text.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';
import {
  blocksOf,
  citation,
  editorWith,
  everything,
  figure,
  heading,
  list,
  paragraph,
  parts,
  table,
  text,
} from './sample.ts';
import { faultsOf } from './soundness.ts';

const partAt = (editor: CaseEditor, key: PartKey) => (editor.children as Part[]).findIndex(part => part.key === key);
const caret = (editor: CaseEditor, key: PartKey, block: Path, edge: 'start' | 'end') => {
  const path = [partAt(editor, key), ...block];
  Transforms.select(editor, edge === 'start' ? Editor.start(editor, path) : Editor.end(editor, path));
};
const words = (editor: CaseEditor, key: PartKey) => blocksOf(editor, key).map(textOf);

describe('deleting', () => {
  it('Backspace at the start of a section changes nothing', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    caret(editor, 'discussion', [0], 'start');
    for (const unit of ['character', 'word', 'line', 'block'] as const) editor.deleteBackward(unit);
    expect(JSON.stringify(editor.children)).toBe(before);
  });

  it('Delete at the end of a section changes nothing', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    caret(editor, 'discussion', [1], 'end');
    for (const unit of ['character', 'word', 'line', 'block'] as const) editor.deleteForward(unit);
    expect(JSON.stringify(editor.children)).toBe(before);
  });

  it('selecting everything and deleting leaves every part, empty', () => {
    const editor = editorWith(everything());
    const keys = (editor.children as Part[]).map(part => part.key);
    Transforms.select(editor, []);
    editor.deleteFragment();
    expect((editor.children as Part[]).map(part => part.key)).toEqual(keys);
    for (const part of editor.children as Part[]) expect(textOf(part)).toBe('');
    expect(faultsOf(editor)).toEqual([]);
  });

  it('typing over everything writes into the title', () => {
    const editor = editorWith(everything());
    Transforms.select(editor, []);
    editor.insertText('x');
    expect(words(editor, 'title')).toEqual(['x']);
    expect(words(editor, 'observation').join('')).toBe('');
    expect(faultsOf(editor)).toEqual([]);
  });

  it('a selection from one section into the next empties both ends and joins nothing', () => {
    const editor = editorWith(
      parts({
        introduction: [paragraph('one'), paragraph('two')],
        observation: [paragraph('three'), paragraph('four')],
      }),
    );
    Transforms.select(editor, {
      anchor: { path: [partAt(editor, 'introduction'), 1, 0], offset: 1 },
      focus: { path: [partAt(editor, 'observation'), 0, 0], offset: 2 },
    });
    editor.deleteFragment();
    expect(words(editor, 'introduction')).toEqual(['one', 't']);
    expect(words(editor, 'observation')).toEqual(['ree', 'four']);
  });

  it('a selection over two cells empties both and keeps the table', () => {
    const editor = editorWith(parts({ observation: [table('t1', [['ab', 'cd', 'ef']])] }));
    const row = [partAt(editor, 'observation'), 0, 1];
    Transforms.select(editor, {
      anchor: { path: [...row, 0, 0], offset: 1 },
      focus: { path: [...row, 2, 0], offset: 1 },
    });
    editor.deleteFragment();
    expect(textOf(blocksOf(editor, 'observation')[0] as never)).toBe('Caption of t1\na\n\nf');
  });

  it('Backspace at the start of a cell or a caption stays in it', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    caret(editor, 'observation', [3, 1, 1], 'start');
    editor.deleteBackward('character');
    caret(editor, 'observation', [3, 0], 'start');
    editor.deleteBackward('word');
    caret(editor, 'observation', [1, 0], 'end');
    editor.deleteForward('character');
    expect(JSON.stringify(editor.children)).toBe(before);
  });

  it('Backspace in a paragraph behind a figure does not pour the paragraph into its caption', () => {
    const editor = editorWith(everything());
    caret(editor, 'observation', [2], 'start');
    editor.deleteBackward('character');
    expect(words(editor, 'observation').slice(1, 3)).toEqual(['Right thigh.', 'Between.']);
  });

  it('a float wholly inside a selection goes, one at its edge stays', () => {
    const editor = editorWith(parts({ observation: [paragraph('one'), figure('f1', 'Caption'), paragraph('two')] }));
    const part = partAt(editor, 'observation');
    Transforms.select(editor, { anchor: { path: [part, 0, 0], offset: 1 }, focus: { path: [part, 2, 0], offset: 1 } });
    editor.deleteFragment();
    expect(blocksOf(editor, 'observation').some(block => block.type === 'figure')).toBe(false);
    expect(faultsOf(editor)).toEqual([]);
  });

  it('Backspace behind a citation takes the citation alone', () => {
    const editor = editorWith(parts({ introduction: [paragraph('rare', citation('c1', 'r1'), '.')] }));
    Transforms.select(editor, { path: [partAt(editor, 'introduction'), 0, 2], offset: 0 });
    editor.deleteBackward('character');
    expect(blocksOf(editor, 'introduction')).toEqual([paragraph('rare.')]);
  });

  it('a word is deleted up to the citation beside it, and the citation by a key of its own', () => {
    const editor = editorWith(parts({ discussion: [paragraph('We know', citation('c1', 'r1'), '. Then')] }));
    const cited = () => JSON.stringify(blocksOf(editor, 'discussion')).includes('"c1"');
    Transforms.select(editor, { path: [partAt(editor, 'discussion'), 0, 2], offset: 1 });
    editor.deleteBackward('word');
    expect([words(editor, 'discussion'), cited()]).toEqual([['We know Then'], true]);
    editor.deleteBackward('word');
    expect([words(editor, 'discussion'), cited()]).toEqual([['We know Then'], false]);
    const other = editorWith(parts({ discussion: [paragraph('We know', citation('c1', 'r1'), '. Then')] }));
    Transforms.select(other, { path: [partAt(other, 'discussion'), 0, 0], offset: 3 });
    other.deleteForward('word');
    expect([words(other, 'discussion'), JSON.stringify(other.children).includes('"c1"')]).toEqual([
      ['We . Then'],
      true,
    ]);
  });

  it('Backspace at the start of a heading makes it a paragraph without a level', () => {
    const editor = editorWith(everything());
    caret(editor, 'introduction', [1], 'start');
    editor.deleteBackward('character');
    expect(blocksOf(editor, 'introduction')[1]).toEqual(paragraph('Aim'));
  });

  it('Backspace at the start of the middle item takes it out of its list, in place', () => {
    const editor = editorWith(parts({ observation: [list('one', 'two', 'three')] }));
    caret(editor, 'observation', [0, 1], 'start');
    editor.deleteBackward('character');
    expect(blocksOf(editor, 'observation')).toEqual([list('one'), paragraph('two'), list('three')]);
  });
});

describe('Enter', () => {
  it('does not divide a title', () => {
    const editor = editorWith(everything());
    caret(editor, 'title', [0], 'end');
    editor.insertBreak();
    expect(words(editor, 'title')).toEqual(['A title']);
  });

  it('at the end of a heading goes on with a paragraph', () => {
    const editor = editorWith(everything());
    caret(editor, 'introduction', [1], 'end');
    editor.insertBreak();
    editor.insertText('x');
    expect(blocksOf(editor, 'introduction').slice(1, 3)).toEqual([heading(1, 'Aim'), paragraph('x')]);
  });

  it('in a caption goes on behind the figure', () => {
    const editor = editorWith(everything());
    caret(editor, 'observation', [1, 0], 'end');
    editor.insertBreak();
    editor.insertText('x');
    expect(words(editor, 'observation').slice(1, 4)).toEqual(['Right thigh.', 'x', 'Between.']);
  });

  it('in an empty last item leaves the list', () => {
    const editor = editorWith(parts({ observation: [list('one')] }));
    caret(editor, 'observation', [0, 0], 'end');
    editor.insertBreak();
    editor.insertBreak();
    editor.insertText('x');
    expect(blocksOf(editor, 'observation')).toEqual([list('one'), paragraph('x')]);
  });

  it('in an item with an inner list gives the new item the inner list, and no item without a paragraph', () => {
    const nested = parts({
      observation: [
        {
          type: 'list',
          ordered: false,
          children: [{ type: 'list-item', children: [paragraph('one two') as never, list('inner') as never] }],
        },
      ],
    });
    const editor = editorWith(nested);
    Transforms.select(editor, { path: [partAt(editor, 'observation'), 0, 0, 0, 0], offset: 3 });
    editor.insertBreak();
    expect(words(editor, 'observation')).toEqual(['one\n two\ninner']);
    expect(faultsOf(editor)).toEqual([]);
  });
});

describe('the shape comes back', () => {
  const normalised = (value: Part[]) => {
    const editor = editorWith(value);
    Editor.normalize(editor, { force: true });
    return editor;
  };

  it('a missing part is put in its place, a doubled one is joined to the first, and the order is restored', () => {
    const [title, abstract, introduction, ...rest] = parts({
      introduction: [paragraph('one')],
      discussion: [paragraph('two')],
    });
    const again: Part = { type: 'part', key: 'discussion', children: [paragraph('three')] };
    const editor = normalised([
      again,
      introduction as Part,
      abstract as Part,
      ...rest.filter(part => part.key !== 'ethics'),
    ]);
    expect(faultsOf(editor)).toEqual([]);
    expect(words(editor, 'discussion').toSorted()).toEqual(['three', 'two']);
    expect(title).toBeDefined();
  });

  it('letters of what a part may not hold are kept as paragraphs', () => {
    const editor = normalised(parts({ consent: [heading(1, 'Head'), table('t1', [['a', 'b']]), paragraph('x')] }));
    expect(blocksOf(editor, 'consent')).toEqual([
      paragraph('Head'),
      paragraph('Caption of t1'),
      paragraph('a'),
      paragraph('b'),
      paragraph('x'),
    ]);
  });

  it('a title keeps one line and no citation', () => {
    const editor = normalised(parts({ title: [paragraph('One ', citation('c1', 'r1')), paragraph('two')] }));
    expect(words(editor, 'title')).toEqual(['One two']);
    expect(faultsOf(editor)).toEqual([]);
  });

  it('Enter in the title goes on to the first paragraph behind it and changes no word', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    caret(editor, 'title', [], 'end');
    editor.insertBreak();
    expect(JSON.stringify(editor.children)).toBe(before);
    const { anchor } = editor.selection ?? {};
    expect(anchor?.path[0]).toBe(partAt(editor, 'title') + 1);
    expect(anchor?.offset).toBe(0);
    editor.insertText('Here. ');
    expect(Editor.string(editor, anchor?.path.slice(0, 2) ?? [])).toMatch(/^Here\. /);
  });

  it('short rows are filled and a table without rows gives its caption to the text', () => {
    const ragged = table('t1', [['a', 'b'], ['c']]);
    const editor = normalised(parts({ observation: [ragged, table('t2', [])] }));
    expect(textOf(blocksOf(editor, 'observation')[0] as never)).toBe('Caption of t1\na\nb\nc\n');
    expect(blocksOf(editor, 'observation')[1]).toEqual(paragraph('Caption of t2'));
  });

  it('two paragraphs in an item become two items', () => {
    const editor = normalised(
      parts({
        observation: [
          {
            type: 'list',
            ordered: true,
            children: [{ type: 'list-item', children: [paragraph('a') as never, paragraph('b') as never] }],
          },
        ],
      }),
    );
    expect(faultsOf(editor)).toEqual([]);
    expect(words(editor, 'observation')).toEqual(['a\nb']);
  });

  it('a mark that is off leaves no trace in the text', () => {
    const editor = normalised(parts({ introduction: [paragraph(text('ab', { bold: true }))] }));
    Transforms.select(editor, [partAt(editor, 'introduction'), 0]);
    Editor.removeMark(editor, 'bold');
    expect(blocksOf(editor, 'introduction')).toEqual([paragraph('ab')]);
  });
});
