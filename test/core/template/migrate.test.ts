import { expect, it } from 'vitest';
import { parseTemplate, writeTemplate } from '../../../core/template/parse.ts';
import { house } from '../fixtures.ts';

const current = house('plain-fr');

/** The template as the first version of Casewright wrote it. */
const version1 = () => {
  const { version: _, title: __, figures: ___, manuscript: ____, files: _____, ...rest } = current;
  return {
    ...rest,
    statements: ['consent', 'funding'],
    limits: [{ of: 'title', in: 'words', max: 20, source: 'a page', read: '2026-01-02', confirmed: true }],
  };
};

it('a file of version 1 is read: its limits say how sure they are, its statements that nobody knows where they are written', () => {
  const read = parseTemplate(JSON.stringify(version1()), 'old');
  expect(read.ok && read.value.limits).toEqual([
    { of: 'title', in: 'words', max: 20, source: 'a page', read: '2026-01-02', confidence: 'confirmed' },
  ]);
  expect(read.ok && read.value.statements.map(({ value, confidence }) => [value, confidence])).toEqual([
    ['consent', 'not confirmed'],
    ['funding', 'not confirmed'],
  ]);
});
it('what a file leaves out is as usual; what it says in part is completed', () => {
  const { id, name, description, languages, citations } = current;
  const read = parseTemplate(
    JSON.stringify({ version: 2, id, name, description, languages, citations, page: { columns: 2 } }),
    'short',
  );
  expect(read.ok && read.value.page).toMatchObject({ columns: 2, size: 'A4' });
  expect(read.ok && read.value.headings.references.fr).toBe('Références');
});
it('a template written and read is the same', () => {
  const read = parseTemplate(writeTemplate(current), 'same');
  expect(read.ok && read.value).toEqual(current);
});
it('a file of a later version is left out in words that say so', () => {
  const read = parseTemplate(JSON.stringify({ ...current, version: 99 }), 'new');
  expect(read.ok ? null : read.problem.code).toBe('template.later');
});
it('a rule that claims to be known says where; confirmed, also when', () => {
  const withLimit = (limit: object) =>
    parseTemplate(JSON.stringify({ ...current, limits: [{ of: 'text', in: 'words', max: 9, ...limit }] }), 'x').ok;
  expect(withLimit({ source: '', read: '', confidence: 'not confirmed' })).toBe(true);
  expect(withLimit({ source: 'a page', read: '', confidence: 'likely' })).toBe(true);
  expect(withLimit({ source: '', read: '', confidence: 'likely' })).toBe(false);
  expect(withLimit({ source: 'a page', read: '', confidence: 'confirmed' })).toBe(false);
  expect(withLimit({ source: 'a page', read: '2026-01-02', confidence: 'confirmed' })).toBe(true);
});
