import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shipped } from '../../scripts/licences.mjs';
import { thirdParty } from '../../scripts/third-party-page.mjs';

const root = join(import.meta.dirname, '..', '..');

it('THIRD_PARTY.md is what the installed packages say (else: npm run third-party)', () => {
  expect(readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8')).toBe(thirdParty(root));
});

it('every direct dependency is among the packages that ship, and no tool of the tests is', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = new Set(shipped(root).map(({ name }) => name));
  expect(Object.keys(dependencies).filter(name => !names.has(name))).toEqual([]);
  expect(['vitest', 'electron', 'typescript', '@biomejs/biome'].filter(name => names.has(name))).toEqual([]);
});

it('of a choice of licences one is named', () => {
  const open = shipped(root).filter(({ licence, chosen }) => / OR /.test(licence) && chosen === undefined);
  expect(open.map(({ name }) => name)).toEqual([]);
});
