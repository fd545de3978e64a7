/** The report with every choice made. */

import { itemsCalled } from '../references/narrative.ts';
import type { Part } from '../report/document.ts';
import { SECTION_KEYS } from '../report/document.ts';
import { isAbstract, isEmptyPart, partLanguage } from '../report/parts.ts';
import type { CaseReport } from '../report/types.ts';
import type { Template } from '../template/types.ts';
import { printedBlocks } from './blocks.ts';
import { type Context, contextOf } from './context.ts';
import { printedFront } from './front.ts';
import { runsOf } from './inlines.ts';
import { type Numbering, numberReport, partKind } from './number.ts';
import { partAnchor } from './sources.ts';
import type { Division, FormattedCitations, Manuscript, Run } from './types.ts';

/** The anchor of a reference's entry in the bibliography. */
export const referenceAnchor = (reference: string) => `reference-${reference}`;

/** A manuscript from a report, a template and citations formatted before. Pure: same input, same manuscript. */
export function resolve(report: CaseReport, template: Template, citations: FormattedCitations): Manuscript {
  const numbering = numberReport(report, template);
  const context = contextOf(report, template, citations, numbering);
  const held = new Map(report.references.map(reference => [reference.id, reference]));
  const { language } = report;
  return {
    language,
    template: template.id,
    title: titleRuns(context),
    ...printedFront(report.front, language),
    divisions: template.order.flatMap(place => {
      if (place === 'references') return referencesDivision(context);
      return report.parts.filter(part => partKind(part.key) === place).flatMap(part => division(part, context));
    }),
    bibliography: citations.bibliography.map(({ reference, label, runs }) => ({
      anchor: referenceAnchor(reference),
      reference,
      label,
      runs,
    })),
    references: citedIds(citations, numbering).flatMap(id => held.get(id) ?? []),
    clusters: Object.fromEntries(numbering.citations.map(citation => [citation.id, itemsCalled(citation, citations)])),
  };
}

/** Ids of what is cited: those of the bibliography first, which some styles of notes have for some types of works or for none. */
function citedIds({ bibliography, notes }: FormattedCitations, { citations }: Numbering): readonly string[] {
  const listed = bibliography.map(({ reference }) => reference);
  if (!notes) return listed;
  return [...new Set([...listed, ...citations.flatMap(({ items }) => items.map(({ reference }) => reference))])];
}

function titleRuns(context: Context): readonly Run[] {
  const title = context.report.parts.find(part => part.key === 'title');
  return (title?.children ?? []).flatMap(block => (block.type === 'paragraph' ? runsOf(block.children, context) : []));
}

/** A part as printed; abstracts and statements in which nothing was written are left out, sections never. */
function division(part: Part, context: Context): readonly Division[] {
  const { key } = part;
  const isSection = (SECTION_KEYS as readonly string[]).includes(key);
  const language = partLanguage(key, context.language);
  const keywords = isAbstract(key) ? keywordsIn(context, language) : undefined;
  if (!isSection && isEmptyPart(part) && !keywords) return [];
  const named = context.numbering.parts.get(key);
  const anchor = partAnchor(key);
  return [
    {
      kind: isSection ? 'section' : isAbstract(key) ? 'abstract' : 'statement',
      place: partKind(key) as Division['place'],
      anchor,
      number: named?.number ?? '',
      heading: named?.heading ?? '',
      language,
      // Decimals and mentions are those of the language the part is written in.
      blocks: printedBlocks(part.children, { ...context, language }, anchor),
      ...(keywords ? { keywords } : {}),
    },
  ];
}

function keywordsIn({ report, template }: Context, language: Division['language']) {
  const words =
    report.front.keywords.find(entry => entry.language === language)?.words.filter(word => word.trim() !== '') ?? [];
  return words.length === 0 ? undefined : { heading: template.headings.keywords[language], words };
}

function referencesDivision({ citations, template, language }: Context): readonly Division[] {
  if (citations.bibliography.length === 0) return [];
  return [
    {
      kind: 'references',
      place: 'references',
      anchor: 'references',
      number: '',
      heading: template.headings.references[language],
      language,
      blocks: [{ kind: 'bibliography' }],
    },
  ];
}
