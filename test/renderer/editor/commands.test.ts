import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Block, Citation, Part, PartKey, Table } from '../../../core/report/document.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import { indentItem, outdentItem, toggleHeading, toggleList } from '../../../renderer/editor/commands/blocks.ts';
import { insertBlock, insertCitation, newTable } from '../../../renderer/editor/commands/inserting.ts';
import { setLink, toggleMark } from '../../../renderer/editor/commands/marks.ts';
import { isNarrative, setNarrative } from '../../../renderer/editor/commands/narrative.ts';
import {
  addColumn,
  addRow,
  moveCell,
  removeColumn,
  removeRow,
  toggleHeaderRow,
} from '../../../renderer/editor/commands/tables.ts';
import { findAll, firstFrom } from '../../../renderer/editor/find/matches.ts';
import { replaceRange } from '../../../renderer/editor/find/replacing.ts';
import { best, hits, rank } from '../../../renderer/editor/pickers/matching.ts';
import { queryAt } from '../../../renderer/editor/pickers/trigger.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';
import { blocksOf, citation, editorWith, everything, heading, list, paragraph, parts, table, text } from './sample.ts';
import { faultsOf } from './soundness.ts';

const index = (editor: CaseEditor, key: PartKey) => (editor.children as Part[]).findIndex(part => part.key === key);
const caret = (editor: CaseEditor, key: PartKey, path: number[], offset: number) =>
  Transforms.select(editor, { path: [index(editor, key), ...path], offset });

describe('forms of paragraphs', () => {
  it('a heading is made and unmade without a trace', () => {
    const editor = editorWith(parts({ introduction: [paragraph('Aim')] }));
    caret(editor, 'introduction', [0, 0], 1);
    toggleHeading(editor, 2);
    expect(blocksOf(editor, 'introduction')).toEqual([heading(2, 'Aim')]);
    toggleHeading(editor, 2);
    expect(blocksOf(editor, 'introduction')).toEqual([paragraph('Aim')]);
  });

  it('chosen paragraphs become one list; a declaration takes lists but no headings', () => {
    const editor = editorWith(parts({ consent: [paragraph('one'), paragraph('two')] }));
    Transforms.select(editor, [index(editor, 'consent')]);
    toggleHeading(editor, 1);
    toggleList(editor, false);
    expect(blocksOf(editor, 'consent')).toEqual([list('one', 'two')]);
  });

  it('an item goes one level in and comes back out', () => {
    const editor = editorWith(parts({ observation: [list('one', 'two')] }));
    caret(editor, 'observation', [0, 1, 0, 0], 0);
    expect(indentItem(editor)).toBe(true);
    expect(blocksOf(editor, 'observation')).toEqual([
      { type: 'list', ordered: false, children: [{ type: 'list-item', children: [paragraph('one'), list('two')] }] },
    ]);
    outdentItem(editor);
    expect(blocksOf(editor, 'observation')).toEqual([list('one', 'two')]);
  });

  it('what follows an item inside its list stays below it when it comes out', () => {
    const editor = editorWith(
      parts({
        observation: [
          {
            type: 'list',
            ordered: false,
            children: [{ type: 'list-item', children: [paragraph('a') as never, list('b', 'c') as never] }],
          },
        ],
      }),
    );
    caret(editor, 'observation', [0, 0, 1, 0, 0, 0], 0);
    outdentItem(editor);
    expect(faultsOf(editor)).toEqual([]);
    expect(blocksOf(editor, 'observation').map(textOf)).toEqual(['a\nb\nc']);
  });

  it('superscript takes subscript away', () => {
    const editor = editorWith(parts({ introduction: [paragraph(text('2', { sub: true }))] }));
    Transforms.select(editor, [index(editor, 'introduction')]);
    toggleMark(editor, 'sup');
    expect(blocksOf(editor, 'introduction')).toEqual([paragraph(text('2', { sup: true }))]);
  });

  it('a link is set with its scheme and taken away', () => {
    const editor = editorWith(parts({ introduction: [paragraph('see site')] }));
    const at = [index(editor, 'introduction'), 0, 0];
    Transforms.select(editor, { anchor: { path: at, offset: 4 }, focus: { path: at, offset: 8 } });
    setLink(editor, 'example.org');
    expect(blocksOf(editor, 'introduction')).toEqual([
      paragraph('see ', { type: 'link', url: 'https://example.org', children: [text('site')] }, ''),
    ]);
    setLink(editor, '');
    expect(blocksOf(editor, 'introduction')).toEqual([paragraph('see site')]);
  });
});

