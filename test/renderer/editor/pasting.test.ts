import { Editor, type Node, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Block, Citation, Part, PartKey } from '../../../core/report/document.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import { noChanges } from '../../../renderer/editor/paste/changes.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';
import {
  blocksOf,
  citation,
  editorWith,
  everything,
  figure,
  heading,
  paragraph,
  parts,
  table,
  text,
} from './sample.ts';
import { faultsOf } from './soundness.ts';

const index = (editor: CaseEditor, key: PartKey) => (editor.children as Part[]).findIndex(part => part.key === key);

/** What the clipboard brings, by type. */
function clipboard(brought: Readonly<Record<string, string>>, files: readonly File[] = []): DataTransfer {
  return {
    getData: (type: string) => brought[type] ?? '',
    files,
    items: [],
    types: Object.keys(brought),
  } as unknown as DataTransfer;
}

function caretIn(editor: CaseEditor, key: PartKey, path: number[], offset: number): void {
  Transforms.select(editor, { path: [index(editor, key), ...path], offset });
}

describe('our own fragments', () => {
  it('letters and a citation go into the line, the citation with an id of its own', () => {
    const editor = editorWith(parts({ introduction: [paragraph('before after', citation('c1', 'r1'), '.')] }));
    caretIn(editor, 'introduction', [0, 0], 7);
    editor.insertFragment([paragraph('copied', citation('c1', 'r1'))] as Node[]);
    editor.insertText('|');
    expect(textOf(blocksOf(editor, 'introduction')[0] as Block)).toBe('before copied|after.');
    const ids = citationsOf(blocksOf(editor, 'introduction')).map(({ id }) => id);
    expect(ids[1]).toBe('c1');
    expect(new Set(ids).size).toBe(2);
    expect((citationsOf(blocksOf(editor, 'introduction'))[0] as Citation).items).toEqual([{ reference: 'r1' }]);
  });

  it('a figure pasted a second time is not there twice', () => {
    const editor = editorWith(parts({ observation: [figure('f1', 'Caption'), paragraph('x')] }));
    caretIn(editor, 'observation', [1, 0], 1);
    editor.insertFragment([paragraph('a'), figure('f1', 'Caption'), paragraph('b')] as Node[]);
    expect(blocksOf(editor, 'observation').filter(({ type }) => type === 'figure')).toHaveLength(1);
  });

  it('a figure that was cut can be pasted back', () => {
    const editor = editorWith(parts({ observation: [figure('f1', 'Caption'), paragraph('x')] }));
    Transforms.removeNodes(editor, { at: [index(editor, 'observation'), 0] });
    caretIn(editor, 'observation', [0, 0], 1);
    editor.insertFragment([figure('f1', 'Caption')] as Node[]);
    expect(blocksOf(editor, 'observation')).toEqual([paragraph('x'), figure('f1', 'Caption')]);
  });

  it('a table pasted again is a table of its own, and what mentions it in the fragment follows', () => {
    const editor = editorWith(parts({ observation: [table('t1', [['a', 'b']]), paragraph('x')] }));
    caretIn(editor, 'observation', [1, 0], 1);
    const mention = { type: 'cross-reference' as const, target: 't1', children: [text('')] };
    editor.insertFragment([table('t1', [['a', 'b']]), paragraph('see ', mention)] as Node[]);
    const blocks = blocksOf(editor, 'observation');
    const tables = blocks.filter(block => block.type === 'table');
    expect(tables).toHaveLength(2);
    const target = JSON.stringify(blocks.at(-1)).match(/"target":"([^"]+)"/)?.[1];
    expect(target).toBe(tables[1]?.type === 'table' && tables[1].id);
    expect(target).not.toBe('t1');
  });

  it('a fragment of two parts comes in as blocks, and adds no part', () => {
    const editor = editorWith(everything());
    caretIn(editor, 'discussion', [0, 0], 0);
    editor.insertFragment(structuredClone(editor.children.slice(3, 6)) as Node[]);
    expect(faultsOf(editor)).toEqual([]);
  });

  it('blocks pasted into a title, a caption or a cell become one line there', () => {
    const editor = editorWith(everything());
    const brought = [heading(1, 'One'), paragraph('two', citation('c9', 'r1'))] as Node[];
    caretIn(editor, 'title', [0, 0], 7);
    editor.insertFragment(brought);
    expect(blocksOf(editor, 'title')).toEqual([paragraph('A titleOne two')]);
    caretIn(editor, 'observation', [3, 1, 0, 0], 3);
    editor.insertFragment(brought);
    expect(faultsOf(editor)).toEqual([]);
    expect(
      textOf((blocksOf(editor, 'observation')[3] as unknown as { children: Block[] }).children[1] as Block),
    ).toContain('DayOne two');
  });

  it('a part gives up what it may not hold, its letters stay', () => {
    const editor = editorWith(parts({ consent: [paragraph('x')] }));
    caretIn(editor, 'consent', [0, 0], 1);
    editor.insertFragment([paragraph('a'), table('t1', [['b', 'c']])] as Node[]);
    expect(blocksOf(editor, 'consent').map(textOf)).toEqual(['xa', 'Caption of t1', 'b', 'c']);
  });
});

