/** Manuscripts of the package's smaller documents, so that every format that sets a report sets them too. */
import { lettersOf } from '../manuscript/letters.ts';
import type { Division, Manuscript, PrintedBlock, PrintedCell, PrintedTable, Run } from '../manuscript/types.ts';
import { printedFloats } from '../manuscript/walk.ts';
import type { Language } from '../report/types.ts';
import type { Template } from '../template/types.ts';
import { careAnswers } from './care.ts';
import { coverLetter, type LetterFacts, statementText } from './letter.ts';

const paragraph = (text: string): PrintedBlock => ({ kind: 'paragraph', runs: marked(text) });

/** What is to be filled in stands out. */
function marked(text: string): readonly Run[] {
  return text
    .split(/(\[[^\]]+\])/)
    .filter(piece => piece !== '')
    .map(piece => (piece.startsWith('[') ? { text: piece, bold: true } : { text: piece }));
}

function division(heading: string, language: Language, blocks: readonly PrintedBlock[], index: number): Division {
  return { kind: 'statement', place: 'ethics', anchor: `part-${index + 1}`, number: '', heading, language, blocks };
}

/** A document with a title and parts, without authors, citations or figures. */
function document(
  { language, template }: Manuscript,
  title: string,
  parts: readonly { readonly heading: string; readonly blocks: readonly PrintedBlock[] }[],
): Manuscript {
  return {
    language,
    template,
    title: [{ text: title }],
    runningTitle: '',
    authors: [],
    affiliations: [],
    correspondence: [],
    divisions: parts.map(({ heading, blocks }, index) => division(heading, language, blocks, index)),
    bibliography: [],
    references: [],
    clusters: {},
  };
}

/** The page of a small document: one column, no lines numbered, its title above the text. */
export function plainPage(template: Template): Template {
  return { ...template, page: { ...template.page, columns: 1, titlePage: false, lineNumbers: false } };
}

/** The letter to the editors; see {@link coverLetter}. */
export function letterDocument(facts: LetterFacts): Manuscript {
  const { title, paragraphs } = coverLetter(facts);
  return document(facts.manuscript, title, [{ heading: '', blocks: paragraphs.map(paragraph) }]);
}

/** What a title page says beside the report's own front. */
const TITLE_PAGE = {
  en: {
    counts: 'Counts',
    words: 'Words of the text',
    figures: 'Figures',
    tables: 'Tables',
    references: 'References',
    running: 'Running title',
  },
  fr: {
    counts: 'Décomptes',
    words: 'Mots du texte',
    figures: 'Figures',
    tables: 'Tableaux',
    references: 'Références',
    running: 'Titre courant',
  },
} as const;

/** Statements that tell who wrote the report, and so stand on the title page rather than in the copy for reviewers. */
const TELLING: readonly Division['place'][] = ['contributions', 'acknowledgements', 'funding', 'conflicts'];

/** Title, authors, places, correspondence, counts, and what the anonymised copy leaves out. */
export function titlePageDocument({ manuscript, words, figures, tables }: LetterFacts): Manuscript {
  const { language } = manuscript;
  const names = TITLE_PAGE[language];
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const lines = [
    ...(manuscript.runningTitle === '' ? [] : [[names.running, manuscript.runningTitle] as const]),
    [names.words, String(words)] as const,
    [names.figures, String(figures)] as const,
    [names.tables, String(tables)] as const,
    [names.references, String(manuscript.references.length)] as const,
  ];
  const counts: Division = division(
    names.counts,
    language,
    lines.map(([name, value]) => ({ kind: 'paragraph', runs: [{ text: `${name}${colon}${value}` }] })),
    0,
  );
  return {
    ...manuscript,
    divisions: [counts, ...manuscript.divisions.filter(({ place }) => TELLING.includes(place))],
    bibliography: [],
    references: [],
    clusters: {},
  };
}

