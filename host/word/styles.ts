/** Word's own styles, set as the template asks: what co-authors see in the list of styles, and journals' scripts look for. */
import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';
import type { Manuscript } from '../../core/manuscript/types.ts';
import type { Template } from '../../core/template/types.ts';
import { TAGS } from './context.ts';

/** A typeface that every computer has: co-authors' and journals' have not ours. */
const TYPEFACE = 'Times New Roman';

/** Styles by the name of what they are for. */
export const STYLE = {
  author: 'Author',
  affiliation: 'Affiliation',
  heading: 'HeadingUnnumbered',
  statementHeading: 'StatementHeading',
  statement: 'Statement',
  keywords: 'Keywords',
  figure: 'Figure',
  panel: 'PanelLabel',
  cell: 'TableText',
  table: 'CaseTable',
  afterTable: 'AfterTable',
  header: 'Header',
  footer: 'Footer',
  note: 'FootnoteText',
  noteMark: 'FootnoteReference',
} as const;

/** Points as half-points. */
const size = (points: number) => Math.round(points * 2);
/** Points as twentieths. */
export const twips = (points: number) => Math.round(points * 20);

/** White space above and below, and the height of lines, as Word counts them. */
function spacing(before: number, after: number, lineHeight: number) {
  return {
    before: twips(before),
    after: twips(after),
    line: Math.round(lineHeight * 240),
    lineRule: LineRuleType.AUTO,
  } as const;
}

export const HEADINGS = 'headings';
export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

/** A paragraph's style whose lines are not counted: the docx package writes that mark where Word does not look for it. */
function uncounted(id: string, name: string, { points, keepNext, space, height = 1, align }: UncountedLook): string {
  const [before, after] = space.map(twips);
  return [
    `<w:style w:type="paragraph"${name === name.toLowerCase() ? '' : ' w:customStyle="1"'} w:styleId="${id}">`,
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>`,
    keepNext ? '<w:keepNext/>' : '',
    '<w:suppressLineNumbers/>',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${Math.round(height * 240)}" w:lineRule="auto"/>`,
    `<w:jc w:val="${align}"/></w:pPr>`,
    points === undefined ? '' : `<w:rPr><w:sz w:val="${size(points)}"/><w:szCs w:val="${size(points)}"/></w:rPr>`,
    '</w:style>',
  ].join('');
}

interface UncountedLook {
  /** Size of the type; absent is that of the text. */
  readonly points?: number;
  readonly keepNext?: true;
  /** Above and below, in points. */
  readonly space: readonly [number, number];
  readonly height?: number;
  readonly align: 'left' | 'center';
}

/**
 * Styles that the docx package has no options for: what all text is based on, tables, and paragraphs whose lines are not counted.
 * A table has no lines but three: above, below its head (drawn by the cells), below.
 */
export const basicStyles = ({ page: { fontSize } }: Pick<Template, 'page'>): string =>
  [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="Case Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>`,
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tblBorders>',
    '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    uncounted(STYLE.figure, 'Figure', { space: [10, 4], keepNext: true, align: 'center' }),
    uncounted(STYLE.panel, 'Panel Label', {
      points: fontSize - 2,
      space: [2, 2],
      height: 1.1,
      keepNext: true,
      align: 'left',
    }),
    uncounted(STYLE.afterTable, 'After Table', { points: 4, space: [0, 0], align: 'left' }),
    uncounted(STYLE.header, 'header', { points: 9, space: [0, 0], align: 'left' }),
    uncounted(STYLE.footer, 'footer', { points: 9, space: [0, 0], align: 'center' }),
    '</w:styles>',
  ].join('');

/** The number of an entry hangs beside it, as wide as the longest; entries without numbers hang their first line. */
function hanging(bibliography: Manuscript['bibliography']) {
  if (bibliography[0]?.label === '') return { indent: { left: twips(14), hanging: twips(14) } };
  const position = twips(10 + String(bibliography.length).length * 6);
  return {
    indent: { left: position, hanging: position },
    leftTabStop: position,
  };
}

