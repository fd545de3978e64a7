import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/report/types.ts';
import {
  everyDays,
  movePanel,
  newFigure,
  readDay,
  removePanel,
  setDay,
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

  it('lose their day when it is emptied', () => {
    expect(setDay(everyDays(figure, 15), 'q', null).panels[1]).not.toHaveProperty('moment');
  });
});

describe('a day as typed', () => {
  it.each([
    ['15', 15],
    ['J15', 15],
    ['d 3', 3],
    ['−2', -2],
    ['-2', -2],
    ['', null],
    ['12/03', null],
    ['1.5', null],
  ])('%j is %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
