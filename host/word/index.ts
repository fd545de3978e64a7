/** Word among the formats; this room is the only one that knows the docx package. */
import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LineNumberRestartFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { legible } from '../../core/export/markup.ts';
import type { Exporter, ExportRequest } from '../../core/export/types.ts';
import { UNTITLED } from '../../core/export/wording.ts';
import { lettersOf } from '../../core/manuscript/letters.ts';
import { printedFloats, withoutCalls } from '../../core/manuscript/walk.ts';
import { done } from '../../core/outcome.ts';
import { ORIGIN } from '../../core/roundtrip/anchors.ts';
import { COLUMN_GAP, frameOf } from '../../core/template/page.ts';
import { styleAddress } from '../citing/styles/catalogue.ts';
import { bodyOf, type Stretch } from './body.ts';
import { contextOf, TAGS, type WordContext } from './context.ts';
import { CHART_DPI } from './floats.ts';
import { titleBlock } from './front.ts';
import { packed, propertyParts } from './package.ts';
import { basicStyles, numberingOf, STYLE, stylesOf, twips } from './styles.ts';
import { zoteroProperties } from './zotero.ts';

/** Letters of a running head at most. */
const LONGEST_HEAD = 90;

/** The exporter; `templatesFolder` holds the styles that Zotero is told of. */
export function createWordWriter({ templatesFolder }: { readonly templatesFolder: string }): Exporter['write'] {
  return async request => done({ bytes: await writeWord(request, templatesFolder) });
}

async function writeWord(request: ExportRequest, templatesFolder: string): Promise<Uint8Array> {
  const { manuscript, template, images, options, date, creator } = request;
  const charts = await chartImages(request);
  const zotero = options.zotero === true && manuscript.references.length > 0;
  const context = contextOf(manuscript, template, { images, charts, zotero });
  const { language } = manuscript;
  const title = legible(lettersOf(withoutCalls(manuscript.title))).trim();
  const document = new Document({
    title,
    externalStyles: basicStyles(template),
    styles: stylesOf(template, manuscript),
    numbering: numberingOf(template),
    ...(options.tracked === true ? { features: { trackRevisions: true } } : {}),
    hyphenation: { autoHyphenation: template.page.justified },
    customProperties: [
      { name: ORIGIN, value: originOf(request) },
      ...(zotero ? zoteroProperties(styleAddress(template, templatesFolder), context) : []),
    ],
    sections: sectionsOf(context, title),
  });
  const keywords = new Set(manuscript.divisions.flatMap(({ keywords: found }) => found?.words ?? []));
  const properties = {
    title: title || UNTITLED[language],
    author: manuscript.authors.map(({ name }) => name).join('; '),
    keywords: [...keywords].join('; '),
    language: TAGS[language],
    date,
    creator,
  };
  return packed(document, propertyParts(properties));
}

/** How the file was made, so that it can be laid beside its report when it comes back; a copy for reviewers does not say of which. */
function originOf({ report, template, options }: ExportRequest): string {
  const anonymous = options.anonymous === true;
  const { form, floats } = options;
  return JSON.stringify({ report: anonymous ? '' : report.id, template: template.id, form, floats, anonymous });
}

/** Every chart as pixels, for programs that show no vectors. */
async function chartImages({ manuscript, png }: ExportRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const charts = printedFloats(manuscript).filter(float => float.kind === 'chart');
  return new Map(
    await Promise.all(
      charts.map(
        async ({ anchor, svg, width }) => [anchor, await png(svg, Math.round((width * CHART_DPI) / 72))] as const,
      ),
    ),
  );
}

/** Sections of pages: the title block, the text in its columns, and turned pages for wide tables. */
function sectionsOf(context: WordContext, title: string): readonly ISectionOptions[] {
  const { page } = context.template;
  const front = titleBlock(context);
  const body = bodyOf(context, page.titlePage && front.length > 0);
  const first = body[0];
  const oneColumn = page.columns === 1;
  const stretches: readonly (Stretch & { readonly columns: 1 | 2 })[] =
    oneColumn && first && !first.turned
      ? [
          { ...first, children: [...front, ...first.children], columns: 1 },
          ...body.slice(1).map(rest => ({ ...rest, columns: 1 as const })),
        ]
      : [
          { turned: false, children: front, columns: 1 },
          ...body.map(rest => ({ ...rest, columns: rest.turned ? (1 as const) : page.columns })),
        ];
  const filled = stretches.filter(({ children }) => children.length > 0);
  const all = filled.length > 0 ? filled : [{ turned: false, children: [new Paragraph('')], columns: 1 as const }];
  return all.map((stretch, index) => sectionOf(stretch, index, all[index - 1], context, title));
}

function sectionOf(
  { turned, children, columns }: Stretch & { readonly columns: 1 | 2 },
  index: number,
  before: (Stretch & { readonly columns: 1 | 2 }) | undefined,
  context: WordContext,
  title: string,
): ISectionOptions {
  const { page } = context.template;
  const [left, top, right, bottom] = frameOf(page).margins.map(twips) as [number, number, number, number];
  const size = page.size === 'A4' ? { width: 11906, height: 16838 } : { width: 12240, height: 15840 };
  const follows = before !== undefined && before.turned === turned;
  return {
    properties: {
      type: follows ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
      titlePage: index === 0,
      page: {
        size: { ...size, ...(turned ? { orientation: PageOrientation.LANDSCAPE } : {}) },
        margin: { left, top, right, bottom, header: Math.round(top / 2), footer: Math.round(bottom / 2) },
      },
      ...(columns === 2 ? { column: { count: 2, space: twips(COLUMN_GAP) } } : {}),
      ...(page.lineNumbers
        ? { lineNumbers: { countBy: 1, restart: LineNumberRestartFormat.CONTINUOUS, distance: twips(18) } }
        : {}),
    },
    headers: {
      default: runningHead(context, title),
      first: new Header({ children: [new Paragraph({ style: STYLE.header })] }),
    },
    footers: { default: pageNumbers(), first: pageNumbers() },
    children: [...children],
  };
}

/** The running title (else the title) on every page but the first. */
function runningHead({ manuscript }: WordContext, title: string): Header {
  const text = legible(manuscript.runningTitle) || title;
  const shown = text.length > LONGEST_HEAD ? `${text.slice(0, LONGEST_HEAD - 2).trimEnd()}…` : text;
  return new Header({
    children: [new Paragraph({ style: STYLE.header, children: [new TextRun({ text: shown, italics: true })] })],
  });
}

function pageNumbers(): Footer {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ style: STYLE.footer, children: [new TextRun({ children })] })] });
}
