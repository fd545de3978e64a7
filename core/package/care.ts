/**
 * The CARE checklist of a case report, filled as far as the report answers it. Items and their numbers: Gagnier JJ, Kienle G, Altman DG,
 * et al. The CARE guidelines: consensus-based clinical case reporting guideline development. J Med Case Rep 2013;7:223, table 1
 * (https://doi.org/10.1186/1752-1947-7-223). What is asked is said in our own words.
 */
import { lettersOf } from '../manuscript/letters.ts';
import type { Division, Manuscript } from '../manuscript/types.ts';
import { printedFloats } from '../manuscript/walk.ts';
import type { Words } from '../outcome.ts';
import type { Language } from '../report/types.ts';

/** Where an item is answered: a sentence for the form; empty where the author has to say. */
type Answer = (facts: Facts) => string;

interface Facts {
  readonly manuscript: Manuscript;
  readonly language: Language;
  /** The heading of a part that says something, quoted; empty where it says nothing. */
  readonly part: (place: Division['place']) => string;
  /** The part with a heading in it that these letters are in, quoted; empty where there is none. */
  readonly heading: (words: RegExp) => string;
}

export interface CareItem {
  readonly number: string;
  readonly asks: Words;
  readonly answer: Answer;
}

export interface CareAnswer {
  readonly number: string;
  readonly asks: string;
  /** Empty: to be filled in. */
  readonly where: string;
}

const byAuthor: Answer = () => '';
const inPart =
  (place: Division['place']): Answer =>
  ({ part }) =>
    part(place);
/** A heading of the observation that says so. */
const under =
  (words: RegExp): Answer =>
  ({ heading }) =>
    heading(words);

const PATIENT = /patient|history|present|antécédent|présentation/iu;
const FINDINGS = /examin|clinical|clinique|finding|present|présentation/iu;
const DIAGNOSIS = /diagnos/iu;
const TREATMENT = /treatment|therap|intervention|management|prise en charge|traitement/iu;
const OUTCOME = /follow|outcome|course|évolution|suivi/iu;

