import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../core/references/csl.ts';
import type { Reference } from '../../../core/report/types.ts';
import { adding } from '../../../renderer/panels/references/adding.ts';
import { cautionOf } from '../../../renderer/panels/references/cautions.ts';
import { fieldsOf, itemFrom } from '../../../renderer/panels/references/fields.ts';
import { rowsOf } from '../../../renderer/panels/references/form-rows.ts';
import { matching, whoAndWhen } from '../../../renderer/panels/references/lines.ts';
import { troublesOf } from '../../../renderer/panels/references/troubles.ts';

const item: CslItem = {
  id: 'a',
  type: 'article-journal',
  title: 'Calcified arterioles of the skin: a primer for dialysis units',
  author: [
    { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van den' },
    { literal: 'CARE Group' },
    { family: 'Pires', given: 'M' },
  ],
  issued: { 'date-parts': [[2018, 3]] },
  'container-title': 'Nephrol Notes',
  volume: 12,
  abstract: 'Kept as it is',
};
const addition = (known: readonly Reference[], read: readonly Reference[]) => {
  const added = adding(known);
  added.take(read);
  return added.result();
};
const reference = (id: string, change: Partial<CslItem> = {}): Reference => ({ id, item: { ...item, ...change, id } });

describe('a reference as a form', () => {
  it('is the same item when nothing was changed, numbers and particles included', () => {
    expect(itemFrom(fieldsOf(item), item)).toEqual(item);
  });

  it('reads authors line by line; a line without a comma is a group', () => {
    const fields = fieldsOf(item);
    expect(fields.authors).toBe('van den Berg, Anna\nCARE Group\nPires, M');
    const changed = itemFrom({ ...fields, authors: `${fields.authors}\nDoe, Jane\n\nWHO` }, item);
    expect(changed.author).toEqual([...(item.author ?? []), { family: 'Doe', given: 'Jane' }, { literal: 'WHO' }]);
  });

  it('reads 2019-4-30 as a date and "in press" as words', () => {
    const fields = fieldsOf(item);
    expect(fields.date).toBe('2018-03');
    expect(itemFrom({ ...fields, date: '2019-4-30' }, item).issued).toEqual({ 'date-parts': [[2019, 4, 30]] });
    expect(itemFrom({ ...fields, date: 'in press' }, item).issued).toEqual({ literal: 'in press' });
  });

  it('a particle, a suffix and a body of two words are told apart as they are typed', () => {
    const typed = 'van der Berg, Jan\nDoe, John, Jr\nHealth Organization\nde La Fontaine, Anne';
    expect(itemFrom({ ...fieldsOf(item), authors: typed }, item).author).toEqual([
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'Doe', given: 'John', suffix: 'Jr' },
      { literal: 'Health Organization' },
      { family: 'La Fontaine', given: 'Anne', 'non-dropping-particle': 'de' },
    ]);
  });

  it('a month by its name in either language is a date, a thirteenth month is words', () => {
    const issued = (date: string) => itemFrom({ ...fieldsOf(item), date }, item).issued;
    expect(issued('3 avril 2019')).toEqual({ 'date-parts': [[2019, 4, 3]] });
    expect(issued('March 2020')).toEqual({ 'date-parts': [[2020, 3]] });
    expect(issued('2019-13')).toEqual({ literal: '2019-13' });
  });

  it('a DOI comes out of the address it was pasted in', () => {
    const doi = 'https://doi.org/10.1056/NEJMra1505292';
    expect(itemFrom({ ...fieldsOf(item), doi }, item).DOI).toBe('10.1056/NEJMra1505292');
  });

  it('a change of type hides no field that holds something', () => {
    const fields = { ...fieldsOf(item), type: 'webpage' };
    expect(rowsOf('webpage', fieldsOf({ id: 'a', type: 'webpage' })).flat()).not.toContain('volume');
    expect(rowsOf('webpage', fields).flat()).toContain('volume');
  });

  it('takes an emptied field out', () => {
    expect(itemFrom({ ...fieldsOf(item), volume: ' ' }, item)).not.toHaveProperty('volume');
  });
});

describe('references that want a look', () => {
  it('are those that nobody cites, and of the cited ones those that would print without something', () => {
    const whole = reference('whole', { page: '1-9' });
    const bare = { id: 'bare', item: { id: 'bare', type: 'article-journal', title: 'A case' } };
    const { of, lacks } = troublesOf(
      [whole, bare, { ...bare, id: 'idle' }],
      new Map([
        ['whole', 2],
        ['bare', 1],
      ]),
      { kind: 'bracket', style: 'vancouver' },
    );
    expect([...of.unused]).toEqual(['idle']);
    expect([...of.incomplete]).toEqual(['bare']);
    expect(lacks.get('bare')?.names.map(({ en }) => en)).toContain('authors');
    expect(of.noticed.size).toBe(0);
    // What a file says counts before anybody was asked, as the line above the list counts it.
    const told = { ...whole, id: 'told', kept: { 'nbib:RIN': 'Ann Imag Med. 2021;3(2):5. PMID: 30000009' } };
    const citations = { kind: 'bracket', style: 'vancouver' } as const;
    expect([...troublesOf([whole, told], new Map(), citations).of.noticed]).toEqual(['told']);
  });
});

describe('what is probably a slip', () => {
  it.each([
    ['doi', '10.1056/NEJMra1505292', null],
    ['doi', 'NEJMra1505292', 'doiWrong'],
    ['isbn', '978-0-306-40615-7', null],
    ['isbn', '978-0-306-40615-8', 'isbnWrong'],
    ['issn', '0378-5955', null],
    ['issn', '0378-5956', 'issnWrong'],
    ['date', '2019-04', null],
    ['date', 'in press', 'dateAsTyped'],
    ['authors', 'Doe, Jane\nWHO\nCARE Group', null],
    ['authors', 'Doe, Jane\nJohn Smith', 'seemsPerson'],
    ['title', 'anything', null],
  ] as const)('%s %j', (field, text, key) => {
    expect(cautionOf(field, text)?.key ?? null).toBe(key);
  });
});

describe('adding what was read', () => {
  it('leaves out what is there already, and what the file holds twice', () => {
    const fresh = { title: 'Rheopheresis and wounds in twelve patients', issued: { 'date-parts': [[2021]] } };
    const { added, already, ops } = addition(
      [reference('a')],
      [reference('x'), reference('y', fresh), reference('z', fresh)],
    );
    expect(added).toEqual(['y']);
    expect(already).toBe(2);
    expect(ops).toHaveLength(1);
  });

  it('gives another id where one is taken, in the item as well', () => {
    const other = reference('a', { title: 'Quite another piece of work', issued: { 'date-parts': [[1999]] } });
    const [op] = addition([reference('a')], [other]).ops;
    expect(op).toMatchObject({ id: 'a-2', value: { id: 'a-2', item: { id: 'a-2' } } });
  });
});

describe('a reference in a line', () => {
  it('names two authors, and the first of more', () => {
    expect(whoAndWhen(item, 'et al.')).toBe('Berg et al., 2018');
    expect(whoAndWhen({ ...item, author: item.author?.slice(1) ?? [] }, 'et al.')).toBe('CARE Group, Pires, 2018');
  });

  it('is found by words in any order, without accents', () => {
    const list = [reference('a'), reference('b', { title: 'Rhéophérèse', author: [{ family: 'Øst' }] })];
    expect(matching(list, 'rheoph').map(({ id }) => id)).toEqual(['b']);
    expect(matching(list, 'primer 2018').map(({ id }) => id)).toEqual(['a']);
    expect(matching(list, 'nowhere')).toEqual([]);
  });
});
