import { describe, expect, it } from 'vitest';
import { duplicateReferences } from '../../../core/checks/citing/duplicate-references.ts';
import { apartOp, copiesIn, followingOf, mergedCopy, mergeOps, recited } from '../../../core/references/copies.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { CitationItem } from '../../../core/report/document.ts';
import { applyAll } from '../../../core/report/ops.ts';
import { parseReport } from '../../../core/report/parse.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import type { CaseReport, Reference } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';

const article = (id: string, item: object): Reference => ({
  id,
  item: { id, type: 'article-journal', title: 'Calcified arterioles of the skin', ...item },
});
const one = article('a', { DOI: '10.5555/x', volume: '3' });
const other = article('b', { DOI: 'https://doi.org/10.5555/X', volume: '4', PMID: '12', abstract: 'Said.' });
const third = article('c', { title: 'Another work altogether', DOI: '10.5555/y' });

/** A report whose discussion cites these clusters, one after the other, the last in a list. */
function citing(references: readonly Reference[], ...clusters: readonly (readonly CitationItem[])[]): CaseReport {
  const report = blankReport({ id: 'r', language: 'en', template: 'plain-en' } as never);
  const citations = clusters.map((items, index) => ({
    type: 'citation' as const,
    id: `c${index}`,
    items: [...items],
    children: [{ text: '' }],
  }));
  const children = [
    {
      type: 'paragraph' as const,
      children: citations.slice(0, -1).flatMap(each => [{ text: 'x' }, each, { text: '' }]),
    },
    {
      type: 'list' as const,
      ordered: false,
      children: [
        {
          type: 'list-item' as const,
          children: [{ type: 'paragraph' as const, children: [{ text: '' }, ...citations.slice(-1), { text: '' }] }],
        },
      ],
    },
  ];
  const parts = report.parts.map(part => (part.key === 'discussion' ? { ...part, children } : part));
  return { ...report, references, parts } as never;
}
const cited = (report: CaseReport) =>
  report.parts.flatMap(({ children }) => citationsOf(children)).map(({ items }) => items);

describe('a work that a report holds twice', () => {
  it('is found by an identifier; the one that is cited first stays, whatever the list says', () => {
    const report = citing([one, third, other], [{ reference: 'b' }], [{ reference: 'a' }]);
    expect(copiesIn(report)).toEqual([{ stays: other, goes: one, because: 'doi' }]);
    expect(copiesIn({ ...report, references: [one, third] })).toEqual([]);
  });

  it('is not asked about again once it was said to be two, in a file or in the checks, until that is undone', () => {
    const report = citing([one, other], [{ reference: 'a' }], [{ reference: 'b' }]);
    const [pair] = copiesIn(report);
    if (!pair) throw new Error('no pair');
    const { report: said, inverse } = applyAll(report, [apartOp(pair)]);
    expect(said.references.map(({ apart }) => apart)).toEqual([undefined, ['a']]);
    const opened = parseReport(writeReport(said), 'x');
    if (!opened.ok) throw new Error(opened.problem.message.en);
    expect(copiesIn(opened.value.report)).toEqual([]);
    const findings = (of: CaseReport) => duplicateReferences.run({ report: of } as never);
    expect(findings(said)).toEqual([]);
    const asked = applyAll(said, inverse).report;
    expect(copiesIn(asked)).toHaveLength(1);
    expect(findings(asked)).toHaveLength(1);
  });

  it('becomes one that has the fields of both; of those that differ the chosen ones are the other’s', () => {
    const pair = {
      stays: one,
      goes: { ...other, kept: { annote: 'mine' }, library: { entry: 'e' } as never },
      because: 'doi' as const,
    };
    expect(mergedCopy(pair)).toEqual({
      id: 'a',
      item: { ...one.item, PMID: '12', abstract: 'Said.' },
      kept: { annote: 'mine' },
      library: { entry: 'e' },
    });
    expect(mergedCopy(pair, ['item.volume']).item.volume).toBe('4');
  });

  it('is cited as one everywhere, once in a cluster, and all of it can be taken back', () => {
    const report = citing(
      [one, other, third],
      [{ reference: 'a' }],
      [{ reference: 'b', locator: '7', label: 'page' }, { reference: 'c' }, { reference: 'a' }],
      [{ reference: 'b' }],
    );
    const [copies] = copiesIn(report);
    if (!copies) throw new Error('not found');
    expect(followingOf(report, copies)).toEqual({ citations: 2, together: 1 });
    const { report: merged, inverse } = applyAll(report, mergeOps(report, copies));
    expect(merged.references.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(cited(merged)).toEqual([
      [{ reference: 'a' }],
      [{ reference: 'a', locator: '7', label: 'page' }, { reference: 'c' }],
      [{ reference: 'a' }],
    ]);
    expect(applyAll(merged, inverse).report).toEqual(report);
  });

  it.each<[string, CitationItem[], CitationItem[]]>([
    [
      'pages of both are joined',
      [
        { reference: 'a', locator: '12' },
        { reference: 'b', locator: '45' },
      ],
      [{ reference: 'a', locator: '12, 45' }],
    ],
    [
      'words around both stay around them',
      [
        { reference: 'a', prefix: 'see', locator: '1' },
        { reference: 'b', locator: '2', suffix: 'too' },
      ],
      [{ reference: 'a', prefix: 'see', locator: '1, 2', suffix: 'too' }],
    ],
    [
      'words between them keep them apart',
      [
        { reference: 'a', suffix: 'for adults' },
        { reference: 'b', suffix: 'for children' },
      ],
      [
        { reference: 'a', suffix: 'for adults' },
        { reference: 'a', suffix: 'for children' },
      ],
    ],
    [
      'a page and a figure stay apart',
      [
        { reference: 'a', locator: '1', label: 'page' },
        { reference: 'b', locator: '1', label: 'figure' },
      ],
      [
        { reference: 'a', locator: '1', label: 'page' },
        { reference: 'a', locator: '1', label: 'figure' },
      ],
    ],
    [
      'what is said with one is kept',
      [{ reference: 'b', suffix: 'for review' }, { reference: 'a' }],
      [{ reference: 'a', suffix: 'for review' }],
    ],
    [
      'other works stay twice if they were',
      [{ reference: 'c' }, { reference: 'b' }, { reference: 'c' }],
      [{ reference: 'c' }, { reference: 'a' }, { reference: 'c' }],
    ],
  ])('in one cluster: %s', (_, items, expected) => {
    expect(recited(items, 'a', 'b')).toEqual(expected);
  });
});
