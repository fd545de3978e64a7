import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { lettersOf } from '../../../core/manuscript/letters.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { inNotes } from '../../core/export/in-notes.ts';
import { example, type Printed } from '../../core/export/manuscripts.ts';
import { assetName, cite, complete, h, house, p, reportOf, row, table } from '../../core/fixtures.ts';
import { all, faultsOf, lettersIn, openWord } from './opened.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const templates = readdirSync(`${root}/templates`, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const examples = readdirSync(`${root}/examples`, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const make = createFileMaker({ templatesFolder: `${root}/templates` });
let images: Record<string, Uint8Array>;

beforeAll(async () => {
  const jpeg = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#a04020' } })
    .jpeg()
    .toBuffer();
  images = { [assetName('a')]: new Uint8Array(jpeg), [assetName('b')]: new Uint8Array(jpeg) };
});

async function bytesOf(report: CaseReport, template: string, options = {}, shown = images): Promise<Uint8Array> {
  const made = await make({
    format: 'docx',
    options,
    report,
    template: house(template),
    images: shown,
    date: Date.UTC(2026, 10, 1),
    creator: 'Casewright 0.1.0',
    folder: 'report-files',
  });
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value.bytes;
}

const written = async (...request: Parameters<typeof bytesOf>) => openWord(await bytesOf(...request));

