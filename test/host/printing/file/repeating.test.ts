import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../core/export/pdf/definition.ts';
import { DrawingRecorder } from '../../../../host/printing/file/repeating.ts';
import { createPrinter, createTypesetter } from '../../../../host/printing/printer.ts';
import { definition, drawing } from '../sample.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">${inside}</svg>`;

/** Drawings that ask for everything ours do, and some that no document but their own can hold. */
const DRAWINGS: readonly string[] = [
  drawing,
  svg('<path d="M0 0L50 50" stroke="#a00" stroke-opacity="0.4"/><rect width="9" height="9" opacity="0.3"/>'),
  svg(
    '<text x="5" y="20" font-family="Serif" font-weight="bold">CRP</text><text x="5" y="40" font-family="Serif">5 mg/L</text>',
  ),
  svg('<text x="5" y="20" font-family="Serif" font-style="italic">Ж ψ</text>'),
  svg(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>' +
      '<clipPath id="c"><circle cx="30" cy="30" r="20"/></clipPath></defs>' +
      '<rect width="60" height="60" fill="url(#g)" clip-path="url(#c)"/>',
  ),
  svg('<g opacity="0.5"><rect width="20" height="20"/><rect x="10" width="20" height="20"/></g>'),
];

const someText = fc.constantFrom<Block>(
  { text: 'Observation' },
  { text: 'Évolution', bold: true },
  { text: 'Staphylococcus', italics: true },
  { text: 'ζ Ж', bold: true },
);
const someDrawing = fc.constantFrom(...DRAWINGS).map((each): Block => ({ svg: each, width: 200 }));
const someDocument = fc.array(fc.oneof(someText, someDrawing), { minLength: 1, maxLength: 8 });

describe('a drawing painted from what an earlier one put onto its page', () => {
  it('gives the bytes of one read anew, wherever it stands and whatever stands before it', async () => {
    const warm = createPrinter();
    await fc.assert(
      fc.asyncProperty(someDocument, async content => {
        const printed = Buffer.from(await warm.print(definition(content)));
        expect(printed.equals(Buffer.from(await createPrinter().print(definition(content))))).toBe(true);
      }),
      { numRuns: Number(process.env.EDIT_RUNS ?? 12) },
    );
  });

  it('is done where its operators mean the same in every document, and nowhere else', async () => {
    const kept: boolean[] = [];
    for (const each of DRAWINGS) {
      const { layOut, print } = createTypesetter();
      await print(definition([{ svg: each, width: 200 }]));
      const { document } = await layOut(definition([]));
      kept.push(document.caches.drawings.size === 1);
    }
    expect(kept).toEqual([true, true, true, false, false, false]);
  });

  it('is done for none that shows another image or an unknown font, or leaves its frame', () => {
    const record = (...operators: readonly string[]) => {
      const recorder = new DrawingRecorder(() => undefined);
      for (const each of operators) recorder.operators(each);
      return recorder.drawn(false);
    };
    expect(record('q', '1 0 0 1 5 5 cm', '0 0 m', '1 1 l', 'S', 'Q')?.steps).toEqual(['0 0 m\n1 1 l\nS']);
    expect(record('q', '1 0 0 1 5 5 cm', '/I1 Do', 'Q')).toBeNull();
    expect(record('q', '1 0 0 1 5 5 cm', '/F9 8 Tf', 'Q')).toBeNull();
    expect(record('0 0 m', 'q', 'Q')).toBeNull();
  });
});
