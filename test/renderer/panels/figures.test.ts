import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/report/types.ts';
import {
  everyDays,
  movePanel,
  newFigure,
  removePanel,
  setMoment,
  usualColumns,
  withPanels,
} from '../../../renderer/panels/figures/changes.ts';

const figure: Figure = {
  id: 'f',
  columns: 3,
  alt: '',
  credit: '',
  panels: ['p', 'q', 'r'].map(id => ({ id, asset: `${id}.jpg`, label: id === 'q' ? 'H&E' : 'J3', alt: '' })),
};
const order = ({ panels }: Figure) => panels.map(({ id }) => id).join('');

describe('the panels of a figure', () => {
  it('every 15 days is days 0, 15, 30; a label that printed a day makes way, another stays', () => {
    const filled = everyDays(figure, 15);
    expect(filled.panels.map(({ moment }) => moment)).toEqual([{ day: 0 }, { day: 15 }, { day: 30 }]);
    expect(filled.panels.map(({ label }) => label)).toEqual(['', 'H&E', '']);
  });

  it('moves a panel, and no further than the ends', () => {
    expect(order(movePanel(figure, 'r', -1))).toBe('prq');
    expect(order(movePanel(figure, 'p', -1))).toBe('pqr');
    expect(order(movePanel(figure, 'p', 9))).toBe('qrp');
  });

  it('never has more columns than panels after one is removed', () => {
    expect(removePanel(figure, 'q')).toMatchObject({ columns: 2 });
  });

  it('stand in one row up to four, then in even rows', () => {
    expect([1, 3, 4, 5, 6, 7, 8, 9].map(usualColumns)).toEqual([1, 3, 4, 3, 3, 4, 4, 3]);
  });

  it('keep the chosen number of columns when more are added', () => {
    expect(withPanels({ ...figure, columns: 2 }, ['x', 'y']).columns).toBe(2);
    expect(withPanels(figure, ['x']).columns).toBe(4);
    expect(newFigure(['x']).panels).toHaveLength(1);
  });

  it('have a day or a date, and lose it when it is emptied', () => {
    expect(setMoment(figure, 'q', { date: '2024-03-28' }).panels[1]?.moment).toEqual({ date: '2024-03-28' });
    expect(setMoment(everyDays(figure, 15), 'q', null).panels[1]).not.toHaveProperty('moment');
  });
});
