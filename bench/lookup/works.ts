/** Works that do not exist, as varied as what medical bibliographies cite: the same at every run. */
import type { CslItem, CslName } from '../../core/references/csl.ts';

/** Numbers that look random and never change (Numerical Recipes' linear congruential generator, its high bits). */
export function sequence(seed: number): (below: number) => number {
  // Seeds that follow one another would begin alike.
  let state = Math.imul(seed ^ (seed >>> 15) ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** "particle|family|given|suffix"; what is empty is not there. */
const NAMES =
  'Nigwekar|Sagar U.;Marchand|Émile;van der|Berg|Anna;de la|Cruz|Juan Pablo;O’Brien|Mary K.;Le Gall|Yann;Müller|Hans-Peter;Li|X;Ng|Wai Keung;García Fernández|María José;McDonald-Smith|R. A.;D’Amico|Giuseppe;von|Kleist|F.;Dos Santos|Luís;Sánchez|P. M.;Østergaard|Søren D.;Kaya|Çağlar;Lefèvre|Jean-Baptiste;Zhang|Yu-Xiang;Roy|L.;Du Bois|Ellen;El Khoury|Nadim;Ben Hamida|Fethi;Nguyen|Thi Minh Hạnh;St. John|Kevin;Kim|Dong Ki;Al-Hassan|Omar;Wang|H;Ferreira da Silva|Ana;Papadopoulos|Nikolaos;Schröder|Ute;Smith|John A||Jr.;de|Lange|P. J.;Szabó|Á.;Johnson|Brian D||III;Yamamoto|Kenji;Chauvet|Sophie;Bridoux|Franck;Frémeaux-Bacchi|Véronique;Knudsen|Per;Haddad|E;Abd El-Rahman|Mona;Hsu|Chih-Cheng;Šimunović|Marko;Thompson|C. Jane;Delaporte|Agnès;Aït-Oufella|Hafid;Mac Gregor|D;L’Her|Erwan;Vandenbroucke|J P';
const GROUPS = [
  'World Health Organization',
  'Haute Autorité de santé',
  'RECOVERY Collaborative Group',
  'Kidney Disease: Improving Global Outcomes (KDIGO) Glomerular Diseases Work Group',
  'Centers for Disease Control and Prevention',
  'Groupe coopératif de l’Ouest pour l’étude de la glomérulonéphrite',
];

/** "title|abbreviation|language". */
const JOURNALS =
  'The New England Journal of Medicine|N Engl J Med;The Lancet|Lancet;BMJ|BMJ;JAMA|JAMA;Journal of the American Society of Nephrology|J Am Soc Nephrol;Kidney International|Kidney Int;American Journal of Kidney Diseases|Am J Kidney Dis;Nephrology Dialysis Transplantation|Nephrol Dial Transplant;Clinical Journal of the American Society of Nephrology|Clin J Am Soc Nephrol;Blood|Blood;Gut|Gut;Chest|Chest;Annals of Internal Medicine|Ann Intern Med;JAMA Dermatology|JAMA Dermatol;Journal of the American Academy of Dermatology|J Am Acad Dermatol;British Journal of Dermatology|Br J Dermatol;PLOS ONE|PLoS One;Proceedings of the National Academy of Sciences of the United States of America|Proc Natl Acad Sci U S A;Nature Reviews Disease Primers|Nat Rev Dis Primers;Cochrane Database of Systematic Reviews|Cochrane Database Syst Rev;The Journal of Clinical Endocrinology & Metabolism|J Clin Endocrinol Metab;Journal of Medical Case Reports|J Med Case Rep;BMJ Case Reports|BMJ Case Rep;Medicine|Medicine (Baltimore);Circulation. Cardiovascular Imaging|Circ Cardiovasc Imaging;European Heart Journal|Eur Heart J;AIDS (London, England)|AIDS;Acta Dermato-Venereologica|Acta Derm Venereol;Transplantation|Transplantation;Critical Care|Crit Care;Clinical Infectious Diseases|Clin Infect Dis;Journal of Hepatology|J Hepatol;American Journal of Respiratory and Critical Care Medicine|Am J Respir Crit Care Med;International Journal of Molecular Sciences|Int J Mol Sci;QJM: An International Journal of Medicine|QJM;mBio|mBio;eLife|eLife;Revue du Rhumatisme|Rev Rhum|fr;La Revue de Médecine Interne|Rev Med Interne|fr;Néphrologie & Thérapeutique|Nephrol Ther|fr;Annales de Dermatologie et de Vénéréologie|Ann Dermatol Venereol|fr;La Presse Médicale|Presse Med|fr;Journal des Maladies Vasculaires|J Mal Vasc|fr;Archives de Pédiatrie|Arch Pediatr|fr';

const DISEASES = [
  'calciphylaxis',
  'IgA nephropathy',
  'thrombotic thrombocytopenic purpura',
  'Whipple’s disease',
  'ANCA-associated vasculitis',
  'hepatitis C',
  'familial Mediterranean fever',
  'COVID-19',
  'AL amyloidosis',
  'type 2 diabetes',
  'C3 glomerulopathy',
  'Stevens–Johnson syndrome',
  'vitamin D deficiency',
  'HIV infection',
  'E. coli O157:H7 infection',
  'Guillain-Barré syndrome',
  'β-thalassaemia major',
  'Q fever',
];
const MALADIES = [
  'calciphylaxie',
  'purpura thrombotique thrombocytopénique',
  'maladie de Whipple',
  'amylose AL',
  'hépatite B',
  'fièvre méditerranéenne familiale',
  'syndrome de Guillain-Barré',
  'polyarthrite rhumatoïde',
];
const DRUGS = [
  'sodium thiosulfate',
  'rituximab',
  'intravenous immunoglobulin',
  'eculizumab',
  'warfarin',
  'high-dose methylprednisolone',
  'interferon-α2b',
  'caplacizumab',
];

/** What titles look like; `#` is a disease, `@` a drug, `%` a number. */
const TITLES = [
  '#: a case report and review of the literature',
  '# in a patient with end-stage renal disease',
  'Treatment of # with @',
  'Efficacy and safety of @ in #: a randomised, double-blind, placebo-controlled trial',
  'Is @ effective in #? A systematic review and meta-analysis',
  'What causes #?',
  'Case %-2018: a 5%-year-old man with #',
  'The 2016 revised criteria for #: report of an international working group',
  '# and @: 10 years’ experience (2003–2012)',
  'Outcome of #. Part II: long-term follow-up of %4 patients',
  '@ vs. placebo for # in adults',
  'Reply to: “#, revisited”',
  'Hazards of @',
  '# in the U.S. veterans: 1990 to 2004',
  '[# after renal transplantation]',
  'Histology of #—lessons from the autopsy',
  'Effect of @ (5 mg/kg, every 2 weeks) on #',
  'Early-onset #; a new phenotype?',
  'Editorial: #',
  '“To treat or not to treat”: @ for #',
  'RETRACTED: @ improves survival in #',
  'In vitro activity of @ against isolates from #, New York, 2019',
  'Pathogenesis of #',
  'Loss-of-function variants in CFH, CFI and CD46 in #',
  '# among health-care workers. A cohort study',
  'A 12-week study of @',
] as const;
const TITRES = [
  '# : à propos d’un cas et revue de la littérature',
  'Traitement de la # : recommandations de 2017',
  'Une cause rare d’insuffisance rénale aiguë : la #',
  '# et grossesse. À propos de %0 observations',
  'Faut-il traiter toutes les formes de # ?',
  'L’observation du mois : # révélée par une hématurie',
] as const;
const PUBLISHERS = [
  ['Elsevier', 'Philadelphia'],
  ['Oxford University Press', 'Oxford'],
  ['Masson', 'Paris'],
  ['McGraw-Hill Education', 'New York'],
  ['Springer', 'Berlin'],
] as const;

interface Journal {
  readonly title: string;
  readonly short: string;
  readonly isFrench: boolean;
}

const journals = JOURNALS.split(';').map((line): Journal => {
  const [title = '', short = '', language] = line.split('|');
  return { title, short, isFrench: language === 'fr' };
});
const names = NAMES.split(';').map((line): CslName => {
  const parts = line.split('|');
  const isParticle = /^(?:van der|de la|von|de)$/.test(parts[0] ?? '');
  const [particle, family = '', given = '', , suffix] = isParticle ? parts : ['', ...parts];
  return {
    family,
    given,
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(suffix ? { suffix } : {}),
  };
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function* made(): Generator<CslItem> {
  const pick = sequence(11);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const seen = new Set<string>();
  for (let number = 0; ; number++) {
    const id = `work-${number}`;
    const journal = of(journals);
    const pattern = journal.isFrench ? of(TITRES) : of(TITLES);
    const disease = of(journal.isFrench ? MALADIES : DISEASES);
    const title = capital(
      pattern
        .replace('#', disease)
        .replace('@', of(DRUGS))
        .replace('%', String(1 + pick(9))),
    ).replace(/^\[(.)/, (_, letter: string) => `[${letter.toUpperCase()}`);
    if (seen.has(title)) continue;
    seen.add(title);
    const count = [1, 2, 3, 3, 4, 6, 7, 12][pick(8)] as number;
    const from = pick(names.length);
    const people = Array.from({ length: count }, (_, at) => names[(from + at * 7) % names.length] as CslName);
    const author =
      pick(16) === 0 ? [{ literal: of(GROUPS) }] : pick(20) === 0 ? [...people, { literal: of(GROUPS) }] : people;
    const year = 1968 + pick(58);
    const common = {
      id,
      title,
      author,
      issued: { 'date-parts': [[year, 1 + pick(12), 1 + pick(28)].slice(0, 1 + pick(3))] },
    };
    const [publisher, place] = of(PUBLISHERS);
    const doi = `10.${1000 + pick(8000)}/${of(['j.ekir', 'S0140-6736', 'NEJMoa', 'jamadermatol', 's13256'])}.${year}.${String(pick(99999)).padStart(5, '0')}`;
    const kind = pick(20);
    if (kind === 0)
      yield {
        ...common,
        type: 'book',
        publisher,
        'publisher-place': place,
        ...(pick(2) ? { edition: String(2 + pick(6)) } : {}),
      };
    else if (kind === 1) {
      const first = 1 + pick(900);
      yield {
        ...common,
        type: 'chapter',
        'container-title': of([
          'Brenner and Rector’s The Kidney',
          'Fitzpatrick’s Dermatology',
          'Harrison’s Principles of Internal Medicine',
          'Traité de néphrologie',
        ]),
        editor: [names[(from + 3) % names.length] as CslName, names[(from + 5) % names.length] as CslName],
        publisher,
        'publisher-place': place,
        page: `${first}-${first + 1 + pick(30)}`,
      };
    } else if (kind === 2 && pick(2) === 0)
      yield {
        ...common,
        type: 'webpage',
        URL: `https://www.who.int/publications/${number}`,
        accessed: { 'date-parts': [[2024, 5, 3]] },
      };
    else if (kind === 2)
      yield { ...common, type: 'thesis', genre: 'Thèse de médecine', publisher: 'Université Paris Cité' };
    else {
      const first = 1 + pick(2400);
      const page = [
        `${first}-${first + 1 + pick(14)}`,
        `${first}-${first + 1 + pick(14)}`,
        `${first}-${first + 1 + pick(14)}`,
        `${first}-${first + 1 + pick(14)}`,
        `e${10000 + pick(90000)}`,
        `S${first}-S${first + 5}`,
        String(first),
        `${first}.e1-${first}.e7`,
        `CD0${10000 + pick(8000)}`,
        `bcr20${10 + pick(9)}${100000 + pick(99999)}`,
      ][pick(10)] as string;
      const volume = pick(25) === 0 ? `${1 + pick(90)} Suppl 1` : String(1 + pick(390));
      yield {
        ...common,
        type: 'article-journal',
        'container-title': journal.title,
        'container-title-short': journal.short,
        ...(pick(20) === 0 ? {} : { volume }),
        ...(pick(5) === 0
          ? {}
          : { issue: [String(1 + pick(24)), '1-2', 'Suppl 2', '3 Pt 1'][pick(20) < 17 ? 0 : 1 + pick(3)] as string }),
        ...(pick(20) === 0 ? {} : { page }),
        ...(pick(5) < 2 ? {} : { DOI: doi }),
      };
    }
  }
}

/** So many works, the same each time. */
export function works(count: number): readonly CslItem[] {
  const all: CslItem[] = [];
  for (const work of made()) {
    all.push(work);
    if (all.length === count) break;
  }
  return all;
}
