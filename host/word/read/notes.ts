/** Footnotes and endnotes of a returned file, with the citation that each holds where the file says so. */
import { noteOfBookmark } from '../../../core/roundtrip/anchors.ts';
import { CALL } from '../../../core/roundtrip/note-calls.ts';
import type { LiveItem, ReturnedNote, ReturnedPiece } from '../../../core/roundtrip/returned.ts';
import { textOf } from '../../../core/roundtrip/said.ts';
import { type BodyContext, readBody } from './body.ts';
import type { Element } from './xml.ts';

/** The key of a note's call, by the element that refers to it ("w:footnoteReference") and its id. */
export const callKey = (name: string, id: string): string => `${CALL}${name} ${id}`;

/** The notes of a part, `kind` "footnote" or "endnote". */
export function readNotes(root: Element | null, kind: string, context: BodyContext): readonly ReturnedNote[] {
  return (
    (root?.children ?? [])
      // Those that separate notes from the text are of kinds of their own.
      .filter(({ name, attributes }) => name === `w:${kind}` && attributes['w:type'] === undefined)
      .map(note => noteFrom(note, callKey(`w:${kind}Reference`, note.attributes['w:id'] ?? ''), context))
  );
}

function noteFrom(note: Element, call: string, context: BodyContext): ReturnedNote {
  const paragraphs = readBody(note, context).blocks.flatMap(block => (block.kind === 'paragraph' ? block : []));
  const text = paragraphs
    .map(({ pieces }) => textOf(pieces, 'deleted'))
    .join('\n')
    .trim();
  const pieces = paragraphs.flatMap(paragraph => paragraph.pieces);
  const live = pieces.find(isLive);
  if (live) return { call, text, key: live.key, cites: live.cites, written: besides(pieces) };
  const ours = paragraphs
    .flatMap(({ bookmarks }) => bookmarks.map(name => noteOfBookmark(name, text)))
    .find(known => known !== undefined);
  return ours ? { call, text, key: ours.element, written: ours.isAsSent ? '' : text } : { call, text, written: '' };
}

type Live = Extract<ReturnedPiece, { kind: 'element' }> & { readonly cites: readonly LiveItem[] };

const isLive = (piece: ReturnedPiece): piece is Live => piece.kind === 'element' && piece.cites !== undefined;

/** What stands beside a live citation, which Zotero sets anew as it likes; nothing where that is punctuation. */
function besides(pieces: readonly ReturnedPiece[]): string {
  const said = textOf(
    pieces.filter(({ kind }) => kind === 'text'),
    'deleted',
  ).trim();
  return /[\p{L}\p{N}]/u.test(said) ? said : '';
}
