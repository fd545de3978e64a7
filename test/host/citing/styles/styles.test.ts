import { expect, it } from 'vitest';
import { type StyleElement, styleIds, styleNamed, styleTitles } from '../../../../host/citing/styles/styles.ts';

it('finds a style of the CSL project by its id, as elements', () => {
  const style = styleNamed('bmj');
  expect(style?.name).toBe('style');
  expect(style?.attrs.class).toBe('in-text');
  expect(style?.children.map(child => (typeof child === 'string' ? '' : child.name))).toContain('bibliography');
});
it('has the title of every style and of nothing else, with its letters and quotation marks', () => {
  const titles = styleTitles();
  expect([...titles.keys()].sort()).toEqual([...styleIds()].sort());
  expect(titles.get('etudes-francaises')).toBe('Études françaises (Français)');
  expect(titles.get('american-medical-association-no-et-al')).toBe(
    'American Medical Association 11th edition (no "et al.")',
  );
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
