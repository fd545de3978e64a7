/** What a submission package of a report holds, and what its author should know before it is made. */
import { checkReport } from '../checks/index.ts';
import type { Finding } from '../checks/types.ts';
import { figureFiles } from '../export/figure-files.ts';
import { REMOVED, tellingWords } from '../manuscript/anonymous.ts';
import { anyInitials } from '../manuscript/initials.ts';
import { lettersOf } from '../manuscript/letters.ts';
import { numberReport } from '../manuscript/number.ts';
import type { Division, Manuscript, PrintedBlock } from '../manuscript/types.ts';
import { printedFloats } from '../manuscript/walk.ts';
import type { Words } from '../outcome.ts';
import type { PartKey } from '../report/document.ts';
import { sectionWords } from '../report/text.ts';
import type { CaseReport } from '../report/types.ts';
import type { Enclosure, Template } from '../template/types.ts';
import { dataOf } from './data.ts';
import { coarseFigures, figurePlan, formatsNotMade } from './figures.ts';
import { coverLetter, type LetterFacts, placeholders } from './letter.ts';
import { distinct, nameOf } from './names.ts';
import {
  type DataFile,
  type PackageDocument,
  type PackagePlan,
  type PackageRole,
  type PlannedFile,
  usualRoles,
} from './types.ts';

export interface PlanRequest {
  readonly report: CaseReport;
  readonly template: Template;
  readonly manuscript: Manuscript;
  /** What reviewers get. */
  readonly anonymous: Manuscript;
  /** Ids of the formats that can be written. */
  readonly formats: readonly string[];
  /** What is to go in; absent: {@link usualRoles}. */
  readonly include?: readonly PackageRole[];
}

/** Name of the checklist, without its ending. */
const CARE_CHECKLIST = 'care-checklist';

const DATA_NAMES: Readonly<Record<DataFile, string>> = {
  values: 'data-values.csv',
  course: 'data-course.csv',
  fhir: 'data-values.fhir.json',
};

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
  const { report, template, manuscript, anonymous, include = usualRoles(template) } = request;
  const goes = (role: PackageRole) => include.includes(role);
  const figures = figureFiles(manuscript);
  const files = distinct(allFiles(request).filter(({ role }) => goes(role as PackageRole)));
  return {
    files,
    findings: [
      ...checkReport(report, template, numberReport(report, template)),
      ...(goes('figure') ? [...coarseFigures(figures, template), ...formatsNotMade(figures, template)] : []),
      ...(goes('anonymous')
        ? [
            ...removedNames(manuscript, anonymous),
            ...namedAuthors(manuscript, anonymous),
            ...initialsLeft(manuscript, anonymous),
            ...tellingNames(files, manuscript),
          ]
        : []),
      ...(goes('coverLetter') ? toFillIn(request) : []),
      ...askedAndLeft(request, goes),
    ],
  };
}

function allFiles({ report, template, manuscript, formats }: PlanRequest): readonly PlannedFile[] {
  const word = formats.includes('docx');
  const document = (role: PackageDocument, format: 'docx' | 'pdf'): PlannedFile => ({
    role,
    name: `${role === 'checklist' ? CARE_CHECKLIST : nameOf(role, template)}.${format}`,
    make: 'document',
    document: role,
    format,
  });
  // What is filled in or pasted is a Word file; what is read is a PDF too.
  const both = (role: PackageDocument) => [...(word ? [document(role, 'docx')] : []), document(role, 'pdf')];
  const editable = (role: PackageDocument) => [document(role, word ? 'docx' : 'pdf')];
  const references = nameOf('references', template);
  const tables = template.manuscript.tables?.value === 'separate' ? printedFloats(manuscript) : [];
  return [
    ...both('manuscript'),
    ...both('anonymous'),
    ...editable('titlePage'),
    ...editable('coverLetter'),
    ...editable('consent'),
    ...editable('checklist'),
    ...figureFiles(manuscript).flatMap(file => figurePlan(file, template)),
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
          { role: 'references', name: `${references}.bib`, make: 'references', format: 'bibtex' },
          { role: 'references', name: `${references}.ris`, make: 'references', format: 'ris' },
        ] satisfies PlannedFile[])),
    ...dataOf(report).map((of): PlannedFile => ({ role: 'data', name: DATA_NAMES[of], make: 'data', of })),
  ];
}

/** Letters of what is printed of a block. */
function lettersOfBlock(block: PrintedBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      // Citations, and the list they lead to, name authors like any others.
      return lettersOf(block.runs.filter(({ citation }) => citation === undefined));
    case 'list':
      return block.items.flatMap(item => item.map(lettersOfBlock)).join('\n');
    case 'table':
      return [
        lettersOf(block.caption),
        ...block.rows.flatMap(row => row.map(cell => lettersOf(cell.runs.filter(run => run.citation === undefined)))),
      ].join('\n');
    case 'figure':
      return [
        lettersOf(block.caption),
        block.credit,
        block.alt,
        ...block.panels.flatMap(({ label, alt }) => [label, alt]),
      ].join('\n');
    case 'chart':
      return [lettersOf(block.caption), block.alt, block.svg.replace(/<[^>]*>/g, ' ')].join('\n');
    case 'bibliography':
      return '';
  }
}

interface Place {
  readonly part: PartKey;
  readonly letters: string;
}

