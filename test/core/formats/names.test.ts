import { describe, expect, it } from 'vitest';
import { abbreviates } from '../../../core/formats/journal-names.ts';
import { commaName } from '../../../core/formats/names.ts';
import { firstSerial } from '../../../core/formats/serials.ts';

describe('names', () => {
  it.each([
    ['Smith, J., MD, PhD', { family: 'Smith', given: 'J.' }],
    ['Smith, John, Jr., MD', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['Jane Doe PhD', { family: 'Doe', given: 'Jane' }],
    ['Smith, MD', { family: 'Smith', given: 'MD' }],
    ['Moore H., Jr.', { family: 'Moore', given: 'H.', suffix: 'Jr.' }],
    ['Dupont (coord.), Camille', { family: 'Dupont', given: 'Camille' }],
    ['Doe, Jane (ORCID 0000-0002-1825-0097)', { family: 'Doe', given: 'Jane' }],
    ['محمد، أحمد', { family: 'محمد', given: 'أحمد' }],
    ['M&uuml;ller, J&ouml;rg', { family: 'Müller', given: 'Jörg' }],
    [
      'Société Francophone de Néphrologie, Dialyse et Transplantation',
      { literal: 'Société Francophone de Néphrologie, Dialyse et Transplantation' },
    ],
    ['Ministry of Health, Labour and Welfare', { literal: 'Ministry of Health, Labour and Welfare' }],
    ['DIOP Cheikh', { family: 'DIOP', given: 'Cheikh' }],
    ['NGO BELL Marie-Claire', { family: 'NGO BELL', given: 'Marie-Claire' }],
    ['LE GALL Yann', { family: 'LE GALL', given: 'Yann' }],
    ['Smith, John, 1950-2010.', { family: 'Smith', given: 'John' }],
    ['Moreau, Luc, 1950-', { family: 'Moreau', given: 'Luc' }],
    ['Société de pneumologie', { literal: 'Société de pneumologie' }],
    ['Sociedad Española de Nefrología', { literal: 'Sociedad Española de Nefrología' }],
    ['Haute Autorité', { literal: 'Haute Autorité' }],
    ['Institute, Anna', { family: 'Institute', given: 'Anna' }],
  ])('%s', (text, name) => {
    expect(commaName(text, true)).toEqual(name);
  });

  it.each([
    ['N. Engl. J. Med.', 'The New England journal of medicine'],
    ['Z Rheumatol', 'Zeitschrift für Rheumatologie'],
    ['PNAS', 'Proceedings of the National Academy of Sciences'],
    ['Lancet', 'The Lancet'],
    ['Presse Méd', 'Presse medicale (Paris, France : 1983)'],
  ])('%s is %s', (short, full) => {
    expect(abbreviates(short, full)).toBe(true);
  });

  it.each([
    ['Kidney International', 'Glomerular disease & hypertension'],
    ['Gut', 'Glomerular disease & hypertension'],
    ['The New England journal of medicine', 'N Engl J Med'],
  ])('%s is not %s', (short, full) => {
    expect(abbreviates(short, full)).toBe(false);
  });
});

it.each([
  ['0028-4793 (Print); 1533-4406', 'ISSN', '0028-4793'],
  ['20488505 (ISSN)', 'ISSN', '20488505'],
  ['0272‐6386', 'ISSN', '0272-6386'],
  ['9783319000001 (ISBN); 9783319000018 (ISBN)', 'ISBN', '9783319000001'],
  ['978-3-319-00000-1', 'ISBN', '978-3-319-00000-1'],
])('of %s the first number', (text, kind, number) => {
  expect(firstSerial(text)).toEqual({ kind, number });
});
