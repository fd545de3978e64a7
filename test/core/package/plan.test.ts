import { describe, expect, it } from 'vitest';
import { anonymised } from '../../../core/manuscript/anonymous.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import { coverLetter, placeholders } from '../../../core/package/letter.ts';
import { factsOf, planPackage } from '../../../core/package/plan.ts';
import type { PackageRole } from '../../../core/package/types.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { complete, house, p, plainCitations, reportOf } from '../fixtures.ts';

const basis = { source: 'an invented journal', read: '', confidence: 'likely' } as const;
const plan = (report: CaseReport, template: Template, include?: readonly PackageRole[]) => {
  const manuscript = resolve(report, template, plainCitations(report));
  const anonymous = anonymised(manuscript, template.anonymous?.value);
  return planPackage({
    report,
    template,
    manuscript,
    anonymous,
    formats: ['pdf', 'docx'],
    ...(include ? { include } : {}),
  });
};
const namesOf = (...args: Parameters<typeof plan>) => plan(...args).files.map(({ name }) => name);
const plainFr = house('plain-fr');

describe('what is sent', () => {
  it('holds the checklist where the template asks for it; data that it asks for go only when the author says so', () => {
    const asking: Template = {
      ...plainFr,
      enclosures: [
        { value: 'checklist', ...basis },
        { value: 'data', ...basis },
      ],
    };
    const checked = (findings: readonly { readonly check: string }[]) =>
      findings.filter(({ check }) => check === 'package.enclosure').length;
    const usual = plan(complete, asking);
    expect(namesOf(complete, plainFr)).not.toContain('care-checklist.docx');
    expect(usual.files.map(({ name }) => name)).toContain('care-checklist.docx');
    expect(usual.files.some(({ role }) => role === 'data')).toBe(false);
    expect(checked(usual.findings)).toBe(1);
    expect(checked(plan(complete, asking, ['manuscript']).findings)).toBe(2);
    expect(checked(plan(complete, asking, ['checklist', 'data']).findings)).toBe(0);
  });

  it('is the manuscript and its copy for reviewers in two formats, title page, letter, consent, figures and references', () => {
    expect(namesOf(complete, plainFr)).toEqual([
      'manuscript.docx',
      'manuscript.pdf',
      'manuscript-anonymised.docx',
      'manuscript-anonymised.pdf',
      'title-page.docx',
      'cover-letter.docx',
      'patient-consent.docx',
      ...namesOf(complete, plainFr, ['figure']),
      'references.bib',
      'references.ris',
    ]);
    expect(namesOf(complete, plainFr, ['figure']).length).toBeGreaterThan(1);
  });
  it('holds the values of the patient only when they are asked for', () => {
    expect(namesOf(complete, plainFr).join()).not.toContain('data-');
    expect(namesOf(complete, plainFr, ['data'])).toContain('data-values.csv');
  });
  it('is what was chosen, and what it does not hold is not warned of', () => {
    expect(namesOf(complete, plainFr, ['titlePage'])).toEqual(['title-page.docx']);
    expect(plan(complete, plainFr, ['titlePage']).findings.map(({ check }) => check)).not.toContain('package.letter');
    expect(plan(complete, plainFr).findings.map(({ check }) => check)).toContain('package.letter');
  });
  it('is named and encoded as the journal asks', () => {
    const template: Template = {
      ...plainFr,
      files: { figure: { value: 'Fig{n}', ...basis }, manuscript: { value: 'Main Text', ...basis } },
      figures: {
        formats: { value: ['tiff'], ...basis },
        resolution: { value: { photograph: 350, drawing: 1000 }, ...basis },
      },
      manuscript: { tables: { value: 'separate', ...basis } },
    };
    const { files } = plan(complete, template);
    expect(files[0]?.name).toBe('Main Text.docx');
    const figures = files.filter(({ role }) => role === 'figure');
    expect(figures.every(({ name }) => /^Fig\d+[a-z]?\.tif$/.test(name))).toBe(true);
    expect(figures.map(file => ('dpi' in file ? [file.make, file.format, file.dpi] : null))).toEqual(
      expect.arrayContaining([
        ['image', 'tiff', 350],
        ['chart', 'tiff', 1000],
      ]),
    );
    expect(files.some(({ role, name }) => role === 'table' && /^table-1\.docx$/.test(name))).toBe(true);
  });
  it('has no two files of one name, whatever the template calls them', () => {
    const same = { value: 'paper', ...basis };
    const names = namesOf(complete, { ...plainFr, files: { manuscript: same, anonymous: same, titlePage: same } });
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
  });
});

describe('what is said before anything is written', () => {
  it('is what does not fit the template, with its place', () => {
    const short: Template = { ...plainFr, limits: [{ of: 'title', in: 'words', max: 1, ...basis }] };
    const report = reportOf('fr', { title: [p('Un cas de calciphylaxie')] });
    expect(plan(report, short).findings).toContainEqual(
      expect.objectContaining({ check: 'journal.limits', place: { part: 'title' } }),
    );
  });
  it('is a name taken out of the copy for reviewers, and one that is left in small letters', () => {
    const report = reportOf(
      'en',
      { observation: [p('Dr Hartgrove operated.')], discussion: [p('the hartgrove sign')] },
      {
        front: {
          runningTitle: '',
          authors: [{ id: 'a', given: 'Miriam', family: 'Hartgrove', affiliations: [] }],
          affiliations: [],
          keywords: [],
        },
      },
    );
    const found = plan(report, house('plain-en')).findings.filter(({ check }) => check.startsWith('package.'));
    expect(found).toContainEqual(expect.objectContaining({ check: 'package.removed', place: { part: 'observation' } }));
    expect(found).toContainEqual(
      expect.objectContaining({ check: 'package.anonymous', severity: 'warning', place: { part: 'discussion' } }),
    );
  });
  it('is a file for reviewers that would name an author', () => {
    const report = { ...complete };
    const [author] = report.front.authors;
    const template: Template = {
      ...plainFr,
      files: { anonymous: { value: `Cas de ${author?.family}`, ...basis } },
    };
    expect(plan(report, template).findings.map(({ check }) => check)).toContain('package.anonymous');
  });
});

describe('the cover letter', () => {
  const letterOf = (report: CaseReport, template: Template) =>
    coverLetter(factsOf({ report, template, manuscript: resolve(report, template, plainCitations(report)) }));
  it('is in the language of the report and names the journal', () => {
    expect(letterOf(complete, house('pan-african-medical-journal')).paragraphs.join('\n')).toContain(
      'Pan African Medical Journal',
    );
    expect(letterOf(reportOf('en', {}), house('plain-en')).title).toBe('Cover letter');
    expect(letterOf(reportOf('fr', {}), plainFr).title).toBe('Lettre d’accompagnement');
  });
  it('claims nothing that the report does not say: what is missing stands in brackets', () => {
    const open = placeholders(letterOf(reportOf('en', {}), house('plain-en')).paragraphs);
    expect(open).toEqual(
      expect.arrayContaining(['[Patient consent: to be completed.]', '[Funding: to be completed.]']),
    );
    expect(open.length).toBeGreaterThan(
      placeholders(
        letterOf(
          reportOf('en', { consent: [p('Given in writing.')], funding: [p('None.')], conflicts: [p('None.')] }),
          house('bmj-case-reports'),
        ).paragraphs,
      ).length,
    );
  });
});
