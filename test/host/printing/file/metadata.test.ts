import { expect, test } from 'vitest';
import { createPrinter } from '../../../../host/printing/index.ts';
import { PdfFile, textOf } from '../pdf-objects.ts';
import { wholeReport } from '../sample.ts';

const bytes = await createPrinter().print(await wholeReport());
const file = new PdfFile(bytes);
const xmp = file.stream(file.catalog.Metadata).toString('utf8');

test('& and < in title, author, subject and keywords leave the XMP well-formed', () => {
  expect(xmp).toContain('Un cas &lt;rare&gt; &amp; son suivi');
  expect(xmp).toContain('A. Auteur &amp; B. Martin');
  expect(xmp).toContain('pH &lt; 7,35');
  expect(xmp).toContain('rein, peau &amp; os');
  expect(xmp.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/&/);
  expect(xmp.replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"]*")*\s*\/?>|<\?[^>]*\?>/g, '')).not.toMatch(/[<>]/);
});

test('the document information keeps the words as they are', () => {
  const info = file.dict(file.trailer.Info);
  expect(textOf(file.get(info.Title))).toBe('Un cas <rare> & son suivi');
  expect(textOf(file.get(info.Author))).toBe('A. Auteur & B. Martin');
});

test('both dates are those of the definition', () => {
  expect(xmp).toContain('<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>');
  expect(xmp).toContain('<xmp:ModifyDate>2026-02-02T00:00:00Z</xmp:ModifyDate>');
});

test('the file does not claim to be PDF/A or PDF/UA, which nobody has certified', () => {
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/pdfaid|pdfuaid|GTS_PDFA/i);
});

test('viewers are told to show the title, and that the file is tagged', () => {
  expect(file.dict(file.catalog.ViewerPreferences).DisplayDocTitle).toBe(true);
  expect(file.dict(file.catalog.MarkInfo).Marked).toBe(true);
});
