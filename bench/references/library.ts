/** Libraries as benchmarks need them: as many entries as wanted, the same at every run, with what real exports hold. */

/** Numbers that look random and never change (Numerical Recipes' linear congruential generator). */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const FAMILIES = [
  'Nigwekar',
  'M{\\"u}ller',
  'de la Cruz',
  'Lef{\\`e}vre',
  "O'Brien",
  'van der Berg',
  'Smith',
  "Garc{\\'i}a",
];
const PLAIN = ['Nigwekar', 'Müller', 'de la Cruz', 'Lefèvre', "O'Brien", 'van der Berg', 'Smith', 'García'];
const GIVEN = ['Sagar U.', 'Anna', 'Jean-Luc', 'M. K.', 'Zo{\\"e}', 'Peter J', 'Li', 'H'];
const WORDS =
  'calciphylaxis in a patient with chronic kidney disease treated by sodium thiosulfate after early diagnosis and wound care'.split(
    ' ',
  );
const JOURNALS = ['Kidney International', 'The Lancet', 'BMJ Case Reports', 'American Journal of Kidney Diseases'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Made {
  readonly number: number;
  readonly names: readonly (readonly [family: number, given: number])[];
  readonly title: string;
  readonly abstract: string;
  readonly journal: string;
  readonly year: number;
  readonly month: number;
  readonly volume: number;
  readonly page: number;
}

function* made(count: number): Generator<Made> {
  const pick = sequence(7);
  const words = (length: number) => Array.from({ length }, () => WORDS[pick(WORDS.length)]).join(' ');
  for (let number = 0; number < count; number++) {
    yield {
      number,
      names: Array.from({ length: 1 + pick(6) }, () => [pick(8), pick(8)] as const),
      title: words(6 + pick(8)),
      abstract: pick(3) > 0 ? words(150 + pick(100)) : '',
      journal: JOURNALS[pick(4)] as string,
      year: 1970 + pick(56),
      month: pick(12),
      volume: 1 + pick(400),
      page: 1 + pick(2000),
    };
  }
}

/** BibTeX as reference managers export it: braces, LaTeX accents, months by macro, an abstract of 150 to 250 words in two entries of three. */
export function bibtexLibrary(count: number): string {
  const entries: string[] = [];
  for (const entry of made(count)) {
    const authors = entry.names.map(([family, given]) => `${FAMILIES[family]}, ${GIVEN[given]}`).join(' and ');
    entries.push(`@article{key${entry.number},
  author = {${authors}},
  title = {{Calciphylaxis}: ${entry.title}},
  journal = {${entry.journal}},
  year = {${entry.year}},
  month = ${MONTHS[entry.month]},
  volume = {${entry.volume}},
  number = {${1 + entry.month}},
  pages = {${entry.page}--${entry.page + 9}},
  doi = {10.1000/test.${entry.number}},
  issn = {0028-4793},${entry.abstract === '' ? '' : `\n  abstract = {${entry.abstract}},`}
  keywords = {kidney, skin, thiosulfate},
}
`);
  }
  return entries.join('\n');
}

/** The same entries in RIS. */
export function risLibrary(count: number): string {
  const entries: string[] = [];
  for (const entry of made(count)) {
    const authors = entry.names.map(([family, given]) => `AU  - ${PLAIN[family]}, ${GIVEN[given]}\n`).join('');
    entries.push(`TY  - JOUR
${authors}TI  - Calciphylaxis: ${entry.title}
JO  - ${entry.journal}
PY  - ${entry.year}
DA  - ${entry.year}/${String(entry.month + 1).padStart(2, '0')}/15
VL  - ${entry.volume}
IS  - ${1 + entry.month}
SP  - ${entry.page}
EP  - ${entry.page + 9}
DO  - 10.1000/test.${entry.number}
SN  - 0028-4793
${entry.abstract === '' ? '' : `AB  - ${entry.abstract}\n`}KW  - kidney
KW  - skin
KW  - thiosulfate
ER  - 
`);
  }
  return entries.join('\n');
}
