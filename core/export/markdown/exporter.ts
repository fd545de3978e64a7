/** Markdown among the formats. */
import { writeBibtex } from '../../formats/bibtex/write.ts';
import { done } from '../../outcome.ts';
import { citationKeys } from '../citation-keys.ts';
import { figureBytes, figureFiles } from '../figure-files.ts';
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { writeMarkdown } from './index.ts';

const encoder = new TextEncoder();

export const markdown: Exporter = {
  id: 'markdown',
  extension: 'md',
  name: { en: 'Markdown (Pandoc)', fr: 'Markdown (Pandoc)' },
  description: {
    en: 'Text with live citations for Pandoc; its references, style and figures lie beside it.',
    fr: 'Le texte avec citations vivantes pour Pandoc\u202f; références, style et figures sont à côté.',
  },
  mediaType: 'text/markdown',
  options: [ANONYMOUS],
  write: async ({ manuscript, folder, images, style }) => {
    const bibtex = writeBibtex(manuscript.references, 'biblatex');
    const text = textFile(
      writeMarkdown(manuscript, {
        folder,
        bibliography: `${folder}/references.bib`,
        style: `${folder}/style.csl`,
        keys: citationKeys(manuscript.references, bibtex),
      }),
    );
    if (!text.ok) return text;
    const beside = [
      ...figureBytes(figureFiles(manuscript), images),
      { name: 'references.bib', bytes: encoder.encode(bibtex) },
      { name: 'style.csl', bytes: encoder.encode(await style()) },
    ];
    return done({ ...text.value, beside });
  },
};
