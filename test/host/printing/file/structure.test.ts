import { beforeAll, describe, expect, test } from 'vitest';
import { createPrinter } from '../../../../host/printing/index.ts';
import { allElements, type Element, marksOf, type PageMarks, refOf, structureOf } from '../marked-content.ts';
import { PdfFile, type Ref, textOf, type Value } from '../pdf-objects.ts';
import { definition, paragraph, wholeReport } from '../sample.ts';

let file: PdfFile;
let marks: readonly PageMarks[];
let elements: readonly Element[];

beforeAll(async () => {
  file = new PdfFile(await createPrinter().print(await wholeReport(), { lineNumbers: true }));
  marks = marksOf(file);
  elements = allElements(structureOf(file));
});

const ofType = (type: string): readonly Element[] => elements.filter(element => element.type === type);

describe('what is painted', () => {
  test('is all within marked content, which is never nested or left open', () => {
    expect(marks.length).toBeGreaterThan(3);
    expect(marks.map(({ unmarked, unbalanced }) => [unmarked, unbalanced])).toEqual(marks.map(() => [0, 0]));
  });

  test('includes running heads, page and line numbers and rules as artifacts', () => {
    for (const page of marks) expect(page.artifacts).toBeGreaterThan(0);
  });

  test('has no glyph that prints an empty box', () => {
    expect(marks.reduce((sum, page) => sum + page.notdefs, 0)).toBe(0);
  });

  test('belongs to exactly one element, the same in the tree and in the parent tree', () => {
    const owners = new Map(elements.flatMap(element => element.content.map(key => [key, element.ref])));
    const parentTree = file.dict(file.dict(file.catalog.StructTreeRoot).ParentTree);
    const numbers = file.array(parentTree.Nums);
    let count = 0;
    for (const { ref, page, contentIds } of marks) {
      expect(contentIds).toEqual(contentIds.map((_, index) => index));
      const at = numbers.findIndex((value, index) => index % 2 === 0 && value === page.StructParents);
      const listed = (numbers[at + 1] as readonly Ref[]).map(each => each.ref);
      expect(listed).toEqual(contentIds.map(id => owners.get(`${ref}#${id}`)));
      count += contentIds.length;
    }
    expect(count).toBe(owners.size);
  });
});

