import { describe, expect, it } from 'vitest';
import { inWords, styleName } from '../../../core/template/style-name.ts';

describe('a citation style is called', () => {
  it.each([
    ['bmj', 'BMJ'],
    ['elsevier-vancouver', 'Elsevier Vancouver'],
    ['the-pan-african-medical-journal', 'The Pan African Medical Journal'],
    ['annales-de-dermatologie', 'Annales de Dermatologie'],
    ['apa-6th-edition', 'APA 6th Edition'],
    ['biomed-central', 'BioMed Central'],
  ])('%s: %s', (id, name) => expect(inWords(id)).toBe(name));

  it('by its title where a template holds it, by words in both languages where it is the program’s own', () => {
    const csl = '<style><info><title>CHU &amp; néphrologie</title></info></style>';
    expect(styleName({ style: 'added-0123456789abcdef', csl })?.fr).toBe('CHU & néphrologie');
    expect(styleName({ style: 'casewright-plain-fr' })).toEqual({ en: 'Raised numbers', fr: 'Numéros en exposant' });
    expect(styleName({ style: 'style.csl' })).toBeNull();
  });
});
