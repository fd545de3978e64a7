/**
 * Which note of a returned file is which of ours. Word keeps the bookmark by which a note is known and Zotero its field; LibreOffice
 * loses bookmarks in notes, so that there a note is known by what it says, or by standing between two that are.
 */
import { lettersOf } from '../manuscript/letters.ts';
import type { Manuscript } from '../manuscript/types.ts';
import { noteCalls } from '../manuscript/walk.ts';
import { commonOf } from './diff.ts';
import type { ReturnedBlock, ReturnedDocument, ReturnedNote, ReturnedParagraph, ReturnedPiece } from './returned.ts';
import { evenSpaces } from './spaces.ts';

/** What the key of a piece begins with that calls a note; no element's does. */
export const CALL = 'note ';

/** A file whose calls of our notes are elements of the text, and what its notes say beside that. */
export interface Called {
  readonly returned: ReturnedDocument;
  /** Of our notes: what was sent, and what was written into them. */
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  /** Text of notes that are not ours, in the order of the file. */
  readonly foreign: readonly string[];
}

interface Sent {
  readonly element: string;
  readonly text: string;
}

const plainly = (text: string): string => evenSpaces(text).trim();

export function withCalls(returned: ReturnedDocument, manuscript: Manuscript): Called {
  const sent = noteCalls(manuscript).map(
    ({ element = '', note }): Sent => ({ element, text: plainly(lettersOf(note.runs)) }),
  );
  const { notes } = returned;
  const ours = paired(sent, notes);
  const known = new Map<string, Pick<ReturnedNote, 'key' | 'cites'>>();
  const changed: { before: string; after: string }[] = [];
  const foreign: string[] = [];
  notes.forEach((note, index) => {
    const pair = ours.get(index);
    const key = note.key ?? pair?.element;
    if (key === undefined) {
      if (note.text !== '') foreign.push(note.text);
      return;
    }
    known.set(note.call, { ...note, key });
    const before = pair?.text ?? sent.find(({ element }) => element === key)?.text ?? '';
    const after = note.key === undefined && plainly(note.text) !== before ? note.text : note.written;
    if (after !== '') changed.push({ before, after });
  });
  return { returned: { ...returned, blocks: returned.blocks.map(block => inBlock(block, known)) }, changed, foreign };
}

/** What was sent as each note that came, by its place. */
function paired(sent: readonly Sent[], notes: readonly ReturnedNote[]): ReadonlyMap<number, Sent> {
  const isOurs = ({ element, text }: Sent, note: ReturnedNote) =>
    note.key === undefined ? plainly(note.text) === text : note.key === element;
  const common = commonOf([...sent.keys()], [...notes.keys()], (a, b) =>
    isOurs(sent[a] as Sent, notes[b] as ReturnedNote),
  );
  const pairs = new Map(common.map(([a, b]) => [b, a] as const));
  const taken = new Set(pairs.values());
  const take = (place: number, one: number) => {
    pairs.set(place, one);
    taken.add(one);
  };
  notes.forEach((note, place) => {
    if (pairs.has(place)) return;
    // Where floats were moved, their notes stand in another order.
    const same = sent.findIndex((one, index) => !taken.has(index) && isOurs(one, note));
    if (same >= 0) take(place, same);
  });
  notes.forEach((note, place) => {
    if (pairs.has(place) || note.key !== undefined) return;
    const [before, after] = [place === 0 ? -1 : pairs.get(place - 1), pairs.get(place + 1) ?? sent.length];
    const isBetween = before !== undefined && after - before === 2 && !taken.has(before + 1);
    if (isBetween && (pairs.has(place + 1) || place + 1 === notes.length)) take(place, before + 1);
  });
  return new Map([...pairs].map(([place, one]) => [place, sent[one] as Sent]));
}

type Known = ReadonlyMap<string, Pick<ReturnedNote, 'key' | 'cites'>>;

function inBlock(block: ReturnedBlock, known: Known): ReturnedBlock {
  if (block.kind === 'paragraph') return { ...block, ...inParagraph(block, known) };
  const rows = block.rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => ({ ...cell, paragraphs: cell.paragraphs.map(one => inParagraph(one, known)) })),
  }));
  return { ...block, rows };
}

function inParagraph(paragraph: ReturnedParagraph, known: Known): ReturnedParagraph {
  if (!paragraph.pieces.some(isCall)) return paragraph;
  const pieces: ReturnedPiece[] = [];
  for (const piece of paragraph.pieces) {
    if (!isCall(piece)) {
      pieces.push(piece);
      continue;
    }
    const note = known.get(piece.key);
    if (note?.key === undefined) continue;
    // The authors that a citation names in its sentence stand in a control before its call.
    const names = pieces.at(-1);
    const isNamed = names?.kind === 'element' && names.key === note.key;
    if (isNamed) pieces.pop();
    pieces.push({
      ...piece,
      key: note.key,
      text: (isNamed ? names.text : '') + piece.text,
      ...(note.cites ? { cites: note.cites } : {}),
    });
  }
  return { ...paragraph, pieces };
}

const isCall = (piece: ReturnedPiece): piece is Extract<ReturnedPiece, { kind: 'element' }> =>
  piece.kind === 'element' && piece.key.startsWith(CALL);
