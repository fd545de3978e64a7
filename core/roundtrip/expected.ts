/** The paragraphs that a Word file made from a report holds, in their order: what each is made from, and what it says. */
import { COLON, panelAlt, panelHead, SEMICOLON } from '../export/wording.ts';
import { floatAnchor } from '../manuscript/context.ts';
import { lettersOf } from '../manuscript/letters.ts';
import type {
  Captions,
  Division,
  Manuscript,
  PrintedBlock,
  PrintedFigure,
  PrintedTable,
  Run,
} from '../manuscript/types.ts';
import type { DocumentElement, Inline, Part, PartKey } from '../report/document.ts';
import { captionOf, isFloating, isText } from '../report/parts.ts';
import type { CaseReport } from '../report/types.ts';
import { blockBookmark, partBookmark, TITLE_SOURCE } from './anchors.ts';
import { type Atom, atomsOfInlines, atomsOfRuns, lettersAsAtoms, saidByRuns, textOfAtom } from './atoms.ts';
import { blockKey } from './keys.ts';
import { type Provenance, provenanceOf } from './provenance.ts';

/** A place of a report that holds text. */
export interface Unit {
  readonly part: PartKey;
  /** Place of its block in the part, and from there down to the element that holds the inline nodes. */
  readonly block: number;
  readonly path: readonly number[];
  readonly kind: 'paragraph' | 'heading' | 'item' | 'caption' | 'cell';
}

export interface ExpectedText {
  readonly kind: 'text';
  readonly unit: Unit;
  readonly bookmark: string;
  readonly held: readonly Atom[];
  readonly printed: readonly Atom[];
  /** One for each printed atom; null where they cannot be told. */
  readonly provenance: readonly Provenance[] | null;
  readonly text: string;
  /** Of a caption of a figure or chart: the pictures above it. */
  readonly images?: readonly ExpectedPicture[];
  /** Of a caption of a table: its cells. */
  readonly table?: ExpectedTable;
}

export interface ExpectedPicture {
  /** Its alternative text. */
  readonly alt: string;
  /** The panel of the report's figure; absent of a chart. */
  readonly panel?: ExpectedPanel;
}

export interface ExpectedPanel {
  readonly figure: string;
  readonly id: string;
  /** Of its image, in hexadecimal. */
  readonly sha256: string;
  /** What stands above it; and that with what it shows. */
  readonly head: string;
  readonly text: string;
}

export interface ExpectedTable {
  /** Null where the table is made from lab values. */
  readonly cells: readonly (readonly ExpectedText[])[] | null;
  readonly texts: readonly (readonly string[])[];
}

/** A line that is not the text's own: authors, headings of parts, keywords, references. */
export interface ExpectedLine {
  readonly kind: 'line';
  readonly bookmark?: string;
  readonly text: string;
  /** The part that begins with it. */
  readonly begins?: PartKey;
}

export type Expected = ExpectedText | ExpectedLine;

/** The SHA-256 that an image is named by. */
export const sumOf = (asset: string): string => asset.replace(/\..*$/, '');

/** The element of a block that a path leads to. */
export function elementAt(block: DocumentElement, path: readonly number[]): DocumentElement {
  return path.reduce<DocumentElement>((element, index) => element.children[index] as DocumentElement, block);
}

const heldAt = (part: Part, { block, path }: Unit): readonly Atom[] =>
  atomsOfInlines(elementAt(part.children[block] as DocumentElement, path).children as Inline[]);

interface Found {
  readonly unit: Unit;
  readonly key: string;
}

/** Every block, paragraph of a list and caption that has a name of its own. */
function named(part: Part): readonly Found[] {
  return part.children.flatMap((block, index): readonly Found[] => {
    const here = { part: part.key, block: index };
    if (block.type === 'paragraph' || block.type === 'heading')
      return [{ unit: { ...here, path: [], kind: block.type }, key: blockKey(block) }];
    if (isFloating(block)) {
      const caption = captionOf(block);
      const path = caption ? [(block.children as readonly unknown[]).indexOf(caption)] : [];
      return caption ? [{ unit: { ...here, path, kind: 'caption' }, key: blockKey(block) }] : [];
    }
    return paragraphsOf(block, []).map(({ path, paragraph }) => ({
      unit: { ...here, path, kind: 'item' },
      key: blockKey(paragraph),
    }));
  });
}

function paragraphsOf(
  element: DocumentElement,
  path: readonly number[],
): readonly { readonly path: readonly number[]; readonly paragraph: DocumentElement }[] {
  if (element.type === 'paragraph') return [{ path, paragraph: element }];
  return (element.children as readonly DocumentElement[]).flatMap((child, index) =>
    isText(child as never) ? [] : paragraphsOf(child, [...path, index]),
  );
}

