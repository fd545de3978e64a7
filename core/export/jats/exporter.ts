/** JATS among the formats. */
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { writeJats } from './index.ts';

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
  write: ({ manuscript, options }) =>
    textFile(writeJats(manuscript, { tagSet: options.tagSet === 'publishing' ? 'publishing' : 'archiving' })),
};