describe.each(examples)('%s in Word', name => {
  // Each template with live citations in one example and without in the other; the report's own with both.
  it.each(templates)('under %s holds together, with and without Zotero', async id => {
    const { report, images: own }: Printed = example(name, id);
    // How photographs become pixels of a file is seen below; here it would be most of the time.
    const small = images[assetName('a')] as Uint8Array;
    const shown = Object.fromEntries(Object.keys(own).map(asset => [asset, small]));
    const live = (templates.indexOf(id) + examples.indexOf(name)) % 2 === 0;
    for (const zotero of id === report.template ? [false, true] : [live])
      expect(faultsOf(await written(report, id, { zotero }, shown))).toEqual([]);
  });

  it('says every word of the manuscript', async () => {
    const { report, manuscript, images: shown } = example(name);
    const letters = lettersIn((await written(report, report.template, {}, shown)).document);
    const paragraphs = manuscript.divisions.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'paragraph' ? [lettersOf(block.runs)] : [])),
    );
    expect(paragraphs.length).toBeGreaterThan(5);
    for (const text of [lettersOf(manuscript.title), ...paragraphs]) expect(letters).toContain(text);
    for (const { label, runs } of manuscript.bibliography)
      expect(letters).toContain(`${label === '' ? '' : `${label}\t`}${lettersOf(runs)}`);
  });

  it('is the same twice, byte for byte', async () => {
    const { report, images: shown } = example(name);
    const [first, second] = [
      await bytesOf(report, report.template, {}, shown),
      await bytesOf(report, report.template, {}, shown),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe('a Word file', () => {
  it('has Roman numerals by a list of Word’s own, and headings that are headings', async () => {
    const { document, styles, parts } = await written(complete, 'plain-fr');
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>[\s\S]{0,200}>Introduction</);
    expect(styles).toMatch(/w:styleId="Heading1"[\s\S]*?<w:numPr>/);
    expect(parts.get('word/numbering.xml')).toMatch(/<w:numFmt w:val="upperRoman"\/>/);
    expect(document).not.toContain('>I. ');
  });

  it('numbers captions by SEQ, and mentions refer to them by REF', async () => {
    const { document } = await written(complete, 'plain-fr');
    expect(all(document, /(SEQ Figure)/g).length).toBeGreaterThan(1);
    expect(all(document, /(SEQ Table)/g).length).toBeGreaterThan(0);
    expect(all(document, /(REF _cwf_\d+)/g).length).toBeGreaterThan(0);
  });

  it('tells what its images show', async () => {
    const { document } = await written(complete, 'plain-fr');
    const descriptions = all(document, /<wp:docPr\b[^>]*?\bdescr="([^"]*)"/g);
    expect(descriptions.length).toBe(all(document, /(<w:drawing>)/g).length);
    expect(descriptions.every(text => text !== '')).toBe(true);
  });

  it('says in which language a part is written where it is another', async () => {
    const report = { ...complete, parts: complete.parts.filter(({ key }) => key !== 'abstract:en') };
    const abstract = { type: 'part' as const, key: 'abstract:en' as const, children: [p('Rare disease.')] };
    const { document, styles } = await written({ ...report, parts: [...report.parts, abstract] }, 'plain-fr');
    expect(styles).toContain('<w:lang w:val="fr-FR"/>');
    expect(document).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t[^>]*>Rare disease\./);
  });

  it('numbers its lines in its section where the template wants them', async () => {
    const template = house('plain-en');
    const lines = { ...template, page: { ...template.page, lineNumbers: true, lineHeight: 2 } };
    const made = await make({
      format: 'docx',
      report: complete,
      template: lines,
      images,
      date: 0,
      creator: 'Casewright',
      folder: 'f',
    });
    if (!made.ok) throw new Error(made.problem.message.en);
    const { document, styles } = openWord(made.value.bytes);
    expect(document).toMatch(/<w:lnNumType\b[^>]*w:countBy="1"/);
    expect(styles).toContain('w:line="480"');
  });

  it('of a manuscript has wide, numbered lines in one column, and its figures behind the text where the journal wants them', async () => {
    const plain = house('plain-fr');
    const said = { source: '', read: '', confidence: 'not confirmed' } as const;
    const figures = { value: 'separate', ...said } as const;
    const template = {
      ...plain,
      page: { ...plain.page, columns: 2 as const },
      manuscript: { figures, tables: { value: 'end', ...said } as const },
    };
    const made = await make({
      format: 'docx',
      options: { form: 'manuscript' },
      report: complete,
      template,
      images,
      date: 0,
      creator: 'Casewright',
      folder: 'f',
    });
    if (!made.ok) throw new Error(made.problem.message.en);
    const opened = openWord(made.value.bytes);
    const { document, styles } = opened;
    expect(faultsOf(opened)).toEqual([]);
    expect(document).not.toContain('<w:cols');
    expect(document).toMatch(/<w:lnNumType\b/);
    expect(styles).toContain('w:line="480"');
    expect(document).not.toContain('<w:drawing>');
    expect(lettersIn(document)).toMatch(
      /Références\n[\s\S]*\nTableaux\nTableau\s1\.[\s\S]*\nLégendes des figures\nFigure\s1\. Évolution/,
    );
  });

  it('opens with changes tracked where that is wanted', async () => {
    const settings = async (options: object) =>
      (await written(complete, 'plain-fr', options)).parts.get('word/settings.xml');
    expect(await settings({})).not.toContain('trackRevisions');
    expect(await settings({ tracked: true })).toContain('<w:trackRevisions/>');
  });

  it('of a blind review names nobody', async () => {
    const { parts } = await written(complete, 'plain-fr', { anonymous: true });
    const everything = [...parts.values()].join('\n');
    for (const { family, email } of complete.front.authors) {
      expect(everything).not.toContain(family);
      if (email) expect(everything).not.toContain(email);
    }
    expect(parts.get('docProps/core.xml')).not.toContain('dc:creator');
  });

  it('keeps citations alive for Zotero, each with its items whole', async () => {
    const { document, parts } = await written(complete, 'plain-en', { zotero: true });
    const codes = all(document, /ADDIN ZOTERO_ITEM CSL_CITATION ([^<]*)<\/w:instrText>/g).map(code =>
      JSON.parse(lettersIn(code)),
    );
    expect(codes.length).toBeGreaterThan(2);
    const known = new Set(complete.references.map(({ id }) => id));
    const addresses = new Map<string, string>();
    for (const { citationItems, schema } of codes) {
      expect(schema).toContain('csl-citation.json');
      for (const { id, uris, itemData } of citationItems) {
        expect(known).toContain(id);
        expect(itemData.title).toBe(complete.references.find(reference => reference.id === id)?.item.title);
        expect(addresses.get(id) ?? uris[0]).toBe(uris[0]);
        addresses.set(id, uris[0]);
      }
    }
    expect(document).toContain('ADDIN ZOTERO_BIBL');
    expect(parts.get('docProps/custom.xml')).toContain('ZOTERO_PREF_1');
  });

  it('repeats the head of a table, and turns the page for one too wide', async () => {
    const cells = Array.from({ length: 24 }, (_, index) => `colonne${index}`);
    const wide = reportOf('fr', { observation: [table('t', 'Large', 1, row(...cells), row(...cells)), p('Suite')] });
    const { document } = await written(wide, 'plain-fr');
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toMatch(/<w:pgSz\b[^>]*w:orient="landscape"/);
  });

  it('holds no letter that XML has not, and no address that Word refuses', async () => {
    const link = { type: 'link' as const, url: 'https://exemple.fr/a b?q=é&r=1', children: [{ text: 'lien' }] };
    const report = reportOf('fr', {
      introduction: [h(1, 'Titre \u0001<&>'), p('a\u0000b ]]> & <c>', link, cite('c1', 'inconnue'))],
    });
    const opened = await written(report, 'plain-fr');
    expect(faultsOf(opened)).toEqual([]);
    expect(lettersIn(opened.document)).toContain('ab ]]> & <c>lien');
    expect(opened.parts.get('word/_rels/document.xml.rels')).toContain('https://exemple.fr/a%20b?q=%C3%A9&amp;r=1');
  });

  it('has true footnotes in a style of notes, which count themselves where they stand in order', async () => {
    const { report, template, images: shown } = inNotes('en', 'chicago-fullnote-bibliography');
    const opened = async (options = {}) => {
      const own = { format: 'docx' as const, options, report, template, images: shown };
      const made = await make({ ...own, date: 0, creator: 'Casewright', folder: 'f' });
      if (!made.ok) throw new Error(made.problem.message.en);
      return openWord(made.value.bytes);
    };
    const marked = (document: string) => all(document, /(customMarkFollows)/g).length;
    for (const options of [{}, { zotero: true }, { floats: 'end', form: 'manuscript' }]) {
      const { document, ...file } = await opened(options);
      expect(faultsOf({ document, ...file })).toEqual([]);
      expect(all(document, /<w:footnoteReference\b[^>]*w:id="(\d+)"/g)).toHaveLength(14);
      expect(marked(document)).toBe('floats' in options ? 14 : 0);
    }
    expect((await opened()).footnotes).toContain('r:id="rIdLink');
    expect((await opened({ zotero: true })).footnotes).toMatch(/&quot;noteIndex&quot;:14|"noteIndex":14/);
  });

  it('of an empty report is made too', async () => {
    expect(faultsOf(await written(reportOf('en', {}), 'plain-en', { zotero: true }))).toEqual([]);
  });
});
