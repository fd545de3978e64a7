/**
 * White space and punctuation around citations. The author writes "rare @." whatever the style is; what stands between the
 * word, the call and the stop follows from the style, so that changing the template changes no text.
 */
import type { Inline } from '../report/document.ts';
import { isText } from '../report/parts.ts';
import type { Language } from '../report/types.ts';
import type { CitationRules } from '../template/types.ts';
import type { Run } from './types.ts';

/** An inline node and its runs, before they are joined. */
export interface Piece {
  readonly node: Inline;
  readonly runs: readonly Run[];
}

const isCitation = (piece: Piece | undefined) =>
  piece !== undefined && !isText(piece.node) && piece.node.type === 'citation';

const RAISED_COMMA: Piece = { node: { text: ',' }, runs: [{ text: ',', sup: true }] };

const BETWEEN: Piece = { node: { text: ' ' }, runs: [{ text: ' ' }] };

const lastLetter = (piece: Piece | undefined) => piece?.runs.at(-1)?.text.at(-1) ?? '';

const needsSpace = (before: Piece | undefined) => /[\p{L}\p{N}\p{M}.,;:!?%»”"’')\]]/u.test(lastLetter(before));

/** The piece with its last or first run rewritten. */
function edited(piece: Piece, at: 'first' | 'last', edit: (text: string) => string): Piece {
  const index = at === 'first' ? 0 : piece.runs.length - 1;
  return { ...piece, runs: piece.runs.map((run, n) => (n === index ? { ...run, text: edit(run.text) } : run)) };
}

/** Whether a call's authors stand before it: it then follows them, and what is before them is left as it is. */
const isNamed = (piece: Piece) => isCitation(piece) && piece.runs[0]?.citation === undefined;

/** A raised call of so many letters ("3(p. 12)") stays on one line. */
const SHORT_CALL = 20;

/** A raised call with its spaces no-break where it is short. */
function keptTogether(call: Piece): Piece {
  const runs = call.runs.filter(run => run.citation !== undefined);
  if (runs.reduce((sum, { text }) => sum + text.length, 0) > SHORT_CALL) return call;
  return {
    ...call,
    runs: call.runs.map(run =>
      run.citation === undefined ? run : { ...run, text: run.text.replaceAll(' ', '\u00a0') },
    ),
  };
}

/** White space between two calls, or between a word and its call. */
const SPACE = /[ \u00a0\u202f]+$/u;

const isSpace = ({ node }: Piece) => isText(node) && node.text.replace(SPACE, '') === '';

/** How calls stand: as a template's citations do, or as the calls of notes. */
export type CallKind = CitationRules['kind'] | 'note';

/** What a raised call follows in English though it was written after it. */
const STOPS = { superscript: /^[.,](?!\d)/, note: /^(?:[.,](?!\d)|[;:!?…])+[”’"»]?/u } as const;

/**
 * Raised numbers follow the word without a space, in English after a comma or full stop where they cite by number (AMA Manual of
 * Style, 11th ed., 3.6), after any punctuation and the quotation mark behind it where they call a note (The Chicago Manual of Style,
 * 17th ed., 14.26; OSCOLA, 4th ed., 1.1), and before any punctuation in French (Imprimerie nationale, Lexique des règles
 * typographiques, 2002); calls side by side are parted by a raised comma. A stop after authors named in the sentence
 * stands between them and their number: it is part of the call there, and one with the point of "et al.".
 */
function raised(pieces: readonly Piece[], kind: keyof typeof STOPS, language: Language): readonly Piece[] {
  const out: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const own = pieces[index] as Piece;
    if (!isCitation(own)) {
      out.push(own);
      index++;
      continue;
    }
    const piece = keptTogether(own);
    const hasNames = isNamed(piece);
    const calls: Piece[] = [hasNames ? edited(piece, 'first', text => text.replace(SPACE, '')) : piece];
    index++;
    for (let ahead = index; ahead < pieces.length; ahead++) {
      const next = pieces[ahead] as Piece;
      if (isNamed(next)) break;
      if (isCitation(next)) {
        calls.push(RAISED_COMMA, keptTogether(next));
        index = ahead + 1;
      } else if (!isSpace(next)) break;
    }
    const before = out.at(-1);
    if (hasNames && needsSpace(before)) out.push(BETWEEN);
    else if (before && isText(before.node) && !hasNames)
      out[out.length - 1] = edited(before, 'last', text => text.replace(SPACE, ''));
    const after = pieces[index];
    const stop = language === 'en' && after && isText(after.node) ? STOPS[kind].exec(after.node.text)?.[0] : undefined;
    if (after && stop !== undefined) {
      if (hasNames)
        calls[0] = edited(calls[0] as Piece, 'first', names =>
          stop === '.' && names.endsWith('.') ? names : names + stop,
        );
      else out.push({ node: after.node, runs: after.runs.map(run => ({ ...run, text: stop })) });
      out.push(
        ...calls,
        edited(after, 'first', text => text.slice(stop.length)),
      );
      index++;
    } else out.push(...calls);
  }
  return out;
}

/** Brackets and names stand a space away from the word or call before them. */
function onTheLine(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) =>
    isCitation(piece) && needsSpace(pieces[index - 1]) ? [BETWEEN, piece] : [piece],
  );
}

/** The pieces of a paragraph with the space and punctuation that the style of citations wants. */
export function punctuated(pieces: readonly Piece[], kind: CallKind, language: Language): readonly Piece[] {
  if (!pieces.some(isCitation)) return pieces;
  // Between voids the editor keeps texts without letters.
  const printed = pieces.filter(({ runs }) => runs.some(run => run.text !== ''));
  return kind === 'superscript' || kind === 'note' ? raised(printed, kind, language) : onTheLine(printed);
}
