/** Reading a report that was changed by hand or by another program: what is sound comes in, what is not is named. */
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../core/report/parse.ts';
import { reportOf } from '../fixtures.ts';

const author = { id: 'a1', given: 'Claire', family: 'Aubanel', affiliations: [] };
const point = { id: 'p1', at: { day: 0 }, value: 60, asPrinted: '60' };
const series = { id: 's1', analyte: 'CRP', unit: 'mg/L', range: {}, points: [point] };

function read(changes: Readonly<Record<string, unknown>>) {
  const answer = readReport({ ...reportOf('en', {}), ...changes }, 'a.casereport');
  if (!answer.ok) throw new Error(answer.problem.message.en);
  return { report: answer.value.report, places: answer.value.warnings.map(({ where }) => where) };
}

describe('a report with unsound places', () => {
  it('keeps an author of whom one field is unsound, and one with a field that is not known', () => {
    const { report, places } = read({
      front: {
        runningTitle: 'Run',
        authors: [{ ...author, given: null, degree: 'MD' }, { ...author, id: 'a2' }, { family: 'No id' }],
        affiliations: [],
        keywords: [],
      },
    });
    expect(report.front.authors).toEqual([
      { ...author, given: '' },
      { ...author, id: 'a2' },
    ]);
    expect(report.front.runningTitle).toBe('Run');
    expect(places[0]).toMatch(/^a\.casereport › front › authors › 1/);
  });

  it('leaves out a result rather than its sign, and keeps the others of its series', () => {
    const { report, places } = read({
      series: [{ ...series, points: [{ ...point, id: 'p0', comparator: '≪' }, point], note: 'unknown' }],
    });
    expect(report.series).toEqual([series]);
    expect(places).toHaveLength(1);
  });

  it('leaves out a series without a unit, and names it', () => {
    const { unit: _, ...without } = series;
    const { report, places } = read({ series: [without, series] });
    expect(report.series).toEqual([series]);
    expect(places).toEqual(['a.casereport › series › 1']);
  });
});
