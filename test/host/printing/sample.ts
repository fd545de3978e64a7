/** A document with everything a report can hold, and what tests need to read it back. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { Block, Definition, Paragraph } from '../../../core/export/pdf/definition.ts';

export const styles: Definition['styles'] & object = {
  heading1: { fontSize: 16, bold: true, margin: [0, 14, 0, 6] },
  heading2: { fontSize: 13, bold: true, margin: [0, 10, 0, 4] },
  body: { alignment: 'justify', margin: [0, 0, 0, 6] },
  caption: { fontSize: 9, italics: true, margin: [0, 3, 0, 6] },
};

const vocabulary = {
  fr: `le la les un une des du de et ou dans sur avec pour par sans chez patient traitement examen clinique douleur
    biologique admission hospitalisation évolution diagnostic résultat imagerie lésion chirurgie observation fréquence
    température saturation prélèvement anémie infection syndrome inflammatoire surveillance progressivement
    immédiatement recommandation différentielle électrocardiogramme cardiomyopathie hyperparathyroïdie l’aorte
    5\u202fmg/j`,
  en: `the a of and in on with for by without at patient treatment examination clinical pain admission hospitalisation
    diagnosis result imaging lesion surgery observation temperature saturation sample anaemia infection syndrome
    inflammatory surveillance progressively immediately recommendation cardiomyopathy rhabdomyolysis well-known
    5\u00a0mg`,
};

/** Sentences that are the same for the same seed. */
export function prose(words: number, seed: number, language: keyof typeof vocabulary = 'fr'): string {
  const list = vocabulary[language].split(/\s*[ \n]\s*/);
  let state = seed * 2654435761;
  const text = Array.from({ length: words }, () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  }).join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

export function paragraph(words: number, seed: number): Paragraph {
  return { text: prose(words, seed), style: 'body' };
}

/** A definition of the given content, in French on A4. */
export function definition(content: readonly Block[], more: Partial<Definition> = {}): Definition {
  return {
    content,
    styles,
    defaultStyle: { fontSize: 11, lineHeight: 1.25 },
    pageSize: 'A4',
    pageMargins: 72,
    language: 'fr-FR',
    info: { title: 'Un cas', creationDate: new Date(Date.UTC(2026, 0, 1)) },
    ...more,
  };
}

export async function jpeg(): Promise<Uint8Array> {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a04020' } });
  return new Uint8Array(
    await image
      .withExif({ IFD0: { Artist: 'Nom du patient' } })
      .jpeg()
      .toBuffer(),
  );
}

export async function transparentPng(): Promise<Uint8Array> {
  const background = { r: 10, g: 100, b: 200, alpha: 0.5 };
  return new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 4, background } })
      .png()
      .toBuffer(),
  );
}

export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><rect width="300" height="80" fill="#eef"/>' +
  '<text x="20" y="45" font-family="Serif" font-size="16">J0 → J30, mmol·L⁻¹</text></svg>';

/** Headings, citations, notes, lists, figures, a table over two pages, references. */
export async function wholeReport(): Promise<Definition> {
  const cite = (number: number) => ({
    text: `[${number}]`,
    linkToDestination: `ref-${number}`,
    tag: 'Reference' as const,
  });
  const rows = Array.from({ length: 50 }, (_, row) => [{ text: `Variable ${row}`, th: 'Row' as const }, '5', '5']);
  const content: Block[] = [
    { text: 'Un cas de calciphylaxie', headlineLevel: 1, style: 'heading1', outline: true, id: 'title' },
    { toc: { title: { text: 'Sommaire', headlineLevel: 2, style: 'heading2' } } },
    {
      text: 'Introduction',
      headlineLevel: 2,
      style: 'heading2',
      tocItem: true,
      outline: true,
      outlineParentId: 'title',
      id: 'introduction',
    },
    {
      text: [
        prose(60, 1),
        ' ',
        cite(1),
        '. Suite',
        { footnote: { text: `Première note. ${prose(30, 2)}` } },
        '. ',
        prose(40, 3),
      ],
      style: 'body',
    },
    {
      text: [
        'Un mot ',
        { text: 'écrit en anglais: hospitalised', lang: 'en-GB' },
        ' et un ',
        { text: ['lien avec ', { text: 'italique', italics: true }], link: 'https://example.org/a?b=1&c=2' },
        '.',
      ],
      style: 'body',
    },
    {
      ul: [
        'Premier point',
        { text: prose(40, 4) },
        { ul: ['a', 'b'] },
        { stack: [{ text: 'Composé' }, { text: prose(8, 5) }] },
      ],
    },
    { ol: ['un', 'deux', 'trois'] },
    {
      stack: [
        { svg: drawing, alt: 'Frise de J0 à J30', width: 300 },
        { text: 'Figure 1. Frise', style: 'caption', tag: 'Caption' },
      ],
      unbreakable: true,
    },
    {
      stack: [
        { image: 'biopsy', alt: 'Biopsie cutanée, coloration HES', width: 200 },
        { text: 'Figure 2. Biopsie', style: 'caption', tag: 'Caption' },
      ],
      unbreakable: true,
    },
    { image: 'logo', width: 50 },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 150, y2: 0 }] },
    { text: 'Tableau 1. Biologie', style: 'caption', tag: 'Caption', keepNext: true },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['*', 'auto', 'auto'],
        body: [['Variable', 'Valeur', 'Norme'], ...rows],
      },
      layout: 'rules',
      summary: 'Valeurs à l’admission',
    },
    {
      text: 'Observation',
      headlineLevel: 2,
      style: 'heading2',
      tocItem: true,
      outline: true,
      outlineParentId: 'title',
    },
    ...Array.from({ length: 14 }, (_, index) => paragraph(70 + index, 10 + index)),
    { text: 'Références', headlineLevel: 2, style: 'heading2', tocItem: true, outline: true },
    {
      ol: [1, 2].map(number => ({
        text: [
          'Martin B. Titre. ',
          { text: 'J Cas', italics: true },
          '. ',
          { text: `https://doi.org/10.1000/${number}`, link: `https://doi.org/10.1000/${number}` },
        ],
        id: `ref-${number}`,
        tag: 'BibEntry' as const,
      })),
    },
  ];
  return definition(content, {
    info: {
      title: 'Un cas <rare> & son suivi',
      author: 'A. Auteur & B. Martin',
      subject: 'pH < 7,35',
      keywords: 'rein, peau & os',
      creationDate: new Date(Date.UTC(2026, 0, 1)),
      modDate: new Date(Date.UTC(2026, 1, 2)),
    },
    header: { firstPage: null, otherPages: { text: 'Un cas de calciphylaxie', fontSize: 9, margin: [72, 30, 72, 0] } },
    footer: { otherPages: { text: '{page} / {pages}', alignment: 'center', fontSize: 9, margin: [0, 20, 0, 0] } },
    images: { biopsy: await jpeg(), logo: await transparentPng() },
  });
}

/** The text of each page as a viewer finds it. */
export async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    texts.push(items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await document.destroy();
  return texts;
}
