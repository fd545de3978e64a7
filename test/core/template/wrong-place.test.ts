import { expect, it } from 'vitest';
import { checkedTemplate } from '../../../core/template/parse.ts';

const said = (data: unknown) => {
  const read = checkedTemplate(data, 'ours.casetemplate');
  if (read.ok) throw new Error('it was read');
  return read.problem.message;
};

it('what is wrong in a template is said in the language of the window, without the validator’s own words', () => {
  const { en, fr } = said({ title: 1 });
  expect(en).toMatch(/\(id: missing\)|\(id: a value that does not fit\)/);
  expect(fr).toMatch(/\(id\u00a0: absent\)|\(id\u00a0: valeur qui ne convient pas\)/);
  expect(fr).not.toMatch(/expected|received|Invalid/i);
});
