import { expect, it } from 'vitest';
import { newFigure } from '../../../../renderer/panels/figures/changes.ts';
import { movedBeside } from '../../../../renderer/panels/figures/dragging.ts';

const figure = newFigure(['a', 'b', 'c', 'd']);
const [a, b, c, d] = figure.panels.map(({ id }) => id) as [string, string, string, string];
const order = (moved: typeof figure) => moved.panels.map(({ asset }) => asset).join('');

it.each([
  [a, c, 'before', 'bacd'],
  [a, c, 'after', 'bcad'],
  [d, a, 'before', 'dabc'],
  [d, a, 'after', 'adbc'],
  [b, b, 'after', 'abcd'],
  [b, c, 'before', 'abcd'],
  [c, d, 'after', 'abdc'],
] as const)('a panel let go beside another stands there: %#', (dragged, target, edge, expected) => {
  expect(order(movedBeside(figure, dragged, target, edge))).toBe(expected);
});
