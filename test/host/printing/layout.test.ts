import { describe, expect, test } from 'vitest';
import type { Block, Definition } from '../../../core/export/pdf/definition.ts';
import type { LayoutNode, LayoutPage, Line } from '../../../host/printing/engine/types.ts';
import { createTypesetter, type PrintOptions } from '../../../host/printing/printer.ts';
import { allElements, structureOf } from './marked-content.ts';
import { PdfFile } from './pdf-objects.ts';
import { definition, pageTexts, paragraph, prose } from './sample.ts';

const typesetter = createTypesetter();

async function pagesOf(from: Definition, options?: PrintOptions): Promise<readonly LayoutPage[]> {
  return (await typesetter.layOut(from, options)).pages;
}

/** Lines of the text, without running heads and numbers. */
function textLines(page: LayoutPage): readonly Line[] {
  return page.items.flatMap(({ type, item }) =>
    type === 'line' && item.setting && 'element' in item.setting.mark ? [item] : [],
  );
}

const textOf = (line: Line | undefined): string => line?.inlines.map(word => word.text).join('') ?? '';

/** Headings and paragraphs of many lengths, so that every kind of page break occurs. */
function longText(seed: number): readonly Block[] {
  return Array.from({ length: 60 }, (_, index): readonly Block[] => [
    ...(index % 4 === 0 ? [{ text: `Section ${index}`, headlineLevel: 2, style: 'heading2' }] : []),
    paragraph(12 + ((index * 37 + seed * 13) % 90), index + seed),
  ]).flat();
}

const twoColumns = (content: readonly Block[]): readonly Block[] => [
  {
    columns: [
      { width: '*', stack: content },
      { width: '*', text: '' },
    ],
    columnGap: 24,
    snakingColumns: true,
  },
];

