/** The title block: title, authors, where they work, whom to write to. */
import { ExternalHyperlink, Paragraph, TextRun } from 'docx';
import { COLON } from '../../core/export/wording.ts';
import { TITLE_SOURCE } from '../../core/roundtrip/anchors.ts';
import type { WordContext } from './context.ts';
import { plain, printBlock, printRuns } from './runs.ts';
import { STYLE } from './styles.ts';

export function titleBlock(context: WordContext): readonly Paragraph[] {
  const { title, authors, affiliations, correspondence, language } = context.manuscript;
  const names = authors.flatMap(({ name, marks }, index) => [
    ...plain(index === 0 ? name : `, ${name}`, context),
    ...(marks.length > 0 ? plain(marks.join(','), context, { superScript: true }) : []),
  ]);
  const affiliation = (children: Parameters<typeof paragraph>[1]) => paragraph(STYLE.affiliation, children);
  return [
    ...(title.length > 0 ? [paragraph('Title', printBlock(TITLE_SOURCE, printRuns(title, context), context))] : []),
    ...(names.length > 0 ? [paragraph(STYLE.author, names)] : []),
    ...affiliations.map(({ mark, text }) =>
      affiliation([
        ...(mark === '' ? [] : plain(mark, context, { superScript: true })),
        ...plain(`${mark === '' ? '' : ' '}${text}`, context),
      ]),
    ),
    ...correspondence.map(line => affiliation(printRuns(line, context))),
    ...authors.flatMap(({ name, orcid }) => {
      if (orcid === undefined) return [];
      const address = `https://orcid.org/${orcid}`;
      const link = new ExternalHyperlink({
        link: address,
        children: [new TextRun({ text: address, style: 'Hyperlink' })],
      });
      return [affiliation([...plain(`${name}${COLON[language]}`, context), link])];
    }),
  ];
}

function paragraph(style: string, children: ReturnType<typeof printRuns>): Paragraph {
  return new Paragraph({ style, children });
}
