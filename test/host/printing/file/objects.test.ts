import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectText } from '../../../../host/printing/file/objects.ts';

interface Reference {
  end(): void;
}
interface Document {
  ref(data: unknown): Reference;
  _write(data: unknown): void;
}
const PdfKit = createRequire(import.meta.url)('pdfkit') as new (options: object) => Document;

/** The object as pdfkit writes it: the second line of three. */
function asPdfkit(data: object): string {
  const document = new PdfKit({ autoFirstPage: false });
  const reference = document.ref(data);
  const lines: unknown[] = [];
  document._write = line => lines.push(line);
  reference.end();
  return String(lines[1]);
}

const reference = new PdfKit({ autoFirstPage: false }).ref({});
const value = fc.letrec<{ any: unknown }>(tie => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('Page', 'StructElem', 'XYZ'),
    fc.string({ unit: 'grapheme' }).map(text => new String(text)),
    fc.constantFrom('(a\\b)\n\t', 'é', 'Ж 😀', '').map(text => new String(text)),
    fc.integer(),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    fc.uint8Array({ maxLength: 5 }).map(bytes => Buffer.from(bytes)),
    fc.constant(reference),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('Type', 'K', 'Alt', 'A', 'Pg'), tie('any'), { noNullPrototype: true }),
  ),
})).any;

describe('objects of a file', () => {
  it('are written as pdfkit writes them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('S', 'P', 'Contents'), value, { noNullPrototype: true }), data => {
        expect(objectText(data)).toBe(asPdfkit(data));
      }),
      { numRuns: Number(process.env.EDIT_RUNS ?? 300) },
    );
  });

  it('are refused with a number that no file can hold', () => {
    expect(() => objectText({ Length: Number.POSITIVE_INFINITY })).toThrow();
  });
});
