import { expect, it } from 'vitest';
import { type StyleElement, styleNamed } from '../../../host/citing/styles.ts';

it('finds a style of the CSL project by its id, as elements', () => {
  const style = styleNamed('bmj');
  expect(style?.name).toBe('style');
  expect(style?.attrs.class).toBe('in-text');
  expect(style?.children.map(child => (typeof child === 'string' ? '' : child.name))).toContain('bibliography');
});
it('gives the same object again', () => {
  expect(styleNamed('vancouver')).toBe(styleNamed('vancouver'));
});
it('has nothing for a name that is none, and never leaves its folder', () => {
  expect(styleNamed('no-such-style')).toBe(null);
  expect(styleNamed('../../package')).toBe(null);
  expect(styleNamed('locale')).toBe(null);
});
it('gives no-break spaces and dashes of styles as letters, as its own .csl file would', () => {
  const texts = (style: StyleElement): readonly string[] => [
    ...Object.values(style.attrs).map(String),
    ...style.children.flatMap(child => (typeof child === 'string' ? [child] : texts(child))),
  ];
  const style = styleNamed('deutsches-archaologisches-institut') as StyleElement;
  expect(texts(style).filter(text => /&(?:#\d+|lt|gt);/.test(text))).toEqual([]);
});
