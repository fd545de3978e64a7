import { describe, expect, it } from 'vitest';
import { incompleteReferences } from '../../../core/checks/citing/incomplete-references.ts';
import { retractions } from '../../../core/checks/citing/retractions.ts';
import { unusedReferences } from '../../../core/checks/citing/unused-references.ts';
import type { Check } from '../../../core/checks/types.ts';
import { notChecked, type Standing } from '../../../core/lookup/standing.ts';
import { numberReport } from '../../../core/manuscript/number.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { CaseReport, Reference } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { house, p, reportOf } from '../fixtures.ts';

const template = house('plain-fr');
const citing = (...ids: string[]) => ({
  type: 'citation' as const,
  id: `c-${ids.join('-')}`,
  items: ids.map(reference => ({ reference })),
  children: [{ text: '' }],
});
const none: Standing = { state: 'none', at: 1.7e12, source: 'crossref', notices: [], noticeOf: [] };
const reference = (id: string, item: Partial<CslItem> = {}, standing?: Standing): Reference => ({
  id,
  item: { id, type: 'article-journal', ...item } as CslItem,
  ...(standing ? { standing } : {}),
});
function report(references: Reference[], ...cited: string[]): CaseReport {
  return { ...reportOf('fr', { discussion: [p(citing(...cited))] }), references };
}
const run = (check: Check, of: CaseReport, under: Template = template) =>
  check.run({ report: of, template: under, numbering: numberReport(of, under) });

describe('retractions', () => {
  it('what nobody cites is not looked at; a notice cited as a work is said', () => {
    const gone: Standing = { ...none, state: 'retracted', notices: [{ kind: 'retracted', from: 'pubmed' }] };
    expect(run(retractions, report([reference('a', {}, none), reference('b', {}, gone)], 'a'))).toEqual([]);
    const notice: Standing = { ...none, noticeOf: [{ kind: 'retracted', doi: '10.5555/x', from: 'publisher' }] };
    const [finding] = run(retractions, report([reference('a', {}, notice)], 'a'));
    expect(finding?.message.en).toContain('itself a notice');
    expect(finding?.place).toMatchObject({ part: 'discussion', citation: 'c-a', reference: 'a' });
  });

  it('a list checked in part does not look whole', () => {
    const some = [reference('a', {}, none), reference('b', {}, notChecked('failed')), reference('c')];
    const [finding] = run(retractions, report(some, 'a', 'b', 'c'));
    expect(finding?.message.en).toBe('2 cited references are not checked for retractions.');
    expect(run(retractions, report([reference('a'), reference('b')], 'a', 'b'))).toEqual([]);
  });
});

describe('what would print badly', () => {
  const whole = {
    title: 'T',
    author: [{ family: 'Doe' }],
    'container-title': 'J',
    issued: { 'date-parts': [[2020]] },
    volume: '1',
    page: '1-2',
  };
  it('an article without volume and pages is complete while it has a DOI', () => {
    expect(run(incompleteReferences, report([reference('a', whole)], 'a'))).toEqual([]);
    const { volume: _, page: __, ...early } = whole;
    expect(run(incompleteReferences, report([reference('a', { ...early, DOI: '10.5555/x' })], 'a'))).toEqual([]);
    const [finding] = run(incompleteReferences, report([reference('a', early)], 'a'));
    expect(finding?.message.en).toBe('Doe 2020, “T” would print without: volume, pages.');
  });

  it('an article of a newspaper wants its paper and its year, and nobody by name', () => {
    const news = { type: 'article-newspaper', title: 'T', 'container-title': 'N', issued: { 'date-parts': [[2020]] } };
    expect(run(incompleteReferences, report([reference('a', news)], 'a'))).toEqual([]);
    const [finding] = run(incompleteReferences, report([reference('a', { ...news, 'container-title': '' })], 'a'));
    expect(finding?.message.en).toContain('would print without: journal.');
  });

  it('a page without author and year matters to an author–date style alone', () => {
    const page = reference('a', {
      type: 'webpage',
      title: 'T',
      URL: 'https://example.org',
      accessed: { 'date-parts': [[2024]] },
    });
    expect(run(incompleteReferences, report([page], 'a'))).toEqual([]);
    const authorDate = { ...template, citations: { ...template.citations, kind: 'author-date' as const } };
    const [finding] = run(incompleteReferences, report([page], 'a'), authorDate);
    expect(finding).toMatchObject({ severity: 'warning', message: { fr: expect.stringContaining('auteurs, année') } });
  });
});

it('many unused references are one sentence', () => {
  const many = Array.from({ length: 11 }, (_, n) => reference(`r${n}`));
  expect(
    run(unusedReferences, { ...blankReport({ id: 'r', language: 'fr', template: 'plain-fr' }), references: many })
      .length,
  ).toBe(1);
  expect(run(unusedReferences, report(many.slice(0, 3), 'r0')).length).toBe(2);
});
