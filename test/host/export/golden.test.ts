/**
 * What every format writes of every example under every template. One file an example and format holds the output under the
 * example's own template, whole and as lines; of each other template the lines that differ from it, and a checksum of all of it. So a
 * failure shows what changed as text. Of each PDF three pages are drawn beside pictures of them. `npm run accept` writes the files anew, and the difference is read before it is committed.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../../core/export/options.ts';
import type { ExportedFile, Exporter } from '../../../core/export/types.ts';
import { illustrated } from '../../../core/timeline/drawing/pictures.ts';
import { styleText } from '../../../host/citing/catalogue.ts';
import { createExporters } from '../../../host/export/exporters.ts';
import { EXAMPLES, example, type Printed, TEMPLATES } from '../../core/export/manuscripts.ts';
import { lettersIn, openWord } from '../word/opened.ts';
import { farFromAccepted } from './accepted-pages.ts';
import { hasPoppler, pagesOf } from './page-pictures.ts';
import { structureLines, wordsOfPages } from './pdf-lines.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const templatesFolder = join(root, 'templates');
const exporters = createExporters({ templatesFolder });

const white = sharp({ create: { width: 4, height: 3, channels: 3, background: '#ffffff' } });
/** In the place of photographs and drawings: how these become pixels is tested where it is done. */
const PNG = await white.clone().png().toBuffer();
const JPEG = await white.clone().jpeg().toBuffer();

/** Letters of a line kept of another template: enough to see what changed, few enough for a small file. */
const SHOWN = 110;

const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function written(exporter: Exporter, { report, template, manuscript, images }: Printed) {
  const file = await exporter.write({
    manuscript: illustrated(manuscript, () => undefined),
    template,
    report,
    options: completeOptions(exporter, {}),
    images: Object.fromEntries(Object.keys(images).map(asset => [asset, asset.endsWith('.png') ? PNG : JPEG])),
    date: new Date(0),
    creator: 'Casewright',
    folder: 'files',
    png: async () => PNG,
    pdf: async () => new Uint8Array(),
    style: () => styleText(template, templatesFolder),
  });
  if (!file.ok) throw new Error(file.problem.message.en);
  return file.value;
}

/** Pictures and drawings by their checksum: the one is the report's, the other has goldens of its own. */
const withoutPictures = (text: string) =>
  text
    .replace(/data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/g, data => `data:${sha(data)}`)
    .replace(/<svg[\s\S]*?<\/svg>/g, '<svg/>')
    .replace(/<style>[\s\S]*?<\/style>/g, style => `<style>${sha(style)}</style>`);

/** An output as lines that a person can read. */
async function linesOf(exporter: Exporter, { bytes, pages, beside = [] }: ExportedFile): Promise<readonly string[]> {
  const files = beside.map(({ name, bytes: of }) => `beside: ${name}${name.endsWith('.csl') ? ` ${sha(of)}` : ''}`);
  if (exporter.id === 'pdf')
    return [`pages: ${pages}`, ...(await wordsOfPages(bytes)), ...(await structureLines(bytes))];
  if (exporter.id === 'docx') {
    const { document, names } = openWord(bytes);
    const styles = [...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style);
    const counts = [...new Set(styles)].map(style => `${style} ×${styles.filter(each => each === style).length}`);
    return [
      `parts: ${names
        .filter(name => /^word\/\w+\.xml$/.test(name))
        .sort()
        .join(', ')}`,
      `styles: ${counts.sort().join(', ')}`,
      `tables: ${document.split('<w:tbl>').length - 1}, drawings: ${document.split('<w:drawing>').length - 1}`,
      ...lettersIn(document).split('\n'),
    ];
  }
  return [...files, ...withoutPictures(new TextDecoder().decode(bytes)).split('\n')];
}

/** Lines that are not among the others, each as often as it is missing there. */
function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const cut = (line: string) => {
  const letters = [...line];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line;
};

describe.each(EXAMPLES)('%s', name => {
  const own = example(name);

  /** The first page, the middle one and the last, drawn beside those that were accepted (where poppler is installed). */
  async function farPages({ template }: Printed, { bytes, pages }: ExportedFile): Promise<readonly string[]> {
    if (pages === undefined || !hasPoppler) return [];
    const telling = [...new Set([1, Math.ceil(pages / 2), pages])];
    return farFromAccepted(`templates/${name}.${template.id}`, await pagesOf(bytes, telling));
  }

  it.each(exporters.map(({ id }) => id))(
    '%s is what was accepted, under every template',
    async id => {
      const exporter = exporters.find(each => each.id === id) as Exporter;
      const file = await written(exporter, own);
      const far = [...(await farPages(own, file))];
      const base = await linesOf(exporter, file);
      const blocks = [`# ${own.template.id}, whole`, ...base];
      for (const template of TEMPLATES) {
        if (template === own.template.id) continue;
        const printed = example(name, template);
        const other = await written(exporter, printed);
        far.push(...(await farPages(printed, other)));
        const lines = await linesOf(exporter, other);
        blocks.push('', `# ${template}: ${sha(lines.join('\n'))}, ${lines.length} lines, those that differ`);
        blocks.push(
          ...beyond(lines, base)
            .filter(line => line.trim() !== '')
            .map(cut),
        );
      }
      await expect(`${blocks.join('\n')}\n`).toMatchFileSnapshot(
        join(root, 'test', 'golden', 'exports', `${name}.${id}.txt`),
      );
      expect(far).toEqual([]);
    },
    120_000,
  );
});
