/** JATS among the formats. */
import { done } from '../../outcome.ts';
import { figureBytes, figureFiles } from '../figure-files.ts';
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { rasterFile } from './blocks.ts';
import { writeJats } from './index.ts';

/** Across a page of 170 mm at 300 dots to an inch. */
const PIXELS = 2000;

export const jats: Exporter = {
  id: 'jats',
  extension: 'xml',
  name: { en: 'JATS XML', fr: 'XML JATS' },
  description: {
    en: 'The XML that publishers and PubMed Central work with (JATS 1.3).',
    fr: 'Le XML des éditeurs et de PubMed Central (JATS 1.3).',
  },
  mediaType: 'application/xml',
  options: [
    ANONYMOUS,
    {
      id: 'tagSet',
      kind: 'choice',
      name: { en: 'Tag set', fr: 'Jeu de balises' },
      usual: 'archiving',
      choices: [
        { id: 'archiving', name: { en: 'Archiving', fr: 'Archivage' } },
        { id: 'publishing', name: { en: 'Publishing', fr: 'Publication' } },
      ],
    },
  ],
  write: async ({ manuscript, options, folder, images, png }) => {
    const tagSet = options.tagSet === 'publishing' ? 'publishing' : 'archiving';
    const files = figureFiles(manuscript);
    const rasters = files.flatMap(file => (file.kind === 'chart' ? [file] : []));
    const beside = [
      ...figureBytes(files, images),
      ...(await Promise.all(
        rasters.map(async ({ name, chart }) => ({ name: rasterFile(name), bytes: await png(chart.svg, PIXELS) })),
      )),
    ];
    const text = textFile(writeJats(manuscript, { tagSet, folder }));
    return text.ok ? done({ ...text.value, beside }) : text;
  },
};
