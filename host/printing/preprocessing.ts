/**
 * The first pass: footnotes are numbered, characters the faces lack are found or cut out to be set another way, and
 * each run is told what it is besides how it looks.
 */

import { DocPreprocessor } from './engine/modules.ts';
import type { LayoutNode, RunNode } from './engine/types.ts';
import { drawingText, printableDrawing } from './file/drawings.ts';
import { composed, piecesAtShiftedSigns } from './paragraphs/characters.ts';

/** Structure elements that stand within a line. */
export const inlineTags: ReadonlySet<string> = new Set(['Reference', 'Quote', 'Span', 'Code', 'BibEntry', 'Lbl']);

/** The target that a note is: `footnote-3`. */
export const footnoteId = (number: number): string => `footnote-${number}`;

/** The target that its mark is, to which the note leads back. */
export const footnoteMarkId = (number: number): string => `footnote-mark-${number}`;

export class Preprocessor extends DocPreprocessor {
  readonly #check: (text: string) => void;
  #footnotes = 0;
  /** Whether a footnote was found so far. */
  hasFootnotes = false;

  /** @param check is given every text that will be printed */
  constructor(check: (text: string) => void) {
    super();
    this.#check = check;
  }

  override preprocessNode(node: unknown, isSectionAllowed?: boolean): LayoutNode {
    if (typeof node === 'string') return super.preprocessNode({ text: node }, isSectionAllowed);
    if (isObject(node) && node.footnote) this.#numberFootnote(node);
    return super.preprocessNode(node, isSectionAllowed);
  }

  #numberFootnote(mark: RunNode): void {
    const { footnote } = mark;
    if (!footnote || mark.linkToDestination !== undefined) return;
    this.hasFootnotes = true;
    footnote.number ??= ++this.#footnotes;
    mark.text = String(footnote.number);
    mark.sup = true;
    mark.linkToDestination = footnoteId(footnote.number);
  }

  override preprocessText(node: LayoutNode): LayoutNode {
    if (Array.isArray(node.text)) {
      node.text = node.text.flatMap(run => this.#pieces(run));
    } else if (typeof node.text === 'string') {
      const pieces = this.#pieces({ text: node.text });
      const only = pieces.length === 1 ? pieces[0] : undefined;
      node.text = typeof only?.text === 'string' && !only._actualText ? only.text : pieces;
    }
    const done = super.preprocessText(node);
    giveRole(done);
    return done;
  }

  /**
   * A run as the runs it is set as: nested ones lifted out with what they inherit, and cut where a sign has to be set
   * another way. Their text is composed and checked. Pieces of one link or quotation share its role.
   */
  #pieces(run: RunNode | string, inherited: RunNode = {}): RunNode[] {
    const own: RunNode = typeof run === 'string' ? { text: run } : run;
    if (own.footnote) this.#numberFootnote(own);
    const node: RunNode = { ...inherited, ...own };
    if (saysWhatItIs(own)) delete node._role;
    giveRole(node);

    const { id, text, ...rest } = node;
    const named = (piece: RunNode, index: number): RunNode =>
      index === 0 && id !== undefined ? { ...piece, id } : piece;
    if (Array.isArray(text)) return text.flatMap(nested => this.#pieces(nested, rest)).map(named);
    if (text === undefined) return [node];
    const whole = composed(text);
    this.#check(whole);
    const pieces = piecesAtShiftedSigns(whole);
    if (!pieces) return [{ ...node, text: whole }];
    return pieces
      .map(piece => ({
        ...rest,
        text: piece.text,
        ...('shift' in piece ? { [piece.shift]: true, _actualText: piece.actual } : {}),
      }))
      .map(named);
  }

  override preprocessSVG(node: LayoutNode): LayoutNode {
    if (node.svg !== undefined) {
      this.#check(drawingText(node.svg));
      node.svg = printableDrawing(node.svg);
    }
    return super.preprocessSVG(node);
  }
}

/** Notes what a run is: pdfmake copies to its words only looks. */
function giveRole(node: RunNode): void {
  if (node._role || !saysWhatItIs(node)) return;
  const isLink = Boolean(node.link || node.linkToDestination);
  node._role = { tag: node.tag, isLink, lang: node.lang, footnote: node.footnote };
}

function saysWhatItIs(node: RunNode): boolean {
  const isTagged = node.tag !== undefined && inlineTags.has(node.tag);
  return Boolean(isTagged || node.link || node.linkToDestination || node.footnote || node.lang);
}

function isObject(value: unknown): value is LayoutNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
