/** LaTeX among the formats. */
import { writeBibtex } from '../../formats/bibtex/write.ts';
import { done } from '../../outcome.ts';
import { figureBytes, figureFiles } from '../figure-files.ts';
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { chartFile, writeLatex } from './index.ts';

const encoder = new TextEncoder();

export const latex: Exporter = {
  id: 'latex',
  extension: 'tex',
  name: { en: 'LaTeX', fr: 'LaTeX' },
  description: {
    en: 'Compiles as it is with pdfLaTeX or XeLaTeX; figures and a .bib lie beside it.',
    fr: 'Se compile tel quel avec pdfLaTeX ou XeLaTeX\u202f; figures et .bib sont à côté.',
  },
  mediaType: 'application/x-tex',
  options: [ANONYMOUS],
  write: async ({ manuscript, template, folder, images, creator, pdf }) => {
    const text = textFile(writeLatex(manuscript, template, { folder, creator }));
    if (!text.ok) return text;
    const files = figureFiles(manuscript);
    const photographs = files.filter(({ kind }) => kind === 'image');
    const charts = files.flatMap(file => (file.kind === 'chart' ? [file] : []));
    const beside = [
      ...figureBytes(photographs, images),
      ...(await Promise.all(
        charts.map(async ({ name, chart }) => ({ name: chartFile(name), bytes: await pdf(chart) })),
      )),
      { name: 'references.bib', bytes: encoder.encode(writeBibtex(manuscript.references, 'bibtex')) },
    ];
    return done({ ...text.value, beside });
  },
};
