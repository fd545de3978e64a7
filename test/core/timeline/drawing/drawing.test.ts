import { describe, expect, it } from 'vitest';
import type { ChartSettings } from '../../../../core/report/chart-settings.ts';
import type { Treatment } from '../../../../core/report/course.ts';
import type { Point, TimeSettings } from '../../../../core/report/types.ts';
import { drawTimeline } from '../../../../core/timeline/drawing/draw.ts';
import { widthOf } from '../../../../core/timeline/drawing/letters.ts';
import { SCREEN } from '../../../../core/timeline/drawing/style.ts';
import type { DrawingRequest } from '../../../../core/timeline/drawing/types.ts';
import { crp, days, fibrinogen, seriesOf } from '../series.ts';
import { elements } from './elements.ts';

const d = (day: number) => ({ day });
const LANES: ChartSettings = { lanes: ['phases', 'stays', 'events', 'treatments', 'images'] };

/** A course with one of everything. */
const course: Omit<DrawingRequest, 'language' | 'width'> = {
  series: [crp, fibrinogen],
  treatments: [
    {
      id: 'sts',
      name: 'Thiosulfate',
      dose: { amount: 25, unit: 'g' },
      frequency: '3×/semaine',
      start: d(0),
      stop: d(104),
      changes: [],
    },
    { id: 'apheresis', name: 'Rhéophérèse', start: d(0), changes: [], given: [d(0), d(4), d(7)] },
    {
      id: 'morphine',
      name: 'Morphine',
      dose: { amount: 60, unit: 'mg' },
      frequency: '/j',
      start: d(-10),
      stop: d(24),
      changes: [
        { id: 'c1', at: d(10), dose: { amount: 0, unit: 'mg' } },
        { id: 'c2', at: d(15), dose: { amount: 30, unit: 'mg' } },
      ],
    },
    { id: 'apixaban', name: 'Apixaban', start: d(1), changes: [] },
  ],
  events: [
    { id: 'e1', kind: 'event', label: 'Admission', at: d(-3) },
    { id: 'e2', kind: 'procedure', label: 'Biopsie', at: d(-1) },
    { id: 'e3', kind: 'complication', label: 'Nécrose', at: d(1) },
    { id: 'e4', kind: 'outcome', label: 'Épidermisation', at: d(100) },
  ],
  stays: [{ id: 's', label: 'Néphrologie', start: d(-3), stop: d(20) }],
  phases: [
    { id: 'p', name: 'Attaque', start: d(0), stop: d(60) },
    { id: 'q', name: 'Entretien', start: d(60) },
  ],
  images: [{ id: 'f/p', asset: 'a.jpg', label: '1A', at: d(15) }],
  time: days,
};
const draw = (more: Partial<DrawingRequest> = {}) =>
  drawTimeline({ ...course, language: 'fr', width: 453, settings: LANES, ...more });
const words = (svg: string) => [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text);

