import { expect, it } from 'vitest';
import type { Block, Definition } from '../../../../core/export/pdf/definition.ts';
import type { PrintedPlace } from '../../../../core/export/types.ts';
import { createTypesetter } from '../../../../host/printing/printer.ts';
import { definition, paragraph } from '../sample.ts';

const typesetter = createTypesetter();
const placesIn = async (from: Definition) => (await typesetter.printWithPlaces(from)).places;
const named = (block: Block, source: string): Block => ({ ...(block as object), source }) as Block;
const of = (places: readonly PrintedPlace[], source: string) => places.filter(place => place.source === source);
const bottom = ({ top, height }: PrintedPlace) => top + height;

it('blocks lie below each other between the margins, as wide as the line', async () => {
  const page = definition([named(paragraph(40, 1), 'first'), paragraph(10, 2), named(paragraph(5, 3), 'second')]);
  const places = await placesIn(page);
  expect(places.map(({ source }) => source)).toEqual(['first', 'second']);
  const [first, second] = places as [PrintedPlace, PrintedPlace];
  const { pages } = await typesetter.layOut(page);
  const { pageMargins, pageSize } = pages[0] as (typeof pages)[number];
  expect(first).toMatchObject({ page: 1, left: pageMargins.left, top: pageMargins.top });
  expect(first.width).toBeCloseTo(pageSize.width - pageMargins.left - pageMargins.right, 3);
  // Between the two lies the paragraph without a name.
  expect(second.top).toBeGreaterThan(bottom(first) + 8);
});

it('a block that goes on has a place in each column and on each page, and nothing of its neighbours', async () => {
  const long = named(paragraph(1500, 1), 'long');
  const content: Block[] = [
    {
      columns: [
        { width: '*', stack: [long, named(paragraph(20, 2), 'next')] },
        { width: '*', text: '' },
      ],
      columnGap: 24,
      snakingColumns: true,
    },
  ];
  const places = await placesIn(definition(content));
  const parts = of(places, 'long');
  expect(parts.length).toBeGreaterThan(2);
  expect(new Set(parts.map(({ left }) => Math.round(left))).size).toBe(2);
  for (const part of parts) expect(part.width).toBeLessThan(300);
  const [next] = of(places, 'next') as [PrintedPlace];
  const before = parts.findLast(({ page, left }) => page === next.page && Math.abs(left - next.left) < 1);
  if (before) expect(next.top).toBeGreaterThanOrEqual(bottom(before));
});

it('what stands inside a block is part of its place, unless it has a name of its own', async () => {
  const table: Block = {
    source: 'table',
    table: {
      widths: ['*', '*'],
      body: [
        ['One', 'Two'],
        ['Three', 'Four'],
      ],
    },
  };
  const list: Block = { ul: [{ stack: [{ text: 'An item', source: 'item' }] }] };
  const places = await placesIn(definition([table, list]));
  expect(places.map(({ source }) => source)).toEqual(['table', 'item']);
  expect(places[0]?.height).toBeGreaterThan(20);
});

it('the file is the same whether its places are told or not', async () => {
  const page = definition([named(paragraph(40, 1), 'first'), paragraph(10, 2)]);
  const { bytes, pages } = await typesetter.printWithPlaces(page);
  expect(Buffer.from(await typesetter.print(definition([paragraph(40, 1), paragraph(10, 2)]))).equals(bytes)).toBe(
    true,
  );
  expect(pages).toBe(1);
});

it('the notes of a block are a place of its own at the foot of the page', async () => {
  const noted = (text: string, source: string): Block =>
    named({ text: [text, { footnote: { text: 'A note that is long enough to be seen.' } }] }, source);
  const places = await placesIn(definition([noted('First', 'first'), noted('Second', 'second'), paragraph(60, 1)]));
  const [text, note, ...others] = of(places, 'first') as [PrintedPlace, PrintedPlace];
  expect(others).toEqual([]);
  const [, second] = of(places, 'second') as [PrintedPlace, PrintedPlace];
  expect(note.top).toBeGreaterThan(bottom(text) + 200);
  expect(second.top).toBeGreaterThanOrEqual(bottom(note) - 0.01);
});
