/** Files of several formats put together: where one format ends and another begins, told by how entries of each begin. */
import type { Reference } from '../report/types.ts';
import type { EntriesRead, LineOf } from './types.ts';

/** What stands at the start of a line and can be nothing but an entry's first line, by the format's id. */
const BEGINNINGS: readonly (readonly [id: string, sign: string, pattern: string])[] = [
  ['ris', 'TY  - ', 'TY {2}- ?[A-Z]{3,7}[ \\t]*(?=[\\r\\n])'],
  ['nbib', 'PMID- ', 'PMID- ?\\d{1,8}[ \\t]*(?=[\\r\\n])'],
  ['enw', '%0 ', '%0 [A-Z][A-Za-z ]+[ \\t]*(?=[\\r\\n]+%)'],
  [
    'refworks',
    'RT ',
    'RT (?:Journal|Book|Conference|Dissertation|Thesis|Report|Generic|Web|Magazine|Newspaper|Monograph)[A-Za-z,/ ]*(?=[\\r\\n]+[A-Z][A-Z0-9] )',
  ],
  ['wos', 'PT ', 'PT [JBSPCK][ \\t]*(?=[\\r\\n]+[A-Z][A-Z0-9] )'],
  ['ovid', '<', '<\\d+\\. >[ \\t]*[\\r\\n]+VN {1,2}- Ovid'],
  ['bibtex', '@', '@[a-zA-Z]{3,20}\\s*\\{\\s*[^\\s,{}"=]+\\s*,'],
];

/** Formats that share one way of beginning entries, and so may stand in one file without being mixed. */
const SAME: Readonly<Record<string, string>> = { biblatex: 'bibtex' };

/**
 * A text of several formats as one text a format, in which of the others' parts only the ends of lines are left, so that every
 * entry stays on its line; null where the whole is of the format it was taken for. Rests between stretches of a long text.
 */
export function* byFormat(text: string, format: string): Generator<0, ReadonlyMap<string, string> | null, void> {
  const own = SAME[format] ?? format;
  if (!BEGINNINGS.some(([id]) => id === own)) return null;
  const others: (typeof BEGINNINGS)[number][] = [];
  for (const each of BEGINNINGS) if (each[0] !== own && (yield* hasLine(text, each[1]))) others.push(each);
  if (!others.some(([, , pattern]) => new RegExp(`(?:^|[\\r\\n])${pattern}`).test(text))) return null;
  const kinds = BEGINNINGS.filter(entry => entry[0] === own || others.includes(entry));
  const beginning = new RegExp(`(?<=^|[\\r\\n])(?:${kinds.map(([, , pattern]) => `(${pattern})`).join('|')})`, 'g');
  const pieces = new Map<string, string[]>([[own, []]]);
  let current = own;
  let from = 0;
  const close = (to: number) => {
    const part = text.slice(from, to);
    const blank = part.replace(/[^\r\n]+/g, '');
    if (!pieces.has(current)) pieces.set(current, [text.slice(0, from).replace(/[^\r\n]+/g, '')]);
    for (const [id, written] of pieces) written.push(id === current ? part : blank);
    from = to;
  };
  for (const match of text.matchAll(beginning)) {
    const id = (kinds[match.slice(1).findIndex(group => group !== undefined)] as (typeof kinds)[number])[0];
    if (id === current) continue;
    close(match.index);
    current = id;
  }
  close(text.length);
  return pieces.size < 2
    ? null
    : new Map([...pieces].map(([id, written]) => [id === own ? format : id, written.join('')]));
}

/** Letters that are searched without a rest: a few milliseconds. */
const STRETCH = 4_000_000;

/** Whether a line of a text begins with a sign. */
function* hasLine(text: string, sign: string): Generator<0, boolean, void> {
  if (text.startsWith(sign)) return true;
  for (let from = 0; from < text.length; from += STRETCH) {
    const stretch = text.slice(from, from + STRETCH + sign.length);
    if (stretch.includes(`\n${sign}`) || (stretch.includes('\r') && stretch.includes(`\r${sign}`))) return true;
    if (from + STRETCH < text.length) yield 0;
  }
  return false;
}

/** What was read of one file by several readers, as of one: in the order of the readers, with no id twice. */
export function together(parts: readonly EntriesRead[]): EntriesRead {
  const used = new Map<string, number>();
  const own = (reference: Reference): Reference => {
    const wanted = reference.id;
    let n = used.get(wanted);
    used.set(wanted, n ?? 2);
    if (n === undefined) return reference;
    let id = '';
    do id = `${wanted}-${n++}`;
    while (used.has(id));
    used.set(wanted, n);
    used.set(id, 2);
    return { ...reference, id, item: { ...reference.item, id } };
  };
  return {
    references: parts.flatMap(({ references }) => references.map(own)),
    problems: parts.flatMap(({ problems }) => problems).sort((a, b) => a.line - b.line),
    lineOf: linesOf(parts),
  };
}

const linesOf =
  (parts: readonly EntriesRead[]): LineOf =>
  (index, text) => {
    let left = index;
    for (const { references, lineOf } of parts) {
      if (left < references.length) return lineOf(left, text);
      left -= references.length;
    }
    return 1;
  };
