import { describe, expect, it } from 'vitest';
import { frenchLetters, frenchSpaces } from '../../../core/manuscript/french.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import { cite, house, p, reportOf } from '../fixtures.ts';

/** Spaces shown: narrow as `_`, no-break as `~`. */
const shown = (text: string) => frenchLetters(text).replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

describe('the spaces of French print', () => {
  it('are narrow before high marks and no-break before a colon and inside guillemets', () => {
    expect(shown('Pourquoi ? Parce que : « oui » ; vraiment !')).toBe('Pourquoi_? Parce que~: «~oui~»_; vraiment_!');
    expect(shown('Vraiment ?! (sûr ?) « Non ! »')).toBe('Vraiment_?! (sûr_?) «~Non_!~»');
  });
  it('take the place of the no-break space that word processors put before every mark', () => {
    expect(shown('mot\u00a0; mot\u00a0: fin\u00a0!')).toBe('mot_; mot~: fin_!');
  });
  it('part thousands and hold a number to its unit', () => {
    expect(shown('12 500 plaquettes, 1 200 000 €')).toBe('12_500 plaquettes, 1_200_000 €');
    expect(shown('leucocytes à 12 340/mm3')).toBe('leucocytes à 12_340/mm3');
    expect(shown('40 % des cas, 5 mg/L, 37,5 °C, 100 g.')).toBe('40~% des cas, 5~mg/L, 37,5~°C, 100~g.');
  });
  it.each([
    'https://exemple.fr/a?b=c;d#e',
    'doi:10.1056/NEJMra1505292',
    'à 10:30',
    'C:\\Temp\\x y.docx',
    'a ?b=1',
    'if (x == y) ;)',
    'Is it lupus? Yes; no: never!',
    '06 123 456 78',
    'en 2019 120 patients',
    'au jour 5 100 malades',
    'IgG 4 120 cas',
    'CD 4 350 cellules',
    'tension J 5 120/80',
    '; au début',
    '100 malades',
    '3 gestes',
  ])('are not put into «%s»', text => expect(frenchLetters(text)).toBe(text));
  it('never change how many letters there are', () => {
    const text = 'Quoi ? « 12 500 mg » : 40 % ; 😀 ! fin';
    expect(frenchLetters(text)).toHaveLength(text.length);
  });
  it('are found where a mark and its space stand in runs of different looks', () => {
    const runs = frenchSpaces([{ text: 'le terme « ' }, { text: 'lupus', italic: true }, { text: ' » ; puis' }]);
    expect(runs.map(({ text }) => text)).toEqual(['le terme «\u00a0', 'lupus', '\u00a0»\u202f; puis']);
  });
  it('stand after a raised call and before its mark', () => {
    const report = reportOf('fr', { introduction: [p('rare ', cite('a', 'x'), ' ; puis')] });
    const citations = { clusters: { a: [{ text: '1', sup: true as const }] }, bibliography: [], missing: [] };
    const block = resolve(report, house('plain-fr'), citations).divisions.find(
      ({ anchor }) => anchor === 'introduction',
    )?.blocks[0];
    expect(block?.kind === 'paragraph' && block.runs.map(({ text }) => text)).toEqual(['rare', '1', '\u202f; puis']);
  });
  it('belong to the French parts of an English report alone', () => {
    const report = reportOf('en', { 'abstract:fr': [p('Oui ; non')], introduction: [p('Yes ; no')] });
    const { divisions } = resolve(report, house('pan-african-medical-journal'), {
      clusters: {},
      bibliography: [],
      missing: [],
    });
    const said = (anchor: string) => {
      const block = divisions.find(division => division.anchor === anchor)?.blocks[0];
      return block?.kind === 'paragraph' ? block.runs[0]?.text : undefined;
    };
    expect([said('abstract-fr'), said('introduction')]).toEqual(['Oui\u202f; non', 'Yes ; no']);
  });
});
