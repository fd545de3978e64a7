import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport, checks } from '../../../core/checks/index.ts';
import { numberReport } from '../../../core/manuscript/number.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import type { Limit, Template } from '../../../core/template/types.ts';
import { complete, figureBlock, house, p, reportOf, see } from '../fixtures.ts';

const atMost = (of: Limit['of'], max: number, unit: Limit['in'] = 'words'): Limit => ({
  of,
  in: unit,
  max,
  source: 'an invented journal',
  read: '2026-01-02',
  confidence: 'confirmed',
});
const template: Template = { ...house('plain-fr'), limits: [atMost('title', 10)] };
const blank = blankReport({ id: 'r', language: 'fr', template: 'plain-fr' });
const found = (report: CaseReport, id: string, under = template) =>
  checkReport(report, under).filter(({ check }) => check === id);

describe('the registry', () => {
  it('holds every file of the folder', () => {
    const root = new URL('../../../core/checks/', import.meta.url);
    const files = readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(new URL(`${name}/`, root)).map(file => `${name}.${file.replace('.ts', '')}`));
    expect(files.length).toBeGreaterThan(6);
    expect(checks.map(({ id }) => id).sort()).toEqual(files.sort());
  });
  it.each(checks.map(check => [check.id, check] as const))('%s is silent and finds as its examples say', (_, check) => {
    const under = check.examples.template?.(template) ?? template;
    const run = (report: CaseReport) => check.run({ report, template: under, numbering: numberReport(report, under) });
    expect(run(check.examples.silent(blank))).toEqual([]);
    const findings = run(check.examples.finds(blank));
    expect(findings.length).toBeGreaterThan(0);
    for (const { message, hint } of findings) {
      for (const words of [message, hint]) {
        expect(words.en).toMatch(/\S.*[.!?]$/u);
        expect(words.fr).toMatch(/\S.*[.!?]$/u);
        expect(words.fr).not.toBe(words.en);
        // French sets a no-break space before these signs.
        expect(words.fr).not.toMatch(/[^\u00a0\u202f][;:!?»]/u);
        expect(words.en + words.fr).not.toMatch(/undefined|NaN/);
      }
    }
  });
});

it('a whole report leaves nothing but the statement that was not written', () => {
  expect(checkReport(complete, template).map(({ check, message }) => [check, message.en])).toEqual([
    ['journal.statements', '“Liens d’intérêts” is asked for and still empty.'],
  ]);
});

it('the gravest come first', () => {
  const report = reportOf('fr', { introduction: [p(see('gone'))], observation: [figureBlock('f', '')] });
  const severities = checkReport(report, template).map(({ severity }) => severity);
  expect(severities[0]).toBe('error');
  expect(severities).toEqual([...severities].sort((a, b) => 'ewn'.indexOf(a[0] ?? '') - 'ewn'.indexOf(b[0] ?? '')));
});

describe('limits', () => {
  const title = (words: number) => reportOf('fr', { title: [p('mot '.repeat(words))] });
  it('10 words of 10 are within, 11 are not', () => {
    expect(found(title(10), 'journal.limits')).toEqual([]);
    expect(found(title(11), 'journal.limits')[0]).toMatchObject({
      severity: 'error',
      message: {
        en: 'The title has 11 words; the maximum is 10.',
        fr: 'Le titre compte 11 mots\u202f; le maximum est 10.',
      },
      place: { part: 'title' },
    });
  });
  it('one that nobody confirmed is a warning that says so', () => {
    const unsure = { ...template, limits: [{ ...atMost('title', 10), confidence: 'not confirmed' as const }] };
    expect(found(title(11), 'journal.limits', unsure)[0]).toMatchObject({
      severity: 'warning',
      hint: { en: 'Source: an invented journal (read on 2026-01-02; not confirmed).' },
    });
  });
  it('an abstract in two languages is measured twice, and it is said which is too long', () => {
    const report = { ...complete, language: 'fr' as const };
    const strict = { ...template, limits: [atMost('abstract', 5)] };
    expect(found(report, 'journal.limits', strict).map(({ place }) => place.part)).toEqual([
      'abstract:fr',
      'abstract:en',
    ]);
    expect(found(report, 'journal.limits', strict).map(({ message }) => message.en.split(' has ')[0])).toEqual([
      'The abstract in French',
      'The abstract in English',
    ]);
  });
  it('charts count as figures, references once however often they are cited', () => {
    const strict = { ...template, limits: [atMost('figures', 1, 'items'), atMost('references', 4, 'items')] };
    expect(found(complete, 'journal.limits', strict).map(({ message }) => message.en)).toEqual([
      'The report has 2 figures; the maximum is 1.',
      'The reference list has 5 references; the maximum is 4.',
    ]);
  });
});

describe('cross-references', () => {
  it('to a panel that the figure has not are found, to one that it has are not', () => {
    const with_ = (panel: string) => ({
      ...complete,
      parts: complete.parts.map(part =>
        part.key === 'conclusion' ? { ...part, children: [p(see('fig', panel))] } : part,
      ),
    });
    expect(found(with_('B'), 'citing.cross-references')).toEqual([]);
    expect(found(with_('C'), 'citing.cross-references')[0]?.message).toEqual({
      en: 'Figure\u00a01 has no panel C.',
      fr: 'La figure\u00a01 n’a pas de cliché C.',
    });
  });
});