describe('citing', () => {
  it('a reference cited right behind a citation joins it, once', () => {
    const editor = editorWith(parts({ introduction: [paragraph('rare', citation('c1', 'r1'), '.')] }));
    caret(editor, 'introduction', [0, 2], 0);
    expect(insertCitation(editor, [{ reference: 'r2' }, { reference: 'r1' }])).toBe('c1');
    const clusters = citationsOf(blocksOf(editor, 'introduction'));
    expect(clusters.map(({ items }: Citation) => items.map(item => item.reference))).toEqual([['r1', 'r2']]);
  });

  it('the typed query is replaced and the caret goes on behind the citation', () => {
    const editor = editorWith(parts({ introduction: [paragraph('rare @del.')] }));
    caret(editor, 'introduction', [0, 0], 9);
    const query = queryAt(editor, '@');
    expect(query?.text).toBe('del');
    insertCitation(editor, [{ reference: 'r1' }], query?.range);
    editor.insertText('|');
    expect(textOf(blocksOf(editor, 'introduction')[0] as Block)).toBe('rare |.');
  });

  it('at the end of a paragraph the caret stays in it', () => {
    const editor = editorWith(parts({ introduction: [paragraph('Rare @n')], observation: [paragraph('Next.')] }));
    caret(editor, 'introduction', [0, 0], 7);
    const query = queryAt(editor, '@');
    insertCitation(editor, [{ reference: 'r1' }], query?.range);
    editor.insertText('.');
    expect(textOf(blocksOf(editor, 'introduction')[0] as Block)).toBe('Rare .');
    expect(textOf(blocksOf(editor, 'observation')[0] as Block)).toBe('Next.');
    expect(faultsOf(editor)).toEqual([]);
  });

  it('an address and a ratio open nothing', () => {
    const at = (letters: string, sign: '@' | '/') => {
      const editor = editorWith(parts({ introduction: [paragraph(letters)] }));
      caret(editor, 'introduction', [0, 0], letters.length);
      return queryAt(editor, sign)?.text ?? null;
    };
    expect(at('mail c.aubanel@hopital.example', '@')).toBeNull();
    expect(at('62 mg/L', '/')).toBeNull();
    expect(at('rare.@rheo fib', '@')).toBe('rheo fib');
    expect(at('see /tab', '/')).toBe('tab');
  });

  it('accents and case are folded, every word has to be somewhere, and the letters found are marked', () => {
    expect(rank('Rhéophérèse et artériolopathie', 'RHEO arter')).not.toBeNull();
    expect(rank('Rhéophérèse', 'rheo fib')).toBeNull();
    expect(hits('Rhéophérèse', 'rheo')[0]).toEqual({ text: 'Rhéo', hit: true });
    expect(rank('Œdème cérébral', 'oedeme')).not.toBeNull();
    expect(rank('Oesophagite', 'œso')).not.toBeNull();
    expect(hits('Le cœur', 'coe')).toEqual([
      { text: 'Le ', hit: false },
      { text: 'cœ', hit: true },
      { text: 'ur', hit: false },
    ]);
    expect(best(['a fibrinogen', 'Fibrin', 'profibrotic'], 'fib', item => item, 2)).toEqual(['Fibrin', 'a fibrinogen']);
  });
});

