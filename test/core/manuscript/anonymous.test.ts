import { describe, expect, it } from 'vitest';
import { anonymised, REMOVED } from '../../../core/manuscript/anonymous.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { Front } from '../../../core/report/types.ts';
import { cite, house, p, plainCitations, references, reportOf } from '../fixtures.ts';

const front: Front = {
  runningTitle: 'A case of Hartgrove and Petit',
  authors: [
    {
      id: 'a',
      given: 'Miriam Jane',
      family: 'Hartgrove',
      email: 'm.h@hospital.example',
      affiliations: ['f'],
      corresponding: true,
    },
    { id: 'b', given: 'Jean-Paul', family: 'Petit', orcid: '0000-0002-1825-0097', affiliations: ['f'] },
  ],
  affiliations: [{ id: 'f', name: 'Northmere Hospital', city: 'Northmere', country: 'UK' }],
  keywords: [{ language: 'en', words: ['Hartgrove sign'] }],
};

const printed = (text: string) => {
  const report = reportOf(
    'en',
    {
      title: [p('Anything')],
      observation: [p(text)],
      discussion: [p('As others wrote', cite('c', 'r1'))],
      acknowledgements: [p('We thank Dr Petit.')],
      contributions: [p('MH wrote.')],
    },
    { front, references },
  );
  return resolve(report, house('plain-en'), plainCitations(report));
};
const observationOf = (text: string) => {
  const division = anonymised(printed(text)).divisions.find(({ place }) => place === 'observation');
  const [block] = division?.blocks ?? [];
  return block?.kind === 'paragraph' ? block.runs.map(run => run.text).join('') : '';
};

describe('the copy for reviewers', () => {
  it.each([
    ['Dr Hartgrove saw her', `${REMOVED.en} saw her`],
    ['Miriam Jane Hartgrove saw her', `${REMOVED.en} saw her`],
    ['M. J. Hartgrove saw her', `${REMOVED.en} saw her`],
    ['Petit J-P saw her', `${REMOVED.en} saw her`],
    ['Pr\u00a0J.-P. Petit saw her', `${REMOVED.en} saw her`],
    ['HARTGROVE saw her', `${REMOVED.en} saw her`],
    ['Write to m.h@hospital.example', `Write to ${REMOVED.en}`],
    ['She was sent to Northmere Hospital', `She was sent to ${REMOVED.en}`],
    ['0000-0002-1825-0097', REMOVED.en],
    ['M.J.H. and J.-P.P. examined him', `${REMOVED.en} and ${REMOVED.en} examined him`],
    ['M.H. examined him', `${REMOVED.en} examined him`],
  ])('“%s” is read as “%s”', (written, read) => {
    expect(observationOf(written)).toBe(read);
  });
  it('a statement that stays has no initials, in whatever form', () => {
    const copy = anonymised(printed('MH saw her.'), ['authors', 'acknowledgements']);
    const said = (place: string) => JSON.stringify(copy.divisions.find(division => division.place === place)?.blocks);
    expect(said('contributions')).toContain(`${REMOVED.en} wrote.`);
    expect(said('observation')).toContain('MH saw her.');
  });
  it.each([['vitamin M. H. pylori'], ['un petit nodule'], ['Petitjean wrote'], ['Hartgroves, NHS']])(
    '“%s” names nobody',
    text => {
      expect(observationOf(text)).toBe(text);
    },
  );
  it('has no authors, places, correspondence, acknowledgements or contributions, and nothing of them in the running title', () => {
    const copy = anonymised(printed('Nothing.'));
    expect([copy.authors, copy.affiliations, copy.correspondence]).toEqual([[], [], []]);
    expect(copy.divisions.map(({ place }) => place)).not.toContain('acknowledgements');
    expect(copy.divisions.map(({ place }) => place)).not.toContain('contributions');
    expect(JSON.stringify(copy)).not.toMatch(/Hartgrove|Petit\b|m\.h@|Northmere/);
  });
  it('leaves out what the journal names, and keeps the rest', () => {
    const copy = anonymised(printed('Nothing.'), ['authors', 'acknowledgements']);
    expect(copy.divisions.map(({ place }) => place)).toContain('contributions');
    expect(copy.divisions.map(({ place }) => place)).not.toContain('acknowledgements');
  });
  it('keeps citations and the list of references, whoever wrote what is cited', () => {
    const whole = printed('Nothing.');
    expect(anonymised(whole).bibliography).toEqual(whole.bibliography);
    expect(anonymised(whole).clusters).toEqual(whole.clusters);
  });
  it('of a report without authors is the report', () => {
    const whole = { ...printed('Nothing.'), authors: [], affiliations: [], correspondence: [] };
    expect(anonymised(whole, [])).toEqual(whole);
  });
});
