/** A small report with one of everything, for tests of the editor. */
import type { Block, Caption, Inline, Part, PartKey, Text } from '../../../core/report/document.ts';
import { emptyPart, partOrder } from '../../../core/report/parts.ts';
import type { Language } from '../../../core/report/types.ts';
import { createCaseEditor } from '../../../renderer/editor/create.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';

export const text = (letters: string, marks: Omit<Text, 'text'> = {}): Text => ({ text: letters, ...marks });
export const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: inlines(children),
});
export const heading = (level: 1 | 2, letters: string): Block => ({
  type: 'heading',
  level,
  children: [text(letters)],
});
export const caption = (letters: string): Caption => ({ type: 'caption', children: [text(letters)] });

function inlines(children: readonly (Inline | string)[]): Inline[] {
  return children.map(child => (typeof child === 'string' ? text(child) : child));
}

export const citation = (id: string, ...references: string[]): Inline => ({
  type: 'citation',
  id,
  items: references.map(reference => ({ reference })),
  children: [text('')],
});

export const figure = (id: string, letters: string): Block => ({ type: 'figure', id, children: [caption(letters)] });

export const table = (id: string, rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  id,
  headerRows: 1,
  children: [
    caption(`Caption of ${id}`),
    ...rows.map(row => ({
      type: 'table-row' as const,
      children: row.map(cell => ({ type: 'table-cell' as const, children: [text(cell)] })),
    })),
  ],
});

export const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  children: items.map(item => ({ type: 'list-item', children: [{ type: 'paragraph', children: [text(item)] }] })),
});

/** The parts of a report: those given, all others empty. */
export function parts(filled: Partial<Record<PartKey, Block[]>>, language: Language = 'fr'): Part[] {
  const other = language === 'fr' ? 'abstract:en' : 'abstract:fr';
  return partOrder(language)
    .filter(key => key !== other || filled[key] !== undefined)
    .map(key => ({ ...emptyPart(key), ...(filled[key] && { children: filled[key] }) }));
}

/** One of every kind of node. */
export function everything(): Part[] {
  return parts({
    title: [paragraph('A title')],
    'abstract:fr': [heading(1, 'Contexte'), paragraph('Une femme de 58 ans.')],
    'abstract:en': [paragraph('A woman of 58 years.')],
    introduction: [
      paragraph('Calciphylaxis is rare', citation('c1', 'r1', 'r2'), '. It ', text('kills', { italic: true }), '.'),
      heading(1, 'Aim'),
      paragraph('See ', { type: 'link', url: 'https://example.org/', children: [text('the site')] }, ' for more.'),
    ],
    observation: [
      paragraph(
        'At day 0 ',
        { type: 'value', series: 's1', point: 'p1', show: 'value-unit', children: [text('')] },
        '.',
      ),
      figure('f1', 'Right thigh.'),
      paragraph('Between.'),
      table('t1', [
        ['Day', 'CRP', 'Fibrinogen'],
        ['0', '62', '6.8'],
        ['45', '8', '3.2'],
      ]),
      { type: 'chart', id: 'k1', series: ['s1'], children: [caption('Course.')] },
      list('first', 'second', 'third'),
      { type: 'lab-table', id: 'l1', series: ['s1'], children: [caption('Values.')] },
      paragraph(
        'As ',
        { type: 'cross-reference', target: 'f1', children: [text('')] },
        ' shows',
        citation('c2', 'r1'),
        '.',
      ),
    ],
    discussion: [paragraph('First.'), paragraph('Second', citation('c3', 'r3'), '.')],
    consent: [paragraph('Consent was given.')],
    contributions: [list('CA wrote', 'YM read')],
  });
}

export function editorWith(value: Part[], language: Language = 'fr'): CaseEditor {
  return createCaseEditor({ parts: value, language });
}

/** The children of a part of the editor. */
export function blocksOf(editor: CaseEditor, key: PartKey): readonly Block[] {
  const part = (editor.children as Part[]).find(each => each.key === key);
  if (!part) throw new Error(`no part ${key}`);
  return part.children;
}