describe('the tree', () => {
  test('knows only standard types, each within one it may stand in', () => {
    const within: Readonly<Record<string, readonly string[]>> = {
      LI: ['L'],
      Lbl: ['LI', 'Note'],
      LBody: ['LI'],
      THead: ['Table'],
      TBody: ['Table'],
      TR: ['THead', 'TBody'],
      TH: ['TR'],
      TD: ['TR'],
      TOCI: ['TOC'],
    };
    const standard = 'Document H1 H2 P L Figure Caption Table TOC Span Link Reference Note BibEntry'.split(' ');
    for (const element of elements) {
      const parents = within[element.type];
      if (parents) expect(parents).toContain(element.parent?.type);
      else expect(standard).toContain(element.type);
    }
  });

  test('points back from every element to its parent', () => {
    for (const element of elements.slice(1)) expect(refOf(element.dict.P)).toBe(element.parent?.ref);
  });

  test('reads headings in order and begins with the first level', () => {
    const levels = elements.filter(({ type }) => /^H\d$/.test(type)).map(({ type }) => Number(type[1]));
    expect(levels).toEqual([1, 2, 2, 2, 2]);
  });

  test('describes figures in words and says where they are', () => {
    const figures = ofType('Figure');
    expect(figures.map(figure => textOf(figure.dict.Alt))).toEqual([
      'Frise de J0 à J30',
      'Biopsie cutanée, coloration HES',
    ]);
    for (const figure of figures) {
      const box = file.dict(figure.dict.A).BBox as readonly number[];
      expect(box[2]! - box[0]!).toBeGreaterThan(100);
    }
  });

  test('reads a table once, however many pages repeat its head, and heads its columns and rows', () => {
    expect(ofType('Table')).toHaveLength(1);
    expect(ofType('TR')).toHaveLength(51);
    const scopes = ofType('TH').map(cell => (file.dict(cell.dict.A).Scope as { name: string }).name);
    expect(scopes.filter(scope => scope === 'Column')).toHaveLength(3);
    expect(scopes.filter(scope => scope === 'Row')).toHaveLength(50);
  });

  test('holds the content of every cell, also where cells look the same', () => {
    const cells = [...ofType('TD'), ...ofType('TH')];
    expect(cells).toHaveLength(153);
    for (const cell of cells) expect(cell.content.length).toBeGreaterThan(0);
  });

  test('puts a nested list into the item before it', () => {
    const nested = ofType('L').filter(list => list.parent?.type === 'LBody');
    expect(nested).toHaveLength(1);
    expect(nested[0]?.children).toHaveLength(2);
  });

  test('gives every item its label and body', () => {
    for (const item of ofType('LI')) expect(item.children.map(child => child.type)).toEqual(['Lbl', 'LBody']);
  });

  test('reads a footnote where it is marked', () => {
    const [note] = ofType('Note');
    const siblings = note?.parent?.children.map(child => child.type) ?? [];
    expect(siblings.slice(siblings.indexOf('Note') - 1)).toEqual(['Reference', 'Note']);
    expect(textOf(note?.dict.ID)).toBe('footnote-1');
  });

  test('names the language of words in another', () => {
    expect(ofType('Span').map(span => textOf(span.dict.Lang))).toEqual(['en-GB']);
    expect(textOf(file.catalog.Lang)).toBe('fr-FR');
  });

  test('holds one element for a link in several styles', () => {
    const parents = ofType('Link').map(link => link.parent?.type);
    expect(parents.filter(type => type === 'P')).toHaveLength(1);
  });
});

test('every link annotation is described, printed, and part of a Link element on its page', () => {
  const owners = new Map(elements.flatMap(element => element.objects.map(object => [object, element])));
  let links = 0;
  for (const { page } of marks) {
    for (const annotation of file.array(page.Annots)) {
      const dict = file.dict(annotation);
      expect(owners.get(refOf(annotation))?.type).toBe('Link');
      expect(textOf(dict.Contents).length).toBeGreaterThan(0);
      expect(Number(dict.F) & 4).toBe(4);
      links++;
    }
  }
  expect(links).toBe(owners.size);
  expect(links).toBeGreaterThan(5);
});

test('a heading’s bookmark leads to the heading, under the one above it', () => {
  const outlines = file.dict(file.catalog.Outlines);
  const children = (item: Value | undefined): readonly string[] => {
    const titles: string[] = [];
    for (let at = item; at !== undefined; at = file.dict(at).Next) titles.push(textOf(file.get(file.dict(at).Title)));
    return titles;
  };
  expect(children(outlines.First)).toEqual(['Un cas de calciphylaxie', 'Références']);
  const first = file.dict(outlines.First);
  expect(children(first.First)).toEqual(['Introduction', 'Observation']);
  const [page, kind, left, top] = file.array(first.Dest);
  expect(refOf(page)).toBe(marks[0]?.ref);
  expect((kind as { name: string }).name).toBe('XYZ');
  expect([left, top]).toEqual([72, 841.89 - 72 - 14]);
});

test('a page says that its annotations follow the structure', () => {
  for (const { page } of marks) expect(page.Tabs).toEqual({ name: 'S' });
});

test('a table without a head keeps its rows directly', async () => {
  const pdf = await createPrinter().print(definition([{ table: { body: [['a', 'b']] } }, paragraph(5, 1)]));
  const [table] = allElements(structureOf(new PdfFile(pdf))).filter(element => element.type === 'Table');
  expect(table?.children.map(child => child.type)).toEqual(['TR']);
});
