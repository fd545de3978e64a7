/** Copies for blind review in every format, read back as files: nothing in them names an author, in the text or behind it. */
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../../core/export/index.ts';
import { applyAll } from '../../../core/report/ops.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { createExporters } from '../../../host/export/exporters.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { EXAMPLES, example } from '../../core/export/manuscripts.ts';
import { p } from '../../core/fixtures.ts';
import { wordsOfPages } from './pdf-lines.ts';

const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');
const make = createFileMaker({ templatesFolder });

/** The report with its authors named and shortened all over: in title, text, caption, keywords, statements. */
function telling({ report }: ReturnType<typeof example>): CaseReport {
  const [first, second] = report.front.authors;
  const letters = (name = '') => name.split(/[\s-]/).map(part => part[0]);
  const dotted = (at: typeof first) =>
    [...letters(at?.given), ...letters(at?.family)].map(letter => `${letter}.`).join('');
  const says = `${dotted(first)} and Dr ${second?.family} of ${report.front.affiliations[0]?.name} examined him (${first?.email}).`;
  const introduction = report.parts.find(({ key }) => key === 'introduction');
  const value = {
    type: 'part' as const,
    key: 'introduction' as const,
    children: [...(introduction?.children ?? []), p(says)],
  };
  return applyAll(report, [{ set: 'part', key: 'introduction', value }]).report;
}

/** Everything that would tell who wrote it. */
function tellingWords({ front: { authors, affiliations } }: CaseReport): readonly string[] {
  const initials = authors.map(({ given, family }) =>
    [...given.split(/[\s-]/), ...family.split(/[\s-]/)].map(part => `${part[0]}.`).join(''),
  );
  return [
    ...authors.flatMap(({ given, family, email = '', orcid = '' }) => [`${given} ${family}`, family, email, orcid]),
    ...affiliations.map(({ name }) => name),
    ...initials,
  ].filter(word => word.length > 3);
}

/** All letters of a file: text, parts of an archive, words of pages, and what a PDF says of itself in any of its encodings. */
async function allLetters(format: string, bytes: Uint8Array): Promise<string> {
  if (format === 'docx')
    return Object.entries(unzipSync(bytes))
      .map(
        ([name, data]) =>
          `${name}\n${/\.(?:xml|rels)$/.test(name) ? strFromU8(data).replace(/<[^>]+>/g, '') + strFromU8(data) : ''}`,
      )
      .join('\n');
  if (format !== 'pdf') return new TextDecoder().decode(bytes);
  const raw = Buffer.from(bytes);
  // Strings of outlines, metadata and alternative texts are UTF-16 or Latin-1, plain or as hexadecimal digits.
  const wide = raw.toString('latin1').replaceAll('\0', '');
  const hex = [...wide.matchAll(/<((?:[0-9A-Fa-f]{2})+)>/g)].map(([, digits]) =>
    Buffer.from(digits as string, 'hex')
      .toString('latin1')
      .replaceAll('\0', ''),
  );
  return [wide, ...hex, raw.toString('utf8'), ...(await wordsOfPages(bytes))].join('\n');
}

/** Formats that may be written without authors. */
const formats = createExporters({ templatesFolder }).filter(({ options }) =>
  options.some(({ id }) => id === 'anonymous'),
);

describe.each(EXAMPLES)('%s', name => {
  const own = example(name);
  const report = telling(own);
  const words = tellingWords(report);

  it.each(formats.map(({ id }) => id))('as %s: no file of it names an author or their place', async format => {
    const options = { anonymous: true, ...(format === 'docx' ? { zotero: true } : {}) };
    const request = {
      format,
      report,
      template: own.template,
      images: own.images,
      date: 0,
      creator: 'Casewright',
      folder: 'f',
    };
    const [plain, copy] = [await make(request), await make({ ...request, options })];
    if (!plain.ok || !copy.ok) throw new Error('not made');
    const found = (letters: string) => words.filter(word => letters.includes(word));
    // The same eye finds them where they are.
    expect(found(await allLetters(format, plain.value.bytes)).length).toBeGreaterThan(words.length / 2);
    expect(found(await allLetters(format, copy.value.bytes))).toEqual([]);
    for (const { name: file, bytes } of copy.value.beside ?? []) {
      expect(found(`${file}\n${Buffer.from(bytes).toString('utf8')}`)).toEqual([]);
      if (!/\.(?:png|jpe?g)$/.test(file)) continue;
      const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });
});

it('every format that has authors in it can be written without them', () => {
  expect(formats.map(({ id }) => id)).toEqual(expect.arrayContaining(exporters.map(({ id }) => id)));
});
