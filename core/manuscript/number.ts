/** Numbers and labels: made once, here, for the window and every export. */
import type { Block, Citation, Floating, Heading, Part, PartKey } from '../report/document.ts';
import { SECTION_KEYS } from '../report/document.ts';
import { citationsOf, isAbstract, isFloating, partLanguage } from '../report/parts.ts';
import type { CaseReport, Language } from '../report/types.ts';
import type { PartKind, Template } from '../template/types.ts';

export interface FloatLabel {
  readonly kind: 'figure' | 'table';
  readonly number: number;
  /** "Figure 2", without what ends it in a caption. */
  readonly label: string;
}

export interface Numbering {
  /** Number ("II." or empty) and heading of each part. */
  readonly parts: ReadonlyMap<PartKey, { readonly number: string; readonly heading: string }>;
  /** Numbers of headings inside sections; absent where the template wants none. */
  readonly headings: ReadonlyMap<Heading, string>;
  /** By the block's id. The first of two blocks with one id counts. */
  readonly floats: ReadonlyMap<string, FloatLabel>;
  /** Clusters in the order they are printed. */
  readonly citations: readonly Citation[];
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 39 in Roman numerals. */
export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}

/** The letter of a panel: A to Z, then AA, AB … */
export function panelLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : panelLetter(Math.floor(index / 26) - 1) + letter;
}

/** The kind under which a template speaks of a part. */
export function partKind(key: PartKey): PartKind {
  return isAbstract(key) ? 'abstract' : key;
}

/** Parts in the order they are printed: the title first; abstracts in the order of the document. */
export function printedParts(parts: readonly Part[], template: Template): readonly Part[] {
  const byKind = (kind: PartKind) => parts.filter(part => partKind(part.key) === kind);
  return [...byKind('title'), ...template.order.flatMap(place => (place === 'references' ? [] : byKind(place)))];
}

interface PartScan {
  readonly floats: readonly Floating[];
  readonly citations: readonly Citation[];
  readonly headings: readonly Heading[];
}

const scans = new WeakMap<Block, PartScan>();

/** What one block holds; kept by identity, so that a keystroke looks at one block. */
function scanBlock(block: Block): PartScan {
  const known = scans.get(block);
  if (known) return known;
  const scan: PartScan = {
    floats: isFloating(block) ? [block] : [],
    citations: citationsOf([block]),
    headings: block.type === 'heading' ? [block] : [],
  };
  scans.set(block, scan);
  return scan;
}

/** The numbering of a report under a template. Order is that of the page, not of mention. */
export function numberReport(report: Pick<CaseReport, 'parts' | 'language'>, template: Template): Numbering {
  const parts = new Map<PartKey, { number: string; heading: string }>();
  const headings = new Map<Heading, string>();
  const floats = new Map<string, FloatLabel>();
  const citations: Citation[] = [];
  const counts = { figure: 0, table: 0 };
  let section = 0;
  for (const part of printedParts(report.parts, template)) {
    const isSection = (SECTION_KEYS as readonly string[]).includes(part.key);
    if (isSection) section++;
    const number = isSection ? sectionNumber(section, template) : '';
    parts.set(part.key, {
      number,
      heading: template.headings[partKind(part.key)][partLanguage(part.key, report.language)],
    });
    const inside = { 1: 0, 2: 0 };
    for (const block of part.children) {
      const scan = scanBlock(block);
      citations.push(...scan.citations);
      for (const float of scan.floats) {
        if (floats.has(float.id)) continue;
        const kind = float.type === 'table' || float.type === 'lab-table' ? 'table' : 'figure';
        counts[kind]++;
        floats.set(float.id, {
          kind,
          number: counts[kind],
          label: `${template.labels[kind][report.language]}\u00a0${counts[kind]}`,
        });
      }
      for (const heading of scan.headings) {
        if (heading.level === 1) inside[2] = 0;
        inside[heading.level]++;
        if (isSection && template.numbering.headings === 'decimal') {
          const above = template.numbering.sections === 'roman' ? roman(section) : String(section);
          const own = heading.level === 1 ? [inside[1]] : [inside[1], inside[2]];
          headings.set(heading, `${[...(template.numbering.sections === 'none' ? [] : [above]), ...own].join('.')}.`);
        }
      }
    }
  }
  for (const part of report.parts) {
    if (parts.has(part.key)) continue;
    // A part that the template has no place for is still in the window, under its usual name.
    parts.set(part.key, {
      number: '',
      heading: template.headings[partKind(part.key)][partLanguage(part.key, report.language)],
    });
  }
  return { parts, headings, floats, citations };
}

function sectionNumber(section: number, { numbering }: Template): string {
  if (numbering.sections === 'none') return '';
  return `${numbering.sections === 'roman' ? roman(section) : section}.`;
}

/** A mention in running text: "figure 2B", "tableau 1"; English capitalises ("Figure 2B"). Two question marks where the target is gone. */
export function mention(label: FloatLabel | undefined, panel: string | undefined, language: Language): string {
  if (!label) return '??';
  const text = language === 'fr' ? label.label.charAt(0).toLowerCase() + label.label.slice(1) : label.label;
  return text + (panel ?? '');
}
