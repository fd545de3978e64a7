/** Plain text among the formats. */
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { writeText } from './index.ts';

export const text: Exporter = {
  id: 'text',
  extension: 'txt',
  name: { en: 'Plain text', fr: 'Texte brut' },
  description: {
    en: 'To paste into a submission system: one paragraph a line, tables aligned.',
    fr: 'À coller dans un système de soumission\u00a0: un paragraphe par ligne, tableaux alignés.',
  },
  mediaType: 'text/plain',
  options: [ANONYMOUS],
  write: ({ manuscript }) => textFile(writeText(manuscript)),
};
