/**
 * The cover letter, from what the report says. What it does not say stands in square brackets, to be filled in or struck out:
 * nothing is claimed for the authors that they did not write.
 */
import { lettersOf } from '../manuscript/letters.ts';
import type { Division, Manuscript, PrintedBlock } from '../manuscript/types.ts';
import type { Language } from '../report/types.ts';
import type { Template } from '../template/types.ts';

export interface LetterFacts {
  /** As printed under the report's own template. */
  readonly manuscript: Manuscript;
  readonly template: Template;
  /** Of the four sections. */
  readonly words: number;
  readonly figures: number;
  readonly tables: number;
}

interface Wording {
  readonly title: string;
  readonly date: string;
  readonly editor: (journal: string) => string;
  readonly journal: string;
  readonly subject: (title: string) => string;
  readonly noTitle: string;
  readonly greeting: string;
  readonly opening: (journal: string) => string;
  readonly novelty: string;
  readonly counts: (facts: LetterFacts) => string;
  readonly confirm: string;
  readonly statement: (name: string, text: string) => string;
  readonly noStatement: (name: string) => string;
  readonly names: Readonly<Record<'consent' | 'conflicts' | 'funding', string>>;
  readonly closing: string;
  readonly onBehalf: string;
  readonly signature: string;
}

const WORDS: Readonly<Record<Language, Wording>> = {
  en: {
    title: 'Cover letter',
    date: '[Date]',
    editor: journal => `To the Editor-in-Chief, ${journal}`,
    journal: '[name of the journal]',
    subject: title => `Re: submission of a case report, “${title}”`,
    noTitle: '[title]',
    greeting: 'Dear Editor,',
    opening: journal => `We submit the enclosed case report for publication in ${journal}.`,
    novelty: '[In one or two sentences: what this case adds, and why it matters to the readers of the journal.]',
    counts: ({ words, figures, tables, manuscript }) =>
      `The text has ${words} words, ${count(figures, 'figure', 'figures')}, ${count(tables, 'table', 'tables')} and ${count(manuscript.references.length, 'reference', 'references')}.`,
    confirm:
      '[Confirm or strike out: the report has not been published and is not under consideration elsewhere. All authors have read and approved the manuscript and agree with its submission.]',
    statement: (name, text) => `${name}: ${text}`,
    noStatement: name => `[${name}: to be completed.]`,
    names: { consent: 'Patient consent', conflicts: 'Conflicts of interest', funding: 'Funding' },
    closing: 'Yours sincerely,',
    onBehalf: 'on behalf of all authors',
    signature: '[Name of the corresponding author]',
  },
  fr: {
    title: 'Lettre d’accompagnement',
    date: '[Date]',
    editor: journal => `À l’attention du rédacteur en chef, ${journal}`,
    journal: '[nom de la revue]',
    subject: title => `Objet\u00a0: soumission d’un cas clinique, «\u00a0${title}\u00a0»`,
    noTitle: '[titre]',
    greeting: 'Madame, Monsieur,',
    opening: journal => `Nous vous soumettons le cas clinique ci-joint en vue de sa publication dans ${journal}.`,
    novelty:
      '[En une ou deux phrases\u00a0: ce qu’apporte cette observation, et pourquoi elle intéresse les lecteurs de la revue.]',
    counts: ({ words, figures, tables, manuscript }) =>
      `Le texte compte ${words} mots, ${count(figures, 'figure', 'figures')}, ${count(tables, 'tableau', 'tableaux')} et ${count(manuscript.references.length, 'référence', 'références')}.`,
    confirm:
      '[Confirmer ou supprimer\u00a0: ce travail n’a pas été publié et n’est soumis à aucune autre revue. Tous les auteurs ont lu et approuvé le manuscrit et sont d’accord avec sa soumission.]',
    statement: (name, text) => `${name}\u00a0: ${text}`,
    noStatement: name => `[${name}\u00a0: à compléter.]`,
    names: { consent: 'Consentement du patient', conflicts: 'Liens d’intérêts', funding: 'Financement' },
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    onBehalf: 'au nom de tous les auteurs',
    signature: '[Nom de l’auteur correspondant]',
  },
};

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** The letters of a statement's paragraphs and lists, on one line; empty where there is none. */
export function statementText(manuscript: Manuscript, place: Division['place']): string {
  const textOf = (block: PrintedBlock): readonly string[] => {
    if (block.kind === 'paragraph') return [lettersOf(block.runs).trim()];
    return block.kind === 'list' ? block.items.flatMap(item => item.flatMap(textOf)) : [];
  };
  const statement = manuscript.divisions.find(division => division.place === place);
  return (statement?.blocks ?? []).flatMap(textOf).join(' ');
}

/** The paragraphs of the letter, in the report's language. */
export function coverLetter(facts: LetterFacts): { readonly title: string; readonly paragraphs: readonly string[] } {
  const { manuscript, template } = facts;
  const words = WORDS[manuscript.language];
  const journal = template.journal?.name || words.journal;
  const title = lettersOf(manuscript.title).trim() || words.noTitle;
  const writer = manuscript.authors.find(({ corresponding }) => corresponding);
  const statements = (['consent', 'conflicts', 'funding'] as const).map(place => {
    const text = statementText(manuscript, place);
    return text === '' ? words.noStatement(words.names[place]) : words.statement(words.names[place], text);
  });
  const place = writer?.affiliations.map(index => manuscript.affiliations[index]?.text ?? '').filter(Boolean) ?? [];
  return {
    title: words.title,
    paragraphs: [
      words.date,
      words.editor(journal),
      words.subject(title),
      words.greeting,
      words.opening(journal),
      words.novelty,
      words.counts(facts),
      ...statements,
      words.confirm,
      words.closing,
      manuscript.authors.length > 1
        ? `${writer?.name ?? words.signature}, ${words.onBehalf}`
        : (writer?.name ?? words.signature),
      ...place,
      ...(writer?.email ? [writer.email] : []),
    ],
  };
}

/** The places of a text that are still to be filled in. */
export const placeholders = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap(paragraph => paragraph.match(/\[[^\]]+\]/g) ?? []);