describe('the timeline as a drawing', () => {
  it.each([
    ['at page width', {}],
    ['at column width', { width: 238 }],
    ['in grey', { settings: { ...LANES, style: 'grey' as const } }],
    ['with breaks', { settings: { ...LANES, breaks: 'long-gaps' as const } }],
    ['in weeks', { settings: { ...LANES, time: 'weeks' as const } }],
    ['in dates', { time: { ...days, dayZero: '2024-03-28', show: 'dates' as const } }],
    ['of nothing', { series: [], treatments: [], events: [], stays: [], phases: [], images: [] }],
    [
      'of one event',
      { series: [], treatments: [], stays: [], phases: [], images: [], events: [course.events?.[0] as never] },
    ],
  ])('%s is well-formed, without styles, and inside its bounds', (_, more) => {
    const { svg, width, height } = draw(more);
    elements(svg);
    expect(/NaN|Infinity|undefined|\s(?:style|class|transform|id)="/.exec(svg)?.[0]).toBeUndefined();
    for (const [, x] of svg.matchAll(/ (?:x|x1|x2)="([\d.-]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(-0.01);
      expect(Number(x)).toBeLessThanOrEqual(width);
    }
    for (const [, y] of svg.matchAll(/ (?:y|y1|y2)="([\d.-]+)"/g)) expect(Number(y)).toBeLessThanOrEqual(height);
  });

  it('the numbers of an axis stand inside the drawing, however long they are', () => {
    const ferritin = seriesOf('Ferritine', 'µg/L', {}, { 0: '120000', 10: '90000', 20: '180' });
    for (const log of [[], ['ferritine']]) {
      const { svg } = draw({ width: 238, series: [ferritin], settings: { ...LANES, log } });
      const ends = [...svg.matchAll(/<text x="([\d.-]+)"[^>]*text-anchor="end"[^>]*>([\d\u202f]+)</g)];
      expect(ends.length).toBeGreaterThan(2);
      for (const [, x, letters] of ends) expect(Number(x) - widthOf(letters ?? '', 7.5)).toBeGreaterThanOrEqual(0);
    }
  });

  it('no type is smaller than 7 points at either width', () => {
    for (const width of [238, 493]) {
      const sizes = [...draw({ width }).svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
    }
  });

  it('shows every lane in its order', () => {
    expect(draw().lanes.map(({ kind }) => kind)).toEqual([
      'phases',
      'stays',
      'events',
      'treatments',
      'series',
      'series',
      'images',
    ]);
    expect(draw({ settings: { lanes: ['events'] } }).lanes.map(({ kind }) => kind)).toEqual([
      'events',
      'series',
      'series',
    ]);
  });

  it('a chosen treatment stands alone', () => {
    const { svg } = draw({ settings: { lanes: ['treatments'], treatments: ['sts'] } });
    expect(words(svg)).toContain('Thiosulfate');
    expect(words(svg)).not.toContain('Morphine');
  });

  it('bars say their dose, sessions their number, and what goes on ends in an arrow', () => {
    const { svg } = draw();
    expect(words(svg)).toContain('25\u00a0g 3×/semaine');
    expect(words(svg)).toContain('×\u00a03');
    const bars = (request: Partial<DrawingRequest>) =>
      draw({ settings: { lanes: ['treatments'] }, ...request }).svg.match(/<rect/g)?.length ?? 0;
    // A pause is a line and no bar.
    expect(
      bars({ treatments: [course.treatments?.[2] as never] }) - bars({ treatments: [course.treatments?.[3] as never] }),
    ).toBe(1);
  });

  it('a change says its dose alone where nothing else changed, and all of it where it did', () => {
    const steroid = {
      id: 'steroid',
      name: 'Prednisone',
      dose: { amount: 60, unit: 'mg' },
      frequency: '1/j',
      start: d(0),
      stop: d(104),
      changes: [
        { id: 'a', at: d(35), dose: { amount: 40, unit: 'mg' } },
        { id: 'b', at: d(70), dose: { amount: 20, unit: 'mg' }, frequency: '2/j' },
      ],
    };
    const said = (treatment: Treatment) =>
      words(draw({ treatments: [treatment], series: [crp], settings: { lanes: ['treatments'] } }).svg).map(text =>
        text?.replace(/\s+/g, ' ').trim(),
      );
    expect(said(steroid)).toEqual(expect.arrayContaining(['60 mg 1/j', '40 mg', '20 mg 2/j']));
    // In the short first piece its dose, as nothing may be left out and there is no room beside the bar.
    const short = { ...steroid, changes: [{ id: 'a', at: d(12), frequency: '1/semaine' }] };
    expect(said(short)).toEqual(expect.arrayContaining(['60 mg', '60 mg 1/semaine']));
  });

  it('in a column, a regimen that has no room at its bar stands beside the name', () => {
    const treatments = [
      {
        id: 'rtx',
        name: 'Rituximab',
        dose: { amount: 375, unit: 'mg', per: 'm2' as const },
        start: d(0),
        changes: [],
        given: [d(0), d(52), d(104)],
      },
    ];
    const { svg } = draw({ width: 238, treatments, series: [crp], settings: { lanes: ['treatments'] } });
    expect(words(svg).map(text => text?.replace(/\s+/g, ' ').trim())).toContain('3 × 375 mg/m²');
  });

  it('is no higher than its page where its plots can be lower', () => {
    const series = Array.from({ length: 6 }, (_, index) => ({ ...crp, id: `crp-${index}` }));
    const whole = draw({ series });
    const fitted = draw({ series, mostHeight: whole.height - 120 });
    expect(fitted.height).toBeLessThanOrEqual(whole.height - 120);
    expect(fitted.lanes).toHaveLength(whole.lanes.length);
    const panels = draw({ series, settings: {} });
    expect(draw({ series, settings: {}, mostHeight: panels.height - 60 }).height).toBeLessThanOrEqual(
      panels.height - 60,
    );
  });

  it('grey has no colour at all', () => {
    const { svg } = draw({ settings: { ...LANES, style: 'grey' } });
    for (const [, colour] of svg.matchAll(/"(#[0-9a-f]{6})"/g)) {
      const [r, g, b] = [1, 3, 5].map(at => (colour as string).slice(at, at + 2));
      expect(r === g && g === b, colour).toBe(true);
    }
  });

  it('series part by dash and mark, not by colour alone', () => {
    const { svg } = draw({ settings: {} });
    const lines = [...svg.matchAll(/<path d="[^"]*" fill="none"[^>]*linejoin[^>]*>/g)].map(
      ([line]) => /stroke-dasharray="([^"]*)"/.exec(line)?.[1] ?? '',
    );
    expect(new Set(lines.slice(0, 2)).size).toBe(2);
  });

  it('words of events never stand on one another, however close they are', () => {
    const events = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      kind: 'event' as const,
      label: `Événement numéro ${index}`,
      at: d(index % 5),
    }));
    const { targets } = draw({ series: [crp], events, settings: { lanes: ['events'] } });
    const boxes = targets.filter(({ of }) => of === 'event');
    expect(boxes).toHaveLength(12);
    const rows = boxes.map(({ bottom, left, right }) => ({ row: bottom, left, right }));
    for (const [index, a] of rows.entries())
      for (const b of rows.slice(index + 1))
        if (a.row === b.row) expect(a.right <= b.left + 8 || b.right <= a.left + 8).toBe(true);
  });

  it('every value is in the line, also of thousands', () => {
    const points = Array.from(
      { length: 2000 },
      (_, index): Point => ({ id: `p${index}`, at: d(index), value: 50 + (index % 7), asPrinted: '' }),
    );
    const { svg, targets } = draw({ series: [{ ...crp, points }], settings: {} });
    const path = /<path d="([^"]*)" fill="none"/.exec(svg)?.[1] ?? '';
    expect(path.match(/[ML]/g)).toHaveLength(2000);
    expect(targets).toHaveLength(2000);
  });

  it('a value that was replaced is not drawn', () => {
    const points = crp.points.map((point, index) =>
      index === 0 ? { ...point, status: 'superseded' as const } : point,
    );
    expect(draw({ series: [{ ...crp, points }], settings: {} }).targets).toHaveLength(2);
    expect(draw({ series: [{ ...crp, points }], settings: {} }).alt).not.toContain('60');
  });

  it('a logarithmic axis is marked in powers of ten, and falls back where a value is zero', () => {
    const wide = seriesOf('Ferritine', 'µg/L', { low: 30, high: 300 }, { 0: '90', 3: '41000', 8: '2200' });
    const { svg } = draw({ series: [wide], settings: { log: ['ferritine'] }, language: 'en' });
    expect(words(svg)).toEqual(expect.arrayContaining(['10', '100', '1000', '10,000', '100,000']));
    const zero = seriesOf('Ferritine', 'µg/L', {}, { 0: '0', 3: '10' });
    expect(words(draw({ series: [zero], settings: { log: ['ferritine'] } }).svg)).toContain('0');
  });

  it('a second axis has the unit that values were measured in, at the same heights', () => {
    const creatinine = {
      ...seriesOf('Creatinine', 'µmol/L', { high: 90 }, { 0: '50', 10: '200' }),
      shownUnit: 'mg/dL',
    };
    for (const settings of [{ bothUnits: true }, { bothUnits: true, layout: 'lanes' }] as const) {
      const { svg, width } = draw({ series: [creatinine], settings });
      elements(svg);
      expect(words(svg)).toEqual(expect.arrayContaining(['µmol/L', '100', '200']));
      for (const [, x] of svg.matchAll(/ (?:x|x1|x2)="([\d.-]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(width);
      // 100 µmol/L of creatinine is 1.131 mg/dL: between the marks of 1.0 and 1.5 on the left.
      const height = (label: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${label}<`).exec(svg)?.[1] ?? Number.NaN);
      const [one, two] = [height('1,0'), height('2,0')];
      expect(height('100')).toBeCloseTo(one + ((two - one) * (1.1312 - 1)) / 1, 0);
    }
    expect(words(draw({ series: [creatinine], settings: {} }).svg)).not.toContain('µmol/L');
  });

  it('a long gap is left out, and only there', () => {
    const sparse = seriesOf('CRP', 'mg/L', {}, { 0: '90', 2: '60', 4: '30', 300: '20', 304: '5' });
    const request = { ...course, series: [sparse], language: 'fr' as const, width: 453 };
    const broken = drawTimeline({ ...request, settings: { layout: 'lanes', breaks: 'long-gaps' } });
    expect(broken.scale?.stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [300, 304],
    ]);
    const whole = drawTimeline({ ...request, settings: { layout: 'lanes' } });
    expect(whole.scale?.stretches).toHaveLength(1);
    const even = drawTimeline({
      ...course,
      language: 'fr',
      width: 453,
      settings: { layout: 'lanes', breaks: 'long-gaps' },
      series: [fibrinogen],
    });
    expect(even.scale?.stretches).toHaveLength(1);
  });

  it('a place on the axis gives its moment back, for a mark that is dragged', () => {
    const { scale } = draw();
    for (const order of [-10, 0, 42, 104]) expect(scale?.at(scale.across(order))).toBeCloseTo(order, 6);
  });

  it('of a part of the axis nothing is drawn outside of it, and lines are cut at its edges', () => {
    for (const span of [
      [5, 40],
      [61, 64],
      [-20, -15],
    ] as const) {
      const { svg, targets, lanes, width } = draw({ span });
      const left = 0.19 * width;
      const line = /<path d="(M[^"]*)" fill="none"[^>]*linejoin/.exec(svg)?.[1] ?? '';
      for (const [, x] of line.matchAll(/[ML]([\d.-]+),/g)) expect(Number(x)).toBeGreaterThan(left);
      for (const [, x, wide] of svg.matchAll(/<rect x="([\d.-]+)" y="[\d.-]+" width="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThan(left);
        expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
      }
      for (const target of targets) expect(target.right).toBeGreaterThan(left);
      expect(lanes).toHaveLength(7);
    }
    const ids = (span: readonly [number, number]) =>
      draw({ span })
        .targets.filter(({ of }) => of === 'treatment')
        .map(({ id }) => id);
    expect(ids([5, 40])).toEqual(['sts', 'apheresis', 'morphine', 'apixaban']);
    expect(ids([50, 60])).toEqual(['sts', 'apixaban']);
    expect(draw({ span: [50, 60] }).targets.some(({ of }) => of === 'stay')).toBe(false);
    // From J0 at 60 to J105 at 20: at J50 the line stands between them.
    const { svg, scale } = draw({ series: [seriesOf('CRP', 'mg/L', {}, { 0: '60', 100: '20' })], span: [50, 60] });
    const [, first, last] = /<path d="M([\d.]+),[\d.]+L([\d.]+),[\d.]+" fill="none"[^>]*linejoin/.exec(svg) ?? [];
    expect([Number(first), Number(last)]).toEqual([
      expect.closeTo((scale?.across(50) ?? 0) - 6, 1),
      expect.closeTo((scale?.across(60) ?? 0) + 6, 1),
    ]);
  });

  it('a target stands at its mark', () => {
    const { targets, scale } = draw();
    const point = targets.find(target => target.of === 'point' && target.id === 'crp');
    expect(((point?.left ?? 0) + (point?.right ?? 0)) / 2).toBeCloseTo(scale?.across(0) ?? -1, 6);
    expect(targets.find(({ id }) => id === 'sts')?.right).toBeCloseTo(scale?.across(104) ?? -1, 6);
  });

  it('in the window it has the colours of the theme and no smaller type than its labels', () => {
    const { svg } = draw({ width: 1000, style: SCREEN });
    elements(svg);
    expect(svg.includes('var(--chart-1)')).toBe(true);
    expect(/#[0-9a-f]{6}/.exec(svg)).toBeNull();
  });

  it('the same request is the same bytes', () => {
    expect(draw().svg).toBe(draw().svg);
  });
});

describe('the drawing in words', () => {
  it('tells every lane, with totals', () => {
    expect(draw({ series: [], images: [] }).alt).toBe(
      'Attaque\u00a0: de J0 à J60. Entretien\u00a0: à partir de J60. Néphrologie de J−3 à J20. Admission à J−3. Biopsie à J−1. ' +
        'Nécrose à J1. Épidermisation à J100. Thiosulfate\u00a0: 25\u00a0g 3×/semaine, de J0 à J104, 1125\u00a0g au total. ' +
        'Rhéophérèse\u00a0: 3 fois, de J0 à J7. Morphine\u00a0: 60\u00a0mg/j, de J−10 à J24, pause à J10, 30\u00a0mg à J15, 1500\u00a0mg au total. ' +
        'Apixaban\u00a0: à partir de J1.',
    );
  });

  it('of thousands of values it tells the ends and the extremes', () => {
    const points = Array.from(
      { length: 100 },
      (_, index): Point => ({ id: `p${index}`, at: d(index), value: index === 40 ? 99 : 50, asPrinted: '' }),
    );
    const { alt } = draw({ series: [{ ...crp, points }], settings: {}, language: 'en' });
    expect(alt).toContain(
      '100 values, 50\u00a0↑ at D0, 50\u00a0↑ at D99, lowest 50\u00a0↑ at D0, highest 99\u00a0↑ at D40',
    );
  });
});

describe('time', () => {
  const dated: TimeSettings = { dayZero: '2024-03-28', dayZeroIs: 'admission', show: 'days' };
  const series = [seriesOf('CRP', 'mg/L', {}, { '2024-03-28': '60', '2024-04-27': '20' })];
  const labels = (time: TimeSettings, settings: ChartSettings = {}) =>
    words(
      drawTimeline({ series, time, language: 'en', width: 453, settings: { ...settings, layout: 'lanes' } }).svg,
    ).join(' ');

  it('days, weeks and dates are one switch, and nothing stored changes', () => {
    expect(labels(dated)).toMatch(/D0 D\d/);
    expect(labels({ ...dated, show: 'weeks' })).toMatch(/W0 W1/);
    expect(labels({ ...dated, show: 'dates' })).toMatch(/31\u00a0Mar/);
  });

  it('days can be counted from another moment', () => {
    const shifted = labels(dated, { zero: { date: '2024-04-02' } });
    expect(shifted).toContain('D−5');
    expect(shifted).toContain('D0');
  });
});
