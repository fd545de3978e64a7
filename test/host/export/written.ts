/** What formats write of a report, as lines that a person can read. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { completeOptions } from '../../../core/export/options.ts';
import type { ExportedFile, Exporter } from '../../../core/export/types.ts';
import { illustrated } from '../../../core/timeline/drawing/pictures.ts';
import { styleText } from '../../../host/citing/styles/catalogue.ts';
import { createExporters } from '../../../host/export/exporters.ts';
import type { Printed } from '../../core/export/manuscripts.ts';
import { lettersIn, openWord } from '../word/opened.ts';
import { linesOfPdf } from './pdf-lines.ts';

export const root = join(import.meta.dirname, '..', '..', '..');
export const templatesFolder = join(root, 'templates');
export const exporters = createExporters({ templatesFolder });

const white = sharp({ create: { width: 4, height: 3, channels: 3, background: '#ffffff' } });
/** In the place of photographs and drawings: how these become pixels is tested where it is done. */
const PNG = await white.clone().png().toBuffer();
const JPEG = await white.clone().jpeg().toBuffer();

export const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What a format writes, with white pictures. */
export async function written(exporter: Exporter, { report, template, manuscript, images }: Printed) {
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
export async function linesOf(
  exporter: Exporter,
  { bytes, pages, beside = [] }: ExportedFile,
): Promise<readonly string[]> {
  const files = beside.map(({ name, bytes: of }) => `beside: ${name}${name.endsWith('.csl') ? ` ${sha(of)}` : ''}`);
  if (exporter.id === 'pdf') return [`pages: ${pages}`, ...(await linesOfPdf(bytes))];
  if (exporter.id === 'docx') {
    const { document, footnotes, names } = openWord(bytes);
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
      ...lettersIn(footnotes)
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => `note: ${line.trim()}`),
    ];
  }
  return [...files, ...withoutPictures(new TextDecoder().decode(bytes)).split('\n')];
}