const CONSENT = {
  en: {
    title: 'Patient consent to publication',
    report: 'Report',
    declared: 'As declared in the manuscript',
    none: '[The manuscript holds no statement of consent: complete it before submission.]',
    signed: 'To be signed',
    lines: [
      'Patient, or the person entitled to consent: [name]',
      'Relation to the patient, where it is not the patient: [relation]',
      'Date: [date]',
      'Signature: [signature]',
      'Physician who informed the patient: [name and signature]',
    ],
    note: 'Keep the signed form with the patient’s record. Send it to the journal only where the journal asks for it, and never with the manuscript’s files for reviewers.',
  },
  fr: {
    title: 'Consentement du patient à la publication',
    report: 'Cas clinique',
    declared: 'Tel que déclaré dans le manuscrit',
    none: '[Le manuscrit ne contient pas de déclaration de consentement\u00a0: la compléter avant la soumission.]',
    signed: 'À signer',
    lines: [
      'Patient, ou personne habilitée à consentir\u00a0: [nom]',
      'Lien avec le patient, s’il ne s’agit pas de lui\u00a0: [lien]',
      'Date\u00a0: [date]',
      'Signature\u00a0: [signature]',
      'Médecin ayant informé le patient\u00a0: [nom et signature]',
    ],
    note: 'Conservez le formulaire signé dans le dossier du patient. Ne l’envoyez à la revue que si elle le demande, et jamais avec les fichiers destinés aux relecteurs.',
  },
} as const;

/** What the manuscript declares, and the lines to sign. */
export function consentDocument(manuscript: Manuscript): Manuscript {
  const words = CONSENT[manuscript.language];
  const statement = statementText(manuscript, 'consent');
  return document(manuscript, words.title, [
    { heading: words.report, blocks: [paragraph(lettersOf(manuscript.title).trim())] },
    { heading: words.declared, blocks: [paragraph(statement === '' ? words.none : statement)] },
    { heading: words.signed, blocks: [...words.lines.map(paragraph), paragraph(words.note)] },
  ]);
}

const CHECKLIST = {
  en: {
    title: 'CARE checklist',
    source:
      'Items of the CARE guidelines of 2013 (J Med Case Rep 2013;7:223), in other words. Where the manuscript answers an item was filled in from its parts and headings: check each line, and complete those in brackets.',
    head: ['Item', 'What is asked', 'Where in the manuscript'],
    open: '[to be completed]',
  },
  fr: {
    title: 'Liste de contrôle CARE',
    source:
      'Items des recommandations CARE de 2013 (J Med Case Rep 2013\u202f;7:223), reformulés. L’endroit où le manuscrit y répond a été rempli d’après ses parties et ses titres\u00a0: vérifiez chaque ligne et complétez celles entre crochets.',
    head: ['Item', 'Ce qui est demandé', 'Où dans le manuscrit'],
    open: '[à compléter]',
  },
} as const;

/** The CARE checklist of the report; see {@link careAnswers}. */
export function checklistDocument(manuscript: Manuscript): Manuscript {
  const words = CHECKLIST[manuscript.language];
  const cell = (runs: readonly Run[], header = false): PrintedCell => ({ runs, header, align: 'left' });
  const table: PrintedTable = {
    kind: 'table',
    anchor: 'float-care',
    label: '',
    caption: [],
    headerRows: 1,
    rows: [
      words.head.map(text => cell([{ text }], true)),
      ...careAnswers(manuscript).map(({ number, asks, where }) => [
        cell([{ text: number }], true),
        cell([{ text: asks }]),
        cell(marked(where === '' ? words.open : where)),
      ]),
    ],
  };
  return document(manuscript, words.title, [
    { heading: '', blocks: [paragraph(lettersOf(manuscript.title).trim()), table, paragraph(words.source)] },
  ]);
}

/** One table by itself, titled by its label; undefined where the manuscript has none with this anchor. */
export function tableDocument(manuscript: Manuscript, anchor: string): Manuscript | undefined {
  const table = printedFloats(manuscript).find(
    (float): float is PrintedTable => float.kind === 'table' && float.anchor === anchor,
  );
  if (!table) return undefined;
  const { language } = manuscript;
  return {
    ...document(manuscript, '', [{ heading: '', blocks: [table] }]),
    title: manuscript.title,
    language,
    references: manuscript.references,
    clusters: manuscript.clusters,
  };
}
