import { expect, test } from 'vitest';
import { hyphenator } from '../../../../host/printing/paragraphs/hyphenation.ts';

/** The word with a hyphen wherever it may be divided. */
function divided(word: string, language: string, exceptions?: readonly string[]): string {
  let from = 0;
  const parts = hyphenator(
    language,
    exceptions,
  )(word).map(cut => {
    const part = word.slice(from, cut);
    from = cut;
    return part;
  });
  return [...parts, word.slice(from)].join('-');
}

test.each([
  ['fr-FR', 'hyperparathyroïdie', 'hy-per-pa-ra-thy-roï-die'],
  ['fr-FR', 'observation', 'ob-ser-va-tion'],
  ['en-GB', 'hospitalisation', 'hos-pit-al-isa-tion'],
  ['en-US', 'hospitalization', 'hos-pi-tal-iza-tion'],
])('%s: %s is %s', (language, word, expected) => {
  expect(divided(word, language)).toBe(expected);
});

test.each([
  ['fr-FR', 'microangiopathie', 'mi-cro-an-gio-pa-thie'],
  ['fr-FR', 'gastroentérologie', 'gas-tro-en-té-ro-lo-gie'],
  ['fr-FR', 'hépatosplénomégalie', 'hé-pa-to-splé-no-mé-ga-lie'],
  ['en-GB', 'cardiomyopathy', 'car-dio-myo-pathy'],
  ['en-GB', 'haemodialysis', 'hae-mo-dia-lysis'],
  ['en-GB', 'electrocardiogram', 'elec-tro-car-dio-gram'],
])('%s: %s is divided where it was put together: %s', (language, word, expected) => {
  expect(divided(word, language)).toBe(expected);
});

test('what only begins like a medical element is divided as any word', () => {
  expect(divided('intraitable', 'fr-FR')).toBe('in-trai-table');
  expect(divided('autorité', 'fr-FR')).toBe('au-to-rité');
  expect(divided('intervention', 'en-GB')).toBe('in-ter-ven-tion');
});

test('a run in another language is divided in its own way', () => {
  const hyphenate = hyphenator('fr-FR');
  expect(hyphenate('hospitalisation', 'en-GB')).toEqual(hyphenator('en-GB')('hospitalisation'));
  expect(hyphenate('hospitalisation', 'en-GB')).not.toEqual(hyphenate('hospitalisation'));
});

test('a language without patterns is not divided', () => {
  expect(divided('Krankenversicherung', 'de-DE')).toBe('Krankenversicherung');
});

test('abbreviations, short words, measured values and addresses are not divided', () => {
  for (const word of [
    'HYPERTENSION',
    'santé',
    '25-hydroxyvitamine',
    'https://example.org/cardiologie',
    'nom@hopital.fr',
  ])
    expect(divided(word, 'fr-FR')).toBe(word);
});

test('two letters stay and three go on at the least, whatever surrounds the word', () => {
  expect(divided('«\u00a0évolution\u00a0»,', 'fr-FR')).toBe('«\u00a0évo-lu-tion\u00a0»,');
});

test('exceptions come before patterns', () => {
  expect(divided('therapist', 'en-GB')).toBe('thera-pist');
  expect(divided('Casewright', 'en-GB', ['case-wright'])).toBe('Case-wright');
  expect(divided('calciphylaxie', 'fr-FR', ['calciphylaxie'])).toBe('calciphylaxie');
});