/** The whole file as it was made. `manuscript` must be that of the report, printed as the file was. */
export function expectedOf(report: CaseReport, manuscript: Manuscript): readonly Expected[] {
  const parts = new Map(report.parts.map(part => [part.key, part]));
  const waiting = new Map<string, Unit[]>();
  for (const part of report.parts)
    for (const { key, unit } of named(part)) waiting.set(key, [...(waiting.get(key) ?? []), unit]);
  const counts = new Map<string, number>();
  const assets = new Set(report.assets.map(({ name }) => name));

  function text(source: string | undefined, runs: readonly Run[], around: { before?: string; after?: string } = {}) {
    if (source === undefined) return [];
    const count = (counts.get(source) ?? 0) + 1;
    counts.set(source, count);
    const unit = waiting.get(source)?.shift();
    const part = unit && parts.get(unit.part);
    return unit && part ? [madeText(part, unit, blockBookmark(source, count), runs, around)] : [];
  }

  function blocks(list: readonly PrintedBlock[]): readonly Expected[] {
    return list.flatMap((block): readonly Expected[] => {
      switch (block.kind) {
        case 'paragraph':
          return text(block.source, block.runs, legendOf(block.runs, block.source));
        case 'heading':
          return text(block.source, block.runs);
        case 'list':
          return block.items.flatMap(blocks);
        case 'figure':
          return [
            ...block.panels.flatMap(panel => (panelHead(panel) === '' ? [] : [line(panelHead(panel))])),
            ...caption(block, block.credit).map(entry => ({
              ...entry,
              images: picturesIn(block),
            })),
          ];
        case 'chart':
          return caption(block, '').map(entry => ({ ...entry, images: [{ alt: block.alt }] }));
        case 'table':
          return caption(block, '').map(entry => withTable(entry, block));
        case 'bibliography':
          return manuscript.bibliography.map(({ label, runs }) =>
            line(`${label === '' ? '' : `${label}\t`}${lettersOf(runs)}`),
          );
      }
    });
  }

  function picturesIn(block: PrintedFigure): readonly ExpectedPicture[] {
    const figure = report.figures.find(({ id }) => floatAnchor(id) === block.anchor);
    // A panel is printed where its image is at hand.
    const held = figure?.panels.filter(({ asset }) => assets.has(asset)) ?? [];
    return block.panels
      .filter(({ asset }) => assets.has(asset))
      .map((panel, index): ExpectedPicture => {
        const alt = panelAlt(panel, block);
        const own = held[index];
        if (!figure || own?.asset !== panel.asset) return { alt };
        const head = panelHead(panel);
        const text = [head, panel.alt].filter(part => part !== '').join('\u2002') || alt;
        return { alt, panel: { figure: figure.id, id: own.id, sha256: sumOf(panel.asset), head, text } };
      });
  }

  /** A legend that stands for its figure is a paragraph whose label is no text of the report. */
  function legendOf(runs: readonly Run[], source: string | undefined) {
    const unit = source === undefined ? undefined : waiting.get(source)?.[0];
    return unit?.kind === 'caption' ? { before: runs[0]?.text ?? '' } : {};
  }

  function caption({ label, caption: runs, source }: Captions, credit: string): readonly ExpectedText[] {
    return text(source, runs, {
      before: label + (runs.length > 0 ? ' ' : ''),
      after: credit === '' ? '' : ` ${credit}`,
    });
  }

  function withTable(entry: ExpectedText, { rows }: PrintedTable): ExpectedText {
    const part = parts.get(entry.unit.part);
    const block = part?.children[entry.unit.block];
    const texts = rows.map(row => row.map(cell => saidByRuns(cell.runs)));
    if (!part || block?.type !== 'table') return { ...entry, table: { cells: null, texts } };
    const inRows = block.children.flatMap((child, index) => (child.type === 'table-row' ? [index] : []));
    const cells = rows.map((row, r) =>
      row.map((cell, c) => {
        const unit: Unit = { ...entry.unit, path: [inRows[r] as number, c], kind: 'cell' };
        return madeText(part, unit, '', cell.runs, {});
      }),
    );
    return { ...entry, table: { cells, texts } };
  }

  const { title, authors, affiliations, correspondence, language } = manuscript;
  const titlePart = parts.get('title');
  return [
    ...(titlePart && title.length > 0
      ? [
          madeText(
            titlePart,
            { part: 'title', block: 0, path: [], kind: 'paragraph' },
            blockBookmark(TITLE_SOURCE, 1),
            title,
            {},
          ),
        ]
      : []),
    ...(authors.length > 0 ? [line(authors.map(({ name, marks }) => name + marks.join(',')).join(', '))] : []),
    ...affiliations.map(({ mark, text: words }) => line(mark === '' ? words : `${mark} ${words}`)),
    ...correspondence.map(runs => line(lettersOf(runs))),
    ...authors.flatMap(({ name, orcid }) =>
      orcid === undefined ? [] : [line(`${name}${COLON[language]}https://orcid.org/${orcid}`)],
    ),
    ...manuscript.divisions.flatMap((division): readonly Expected[] => {
      const { anchor, heading, keywords, language: spoken } = division;
      const begins = partOf(division);
      return [
        { kind: 'line', bookmark: partBookmark(anchor), text: heading, ...(begins ? { begins } : {}) },
        ...blocks(division.blocks),
        ...(keywords ? [line(keywords.heading + COLON[spoken] + keywords.words.join(SEMICOLON[spoken]))] : []),
      ];
    }),
  ];
}

const line = (text: string): ExpectedLine => ({ kind: 'line', text });

function partOf({ place, language }: Division): PartKey | undefined {
  if (place === 'references' || place === 'floats') return undefined;
  return place === 'abstract' ? `abstract:${language}` : place;
}

function madeText(
  part: Part,
  unit: Unit,
  bookmark: string,
  runs: readonly Run[],
  { before = '', after = '' }: { before?: string; after?: string },
): ExpectedText {
  const held = heldAt(part, unit);
  // The label of a legend is among its runs, that of a caption is not.
  const own = before !== '' && runs[0]?.text === before ? runs.slice(1) : runs;
  const inside = atomsOfRuns(own);
  const provenance = provenanceOf(held, inside);
  const around = (text: string) => lettersAsAtoms(text, '');
  const printed = [...around(before), ...inside, ...around(after)];
  return {
    kind: 'text',
    unit,
    bookmark,
    held,
    printed,
    provenance: provenance && [...around(before).map(() => null), ...provenance, ...around(after).map(() => null)],
    text: printed.map(textOfAtom).join(''),
  };
}
