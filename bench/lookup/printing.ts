/** Bibliographies as people paste them: printed by our own engine, then spoilt as PDFs, web pages and word processors spoil them. */
import { join } from 'node:path';
import type { CslItem } from '../../core/references/csl.ts';
import type { Citation } from '../../core/report/document.ts';
import type { Language } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { createCiting } from '../../host/citing/citing.ts';
import { sequence } from './works.ts';

export const STYLES: readonly { readonly style: string; readonly kind: Template['citations']['kind'] }[] = [
  { style: 'vancouver', kind: 'bracket' },
  { style: 'american-medical-association', kind: 'superscript' },
  { style: 'apa', kind: 'author-date' },
  { style: 'chicago-author-date', kind: 'author-date' },
  { style: 'elsevier-harvard', kind: 'author-date' },
  { style: 'ieee', kind: 'bracket' },
  { style: 'iso690-author-date-fr', kind: 'author-date' },
  { style: 'nature', kind: 'superscript' },
];

/** Each work's entry without its number, by the work's id. */
export function printed(
  items: readonly CslItem[],
  { style, kind }: (typeof STYLES)[number],
  language: Language,
): ReadonlyMap<string, string> {
  const citing = createCiting({ templatesFolder: join(import.meta.dirname, 'nowhere') });
  const references = items.map(item => ({ id: item.id, item }));
  const clusters = items.map(
    ({ id }): Citation => ({ type: 'citation', id: `c-${id}`, items: [{ reference: id }], children: [{ text: '' }] }),
  );
  const { bibliography } = citing.format({
    clusters,
    references,
    template: { id: style, citations: { style, kind } } as Template,
    language,
  });
  return new Map(
    bibliography.map(({ reference, runs }) => [
      reference,
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    ]),
  );
}

const LIGATURES: readonly (readonly [string, string])[] = [
  ['ffi', 'ﬃ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
];

/** Parts a long word as hyphenation does: after the third letter or later. */
function broken(text: string, width: number, pick: (below: number) => number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ /)) {
    if (`${line} ${word}`.length <= width) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    const letters = /^(\p{L}{3,7})(\p{Ll}{3,}[.,;:]?)$/u.exec(word);
    if (letters && pick(2) === 0) {
      lines.push(`${line} ${letters[1]}-`);
      line = letters[2] as string;
      continue;
    }
    const slash = word.startsWith('http') ? word.lastIndexOf('/') + 1 : 0;
    if (slash > 0 && slash < word.length && pick(2) === 0) {
      lines.push(`${line} ${word.slice(0, slash)}`);
      line = word.slice(slash);
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line].join('\n');
}

/** An entry as it may arrive, decided by a number: the same each time. */
export function spoilt(entry: string, seed: number, isBroken = true): string {
  const pick = sequence(seed);
  let text = entry;
  const doi = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?|DOI:?\s)(10\.\S+)/i.exec(text);
  if (doi) {
    const form = [
      'https://doi.org/',
      'doi:',
      'doi: ',
      'DOI: ',
      'http://dx.doi.org/',
      'https://dx.doi.org/',
      'doi.org/',
    ][pick(12)];
    if (form) text = text.replace(doi[0], form + doi[1]);
  }
  if (pick(4) === 0) for (const [plain, ligature] of LIGATURES) text = text.replaceAll(plain, ligature);
  const quotes = pick(7);
  if (quotes < 2) text = text.replace(/[“”]/g, '"').replace(/[’‘]/g, "'");
  else if (quotes < 4) text = text.replace(/'/g, '’');
  const dash = ['-', '—'][pick(12)];
  if (dash) text = text.replace(/(?<=\d)[-–](?=\d)/g, dash);
  if (pick(3) === 0) text = text.replace(/ /g, space => (pick(4) === 0 ? '\u00a0' : space));
  if (pick(5) === 0) text = text.replace(/\.$/, '');
  if (pick(8) === 0)
    text += [
      ' Epub 2018 Mar 3.',
      ' [Epub ahead of print]',
      ' PMID: 29719190.',
      ' PMID: 29719190; PMCID: PMC6084234.',
      ' [PubMed] [Google Scholar]',
      ' [CrossRef]',
    ][pick(6)];
  if (isBroken && pick(3) === 0) text = broken(text, 60 + pick(50), pick);
  return text;
}

/** What stands before an entry in a list. */
export const NUMBERS: readonly ((number: number) => string)[] = [
  number => `${number}. `,
  number => `[${number}] `,
  number => `${number}.\t`,
  number => `(${number}) `,
  number => `${number}) `,
  number => `${number} `,
];
export const MARKS = ['', '', '• ', '- ', '– ', '* '];
