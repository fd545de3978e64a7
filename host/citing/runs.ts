/** citeproc's HTML output as runs. It is a small, known dialect: nothing else is interpreted, and no text is lost. */
import type { Run } from '../../core/manuscript/types.ts';

type Marks = Omit<Run, 'text'>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** What the engine prints of a work where the style prints nothing of it; a reader sees a gap to fill. */
const NOTHING = /\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]/g;

/** Whether a cluster's text says that nothing is printed of one of its works. */
export const isNothing = (text: string): boolean => text.search(NOTHING) >= 0;

function decode(text: string): string {
  return text
    .replace(NOTHING, '[?]')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
      return ENTITIES[name] ?? whole;
    });
}

/** The marks a tag adds; a normal style inside an italic one takes it away again. */
function marked(marks: Marks, tag: string, attributes: string): Marks {
  const style = /style="([^"]*)"/.exec(attributes)?.[1] ?? '';
  if (tag === 'i' || tag === 'em') return { ...marks, italic: true };
  if (tag === 'b' || tag === 'strong') return { ...marks, bold: true };
  if (tag === 'sup') return { ...marks, sup: true };
  if (tag === 'sub') return { ...marks, sub: true };
  if (tag !== 'span') return marks;
  if (/font-variant:\s*small-caps/.test(style)) return { ...marks, smallCaps: true };
  if (/text-decoration:\s*underline/.test(style)) return { ...marks, underline: true };
  if (/font-style:\s*normal/.test(style)) return without(marks, 'italic');
  if (/font-weight:\s*normal/.test(style)) return without(marks, 'bold');
  if (/font-variant:\s*normal/.test(style)) return without(marks, 'smallCaps');
  return marks;
}

function without(marks: Marks, name: keyof Marks): Marks {
  const { [name]: _, ...rest } = marks;
  return rest;
}

function sameMarks(a: Marks, b: Marks): boolean {
  const keys = Object.keys(a) as (keyof Marks)[];
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}

/** Adjacent runs printed alike, joined. */
export function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const { text, ...marks } = run;
    if (text === '') continue;
    if (last) {
      const { text: before, ...lastMarks } = last;
      if (sameMarks(marks, lastMarks)) {
        out[out.length - 1] = { ...last, text: before + text };
        continue;
      }
    }
    out.push(run);
  }
  return out;
}

/** Runs of a piece of citeproc's HTML. */
export function runsOf(html: string): readonly Run[] {
  const runs: Run[] = [];
  const open: { tag: string; marks: Marks }[] = [];
  let marks: Marks = {};
  for (const [piece, closing, name, attributes] of html.matchAll(/<(\/?)([a-z]+)([^>]*)>|[^<]+|</gi)) {
    if (name === undefined) {
      runs.push({ text: decode(piece), ...marks });
    } else if (closing) {
      const at = open.findLastIndex(entry => entry.tag === name.toLowerCase());
      if (at >= 0) marks = open.splice(at)[0]?.marks ?? {};
    } else if (!attributes?.endsWith('/')) {
      const tag = name.toLowerCase();
      open.push({ tag, marks });
      marks = marked(marks, tag, attributes ?? '');
    }
  }
  return joined(runs);
}

/** A bibliography entry parted into its label ("1.") and the rest; author–date styles have no label. */
export function entryOf(html: string): { readonly label: string; readonly runs: readonly Run[] } {
  const margin =
    /<div class="csl-left-margin">([\s\S]*?)<\/div>\s*<div class="csl-right-inline">([\s\S]*)<\/div>\s*<\/div>\s*$/.exec(
      html,
    );
  const label = margin?.[1] === undefined ? '' : textOf(margin[1]);
  // Blocks of an entry follow each other on a line.
  const body = (margin?.[2] ?? html.replace(/<\/?div[^>]*>/g, '')).replace(/\s*\n\s*/g, ' ');
  return { label, runs: trimmed(runsOf(body)) };
}

/**
 * The entry of a numeric style that does not set its number in a margin (`1. Smith …` in one piece), parted likewise; any
 * other as it is.
 */
export function withLabelApart(entry: ReturnType<typeof entryOf>): ReturnType<typeof entryOf> {
  const [first, ...others] = entry.runs;
  const number = entry.label === '' && first ? /^[[(]?\d+[\].)]*\s+/.exec(first.text)?.[0] : undefined;
  if (number === undefined || !first) return entry;
  return { label: number.trim(), runs: trimmed([{ ...first, text: first.text.slice(number.length) }, ...others]) };
}

function textOf(html: string): string {
  return runsOf(html)
    .map(run => run.text)
    .join('')
    .trim();
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  const out = [...runs];
  const first = out[0];
  if (first) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.filter(run => run.text !== '');
}