describe('text from elsewhere', () => {
  it('lines become paragraphs and the caret is behind the last', () => {
    const editor = editorWith(parts({ introduction: [paragraph('ab')] }));
    caretIn(editor, 'introduction', [0, 0], 1);
    editor.insertData(clipboard({ 'text/plain': 'one\r\n\r\ntwo\nthree' }));
    editor.insertText('|');
    expect(blocksOf(editor, 'introduction').map(textOf)).toEqual(['aone', 'two', 'three|', 'b']);
  });

  it('one line goes in as typed', () => {
    const editor = editorWith(parts({ title: [paragraph('ab')] }));
    caretIn(editor, 'title', [0, 0], 1);
    editor.insertData(clipboard({ 'text/plain': 'one line\n' }));
    expect(blocksOf(editor, 'title').map(textOf)).toEqual(['aone line b']);
  });

  it('cells of a spreadsheet fill the table from the caret on and make it larger', () => {
    const editor = editorWith(
      parts({
        observation: [
          table('t1', [
            ['a', 'b'],
            ['c', 'd'],
          ]),
        ],
      }),
    );
    caretIn(editor, 'observation', [0, 2, 1, 0], 0);
    editor.insertData(clipboard({ 'text/plain': '1\t2\n3\t4\n' }));
    expect(textOf(blocksOf(editor, 'observation')[0] as Block)).toBe('Caption of t1\na\nb\n\nc\n1\n2\n\n3\n4');
    expect(faultsOf(editor)).toEqual([]);
  });

  it('cells of a spreadsheet become a table in a section, and text where no table may stand', () => {
    const editor = editorWith(parts({ observation: [paragraph('')], consent: [paragraph('')] }));
    caretIn(editor, 'observation', [0, 0], 0);
    editor.insertData(clipboard({ 'text/plain': 'Day\tCRP\n0\t62' }));
    expect(blocksOf(editor, 'observation')[0]?.type).toBe('table');
    caretIn(editor, 'consent', [0, 0], 0);
    editor.insertData(clipboard({ 'text/plain': 'Day\tCRP\n0\t62' }));
    expect(faultsOf(editor)).toEqual([]);
    expect(blocksOf(editor, 'consent').map(textOf).join(' ')).toContain('CRP');
  });

  it('pasting over a selection that crosses sections keeps both sections', () => {
    const editor = editorWith(everything());
    Transforms.select(editor, {
      anchor: { path: [index(editor, 'introduction'), 0, 0], offset: 3 },
      focus: { path: [index(editor, 'discussion'), 0, 0], offset: 2 },
    });
    editor.insertData(clipboard({ 'text/plain': 'one\ntwo' }));
    expect(faultsOf(editor)).toEqual([]);
    expect(textOf(blocksOf(editor, 'discussion')[0] as Block)).toBe('rst.');
  });

  const ARTICLE = [
    'A title',
    'Résumé',
    'Introduction',
    'In short.',
    '1. Introduction',
    'Why.',
    'II. Cas clinique :',
    'Who.',
    'Antécédents',
    'None.',
    'DISCUSSION',
    'What.',
    'Conclusion',
    'So.',
    'Liens d’intérêts',
    'No one.',
    'References',
    '1. Someone. 2020.',
  ].join('\n\n');
  const lines = (editor: CaseEditor, key: PartKey) => blocksOf(editor, key).map(block => textOf(block as Block));

  it('an article is laid into its parts, and undone as one', () => {
    const editor = editorWith(parts({ discussion: [paragraph('There before.')] }));
    const steps: string[] = [];
    editor.asOne = change => {
      steps.push('one');
      change();
    };
    let told = noChanges();
    editor.onPasted = changes => {
      told = changes;
    };
    caretIn(editor, 'introduction', [0, 0], 0);
    editor.insertData(clipboard({ 'text/plain': ARTICLE }));
    expect(faultsOf(editor)).toEqual([]);
    expect(lines(editor, 'abstract:fr')).toEqual(['Introduction', 'In short.']);
    expect(lines(editor, 'introduction')).toEqual(['A title', 'Why.']);
    expect(lines(editor, 'observation')).toEqual(['Who.', 'Antécédents', 'None.']);
    expect(lines(editor, 'discussion')).toEqual(['There before.', 'What.']);
    expect(lines(editor, 'conflicts')).toEqual(['No one.']);
    expect(lines(editor, 'conclusion')).toEqual(['So.', 'References', '1. Someone. 2020.']);
    expect(told).toMatchObject({ parted: 6, listed: 1 });
    expect(steps).toEqual(['one']);
  });

  it('headings of sections stay where they are pasted in an abstract, and where there is but one', () => {
    const editor = editorWith(parts({}));
    caretIn(editor, 'abstract:fr', [0, 0], 0);
    editor.insertData(clipboard({ 'text/plain': 'Introduction\n\nWhy.\n\nConclusion\n\nSo.' }));
    expect(lines(editor, 'abstract:fr')).toEqual(['Introduction', 'Why.', 'Conclusion', 'So.']);
    caretIn(editor, 'observation', [0, 0], 0);
    editor.insertData(clipboard({ 'text/plain': 'Discussion\n\nWhat.' }));
    expect(lines(editor, 'observation')).toEqual(['Discussion', 'What.']);
  });

  it('a clipboard of which nothing can stand in the text is handed on, and changes none', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    const seen: string[][] = [];
    editor.onNothing = files => seen.push(files.map(({ name }) => name));
    caretIn(editor, 'discussion', [0, 0], 1);
    editor.insertData(clipboard({ 'text/rtf': '{\\rtf1 Hello}' }));
    editor.insertData(clipboard({}, [new File(['@article{a}'], 'mine.bib')]));
    editor.insertData(clipboard({ 'text/plain': ' ' }));
    expect(seen).toEqual([[], ['mine.bib']]);
    expect(JSON.stringify(editor.children)).not.toBe(before);
    Editor.deleteBackward(editor);
    expect(JSON.stringify(editor.children)).toBe(before);
  });

  it('a long text put in by steps is the one put in at once, wherever the caret is, and the caret ends behind it', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => `Line ${at}.`).join('\n\n');
    const rows = Array.from({ length: 30 }, (_, at) => [`${at}`, 'CRP', '62']);
    const fragment = [
      ...Array.from({ length: 25 }, (_, at) => paragraph(`Copied ${at}`, citation(`c${at}`, 'r1'))),
      table('t1', rows),
      ...Array.from({ length: 15 }, (_, at) => paragraph(`Behind ${at}`)),
    ];
    const places: readonly [PartKey, number[], number][] = [
      ['observation', [0, 0], 3],
      ['observation', [5, 1, 0, 0], 2],
      ['observation', [1, 0, 0], 1],
      ['abstract:fr', [1, 0], 4],
      ['conclusion', [0, 0], 0],
      ['title', [0, 0], 2],
    ];
    for (const [key, path, offset] of places)
      for (const brought of [numbers, `${ARTICLE}\n\n${numbers}`, fragment]) {
        const pasted = (take: (editor: CaseEditor) => void) => {
          const editor = editorWith(everything());
          take(editor);
          caretIn(editor, key, path, offset);
          if (typeof brought !== 'string') {
            editor.insertFragmentData = () => {
              editor.insertFragment(brought as Node[]);
              return true;
            };
          }
          editor.insertData(clipboard({ 'text/plain': typeof brought === 'string' ? brought : '' }));
          editor.insertText('|');
          expect(faultsOf(editor)).toEqual([]);
          // What came in twice has ids of its own.
          return JSON.stringify(editor.children).replace(/"id":"[^"]+"/g, '"id":""');
        };
        let breaks = 0;
        const byStepsOf = (editor: CaseEditor) => {
          editor.isLarge = () => true;
          editor.onLarge = (data, steps) => {
            for (const _ of steps(data)) breaks++;
          };
        };
        expect(pasted(byStepsOf), `${key} ${path}`).toBe(pasted(() => {}));
        if (key === 'observation' && path[0] === 0) expect(breaks).toBeGreaterThan(3);
      }
  });

  it('image files are handed on and change no text', () => {
    const editor = editorWith(everything());
    const before = JSON.stringify(editor.children);
    const seen: string[] = [];
    editor.onImages = files => seen.push(...files.map(({ name }) => name));
    Transforms.select(editor, Editor.start(editor, [4]));
    editor.insertData(clipboard({}, [new File([new Uint8Array(1)], 'a.png', { type: 'image/png' })]));
    expect(seen).toEqual(['a.png']);
    expect(JSON.stringify(editor.children)).toBe(before);
  });
});
