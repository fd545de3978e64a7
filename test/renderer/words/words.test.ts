import { describe, expect, it } from 'vitest';
import { formatIn } from '../../../renderer/words/format.ts';
import { allWords } from '../../../renderer/words/index.ts';

const areas = Object.entries(allWords).map(
  ([area, { en, fr }]) => [area, en as Record<string, string>, fr as Record<string, string>] as const,
);

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '').sort();
}

describe('words of the interface', () => {
  it('has areas to compare', () => {
    expect(areas.length).toBeGreaterThan(10);
  });

  it.each(areas)('%s says the same things in both languages', (_area, en, fr) => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(areas)('%s fills in the same values in both languages', (_area, en, fr) => {
    for (const [key, text] of Object.entries(en)) {
      // A plural's "one" may leave its number unsaid.
      const wanted = key.endsWith('_one') ? placeholders(text).filter(name => name !== 'count') : placeholders(text);
      const found = placeholders(fr[key] ?? '').filter(name => !key.endsWith('_one') || name !== 'count');
      expect(found, key).toEqual(wanted);
    }
  });

  it.each(areas)('%s sets French punctuation with no-break spaces', (_area, _en, fr) => {
    for (const [key, text] of Object.entries(fr)) {
      expect(text, key).not.toMatch(/« | »| [;!?](?!\S)/);
      expect(text, key).not.toMatch(/ :(?=\s|$)/);
      expect(text, key).not.toMatch(/'/);
    }
  });

  it.each(areas)('%s uses typographic apostrophes in English too', (_area, en) => {
    for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/\w'\w/);
  });
});

describe('numbers and moments', () => {
  const now = new Date(2026, 10, 23, 15, 0).getTime();

  it('writes 1684 as each language does', () => {
    expect(formatIn('en').number(1684)).toBe('1,684');
    expect(formatIn('fr').number(1684)).toBe('1\u202f684');
    expect([9999, 20_400].map(formatIn('en').short)).toEqual(['9,999', '20k']);
    expect(formatIn('fr').short(20_400)).toBe('20\u00a0k');
  });

  it('says today and yesterday with the hour, other days by their date', () => {
    const { moment } = formatIn('fr');
    expect(moment(new Date(2026, 10, 23, 14, 32).getTime(), now)).toBe('aujourd’hui, 14:32');
    expect(moment(new Date(2026, 10, 22, 18, 5).getTime(), now)).toBe('hier, 18:05');
    expect(moment(new Date(2026, 10, 17, 9, 0).getTime(), now)).toBe('17 novembre');
    expect(moment(new Date(2024, 2, 3, 9, 0).getTime(), now)).toBe('3 mars 2024');
  });

  it('gives sizes in kilobytes below a megabyte', () => {
    expect(formatIn('en').size(820_400)).toBe('820 kB');
    expect(formatIn('en').size(9_430_000)).toBe('9.4 MB');
  });
});
