import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { readEndnoteXml } from '../../../core/formats/endnote-xml/index.ts';
import { readEnw } from '../../../core/formats/enw/index.ts';
import { listedNames } from '../../../core/formats/name-lists.ts';
import { readRefworks } from '../../../core/formats/refworks/index.ts';
import { readRis, ris } from '../../../core/formats/ris/index.ts';

describe('several people in one field', () => {
  it.each([
    ['Doe, John; Roe, Jane', ['Doe, John', 'Roe, Jane']],
    ['Doe, John;', ['Doe, John']],
    ['Doe J; Roe JA; the ABC Study Group', ['Doe J', 'Roe JA', 'the ABC Study Group']],
    ['王晓明;欧阳娜娜', ['王晓明', '欧阳娜娜']],
    ['Doe J, van der Roe JA, Poe K.-L.', ['Doe J', 'van der Roe JA', 'Poe K.-L.']],
    ['Doe, J., Roe, J. A., & Poe, K.', ['Doe, J.', 'Roe, J. A.', 'Poe, K.']],
    ['Doe, J. and Roe, K.', ['Doe, J.', 'Roe, K.']],
    ['Jane Roe, J. K. Doe and Ann van den Poe', ['Jane Roe', 'J. K. Doe', 'Ann van den Poe']],
    ['Jeanne Dupont et Marie-Ève Durand', ['Jeanne Dupont', 'Marie-Ève Durand']],
    ['Roe, Jane and de la Cruz, José', ['Roe, Jane', 'de la Cruz, José']],
  ])('%s', (text, names) => {
    expect(listedNames(text)).toEqual(names);
  });

  it.each([
    'Roe, Jane',
    'García López, María José',
    'King, Martin Luther, Jr.',
    'Roe Doe, Mary Ann, MSc PhD',
    'M&uuml;ller, J&ouml;rg',
    'Food and Drug Administration',
    'Centers for Disease Control and Prevention',
    'Department of Health, Education and Welfare',
    'Société française de néphrologie, dialyse et transplantation',
    'World Health Organization; Department of Mental Health',
    'Merck Sharp & Dohme',
    'Ernst and Young',
    '[No authors listed; see text]',
  ])('are not told where it is one person or a body: %s', text => {
    expect(listedNames(text)).toBeNull();
  });

  const three = [
    { family: 'Doe', given: 'J.' },
    { family: 'Roe', given: 'K. A.' },
    { family: 'Poe', given: 'L.' },
  ];
  it.each([
    ['RIS', readRis('TY  - JOUR\nAU  - Doe, J., Roe, K. A., & Poe, L.\nTI  - A\nER  - \n')],
    ['ENW', readEnw('%0 Journal Article\n%A Doe, J.; Roe, K. A.; Poe, L.\n%T A\n')],
    ['RefWorks', readRefworks('RT Journal Article\nA1 Doe, J., Roe, K. A., & Poe, L.\nT1 A\n')],
    [
      'EndNote XML of another program',
      readEndnoteXml(
        '<xml><record><ref-type name="Journal Article">17</ref-type><title>A</title><authors>Doe, J.; Roe, K. A.; Poe, L.</authors></record></xml>',
      ),
    ],
    ['BibTeX with one “and”', readBibtex('@article{a, title={A}, author={Doe, J., Roe, K. A., and Poe, L.}}')],
    ['BibTeX without any', readBibtex('@article{a, title={A}, author={Doe, J., Roe, K. A., & Poe, L.}}')],
    ['BibTeX of initials behind', readBibtex('@article{a, title={A}, author={Doe J. and Roe, K. A. and Poe L.}}')],
  ])('are each of them read: %s', (_, { references, problems }) => {
    expect(references.map(({ item }) => item.author)).toEqual([three]);
    expect(problems).toEqual([]);
  });

  it('are taken as BibTeX says where it says it: a family name and given names of two words each are one person', () => {
    const { references } = readBibtex('@book{a, title={A}, author={García López, María José and Jane Roe}}');
    expect(references[0]?.item.author).toHaveLength(2);
  });

  it('come back from RIS as one where they are one', () => {
    const item = { id: 'a', type: 'book', title: 'A', author: [{ literal: 'Jane Roe and John Doe' }] };
    const [again] = readRis(ris.write?.([{ id: 'a', item }]) ?? '').references;
    expect(again?.item.author).toEqual(item.author);
  });
});