describe.each([
  ['one column', (content: readonly Block[]) => content],
  ['two columns', twoColumns],
])('in %s', (_, arranged) => {
  test.each([1, 2, 3, 4])(
    'no page or column begins or ends with a single line of a paragraph (text %i)',
    async seed => {
      const pages = await pagesOf(definition(arranged(longText(seed))));
      expect(pages.length).toBeGreaterThan(3);
      const parts = new Map<LayoutNode, Map<string, number>>();
      pages.forEach((page, number) => {
        for (const line of textLines(page)) {
          const { node, columnLeft } = line.setting!;
          const part = parts.get(node) ?? new Map<string, number>();
          const column = `${number} ${columnLeft}`;
          parts.set(node, part.set(column, (part.get(column) ?? 0) + 1));
        }
      });
      const broken = [...parts.values()].filter(part => part.size > 1);
      expect(broken.length).toBeGreaterThan(1);
      for (const part of broken) {
        const counts = [...part.values()];
        expect(Math.min(counts[0]!, counts.at(-1)!)).toBeGreaterThanOrEqual(2);
      }
    },
  );

  test.each([1, 2, 3, 4])('no heading ends a page or column (text %i)', async seed => {
    const pages = await pagesOf(definition(arranged(longText(seed))));
    let checked = 0;
    for (const page of pages) {
      const lines = textLines(page);
      for (const left of new Set(lines.map(line => line.setting!.columnLeft))) {
        const column = lines.filter(line => line.setting!.columnLeft === left);
        const lowest = column.reduce((low, line) => (line.y > low.y ? line : low));
        expect(lowest.setting!.node.headlineLevel).toBeUndefined();
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(3);
  });

  test('justified lines end exactly at the margin, and only spaces have grown', async () => {
    const pages = await pagesOf(definition(arranged(longText(5))));
    let justified = 0;
    for (const line of pages.flatMap(textLines)) {
      if (line.inlines[0]?.alignment !== 'justify' || line.lastLineInParagraph) continue;
      const last = line.inlines.at(-1)!;
      expect(last.x + last.width - last.trailingCut).toBeCloseTo(line.maxWidth, 1);
      line.inlines.forEach((word, index) => {
        const before = line.inlines[index - 1];
        if (word.justifyShift) expect(before?.text).toMatch(/ $/);
      });
      justified++;
    }
    expect(justified).toBeGreaterThan(100);
  });
});

test('spaces of justified French text grow by less than an em', async () => {
  const pages = await pagesOf(definition(longText(6)));
  const growths = pages
    .flatMap(textLines)
    .flatMap(line => line.inlines.map(word => (word.justifyShift ?? 0) / word.fontSize));
  expect(Math.max(...growths)).toBeLessThan(1);
});

test('a no-break space, narrow or not, ends no line and keeps its width', async () => {
  const text = Array.from({ length: 200 }, (_, index) => `« mot${index} » ; ${index}\u202fmg/L à 5\u00a0%`)
    .join(' ')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»')
    .replaceAll(' ;', '\u202f;');
  const pages = await pagesOf(definition([{ text, style: 'body' }]));
  const lines = pages.flatMap(textLines);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    expect(textOf(line)).not.toMatch(/[\u00a0\u202f]$/);
    for (const word of line.inlines.filter(each => /[\u00a0\u202f]/.test(each.text)))
      expect(word.width).toBeCloseTo(word.font.widthOfString(word.text, word.fontSize), 6);
  }
});

test('more than two lines in a row end in a hyphen only where the spaces would have doubled', async () => {
  const pages = await pagesOf(definition(longText(7)));
  let row = 0;
  let ladders = 0;
  let hyphens = 0;
  for (const line of pages.flatMap(textLines)) {
    const isHyphenated = line.inlines.at(-1)?._isHyphenated ?? false;
    row = isHyphenated ? row + 1 : 0;
    if (isHyphenated) hyphens++;
    if (row > 2) ladders++;
  }
  expect(hyphens).toBeGreaterThan(20);
  expect(ladders / hyphens).toBeLessThan(0.1);
});

test('a word at a change of style is divided too', async () => {
  const text = Array.from({ length: 40 }, () => ['un ', { text: 'hyperparathyroïdie', italics: true }, ', ']).flat();
  const pages = await pagesOf(definition([{ text, style: 'body' }]));
  expect(pages.flatMap(textLines).some(line => line.inlines.some(word => word._isHyphenated))).toBe(true);
});

test('a hyphen of ours is marked as none in the text that is copied', async () => {
  const file = new PdfFile(await typesetter.print(definition([paragraph(120, 8)])));
  const content = file.stream(file.pages[0]?.page.Contents).toString('latin1');
  expect(content).toContain('/ActualText <FEFF00AD>');
});

test('words broken off one column are whole again where the next is wider', async () => {
  const content: Block[] = [
    {
      columns: [
        { width: 150, stack: [paragraph(600, 9)] },
        { width: 250, text: '' },
      ],
      columnGap: 20,
      snakingColumns: true,
    },
  ];
  const text = (await pageTexts(await typesetter.print(definition(content), { hyphenate: true }))).join(' ');
  const joined = text.replace(/-\s*\n?\s*/g, '').replace(/\s+/g, '');
  expect(joined).toBe(prose(600, 9).replace(/-/g, '').replace(/\s+/g, ''));
});

test('a caption stays with its table, a figure with its caption', async () => {
  for (let filler = 20; filler < 44; filler += 2) {
    const pages = await pagesOf(
      definition([
        ...Array.from({ length: filler }, (_, index) => ({ text: `Ligne ${index}` })),
        { text: 'Tableau 1', keepNext: true, tag: 'Caption' },
        {
          table: { headerRows: 1, dontBreakRows: true, body: [['Tête'], ['rangée un'], ['rangée deux']] },
          layout: 'rules',
        },
      ]),
    );
    const pageOf = (text: string): number =>
      pages.findIndex(page => textLines(page).some(line => textOf(line) === text));
    expect(pageOf('Tableau 1')).toBe(pageOf('rangée un'));
  }
});

test.each([
  ['one column', (content: readonly Block[]) => content],
  ['two columns', twoColumns],
])('the head of a table is repeated above its rows on every page and column (%s)', async (_, arranged) => {
  const body = [['Variable', 'Valeur'], ...Array.from({ length: 120 }, (_row, index) => [`v${index}`, '5'])];
  const table: Block = { table: { headerRows: 1, dontBreakRows: true, widths: ['*', 40], body }, layout: 'rules' };
  const pages = await pagesOf(definition(arranged([paragraph(300, 1), table])));
  let heads = 0;
  for (const page of pages) {
    const lines = textLines(page).filter(line => line.setting!.isInCell);
    const columns = new Set(lines.filter(line => /^v\d/.test(textOf(line))).map(line => Math.round(line.x)));
    for (const x of columns) {
      const column = lines.filter(line => Math.round(line.x) === x).sort((a, b) => a.y - b.y);
      expect(column.map(textOf).filter(text => text === 'Variable')).toHaveLength(1);
      expect(textOf(column[0])).toBe('Variable');
      heads++;
    }
  }
  expect(heads).toBeGreaterThan(2);
  expect(pages.length).toBeLessThan(8);
});

test('a block over all columns stands at the top of a page, and the text flows on without a gap before it', async () => {
  const wide: Block = {
    stack: [{ table: { widths: ['*'], heights: 200, body: [['wide']] } as never }, { text: 'Legend', tag: 'Caption' }],
    unbreakable: true,
    across: true,
  };
  const pages = await pagesOf(definition(twoColumns([paragraph(60, 1), wide, ...longText(2).slice(0, 30)])));
  const found = pages.findIndex(page => textLines(page).some(line => textOf(line) === 'Legend'));
  expect(found).toBe(1);
  const lines = textLines(pages[1]!);
  const legend = lines.find(line => textOf(line) === 'Legend')!;
  for (const line of lines.filter(each => !each.setting!.isInCell && each !== legend))
    expect(line.y).toBeGreaterThan(legend.y);
  const columns = new Set(lines.filter(line => line.y > legend.y).map(line => Math.round(line.setting!.columnLeft)));
  expect(columns.size).toBe(2);
  // The page before is full: its second column ends near the foot.
  const [before] = pages;
  const lowest = Math.max(...textLines(before!).map(line => line.y));
  expect(lowest).toBeGreaterThan(841.89 - 72 - 60);
});

test('blocks over all columns that are still waiting stand below the columns, none lost', async () => {
  const wide = (name: string): Block => ({
    stack: [{ text: name, tag: 'Caption' }],
    unbreakable: true,
    across: true,
  });
  const pages = await pagesOf(definition(twoColumns([wide('first'), paragraph(60, 1), wide('second')])));
  expect(pages).toHaveLength(1);
  const lines = textLines(pages[0]!);
  const text = lines.filter(line => !/^(?:first|second)$/.test(textOf(line)));
  const lowest = Math.max(...text.map(line => line.y));
  for (const name of ['first', 'second']) {
    const line = lines.find(each => textOf(each) === name);
    expect(line?.y).toBeGreaterThan(lowest);
    expect(line?.x).toBeCloseTo(72, 0);
  }
});

test('a figure that does not fit stands at the top of the next page, and the text fills the page before', async () => {
  const high = (name: string): Block => ({
    stack: [
      { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>', width: 300 },
      { text: name, tag: 'Caption' },
    ],
    unbreakable: true,
    floating: true,
  });
  const content = [paragraph(300, 1), high('Legend 1'), high('Legend 2'), ...longText(3).slice(0, 30)];
  const pages = await pagesOf(definition(content));
  const placeOf = (name: string) => pages.findIndex(page => textLines(page).some(line => textOf(line) === name));
  expect([placeOf('Legend 1'), placeOf('Legend 2')]).toEqual([1, 2]);
  for (const page of pages.slice(0, 3)) {
    const lowest = Math.max(...textLines(page).map(line => line.y));
    expect(lowest).toBeGreaterThan(841.89 - 72 - 80);
  }
  const legend = textLines(pages[1]!).find(line => textOf(line) === 'Legend 1')!;
  expect(legend.x).toBeCloseTo(72, 0);
  expect(textLines(pages[1]!).every(line => line === legend || line.y > legend.y)).toBe(true);
});

test('a figure after the last line is not lost', async () => {
  const high: Block = {
    stack: [
      { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>', width: 300 },
      { text: 'Legend', tag: 'Caption' },
    ],
    unbreakable: true,
    floating: true,
  };
  const pages = await pagesOf(definition([paragraph(400, 1), high, paragraph(10, 2)]));
  expect(pages.findIndex(page => textLines(page).some(line => textOf(line) === 'Legend'))).toBe(1);
});

test('a figure that waits is read where it is written', async () => {
  const figure: Block = {
    stack: [{ svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="500"/>', width: 300, alt: 'High' }],
    unbreakable: true,
    floating: true,
  };
  const file = new PdfFile(
    await typesetter.print(definition([paragraph(300, 1), figure, ...longText(3).slice(0, 12)])),
  );
  const kinds = allElements(structureOf(file)).map(({ type }) => type);
  expect(kinds.indexOf('Figure')).toBeLessThan(kinds.indexOf('H2'));
});

test('blocks side by side in a column go on to the next column, not to the next page', async () => {
  const entry = (index: number): Block => ({
    columns: [
      { text: `${index}.`, width: 20 },
      { text: prose(30, index), width: '*' },
    ],
    columnGap: 6,
  });
  const pages = await pagesOf(definition(twoColumns(Array.from({ length: 40 }, (_, index) => entry(index)))));
  const lefts = new Set(textLines(pages[0]!).map(line => Math.round(line.setting!.columnLeft)));
  expect(lefts.size).toBe(2);
});

test('a footnote stands on the page of its mark, also when marked in a table', async () => {
  const content: Block[] = Array.from({ length: 40 }, (_, index): Block => {
    const footnote = { footnote: { text: `Note numéro ${index + 1}.` } };
    const text = [`Repère ${index + 1}`, footnote, '. ', prose(40, index)];
    return index === 7 ? { table: { body: [[{ text }]] } } : { text, style: 'body' };
  });
  const texts = await pageTexts(await typesetter.print(definition(content), { hyphenate: false }));
  expect(texts.length).toBeGreaterThan(3);
  for (let number = 1; number <= 40; number++) {
    // The mark follows the number at once: "Repère 77" is Repère 7 with mark 7.
    const page = texts.find(text => text.includes(`Repère ${number}${number}.`));
    expect(page).toContain(`Note numéro ${number}.`);
  }
});

test('a footnote of a figure’s caption stands on the page of the figure, wherever that comes to stand', async () => {
  const figure = (index: number): Block => ({
    stack: [
      { svg: '<svg width="300" height="170"><rect width="300" height="170"/></svg>', alt: 'Dessin' },
      { text: [`Légende ${index}`, { footnote: { text: `Source ${index}. ${prose(30, index)}`, number: index } }] },
    ],
    unbreakable: true,
    floating: true,
  });
  const content = Array.from({ length: 24 }, (_, index) => [
    paragraph(50 + 7 * index, index),
    figure(index + 1),
  ]).flat();
  const texts = await pageTexts(await typesetter.print(definition(content), { hyphenate: false }));
  for (let number = 1; number <= 24; number++) {
    const page = texts.find(text => text.includes(`Légende ${number}${number}`));
    expect(page).toContain(`Source ${number}.`);
  }
});

test('footnotes never run into the text', async () => {
  const content = Array.from({ length: 30 }, (_, index) => ({
    text: [prose(60, index), { footnote: { text: prose(35, index + 100) } }, ' ', prose(20, index)],
    style: 'body',
  }));
  const pages = await pagesOf(definition(content));
  for (const page of pages) {
    const notes = page.items.flatMap(({ type, item }) => (type === 'line' && !item.setting && item.mark ? [item] : []));
    const top = Math.min(...notes.map(line => line.y));
    for (const line of textLines(page)) expect(line.y + line.getHeight()).toBeLessThanOrEqual(top);
    for (const line of notes) expect(line.y + line.getHeight()).toBeLessThanOrEqual(841.89 - 72 + 0.01);
  }
});

test('line numbers count every line of the text on both sides of two columns, and no cell', async () => {
  const content = twoColumns([paragraph(400, 1), { table: { body: [['cellule']] } }, paragraph(400, 2)]);
  const pages = await pagesOf(definition(content), { lineNumbers: { every: 1 } });
  const numbers = pages.flatMap(page =>
    page.items.flatMap(({ type, item }) =>
      type === 'line' && !item.setting && item.mark ? [Number(textOf(item))] : [],
    ),
  );
  const lines = pages.flatMap(textLines).filter(line => !line.setting!.isInCell);
  expect(numbers.length).toBe(lines.length);
  expect([...numbers].sort((a, b) => a - b)).toEqual(lines.map((_, index) => index + 1));
});

test('running heads know the page and the number of pages', async () => {
  const footer = { firstPage: null, otherPages: { text: 'page {page} sur {pages}' } };
  const texts = await pageTexts(await typesetter.print(definition([paragraph(1200, 1)], { footer })));
  expect(texts[0]).not.toContain('page 1');
  for (const [index, text] of texts.entries())
    if (index > 0) expect(text).toContain(`page ${index + 1} sur ${texts.length}`);
});

test('space above a block is dropped at the top of a further page', async () => {
  const content = [
    paragraph(60, 1),
    { text: 'Titre', headlineLevel: 2, margin: [0, 30, 0, 0], pageBreak: 'before' },
  ] as const;
  const forced = await pagesOf(definition(content));
  expect(textLines(forced[1]!)[0]?.y).toBe(72 + 30);
  const flowing = await pagesOf(
    definition(Array.from({ length: 60 }, (_, index) => ({ text: `Titre ${index}`, margin: [0, 30, 0, 0] as const }))),
  );
  expect(textLines(flowing[1]!)[0]?.y).toBe(72);
});

test.each<[string, (content: readonly Block[]) => Block]>([
  ['an unbreakable block', content => ({ stack: content, unbreakable: true })],
  ['a table’s row', content => ({ table: { dontBreakRows: true, body: [[{ stack: content }]] } })],
  ['a table’s head', content => ({ table: { headerRows: 1, body: [[{ stack: content }], ['suite']] } })],
])('%s higher than a page is broken rather than lost', async (_, made) => {
  const content = Array.from({ length: 8 }, (_paragraph, index) => ({ text: `Repère ${index}. ${prose(110, index)}` }));
  const text = (await pageTexts(await typesetter.print(definition(['Avant', made(content), 'Après'])))).join(' ');
  for (let index = 0; index < 8; index++) expect(text).toContain(`Repère ${index}.`);
  expect(text).toContain('Après');
});

test('a line may end after the slash of an address, never inside a unit', async () => {
  const linesOf = async (text: string) => {
    const [page] = await pagesOf(definition([{ columns: [{ width: 90, text }] }]));
    return textLines(page as never).map(textOf);
  };
  for (let filler = 1; filler < 14; filler++) {
    const lines = await linesOf(`${'a'.repeat(filler)} 5\u00a0mmol/L et/ou`);
    expect(lines.filter(line => line.endsWith('/'))).toEqual([]);
  }
  const address = await linesOf('https://example.org/registre/maladies/rares');
  expect(address.some(line => line.endsWith('/'))).toBe(true);
});

/** Every line on a page with the words it says and where it begins and ends. */
const placed = (page: LayoutPage) =>
  textLines(page).map(line => ({ text: textOf(line), from: line.x ?? 0, to: (line.x ?? 0) + line.getWidth() }));

test('a number is not parted from its unit or sign at the end of a line', async () => {
  const values = Array.from({ length: 60 }, (_, index) => `the mean was ${index + 3}.4 ± 0.2 mg/L at 37.5 °C`);
  const pages = await pagesOf(definition([{ text: values.join(', ') }]), { hyphenate: false });
  const lines = pages.flatMap(placed).map(({ text }) => text);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    expect(line).not.toMatch(/\d $/);
    expect(line).not.toMatch(/^(?:±|mg|°C)/);
  }
});

test('a long address in a reference stays within its column, and is divided after one of its signs', async () => {
  const doi = '10.1000/very.long.identifier.that.does.not.end.for.a.very.long.time.abcdefghijklmnop';
  const entry = (number: number): Block => ({
    columns: [
      { text: `${number}`, width: 20 },
      { text: `Somebody. A study. doi: ${doi}`, width: '*' },
    ],
    columnGap: 6,
  });
  const pages = await pagesOf(definition(twoColumns(Array.from({ length: 40 }, (_, index) => entry(index)))));
  const lines = pages.flatMap(page => textLines(page));
  const right = Math.max(...lines.map(line => (line.x ?? 0) + line.getWidth()));
  const { pageSize, pageMargins } = pages[0] as LayoutPage;
  expect(right).toBeLessThanOrEqual(pageSize.width - pageMargins.right + 0.5);
  const lefts = [
    ...new Set(lines.filter(line => textOf(line).startsWith('Somebody')).map(line => Math.round(line.x ?? 0))),
  ];
  expect(lefts).toHaveLength(2);
  const firstColumn = lines.filter(line => Math.round(line.x ?? 0) === Math.min(...lefts));
  const end = Math.max(...firstColumn.map(line => (line.x ?? 0) + line.getWidth()));
  expect(end).toBeLessThanOrEqual(Math.max(...lefts) - 20);
  expect(lines.some(line => /[/.]$/.test(textOf(line)) && textOf(line).includes('very'))).toBe(true);
});

test('figures with captions higher than a page stand one after the other, each whole before the next', async () => {
  const numbered = (name: string) => Array.from({ length: 1500 }, (_, index) => `${name}${index}`);
  const high = (name: string): Block => ({
    stack: [{ text: numbered(name).join(' ') }],
    unbreakable: true,
    floating: true,
  });
  const pages = await pagesOf(definition([...longText(1).slice(0, 4), high('first'), high('second'), ...longText(2)]));
  const said = pages.flatMap(page => textLines(page).flatMap(line => textOf(line).match(/(?:first|second)\d+/g) ?? []));
  expect(said).toEqual([...numbered('first'), ...numbered('second')]);
});

const drawn = (name: string, height: number, isWide = false): Block =>
  ({
    stack: [
      { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="${height}"/>`, width: 200 },
      { text: name, tag: 'Caption' },
    ],
    unbreakable: true,
    ...(isWide ? { across: true } : { floating: true }),
  }) as Block;

test('where a figure is too high for the columns below a wide one, text fills these, and nothing stands off the page', async () => {
  const figures = [
    drawn('wide 1', 300, true),
    drawn('high', 600),
    drawn('high 2', 550),
    drawn('wide 2', 300, true),
    drawn('high 3', 600),
  ];
  const content = [paragraph(80, 1), ...figures, ...longText(4)];
  const pages = await pagesOf(definition(twoColumns(content)));
  for (const page of pages)
    for (const line of textLines(page)) {
      expect(line.x).toBeGreaterThan(71);
      // The space that ends a line is not seen.
      expect(line.x + line.inlineWidths).toBeLessThan(595.28 - 72 + 5);
    }
  const texts = pages.map(page => textLines(page).map(textOf));
  for (const name of ['wide 1', 'high', 'high 2', 'wide 2', 'high 3'])
    expect(texts.filter(lines => lines.includes(name))).toHaveLength(1);
  const below = pages.find(page => textLines(page).some(line => textOf(line) === 'wide 1'))!;
  const lefts = new Set(
    textLines(below)
      .filter(line => !textOf(line).startsWith('wide'))
      .map(line => Math.round(line.setting!.columnLeft)),
  );
  expect(lefts.size).toBe(2);
});

test('a figure set in the middle of a list takes no number of its items', async () => {
  const list: Block = { ol: Array.from({ length: 12 }, (_, index) => ({ text: prose(60, index) })) } as never;
  const pages = await pagesOf(definition([paragraph(250, 1), drawn('Legend', 500), list]));
  const isNumber = (line: Line) => /^\d+\.\s*$/.test(textOf(line));
  const lines = pages.map(page => page.items.flatMap(({ type, item }) => (type === 'line' ? [item] : [])));
  const beside = lines.flatMap(all => {
    const legend = all.find(line => textOf(line) === 'Legend');
    return legend ? all.filter(line => line !== legend && Math.abs(line.y - legend.y) < 6) : [];
  });
  expect(beside).toEqual([]);
  expect(lines.flat().filter(isNumber)).toHaveLength(12);
});

test('a block that begins a page makes no empty one where the page before is just full', async () => {
  const counts: number[] = [];
  for (let space = 640; space <= 700; space += 4) {
    const pages = await pagesOf(
      definition([
        { text: 'first', margin: [0, 0, 0, space] },
        { text: 'next', pageBreak: 'before' },
      ] as never),
    );
    expect(pages.map(page => textLines(page).map(textOf))).toEqual([['first'], ['next']]);
    counts.push(pages.length);
  }
  expect(counts.length).toBeGreaterThan(10);
});

test('no line begins with a mark that French sets a space before, nor ends after an opening one', async () => {
  const quoted = Array.from(
    { length: 120 },
    (_, index) => `${'mot'.repeat((index % 4) + 1)} « cité » ; oui : non ! Et ?`,
  );
  const pages = await pagesOf(definition([{ text: quoted.join(' '), style: 'body' } as never]), { hyphenate: false });
  for (const line of pages.flatMap(textLines)) {
    expect(textOf(line)).not.toMatch(/^[»;:!?]/);
    expect(textOf(line).trimEnd()).not.toMatch(/«$/);
  }
});

test('a word longer than its cell is divided, and the table stays within the page', async () => {
  const longs = ['pneumonoultramicroscopicsilicovolcanoconiotiquement'.repeat(2), 'XQ7F'.repeat(24)];
  const table: Block = {
    table: {
      body: [['Nom', 'Valeur', 'Unité'].map(text => ({ text })), [...longs.map(text => ({ text })), { text: 'mg' }]],
      headerRows: 1,
      widths: ['auto', 'auto', 'auto'],
      dontBreakRows: true,
    },
    layout: 'rules',
    fontSize: 9,
  };
  const [page] = await pagesOf(definition([table]), { hyphenate: true });
  const lines = textLines(page as LayoutPage);
  for (const line of lines) expect(line.x + line.getWidth()).toBeLessThan(595.28 - 72 + 0.1);
  expect(lines.length).toBeGreaterThan(8);
  const joined = lines.map(line => textOf(line).trim()).join('');
  // Letters of an identifier are divided without a hyphen, which would be read as its own.
  expect(joined).toContain(longs[1]);
  expect(joined).toContain('mg');
});

test('the last word of a paragraph is not divided, nor one in text that is not justified where the line is nearly full', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => prose(14 + (index % 20), index));
  for (const alignment of ['left', 'justify'] as const) {
    const pages = await pagesOf(definition(texts.map(text => ({ text, alignment }))), { hyphenate: true });
    const divided = pages.flatMap(textLines).filter(line => line.inlines.at(-1)?._isHyphenated);
    expect(divided.length).toBeGreaterThan(5);
    for (const line of divided) {
      const word = line.inlines.at(-1);
      expect(texts.some(text => text.endsWith(` ${word?._whole?.text}`))).toBe(false);
    }
  }
});

test('the lines of a title are of about one length', async () => {
  const text = 'Calciphylaxie sévère chez un patient hémodialysé depuis dix ans : évolution sous rhéophérèse';
  const [page] = await pagesOf(definition([{ text, tag: 'Title', fontSize: 19, alignment: 'left' }]));
  const widths = textLines(page as LayoutPage).map(line => line.getWidth());
  expect(widths.length).toBe(2);
  expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75);
});

test('text begins at the top of its columns below a title, whatever space its heading has', async () => {
  const heading: Block = { text: 'Résumé', headlineLevel: 1, style: 'heading1' };
  const pages = await pagesOf(
    definition([{ text: 'Titre', tag: 'Title' }, ...twoColumns([heading, paragraph(900, 3)])]),
  );
  const lines = textLines(pages[0] as LayoutPage).slice(1);
  const tops = [...new Set(lines.map(line => line.x))].map(x =>
    Math.min(...lines.filter(l => l.x === x).map(l => l.y)),
  );
  expect(tops).toHaveLength(2);
  expect(tops[0]).toBeCloseTo(tops[1] as number, 3);
});
