import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';
import type { Template } from '../../../core/template/types.ts';
import { createPackageMaker, type MadePackage, type PackageStep } from '../../../host/package/make.ts';
import { example } from '../../core/export/manuscripts.ts';
import { lettersIn, openWord } from '../word/opened.ts';

const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');
const maker = createPackageMaker({ templatesFolder });
const basis = { source: 'an invented journal', read: '', confidence: 'likely' } as const;
const date = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A journal that asks for everything. */
const strict = (template: Template): Template => ({
  ...template,
  files: { figure: { value: 'Figure {n}', ...basis } },
  figures: {
    formats: { value: ['tiff'], ...basis },
    resolution: { value: { photograph: 350, drawing: 600 }, ...basis },
  },
  manuscript: { tables: { value: 'separate', ...basis }, spacing: { value: 2, ...basis } },
});

const requestOf = (name: string, change: (template: Template) => Template = template => template) => {
  const { report, template, images } = example(name);
  return { report, template: change(template), images, date, creator: 'Casewright 0.0.0' };
};

/** Text of a PDF that our printer wrote is compressed; its names for people stand in the metadata and outline as they are. */
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('the package of the sample case', () => {
  const steps: PackageStep[] = [];
  const request = {
    ...requestOf('ttp', strict),
    include: [
      'manuscript',
      'anonymous',
      'titlePage',
      'coverLetter',
      'consent',
      'figure',
      'table',
      'references',
      'data',
    ],
  } as const;
  let made: MadePackage;
  const file = (name: string) => {
    const found = made.files.find(one => one.name === name);
    if (!found) throw new Error(`no ${name} among ${made.files.map(one => one.name).join(', ')}`);
    return found.bytes;
  };
  const word = (name: string) => lettersIn(openWord(file(name)).document);

  beforeAll(async () => {
    const answer = await maker.make(request, step => steps.push(step));
    if (!answer.ok) throw new Error(answer.problem.message.en);
    made = answer.value;
  }, 60_000);

  it('is what the plan says, with the manifest and the checksums', () => {
    expect(made.files.map(({ name }) => name)).toEqual([
      ...maker.plan(request).files.map(({ name }) => name),
      'manifest.json',
      'SHA256SUMS',
    ]);
  });
  it('says of each file that it is begun, and how large it became', () => {
    const { length } = maker.plan(request).files;
    expect(steps.filter(({ kind }) => kind === 'begun')).toHaveLength(length);
    expect(steps[0]).toEqual({ kind: 'begun', name: 'manuscript.docx', done: 0, of: length });
    expect(steps[1]).toEqual({ kind: 'made', name: 'manuscript.docx', size: file('manuscript.docx').length });
  });
  it('is listed file by file with size and SHA-256, in the manifest and as sha256sum reads it', () => {
    const manifest = JSON.parse(Buffer.from(file('manifest.json')).toString());
    const sums = Buffer.from(file('SHA256SUMS')).toString();
    expect(manifest.files).toHaveLength(made.files.length - 2);
    for (const { name, size, sha256 } of manifest.files) {
      expect([name, size]).toEqual([name, file(name).length]);
      expect(sha256).toBe(createHash('sha256').update(file(name)).digest('hex'));
      expect(sums).toContain(`${sha256}  ${name}\n`);
    }
    expect(sums).toContain('  manifest.json\n');
  });
  it('has a manuscript with its authors and a copy in which nothing names them, metadata and file names included', () => {
    const { authors, affiliations } = request.report.front;
    const telling = [
      ...authors.flatMap(({ family, email }) => [family, ...(email ? [email] : [])]),
      ...affiliations.map(({ name }) => name),
    ];
    expect(word('manuscript.docx')).toContain(authors[0]?.family);
    expect(asText(file('manuscript.pdf'))).toContain(authors[0]?.family);
    const parts = [...openWord(file('manuscript-anonymised.docx')).parts.values()].join('\n');
    for (const name of telling) {
      expect(parts).not.toContain(name);
      expect(asText(file('manuscript-anonymised.pdf'))).not.toContain(name);
    }
    expect(parts).not.toContain('MH and TE');
    expect(parts).toContain('chest pain');
  });
  it('has a title page with authors, counts and what the copy leaves out', () => {
    const letters = word('title-page.docx');
    for (const { family } of request.report.front.authors) expect(letters).toContain(family);
    expect(letters).toContain('Words of the text: 972');
    expect(letters).toContain('MH and TE treated the patient');
  });
  it('has a letter and a consent statement to be filled in', () => {
    expect(word('cover-letter.docx')).toContain('Dear Editor,');
    expect(word('cover-letter.docx')).toContain('[Date]');
    expect(word('patient-consent.docx')).toContain('[signature]');
  });
  it('has every panel as the journal wants it: TIFF, its own pixels, 350 dpi, nothing of its source in it', async () => {
    const panels = request.report.figures.flatMap(figure => figure.panels);
    const tiffs = made.files.filter(({ role, name }) => role === 'figure' && name.endsWith('.tif'));
    expect(tiffs.length).toBeGreaterThanOrEqual(panels.length);
    const widths = new Set(request.report.assets.map(({ width }) => width));
    const photographs = await Promise.all(tiffs.map(({ bytes }) => sharp(bytes).metadata()));
    const original = photographs.filter(({ width = 0, density }) => widths.has(width) && density === 350);
    expect(original.length).toBe(panels.length);
    for (const { format, exif, xmp, iptc } of photographs)
      expect([format, exif, xmp, iptc]).toEqual(['tiff', undefined, undefined, undefined]);
    expect(tiffs[0]?.name).toMatch(/^Figure \d/);
  });
  it('has each table in a file of its own', () => {
    expect(word('table-1.docx')).toMatch(/Table\s1\./);
    expect(word('table-2.docx')).toMatch(/Table\s2\./);
  });
  it('has the references as they are cited, in two formats that read back alike', () => {
    const cited = JSON.parse(Buffer.from(file('manifest.json')).toString()) && maker.plan(request);
    expect(cited.files.length).toBeGreaterThan(0);
    const counts = (['references.bib', 'references.ris'] as const).map(name => {
      const read = readReferences(Buffer.from(file(name)).toString(), name);
      if (!read.ok) throw new Error(read.problem.message.en);
      expect(read.value.problems).toEqual([]);
      return read.value.references.length;
    });
    expect(counts).toEqual([30, 30]);
  });
  it('has the values as days', () => {
    expect(Buffer.from(file('data-values.csv')).toString().split('\r\n').length).toBeGreaterThan(20);
  });
});

