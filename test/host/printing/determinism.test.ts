import { expect, test } from 'vitest';
import { createPrinter } from '../../../host/printing/index.ts';
import { definition, paragraph, wholeReport } from './sample.ts';

const report = await wholeReport();

test('the same definition gives the same bytes, cold, warm, after other documents, and from another printer', async () => {
  const printer = createPrinter();
  const cold = Buffer.from(await printer.print(report));
  const warm = Buffer.from(await printer.print(report));
  await printer.print(definition(['ζ ж Ω', paragraph(200, 3)], { language: 'en-GB' }));
  const later = Buffer.from(await printer.print(report));
  const other = Buffer.from(await createPrinter().print(report));
  expect(warm.equals(cold)).toBe(true);
  expect(later.equals(cold)).toBe(true);
  expect(other.equals(cold)).toBe(true);
});

test('glyphs beyond the usual ones do not disturb what is cached', async () => {
  const printer = createPrinter();
  const unusual = definition(['Ж ψ Ω', paragraph(30, 1)]);
  const first = Buffer.from(await printer.print(unusual));
  await printer.print(definition(['Ω ж ψ Д', paragraph(30, 1)]));
  expect(Buffer.from(await printer.print(unusual)).equals(first)).toBe(true);
  expect(Buffer.from(await createPrinter().print(unusual)).equals(first)).toBe(true);
});

test('printing leaves the definition as it was', async () => {
  const frozen = deepFreeze(await wholeReport());
  await expect(createPrinter().print(frozen)).resolves.toBeInstanceOf(Uint8Array);
});

test('running heads may be functions or data', async () => {
  const printer = createPrinter();
  const content = [paragraph(900, 1)];
  const asData = await printer.print(definition(content, { footer: { otherPages: { text: '{page} / {pages}' } } }));
  const asFunction = await printer.print(
    definition(content, { footer: (page, pages) => ({ text: `${page} / ${pages}` }) }),
  );
  expect(Buffer.from(asFunction).equals(Buffer.from(asData))).toBe(true);
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const entry of Object.values(value)) deepFreeze(entry);
    Object.freeze(value);
  }
  return value;
}
