import { describe, expect, it } from 'vitest';
import { drawTimeline } from '../../../../../core/timeline/drawing/draw.ts';
import { SCREEN } from '../../../../../core/timeline/drawing/style.ts';
import { handleAt, keyOf, nextTarget, targetAt } from '../../../../../renderer/panels/timeline/course/targets.ts';
import { crp, days, fibrinogen } from '../../../../core/timeline/series.ts';

const d = (day: number) => ({ day });
const drawing = drawTimeline({
  series: [crp, fibrinogen],
  treatments: [{ id: 'sts', name: 'Thiosulfate', start: d(0), stop: d(60), changes: [] }],
  events: [
    { id: 'e1', kind: 'event', label: 'Admission', at: d(0) },
    { id: 'e2', kind: 'outcome', label: 'Discharge', at: d(100) },
  ],
  stays: [],
  phases: [{ id: 'p', name: 'Attack', start: d(0), stop: d(60) }],
  images: [],
  time: days,
  language: 'en',
  width: 900,
  style: SCREEN,
  settings: { lanes: ['phases', 'stays', 'events', 'treatments', 'images'], layout: 'lanes' },
});
const across = (order: number) => drawing.scale?.across(order) ?? Number.NaN;
const find = (id: string, point?: string) => {
  const found = drawing.targets.find(target => target.id === id && (point === undefined || target.point === point));
  if (!found) throw new Error(`no target ${id}`);
  return found;
};

describe('what is under the pointer', () => {
  it('a value is found at its mark, and near it in its lane', () => {
    const first = find('crp');
    const middle = (first.top + first.bottom) / 2;
    expect(targetAt(drawing, across(0), middle)).toBe(first);
    expect(targetAt(drawing, across(0) + 12, middle + 30)).toBe(first);
    expect(targetAt(drawing, across(25), middle)).toBeNull();
  });

  it('the ends of a bar can be taken hold of, its middle cannot; a mark is held as a whole', () => {
    const bar = find('sts');
    expect(handleAt(bar, bar.right - 2)).toBe('stop');
    expect(handleAt(bar, bar.left + 2)).toBe('start');
    expect(handleAt(bar, (bar.left + bar.right) / 2)).toBeNull();
    expect(handleAt(find('e1'), find('e1').left)).toBe('at');
  });
});

describe('arrow keys', () => {
  const walk = (ways: readonly Parameters<typeof nextTarget>[2][]) => {
    let key: string | null = null;
    return ways.map(way => {
      const next = nextTarget(drawing, key, way);
      key = next && keyOf(next);
      return next?.id;
    });
  };

  it('go down through every lane and along each', () => {
    expect(walk(['first', 'down', 'right', 'right', 'left', 'down', 'down', 'down', 'down'])).toEqual([
      'p',
      'e1',
      'e2',
      'e2',
      'e1',
      'sts',
      'crp',
      'fibrinogène',
      'fibrinogène',
    ]);
  });

  it('up and down go to the nearest in time', () => {
    const last = nextTarget(drawing, keyOf(find('crp')), 'last');
    expect(last?.id).toBe('crp');
    const below = nextTarget(drawing, last && keyOf(last), 'down');
    expect(below?.left).toBeCloseTo(last?.left ?? 0, 0);
  });
});