/** Names of styles are those by which Word knows its own, whatever language it speaks. */
export function stylesOf({ page }: Template, { language, bibliography }: Manuscript): IStylesOptions {
  const { fontSize, lineHeight, justified } = page;
  const body = { line: Math.round(lineHeight * 240), lineRule: LineRuleType.AUTO } as const;
  const alignment = justified ? AlignmentType.BOTH : AlignmentType.LEFT;
  const heading = (points: number, before: number, look: { bold?: boolean; italics?: boolean }) => ({
    run: { size: size(points), font: TYPEFACE, color: '000000', ...look },
    paragraph: { spacing: spacing(before, 4, 1.2), keepNext: true, keepLines: true, alignment: AlignmentType.LEFT },
  });
  return {
    default: {
      document: {
        run: { font: TYPEFACE, size: size(fontSize), language: { value: TAGS[language] } },
        paragraph: { spacing: { after: twips(6), ...body } },
      },
      title: {
        run: { size: size(fontSize + 7), bold: true, font: TYPEFACE, color: '000000' },
        paragraph: { spacing: spacing(0, 12, 1.15), alignment: AlignmentType.LEFT },
      },
      heading1: {
        ...heading(fontSize + 3, 16, { bold: true }),
        paragraph: {
          ...heading(fontSize + 3, 16, {}).paragraph,
          numbering: { reference: HEADINGS, level: 0 },
        },
      },
      heading2: heading(fontSize, 10, { bold: true }),
      heading3: heading(fontSize, 8, { italics: true }),
      caption: {
        run: { size: size(fontSize - 1.5), bold: false, italics: false, color: '000000', font: TYPEFACE },
        paragraph: { spacing: spacing(4, 8, Math.min(lineHeight, 1.5)), alignment: AlignmentType.LEFT },
      },
      bibliography: {
        run: { size: size(fontSize - 1) },
        paragraph: {
          spacing: spacing(0, 4, Math.min(lineHeight, 1.5)),
          alignment: AlignmentType.LEFT,
          ...hanging(bibliography),
        },
      },
      footnoteText: {
        run: { size: size(fontSize - 1.5) },
        paragraph: { spacing: spacing(0, 2, 1.15), alignment: AlignmentType.LEFT },
      },
      hyperlink: { run: { color: '0B4A57', underline: {} } },
      listParagraph: { paragraph: { spacing: { after: twips(2), ...body } } },
    },
    paragraphStyles: [
      {
        id: STYLE.heading,
        name: 'Heading 1 Unnumbered',
        basedOn: 'Heading1',
        next: 'Normal',
        quickFormat: true,
        paragraph: { numbering: false },
      },
      {
        id: STYLE.statementHeading,
        name: 'Statement Heading',
        basedOn: STYLE.heading,
        next: STYLE.statement,
        quickFormat: true,
        run: { size: size(fontSize) },
        paragraph: { spacing: spacing(10, 2, 1.2) },
      },
      {
        id: STYLE.statement,
        name: 'Statement',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: size(fontSize - 1) },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: twips(24), right: twips(24) } },
      },
      {
        id: STYLE.author,
        name: 'Author',
        basedOn: 'Normal',
        paragraph: { spacing: spacing(0, 8, 1.3), alignment: AlignmentType.LEFT },
      },
      {
        id: STYLE.affiliation,
        name: 'Affiliation',
        basedOn: 'Normal',
        run: { size: size(fontSize - 1) },
        paragraph: { spacing: spacing(0, 0, 1.3), alignment: AlignmentType.LEFT },
      },
      {
        id: STYLE.keywords,
        name: 'Keywords',
        basedOn: 'Normal',
        paragraph: { spacing: { before: twips(6), after: twips(6), ...body }, alignment: AlignmentType.LEFT },
      },
      {
        id: STYLE.cell,
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: size(fontSize - 1.5) },
        paragraph: { spacing: spacing(1, 1, 1.15), alignment: AlignmentType.LEFT },
      },
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment },
      },
    ],
  };
}

/** Numbers of headings as the template prints them, and lists. */
export function numberingOf({ numbering }: Template): INumberingOptions {
  const { sections, headings } = numbering;
  const above = sections === 'none' ? '' : '%1.';
  const inner = headings === 'decimal';
  return {
    config: [
      {
        reference: HEADINGS,
        levels: [
          {
            level: 0,
            format:
              sections === 'roman'
                ? LevelFormat.UPPER_ROMAN
                : sections === 'decimal'
                  ? LevelFormat.DECIMAL
                  : LevelFormat.NONE,
            text: above,
            suffix: sections === 'none' ? LevelSuffix.NOTHING : LevelSuffix.SPACE,
            alignment: AlignmentType.LEFT,
            style: { style: 'Heading1' },
          },
          {
            level: 1,
            format: inner ? LevelFormat.DECIMAL : LevelFormat.NONE,
            text: inner ? `${above}%2.` : '',
            suffix: inner ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
            alignment: AlignmentType.LEFT,
          },
          {
            level: 2,
            format: inner ? LevelFormat.DECIMAL : LevelFormat.NONE,
            text: inner ? `${above}%2.%3.` : '',
            suffix: inner ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
            alignment: AlignmentType.LEFT,
          },
        ],
      },
      { reference: BULLETS, levels: listLevels(LevelFormat.BULLET, () => '•') },
      { reference: NUMBERS, levels: listLevels(LevelFormat.DECIMAL, level => `%${level + 1}.`) },
    ],
  };
}

/** Lists in lists, each a little further in. */
function listLevels(format: typeof LevelFormat.BULLET | typeof LevelFormat.DECIMAL, text: (level: number) => string) {
  return Array.from({ length: 6 }, (_, level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: twips(18 * (level + 1)), hanging: twips(18) } } },
  }));
}