/** Items in the order of the checklist. */
export const CARE_ITEMS: readonly CareItem[] = [
  {
    number: '1',
    asks: {
      en: 'The title says that this is a case report, and of what',
      fr: 'Le titre dit qu’il s’agit d’un cas clinique, et de quoi',
    },
    answer: ({ manuscript, language }) =>
      /case (?:report|study)|cas clinique|observation/iu.test(lettersOf(manuscript.title))
        ? { en: 'Title', fr: 'Titre' }[language]
        : '',
  },
  {
    number: '2',
    asks: { en: 'Two to five keywords', fr: 'Deux à cinq mots-clés' },
    answer: ({ manuscript, language }) => {
      const counts = manuscript.divisions.flatMap(({ keywords }) => (keywords ? [keywords.words.length] : []));
      if (counts.length === 0 || counts.some(count => count < 2 || count > 5)) return '';
      return { en: `Keywords (${counts[0]})`, fr: `Mots-clés (${counts[0]})` }[language];
    },
  },
  {
    number: '3a',
    asks: { en: 'Abstract: what the case adds', fr: 'Résumé : ce que le cas apporte' },
    answer: inPart('abstract'),
  },
  {
    number: '3b',
    asks: {
      en: 'Abstract: main symptoms, findings, diagnoses, interventions and outcomes',
      fr: 'Résumé : principaux symptômes, signes, diagnostics, interventions et résultats',
    },
    answer: inPart('abstract'),
  },
  {
    number: '3c',
    asks: { en: 'Abstract: what to remember', fr: 'Résumé : ce qu’il faut retenir' },
    answer: inPart('abstract'),
  },
  {
    number: '4',
    asks: {
      en: 'Introduction: background in short, with references',
      fr: 'Introduction : contexte en bref, avec des références',
    },
    answer: ({ manuscript, part }) => {
      const cites = manuscript.divisions.some(
        ({ place, blocks }) =>
          place === 'introduction' &&
          blocks.some(block => 'runs' in block && block.runs.some(run => run.citation !== undefined)),
      );
      return cites ? part('introduction') : '';
    },
  },
  {
    number: '5a',
    asks: { en: 'Patient: demographic details', fr: 'Patient : données démographiques' },
    answer: under(PATIENT),
  },
  {
    number: '5b',
    asks: { en: 'Patient: main symptoms', fr: 'Patient : symptômes principaux' },
    answer: under(PATIENT),
  },
  {
    number: '5c',
    asks: {
      en: 'Patient: medical, family and psychosocial history, comorbidities, past interventions',
      fr: 'Patient : antécédents médicaux, familiaux et psychosociaux, comorbidités, interventions passées',
    },
    answer: under(PATIENT),
  },
  {
    number: '6',
    asks: { en: 'Relevant findings on examination', fr: 'Signes pertinents à l’examen' },
    answer: under(FINDINGS),
  },
  {
    number: '7',
    asks: {
      en: 'Timeline: important dates in a table or figure',
      fr: 'Chronologie : dates importantes dans un tableau ou une figure',
    },
    answer: ({ manuscript }) =>
      printedFloats(manuscript)
        .filter(({ kind }) => kind === 'chart')
        .map(({ label }) => label.replace(/[.:\s]+$/u, ''))
        .join(', '),
  },
  { number: '8a', asks: { en: 'Diagnosis: methods', fr: 'Diagnostic : méthodes' }, answer: under(DIAGNOSIS) },
  {
    number: '8b',
    asks: { en: 'Diagnosis: difficulties met', fr: 'Diagnostic : difficultés rencontrées' },
    answer: byAuthor,
  },
  {
    number: '8c',
    asks: {
      en: 'Diagnosis: reasoning, with other diagnoses considered',
      fr: 'Diagnostic : raisonnement, avec les autres diagnostics envisagés',
    },
    answer: under(DIAGNOSIS),
  },
  {
    number: '8d',
    asks: {
      en: 'Diagnosis: prognostic features, where there are any',
      fr: 'Diagnostic : éléments pronostiques, s’il y en a',
    },
    answer: byAuthor,
  },
  { number: '9a', asks: { en: 'Intervention: of what kind', fr: 'Intervention : nature' }, answer: under(TREATMENT) },
  {
    number: '9b',
    asks: { en: 'Intervention: how it was given (dose, duration)', fr: 'Intervention : administration (dose, durée)' },
    answer: under(TREATMENT),
  },
  {
    number: '9c',
    asks: { en: 'Intervention: changes, and why', fr: 'Intervention : modifications, et leur raison' },
    answer: byAuthor,
  },
  {
    number: '10a',
    asks: { en: 'Outcome as clinician and patient saw it', fr: 'Résultat selon le clinicien et selon le patient' },
    answer: under(OUTCOME),
  },
  {
    number: '10b',
    asks: { en: 'Follow-up: important test results', fr: 'Suivi : résultats d’examens importants' },
    answer: under(OUTCOME),
  },
  {
    number: '10c',
    asks: {
      en: 'Adherence and tolerance, and how they were judged',
      fr: 'Observance et tolérance, et comment elles ont été jugées',
    },
    answer: byAuthor,
  },
  {
    number: '10d',
    asks: { en: 'Adverse and unexpected events', fr: 'Événements indésirables ou inattendus' },
    answer: byAuthor,
  },
  {
    number: '11a',
    asks: { en: 'Discussion: strengths and limitations', fr: 'Discussion : forces et limites' },
    answer: inPart('discussion'),
  },
  {
    number: '11b',
    asks: { en: 'Discussion: the literature', fr: 'Discussion : la littérature' },
    answer: inPart('discussion'),
  },
  {
    number: '11c',
    asks: { en: 'Discussion: grounds of the conclusions', fr: 'Discussion : fondement des conclusions' },
    answer: inPart('discussion'),
  },
  {
    number: '11d',
    asks: { en: 'What to remember of the case', fr: 'Ce qu’il faut retenir du cas' },
    answer: inPart('conclusion'),
  },
  {
    number: '12',
    asks: { en: 'The patient’s own view', fr: 'Le point de vue du patient' },
    answer: inPart('perspective'),
  },
  { number: '13', asks: { en: 'Informed consent', fr: 'Consentement éclairé' }, answer: inPart('consent') },
];

const quoted = (text: string, language: Language) => (language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`);

/** French puts a space that does not break before a colon. */
const spaced = (text: string, language: Language) => (language === 'fr' ? text.replace(/ :/g, '\u00a0:') : text);

/** Every item with where the manuscript answers it. Whether it answers it well is the author's to judge. */
export function careAnswers(manuscript: Manuscript): readonly CareAnswer[] {
  const { language, divisions } = manuscript;
  const facts: Facts = {
    manuscript,
    language,
    part: place => {
      const division = divisions.find(
        each => each.place === place && each.language === language && each.blocks.length > 0,
      );
      return division ? quoted(division.heading, language) : '';
    },
    heading: words => {
      const observation = divisions.find(({ place }) => place === 'observation');
      const found = observation?.blocks.find(block => block.kind === 'heading' && words.test(lettersOf(block.runs)));
      if (!observation || found?.kind !== 'heading') return '';
      return `${quoted(observation.heading, language)}, ${quoted(lettersOf(found.runs), language)}`;
    },
  };
  return CARE_ITEMS.map(({ number, asks, answer }) => ({
    number,
    asks: spaced(asks[language], language),
    where: answer(facts),
  }));
}
