import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../core/timeline/chart.ts';
import { timeTicks } from '../../../core/timeline/drawing/ticks.ts';
import { valueSpan } from '../../../core/timeline/drawing/value-scale.ts';
import { elements } from './drawing/elements.ts';
import { crp, days, fibrinogen, seriesOf } from './series.ts';

const draw = (over: Partial<Parameters<typeof drawChart>[0]> = {}) =>
  drawChart({ series: [crp, fibrinogen], time: days, language: 'fr', width: 420, ...over });

describe('the chart of lab series', () => {
  it('is well-formed and uses only what a PDF printer draws', () => {
    const { svg } = draw();
    expect(new Set(elements(svg))).toEqual(
      new Set(['svg', 'g', 'text', 'tspan', 'circle', 'rect', 'line', 'path'].filter(name => svg.includes(`<${name}`))),
    );
    expect(svg).not.toMatch(/\b(?:style|class|transform)="/);
    expect(svg).not.toContain('NaN');
  });

  it('no type is smaller than 7 points, and all of it is the typeface of the document', () => {
    const sizes = [...draw().svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
    expect(new Set([...draw().svg.matchAll(/font-family="([^"]+)"/g)].map(([, font]) => font))).toEqual(
      new Set(['Source Serif 4']),
    );
  });

  it('says what it shows in the language of the document', () => {
    expect(draw().alt).toBe(
      'CRP (mg/L)\u00a0: 60\u00a0↑ à J0, 31\u00a0↑ à J15, <\u00a05 à J105\u202f; référence <\u00a05. ' +
        'Fibrinogène (g/L)\u00a0: 6,0\u00a0↑ à J0, 2,30 à J105\u202f; référence 2–4.',
    );
    expect(draw({ series: [crp], language: 'en' }).alt).toBe(
      'CRP (mg/L): 60\u00a0↑ at D0, 31\u00a0↑ at D15, <\u00a05 at D105; reference <\u00a05.',
    );
    expect(draw({ series: [] }).alt).toBe('Aucune valeur biologique.');
  });

  it('names that hold signs of XML are escaped', () => {
    const { svg } = draw({ series: [seriesOf('A<B & "C"', 'µg/L', {}, { 0: '1', 3: '2' })] });
    elements(svg);
    expect(svg).toContain('A&lt;B &amp; &quot;C&quot;');
  });

  it('a bound is an open mark', () => {
    const { svg } = draw({ series: [crp] });
    const open = /<path d="([^"]*)" fill="#ffffff"/.exec(svg)?.[1] ?? '';
    expect(open.match(/M/g)).toHaveLength(1);
  });

  it('panels stand two abreast where there is room, one below the other where not', () => {
    expect(draw({ width: 420 }).height).toBeLessThan(draw({ width: 240 }).height);
    expect(draw().width).toBe(420);
  });

  it('dates without a day 0 are dates under the axis', () => {
    const dated = seriesOf('CRP', 'mg/L', {}, { '2024-01-01': '62', '2024-02-15': '8' });
    const { svg, alt } = draw({ series: [dated], language: 'en' });
    expect(svg).toContain('\u00a0Jan</text>');
    expect(svg).not.toMatch(/>D\d{4,}</);
    expect(alt).toBe('CRP (mg/L): 62 on 1\u00a0Jan\u00a02024, 8 on 15\u00a0Feb\u00a02024.');
  });

  it('one value alone, only words, or no values draw without trouble', () => {
    for (const series of [[seriesOf('CRP', 'mg/L', {}, { 0: '0' })], [seriesOf('HCG', '', {}, { 0: 'neg' })], []])
      expect(draw({ series }).svg).not.toMatch(/NaN|Infinity/);
  });

  it('everything drawn is inside the drawing', () => {
    const { svg, width, height } = draw({
      series: [crp, seriesOf('Plaquettes', '/mm³', { low: 150_000, high: 400_000 }, { 0: '88 000', 105: '260 000' })],
    });
    for (const [, x] of svg.matchAll(/ (?:x|cx|x1|x2)="([\d.-]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(width);
    for (const [, y] of svg.matchAll(/ (?:y|cy|y1|y2)="([\d.-]+)"/g)) expect(Number(y)).toBeLessThanOrEqual(height);
  });
});

describe('axes', () => {
  it('begin at zero unless that would flatten what there is to see', () => {
    expect(valueSpan([60, 20], { high: 5 })).toEqual([0, 60]);
    const [low, high] = valueSpan([131, 142], { low: 135, high: 145 });
    expect(low).toBeGreaterThan(120);
    expect(high).toBeGreaterThan(145);
    expect(valueSpan([-2, 3], {})[0]).toBeLessThan(-2);
    expect(valueSpan([0], {})).toEqual([0, 1]);
  });

  it('time is marked at days that people count in', () => {
    expect(timeTicks(0, 45, 150)).toEqual([0, 15, 30, 45]);
    expect(timeTicks(0, 105, 150)).toEqual([0, 30, 60, 90]);
    expect(timeTicks(0, 3, 400)).toEqual([0, 1, 2, 3]);
  });
});
