/** What a submission package of a report holds, and what its author should know before it is made. */
import { checkReport } from '../checks/index.ts';
import type { Finding } from '../checks/types.ts';
import { figureFiles } from '../export/figure-files.ts';
import { lettersOf } from '../manuscript/letters.ts';
import { numberReport } from '../manuscript/number.ts';
import type { Manuscript, PrintedBlock } from '../manuscript/types.ts';
import { printedFloats } from '../manuscript/walk.ts';
import { sectionWords } from '../report/text.ts';
import type { CaseReport } from '../report/types.ts';
import type { Template } from '../template/types.ts';
import { coarseFigures, figurePlan, formatsNotMade } from './figures.ts';
import { coverLetter, type LetterFacts, placeholders } from './letter.ts';
import { distinct, nameOf } from './names.ts';
import type { PackageDocument, PackagePlan, PlannedFile } from './types.ts';

export interface PlanRequest {
  readonly report: CaseReport;
  readonly template: Template;
  readonly manuscript: Manuscript;
  /** What reviewers get. */
  readonly anonymous: Manuscript;
  /** Ids of the formats that can be written. */
  readonly formats: readonly string[];
}

/** The numbers that the letter and the title page name. */
export function factsOf({
  report,
  template,
  manuscript,
}: Pick<PlanRequest, 'report' | 'template' | 'manuscript'>): LetterFacts {
  const floats = printedFloats(manuscript);
  const tables = floats.filter(({ kind }) => kind === 'table').length;
  return { manuscript, template, words: sectionWords(report), figures: floats.length - tables, tables };
}

/** The plan: files and findings. Nothing is made or written. */
export function planPackage(request: PlanRequest): PackagePlan {
  const { report, template, manuscript, anonymous, formats } = request;
  const word = formats.includes('docx');
  const figures = figureFiles(manuscript);
  const document = (role: PackageDocument, format: 'docx' | 'pdf'): PlannedFile => ({
    role,
    name: `${nameOf(role, template)}.${format}`,
    make: 'document',
    document: role,
    format,
  });
  // What is filled in or pasted is a Word file; what is read is a PDF too.
  const both = (role: PackageDocument) => [...(word ? [document(role, 'docx')] : []), document(role, 'pdf')];
  const editable = (role: PackageDocument) => [document(role, word ? 'docx' : 'pdf')];
  const tables = template.manuscript.tables?.value === 'separate' ? printedFloats(manuscript) : [];
  const files: readonly PlannedFile[] = distinct([
    ...both('manuscript'),
    ...both('anonymous'),
    ...editable('titlePage'),
    ...editable('coverLetter'),
    ...editable('consent'),
    ...figures.flatMap(file => figurePlan(file, template)),
    ...tables.flatMap((float): PlannedFile[] => {
      if (float.kind !== 'table') return [];
      const format = word ? 'docx' : 'pdf';
      const number = /\d+/.exec(float.label)?.[0] ?? float.anchor;
      const name = `${nameOf('table', template, number)}.${format}`;
      return [{ role: 'table', name, make: 'table', anchor: float.anchor, format }];
    }),
    ...(manuscript.references.length === 0
      ? []
      : ([
          { role: 'references', name: `${nameOf('references', template)}.bib`, make: 'references', format: 'bibtex' },
          { role: 'references', name: `${nameOf('references', template)}.ris`, make: 'references', format: 'ris' },
        ] satisfies PlannedFile[])),
  ]);
  return {
    files,
    findings: [
      ...checkReport(report, template, numberReport(report, template)),
      ...coarseFigures(figures, template),
      ...formatsNotMade(figures, template),
      ...namedAuthors(manuscript, anonymous),
      ...tellingNames(files, manuscript),
      ...toFillIn(request),
    ],
  };
}

/** Letters of all that is printed of a manuscript. */
function allLetters(manuscript: Manuscript): string {
  const of = (block: PrintedBlock): string => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return lettersOf(block.runs);
      case 'list':
        return block.items.flatMap(item => item.map(of)).join('\n');
      case 'table':
        return [lettersOf(block.caption), ...block.rows.flatMap(row => row.map(cell => lettersOf(cell.runs)))].join(
          '\n',
        );
      case 'figure':
        return [
          lettersOf(block.caption),
          block.credit,
          block.alt,
          ...block.panels.flatMap(({ label, alt }) => [label, alt]),
        ].join('\n');
      case 'chart':
        return lettersOf(block.caption);
      // Authors cite their own earlier work like that of others.
      case 'bibliography':
        return '';
    }
  };
  return [
    lettersOf(manuscript.title),
    manuscript.runningTitle,
    ...manuscript.divisions.flatMap(({ blocks, heading }) => [heading, ...blocks.map(of)]),
  ].join('\n');
}

const wordOf = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{M}])`, 'iu');

/** Family names too short to be told from words are not looked for. */
const SHORTEST_NAME = 3;

/** Authors and their places that are still named in the copy for reviewers. */
function namedAuthors(manuscript: Manuscript, anonymous: Manuscript): readonly Finding[] {
  const letters = allLetters(anonymous);
  const names = [
    ...manuscript.authors.flatMap(({ name, family }) => [family.length >= SHORTEST_NAME ? family : name]),
    ...manuscript.affiliations.map(({ name }) => name),
  ];
  const found = [...new Set(names)].filter(name => name.trim() !== '' && wordOf(name).test(letters));
  return found.map(name => ({
    check: 'package.anonymous',
    severity: 'warning',
    message: {
      en: `“${name}” stands in the text of the anonymised copy.`,
      fr: `«\u00a0${name}\u00a0» figure dans le texte de la copie anonymisée.`,
    },
    hint: {
      en: 'Reword the sentence, or leave it where the journal does not review blind.',
      fr: 'Reformulez la phrase, ou laissez-la si la revue ne relit pas en aveugle.',
    },
    place: {},
  }));
}

/** Names of files for reviewers that would tell who wrote the report. */
function tellingNames(files: readonly PlannedFile[], { authors }: Manuscript): readonly Finding[] {
  const names = authors.map(({ family }) => family).filter(name => name.length >= SHORTEST_NAME);
  const seen = files.filter(
    ({ role, name }) => role === 'anonymous' && names.some(author => wordOf(author).test(name)),
  );
  return seen.map(({ name }) => ({
    check: 'package.anonymous',
    severity: 'warning',
    message: {
      en: `The anonymised copy would be called “${name}”, which names an author.`,
      fr: `La copie anonymisée s’appellerait «\u00a0${name}\u00a0», qui nomme un auteur.`,
    },
    hint: { en: 'Change the name in a copy of the template.', fr: 'Changez ce nom dans une copie du modèle.' },
    place: {},
  }));
}

/** What the letter cannot say for the authors. */
function toFillIn(request: PlanRequest): readonly Finding[] {
  const open = placeholders(coverLetter(factsOf(request)).paragraphs).length;
  if (open === 0) return [];
  return [
    {
      check: 'package.letter',
      severity: 'note',
      message: {
        en: `The cover letter has ${open} places in square brackets to fill in.`,
        fr: `La lettre d’accompagnement a ${open} passages entre crochets à compléter.`,
      },
      hint: {
        en: 'Open the letter after the package is made; nothing is claimed there that the report does not say.',
        fr: 'Ouvrez la lettre une fois le dossier fait\u202f; elle n’affirme rien que le document ne dise.',
      },
      place: {},
    },
  ];
}
