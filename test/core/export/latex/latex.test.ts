/**
 * What is written; and that it compiles, where CASEWRIGHT_LATEX says with what: names of compilers parted by commas, as
 * `pdflatex,xelatex`, all of which must be installed; or `1` for those of these two that are, at least one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLatex } from '../../../../core/export/latex/index.ts';
import { escapeAddress, escapeLatex } from '../../../../core/export/latex/letters.ts';
import { runsLatex } from '../../../../core/export/latex/runs.ts';
import { rowsLatex } from '../../../../core/export/latex/tables.ts';
import type { PrintedTable } from '../../../../core/manuscript/types.ts';
import { HOSTILE } from '../hostile.ts';
import { EXAMPLES, example, oneOfEverything, type Printed } from '../manuscripts.ts';

const written = ({ manuscript, template }: Pick<Printed, 'manuscript' | 'template'>) =>
  writeLatex(manuscript, template, { folder: 'files', creator: 'Casewright' });
const text = written(oneOfEverything());

describe('letters', () => {
  it.each([
    [
      '5 % & 3 $ #1 a_b {x} \\y ^ ~',
      '5 \\% \\& 3 \\$ \\#1 a\\_b \\{x\\} \\textbackslash{}y \\textasciicircum{} \\textasciitilde{}',
    ],
    ['10\u202f% à 37\u00a0°C', '10\\,\\% à 37~\\textdegree{}C'],
    [
      'µg ≥ 5 ± 1 × 10⁹',
      '\\textmu{}g \\ensuremath{\\geq} 5 \\ensuremath{\\pm} 1 \\ensuremath{\\times} 10\\textsuperscript{9}',
    ],
    ['β-bloquant, −5 → 3', '\\ensuremath{\\beta}-bloquant, \\ensuremath{-}5 \\ensuremath{\\rightarrow} 3'],
    ['a--b ,, << >> "q" \'s', 'a-{}-b ,{}, <{}< >{}> \\textquotedbl{}q\\textquotedbl{} \\textquotesingle{}s'],
    ['[1] l’un « cœur » “x”', '{[}1{]} l’un « cœur » “x”'],
    ['e\u0301 ṣ x\u0304', 'é \\d{s} \\={x}'],
    ['日', '\\beyond{日}{65E5}'],
  ])('%s', (from, to) => expect(escapeLatex(from)).toBe(to));
  it('of an address end no command', () => {
    expect(escapeAddress('https://x.org/a_b%20c#d?e=1&f={2}~')).toBe(
      'https://x.org/a\\_b\\%20c\\#d?e=1\\&f=\\%7B2\\%7D\\string~',
    );
  });
});

it('line ends are lines in a paragraph and spaces in a cell', () => {
  expect(runsLatex([{ text: 'a\nb' }])).toBe('a\\newline{}b');
  expect(runsLatex([{ text: 'a\nb' }], 'space')).toBe('a b');
});

describe('the text', () => {
  it('has numbers of sections as the template prints them, in the outline too', () => {
    expect(text).toContain('\\setcounter{secnumdepth}{0}');
    expect(text).toContain('\\section{II. Observation}\\place{observation}');
    expect(text).toContain('\\subsection{À l’admission}\\place{observation-1}');
  });
  it('leads from mentions and citations to their places', () => {
    expect(text).toContain('\\hyperlink{float-fig}{figure~1A}');
    expect(text).toContain('\\place{float-fig}');
    expect(written(example('ttp'))).toContain('\\hyperlink{reference-moschcowitz1924}{1}');
  });
  it('names images in their folder, with what they show, and charts as PDF', () => {
    expect(text).toContain('alt={Plaque à l’admission}]{files/figure-1a.jpg}');
    expect(text).toContain('{files/figure-2.pdf}');
  });
  it('sets the abstract in the other language in it', () =>
    expect(text).toContain('\\begin{inlanguage}{english}\n\\section{Abstract}'));
  it('opens and closes every environment', () => {
    for (const printed of [...EXAMPLES.map(name => example(name)), ...Object.values(HOSTILE)]) {
      const latex = written(printed);
      const open: string[] = [];
      for (const [, verb, name] of latex
        .slice(latex.indexOf('\\begin{document}'))
        .matchAll(/\\(begin|end)\{([a-z]+)\}/g)) {
        if (verb === 'begin') open.push(name as string);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });
});

describe('tables', () => {
  const cell = (content: string, align: 'left' | 'right' = 'left') => ({
    runs: [{ text: content }],
    header: false,
    align,
  });
  const table = (rows: PrintedTable['rows']): PrintedTable => ({
    kind: 'table',
    anchor: 't',
    label: 'T',
    caption: [],
    headerRows: 1,
    rows,
  });
  it('of short cells keep their own widths', () => {
    const [latex] = rowsLatex(
      table([
        [cell('a'), cell('b', 'right')],
        [cell('c'), cell('1', 'right')],
      ]),
      'Caption',
      { line: 450, fontSize: 11 },
    );
    expect(latex).toContain('\\begin{longtable}[l]{@{}lr@{}}');
  });
  it('of long texts share the line', () => {
    const long = 'long words in a cell '.repeat(12);
    const [latex] = rowsLatex(
      table([
        [cell('a'), cell('b')],
        [cell(long), cell(long)],
      ]),
      'Caption',
      { line: 450, fontSize: 11 },
    );
    expect(latex).toMatch(/p\{0\.4\d\\linewidth\}.*p\{0\.4\d\\linewidth\}/);
  });
  it('of too many columns go on below, each part with the names of its rows', () => {
    const wide = Array.from({ length: 40 }, (_, column) => cell(column === 0 ? 'Analyte' : `day${column}`, 'right'));
    const parts = rowsLatex(table([wide, wide]), 'Caption', { line: 450, fontSize: 11 });
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toContain('Analyte');
    // In the head of the first, so that no page ends between it and the table.
    expect(parts.map(part => part.includes('Caption'))).toEqual(parts.map((_, at) => at === 0));
    expect(parts[0]?.indexOf('Caption')).toBeLessThan(parts[0]?.indexOf('\\endfirsthead') ?? 0);
  });
});

const isInstalled = (compiler: string) => spawnSync(compiler, ['--version']).status === 0;

function compilersWanted(): readonly string[] {
  const wanted = process.env.CASEWRIGHT_LATEX ?? '';
  if (wanted !== '1') return wanted.split(/[\s,]+/).filter(Boolean);
  const installed = ['pdflatex', 'xelatex'].filter(isInstalled);
  // So that a machine that has neither fails and says so.
  return installed.length > 0 ? installed : ['pdflatex'];
}

describe.each(compilersWanted())('compiled by %s', compiler => {
  const cases = [...EXAMPLES.map(name => [name, example(name)] as const), ...Object.entries(HOSTILE)];
  it.each(cases)('%s', { timeout: 60_000 }, (_, printed) => {
    const folder = mkdtempSync(join(tmpdir(), 'latex-'));
    try {
      mkdirSync(join(folder, 'files'));
      // What images show is the matter of other tests.
      const latex = written(printed).replace(/\\includegraphics\[[^\]]*\]\{[^}]*\}/g, '\\rule{2cm}{2cm}');
      writeFileSync(join(folder, 'case.tex'), latex);
      const run = spawnSync(compiler, ['-interaction=nonstopmode', '-halt-on-error', 'case.tex'], { cwd: folder });
      expect(run.status, `${compiler}: ${run.error?.message ?? run.stdout.toString().slice(-800)}`).toBe(0);
      expect(readFileSync(join(folder, 'case.log'), 'latin1')).not.toContain('Missing character');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