/** Letters of a manuscript by the part of the report that they are written in. */
function lettersByPart({ title, runningTitle, divisions }: Manuscript): readonly Place[] {
  return [
    { part: 'title', letters: `${lettersOf(title)}\n${runningTitle}` },
    ...divisions.map(division => ({
      part: partOf(division),
      letters: [...division.blocks.map(lettersOfBlock), ...(division.keywords?.words ?? [])].join('\n'),
    })),
  ];
}

const partOf = ({ place, language }: Division): PartKey =>
  place === 'abstract'
    ? `abstract:${language}`
    : place === 'references'
      ? 'conclusion'
      : place === 'floats'
        ? 'observation'
        : place;

const wordOf = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{M}])`, 'iu');

/** Family names too short to be told from words are not looked for. */
const SHORTEST_NAME = 3;

/** What was taken out of the copy for reviewers, so that its author can see whether a word was taken for a name. */
function removedNames(manuscript: Manuscript, anonymous: Manuscript): readonly Finding[] {
  const words = tellingWords(manuscript);
  if (words === null) return [];
  const kept = new Set(anonymous.divisions.map(({ anchor }) => anchor));
  const printed = { ...manuscript, divisions: manuscript.divisions.filter(({ anchor }) => kept.has(anchor)) };
  return lettersByPart(printed).flatMap(({ part, letters }): readonly Finding[] => {
    const found = [...new Set([...letters.matchAll(words)].map(([word]) => word))];
    if (found.length === 0) return [];
    return [
      {
        check: 'package.removed',
        severity: 'note',
        message: {
          en: `In the anonymised copy, ${found.map(word => `“${word}”`).join(', ')} is replaced by “${REMOVED.en}”.`,
          fr: `Dans la copie anonymisée, ${found.map(word => `«\u00a0${word}\u00a0»`).join(', ')} est remplacé par «\u00a0${REMOVED.fr}\u00a0».`,
        },
        hint: {
          en: 'Your report is not changed. Reword the sentence where it reads badly.',
          fr: 'Votre document n’est pas modifié. Reformulez la phrase si elle se lit mal.',
        },
        place: { part },
      },
    ];
  });
}

/** Authors and their places that are still named in the copy for reviewers, in small letters or across a change of type. */
function namedAuthors(manuscript: Manuscript, anonymous: Manuscript): readonly Finding[] {
  const names = [
    ...manuscript.authors.flatMap(({ name, family }) => [family.length >= SHORTEST_NAME ? family : name]),
    ...manuscript.affiliations.map(({ name }) => name),
  ].filter(name => name.trim() !== '');
  return lettersByPart(anonymous).flatMap(({ part, letters }) =>
    [...new Set(names)]
      .filter(name => wordOf(name).test(letters))
      .map(
        (name): Finding => ({
          check: 'package.anonymous',
          severity: 'warning',
          message: {
            en: `“${name}” stands in the text of the anonymised copy.`,
            fr: `«\u00a0${name}\u00a0» figure dans le texte de la copie anonymisée.`,
          },
          hint: {
            en: 'Reword the sentence, or leave it where it is a word and not a name.',
            fr: 'Reformulez la phrase, ou laissez-la s’il s’agit d’un mot et non d’un nom.',
          },
          place: { part },
        }),
      ),
  );
}

/** What may be initials of authors in the text, and may as well be an abbreviation: for the author to look at. */
function initialsLeft(manuscript: Manuscript, anonymous: Manuscript): readonly Finding[] {
  const initials = anyInitials(manuscript);
  if (initials === null) return [];
  return lettersByPart(anonymous).flatMap(({ part, letters }): readonly Finding[] => {
    const found = [...new Set([...letters.matchAll(initials)].map(([word]) => word))];
    if (found.length === 0) return [];
    return [
      {
        check: 'package.initials',
        severity: 'note',
        message: {
          en: `In the anonymised copy, ${found.map(word => `“${word}”`).join(', ')} may be read as initials of an author.`,
          fr: `Dans la copie anonymisée, ${found.map(word => `«\u00a0${word}\u00a0»`).join(', ')} peut se lire comme les initiales d’un auteur.`,
        },
        hint: {
          en: 'It was left, since it may be an abbreviation. Reword the sentence if it is a person.',
          fr: 'Cela a été laissé, car ce peut être une abréviation. Reformulez la phrase s’il s’agit d’une personne.',
        },
        place: { part },
      },
    ];
  });
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

const ENCLOSURE: Readonly<Record<Enclosure, Words>> = {
  checklist: { en: 'the CARE checklist', fr: 'la liste de contrôle CARE' },
  data: { en: 'the report’s data', fr: 'les données du document' },
};

/** What the template asks to be sent as well, and the package leaves out. */
function askedAndLeft(
  { report, template: { enclosures = [] } }: PlanRequest,
  goes: (role: PackageRole) => boolean,
): readonly Finding[] {
  return enclosures
    .filter(({ value }) => !goes(value) && (value !== 'data' || dataOf(report).length > 0))
    .map(({ value }) => ({
      check: 'package.enclosure',
      severity: 'note',
      message: {
        en: `The template asks for ${ENCLOSURE[value].en}, and the package leaves it out.`,
        fr: `Le modèle demande ${ENCLOSURE[value].fr}, et le dossier ne contient pas cet élément.`,
      },
      hint: {
        en: 'Tick it where the journal is to have it in this package.',
        fr: 'Cochez-le si la revue doit le recevoir dans ce dossier.',
      },
      place: {},
    }));
}