describe('tables', () => {
  const withTable = () => {
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
    caret(editor, 'observation', [0, 1, 1, 0], 0);
    return editor;
  };
  const rows = (editor: CaseEditor) =>
    (blocksOf(editor, 'observation')[0] as Table).children
      .slice(1)
      .map(row => row.children.map(cell => textOf(cell)).join(' '));
  const headers = (editor: CaseEditor) => (blocksOf(editor, 'observation')[0] as Table).headerRows;

  it('a row above the header is header, and taking it away leaves one', () => {
    const editor = withTable();
    addRow(editor, 'above');
    expect([rows(editor), headers(editor)]).toEqual([[' ', 'a b', 'c d'], 2]);
    removeRow(editor);
    expect([rows(editor), headers(editor)]).toEqual([['a b', 'c d'], 1]);
    toggleHeaderRow(editor);
    expect(headers(editor)).toBe(0);
  });

  it('columns come and go in every row; the last one takes the table with it', () => {
    const editor = withTable();
    addColumn(editor, 'left');
    expect(rows(editor)).toEqual(['a  b', 'c  d']);
    for (let count = 0; count < 3; count++) removeColumn(editor);
    expect(blocksOf(editor, 'observation').some(({ type }) => type === 'table')).toBe(false);
    expect(faultsOf(editor)).toEqual([]);
  });

  it('Tab walks the cells and makes a row behind the last', () => {
    const editor = withTable();
    for (let count = 0; count < 3; count++) moveCell(editor, 1);
    expect(rows(editor)).toEqual(['a b', 'c d', ' ']);
    expect(Editor.string(editor, editor.selection as never)).toBe('');
  });

  it('a new table takes the place of an empty paragraph and leaves a line below it', () => {
    const editor = editorWith(parts({ observation: [paragraph('')] }));
    caret(editor, 'observation', [0, 0], 0);
    insertBlock(editor, newTable());
    expect(blocksOf(editor, 'observation').map(({ type }) => type)).toEqual(['table', 'paragraph']);
  });
});

describe('finding', () => {
  const found = (editor: CaseEditor, sought: string, options = {}) =>
    findAll(editor, sought, { matchCase: false, wholeWord: false, ...options }).map(range =>
      Editor.string(editor, range),
    );

  it('folds accents, case, no-break spaces and apostrophes, and crosses marks', () => {
    const editor = editorWith(
      parts({ introduction: [paragraph('L’', text('Écoul', { bold: true }), 'ement : l\u2019écoulement')] }),
    );
    expect(found(editor, "l'ecoulement")).toEqual(['L’Écoulement', 'l’écoulement']);
    expect(found(editor, "l'écoulement", { matchCase: true })).toEqual(['l’écoulement']);
  });

  it('begins at the caret, and at the first place again behind the last', () => {
    const editor = editorWith(parts({ introduction: [paragraph('la la')], discussion: [paragraph('la')] }));
    const places = findAll(editor, 'la', { matchCase: false, wholeWord: false });
    const at = (key: PartKey, offset: number) => ({ path: [index(editor, key), 0, 0], offset });
    expect([0, 1, 3, 4].map(offset => firstFrom(places, at('introduction', offset)))).toEqual([0, 1, 1, 2]);
    expect(firstFrom(places, at('conclusion', 0))).toBe(0);
  });

  it('looks into captions and cells, never across a citation', () => {
    const editor = editorWith(everything());
    expect(found(editor, 'right thigh')).toEqual(['Right thigh.'.slice(0, 11)]);
    expect(found(editor, 'fibrinogen')).toEqual(['Fibrinogen']);
    expect(found(editor, 'rare. it')).toEqual([]);
  });

  it('finds œ as oe and the other way round, and replaces it where it stands', () => {
    const editor = editorWith(
      parts({ introduction: [paragraph('Un cœur, ', text('un œd', { bold: true }), 'ème, un oedème du cæcum.')] }),
    );
    expect(found(editor, 'oedeme')).toEqual(['œdème', 'oedème']);
    expect(found(editor, 'œdème', { wholeWord: true })).toEqual(['œdème', 'oedème']);
    expect(found(editor, 'caecum')).toEqual(['cæcum']);
    for (const range of findAll(editor, 'oedeme', { matchCase: false, wholeWord: true }).toReversed())
      Transforms.insertText(editor, 'gonflement', { at: range });
    expect(textOf(blocksOf(editor, 'introduction')[0] as Block)).toBe(
      'Un cœur, un gonflement, un gonflement du cæcum.',
    );
  });

  it.each(['fièvre', '', 'a'])('puts “%s” in every place as typing over it would', by => {
    const [quick, slow] = [editorWith(everything()), editorWith(everything())];
    const places = findAll(quick, 'a', { matchCase: false, wholeWord: false });
    expect(places.length).toBeGreaterThan(10);
    for (const range of places.toReversed()) {
      replaceRange(quick, range, by);
      Transforms.insertText(slow, by, { at: range });
    }
    expect(quick.children).toEqual(slow.children);
    expect(faultsOf(quick)).toEqual(faultsOf(slow));
  });

  it('whole words are not parts of words', () => {
    const editor = editorWith(parts({ introduction: [paragraph('rare rarement rare')] }));
    expect(found(editor, 'rare', { wholeWord: true })).toHaveLength(2);
  });
});

