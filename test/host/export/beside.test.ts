/** Files that a text names: they lie beside it, under those names. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../../core/export/index.ts';
import { chooseFormat } from '../../../core/export/options.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { EXAMPLES, example } from '../../core/export/manuscripts.ts';

const make = createFileMaker({ templatesFolder: join(import.meta.dirname, '..', '..', '..', 'templates') });

async function made(format: string, name: string) {
  const { report, template, images } = example(name);
  const file = await make({ format, report, template, images, date: 0, creator: 'Casewright', folder: 'case-files' });
  if (!file.ok) throw new Error(file.problem.message.en);
  return file.value;
}

describe.each(EXAMPLES)('%s', name => {
  it.each(['jats', 'latex', 'markdown'])('%s names what lies beside it, and nothing else', async format => {
    const { bytes, beside = [] } = await made(format, name);
    const text = new TextDecoder().decode(bytes);
    const named = [...text.matchAll(/case-files\/([A-Za-z0-9.-]+[A-Za-z0-9])/g)].map(([, file]) => file as string);
    const there = beside.map(file => file.name).filter(file => format !== 'latex' || file !== 'references.bib');
    expect([...new Set(named)].sort()).toEqual([...there].sort());
    expect(beside.every(file => file.bytes.length > 0)).toBe(true);
  });

  it('charts are one page of PDF with letters in it, and twice the same', async () => {
    const [first, second] = [await made('latex', name), await made('latex', name)];
    const charts = (file: typeof first) => (file.beside ?? []).filter(({ name: of }) => of.endsWith('.pdf'));
    expect(charts(first).length).toBeGreaterThan(0);
    for (const [index, { bytes }] of charts(first).entries()) {
      const pdf = Buffer.from(bytes).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      expect(pdf).toContain('/FontFile');
      expect(Buffer.compare(bytes, charts(second)[index]?.bytes ?? new Uint8Array())).toBe(0);
    }
  });
});

it('a name ending in .zip is of the format before that', () => {
  expect(chooseFormat(exporters, 'Case.TEX.zip')?.id).toBe('latex');
  expect(chooseFormat(exporters, 'case.md.zip')?.id).toBe('markdown');
  expect(chooseFormat(exporters, 'case.zip')).toBeUndefined();
});
