/** Footnotes and endnotes of a returned file: those that hold a citation, as a style of notes has them, and what others say. */
import { saysAsSent } from '../../../core/roundtrip/anchors.ts';
import type { LiveItem, ReturnedNote, ReturnedPiece } from '../../../core/roundtrip/returned.ts';
import { textOf } from '../../../core/roundtrip/said.ts';
import { type BodyContext, readBody } from './body.ts';
import { allIn, type Element, paragraphsIn } from './xml.ts';

/** The citation in a note. */
export interface CitedInNote {
  readonly key: string;
  readonly cites?: readonly LiveItem[];
}

export interface Notes {
  /** By the name of the element that refers to the note and its id. */
  readonly cited: ReadonlyMap<string, CitedInNote>;
  readonly citing: readonly ReturnedNote[];
  /** Text of those without a citation. */
  readonly others: readonly string[];
}

/** The notes of a part, `kind` "footnote" or "endnote". */
export function readNotes(root: Element | null, kind: string, context: BodyContext): Notes {
  const cited = new Map<string, CitedInNote>();
  const citing: ReturnedNote[] = [];
  const others: string[] = [];
  for (const note of root?.children ?? []) {
    // Those that separate notes from the text are of kinds of their own.
    if (note.name !== `w:${kind}` || note.attributes['w:type'] !== undefined) continue;
    const pieces = readBody(note, context).blocks.flatMap(block => (block.kind === 'paragraph' ? block.pieces : []));
    const found = pieces.find(isCitation);
    if (found) {
      const { key, cites } = found;
      cited.set(`w:${kind}Reference ${note.attributes['w:id'] ?? ''}`, { key, ...(cites ? { cites } : {}) });
      citing.push({ key, ...saidIn(note, pieces) });
    } else {
      const text = paragraphsIn(note).trim();
      if (text !== '') others.push(text);
    }
  }
  return { cited, citing, others };
}

const isCitation = (piece: ReturnedPiece): piece is Extract<ReturnedPiece, { kind: 'element' }> =>
  piece.kind === 'element' && (piece.cites !== undefined || piece.key.startsWith('c'));

function saidIn(note: Element, pieces: readonly ReturnedPiece[]): Omit<ReturnedNote, 'key'> {
  const text = textOf(pieces, 'deleted').trim();
  const beside = textOf(
    pieces.filter(({ kind }) => kind === 'text'),
    'deleted',
  ).trim();
  const asSent = [...allIn(note, 'w:tag')]
    .map(({ attributes }) => saysAsSent(attributes['w:val'] ?? '', text))
    .find(known => known !== undefined);
  // Zotero sets its own part anew as it likes.
  if (asSent === undefined) return { text, written: /[\p{L}\p{N}]/u.test(beside) ? beside : '' };
  return { text, written: asSent ? '' : text };
}