describe('authors named in the sentence', () => {
  const shown = (editor: CaseEditor) => {
    const block = blocksOf(editor, 'introduction')[0] as Block;
    const [cited] = citationsOf([block]);
    return [textOf(block), cited?.items.map(({ suppressAuthor }) => suppressAuthor)];
  };
  const at = (editor: CaseEditor, child: number) => [index(editor, 'introduction'), 0, child];
  const cited = (editor: CaseEditor) => citationsOf([blocksOf(editor, 'introduction')[0] as Block])[0];
  it('are the citation’s own and no letters of the sentence, and are taken back without a trace', () => {
    const editor = editorWith(parts({ introduction: [paragraph('As shown by ', citation('c', 'r'), '.')] }));
    const before = structuredClone(editor.children);
    setNarrative(editor, at(editor, 1), 'Klingel et al.', true);
    expect(cited(editor)).toMatchObject({ narrative: true, items: [{ reference: 'r', suppressAuthor: true }] });
    setNarrative(editor, at(editor, 1), 'Klingel et al.', false);
    expect(editor.children).toEqual(before);
    expect(faultsOf(editor)).toEqual([]);
  });
  it('that were typed give way to the citation’s own, other words stay', () => {
    const editor = editorWith(parts({ introduction: [paragraph('By Klingel et al. ', citation('c', 'r'), ' seen.')] }));
    setNarrative(editor, at(editor, 1), 'Klingel et al.', true);
    expect(shown(editor)[0]).toMatch(/^By (?!Klingel)/);
    setNarrative(editor, at(editor, 1), 'Klingel et al.', false);
    expect(shown(editor)[0]).toMatch(/^By (?!Klingel)/);
    expect(cited(editor)).not.toHaveProperty('narrative');
  });
  it('stand apart from the word that a raised call stood close to', () => {
    const editor = editorWith(parts({ introduction: [paragraph('Seen before', citation('c', 'r'), '.')] }));
    setNarrative(editor, at(editor, 1), 'Klingel et al.', true);
    expect(shown(editor)[0]).toBe('Seen before .');
  });
  it('of an older report, typed with the call, are taken back with it', () => {
    const old = { ...(citation('c', 'r') as Citation), items: [{ reference: 'r', suppressAuthor: true as const }] };
    const editor = editorWith(parts({ introduction: [paragraph('By Klingel et al.\u00a0', old, ' seen.')] }));
    expect(isNarrative(old)).toBe(true);
    setNarrative(editor, at(editor, 1), 'Klingel et al.', false);
    expect(shown(editor)).toEqual([expect.stringMatching(/^By (?!Klingel)/), [undefined]]);
  });
});