it('the photographs of a timeline are in its drawing', async () => {
  const made = await maker.make({ ...requestOf('calciphylaxis'), include: ['figure'] });
  const png = made.ok ? made.value.files.find(({ name }) => name === 'figure-2.png') : undefined;
  const { dominant } = await sharp(png?.bytes).stats();
  expect(dominant).toBeDefined();
  const plan = maker.plan(requestOf('calciphylaxis'));
  const charts = plan.files.filter(({ make }) => make === 'chart');
  expect(charts.map(({ name }) => name)).toEqual(['figure-2.pdf', 'figure-2.png']);
  const pdf = made.ok ? made.value.files.find(({ name }) => name === 'figure-2.pdf') : undefined;
  expect(asText(pdf?.bytes ?? new Uint8Array())).toContain('/Subtype /Image');
}, 30_000);

it('made twice, it is the same to the byte', async () => {
  const request = { ...requestOf('calciphylaxis'), include: ['anonymous', 'titlePage', 'references'] } as const;
  const [one, two] = [await maker.make(request), await createPackageMaker({ templatesFolder }).make(request)];
  expect(one.ok && one.value.files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).toEqual(
    two.ok && two.value.files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
  );
}, 30_000);

it('stopped, it gives nothing', async () => {
  const stop = new AbortController();
  const making = maker.make(requestOf('calciphylaxis'), step => step.kind === 'made' && stop.abort(), stop.signal);
  await expect(making).rejects.toThrow(/abort/i);
}, 30_000);
