/** Citations, mentions and values as they come back: the report's own, copies of them, and citations that co-authors added. */
import type { Citation } from '../report/document.ts';
import { nodesOf } from '../report/parts.ts';
import type { CaseReport, Reference } from '../report/types.ts';
import { type Atom, type ElementAtom, inlinesOf, lettersAsAtoms } from './atoms.ts';
import { incomingCitation } from './incoming.ts';
import { elementKey, isMade, type MadeElement } from './keys.ts';
import type { LiveItem, ReturnedCell, ReturnedDocument, ReturnedParagraph, ReturnedPiece } from './returned.ts';
import { type Step, trailOf } from './trail.ts';

/** Ends the key of a citation of ours that a co-author gave other references. */
const EDITED = '-edited';

/** The report's elements; those that come are added while the file is compared. */
export class Elements {
  /** Nodes by the key of their atoms. */
  readonly byKey: Record<string, MadeElement> = {};
  /** References that come with a citation which a co-author added, by the key of its atom. */
  readonly brings: Record<string, readonly Reference[]> = {};
  private readonly report: CaseReport;
  /** How often each element stands in the file with every tracked change made. */
  private readonly standing: ReadonlyMap<string, number>;
  /** Ids of citations that are given. */
  private readonly ids = new Set<string>();
  /** Keys of atoms that arrived. */
  private readonly arrived = new Set<string>();

  constructor(report: CaseReport, returned: ReturnedDocument) {
    this.report = report;
    this.standing = standingIn(returned);
    for (const part of report.parts)
      for (const node of nodesOf(part)) {
        if (!isMade(node)) continue;
        this.byKey[elementKey(node)] ??= node;
        if (node.type === 'citation') this.ids.add(node.id);
      }
  }

  /** One text as it was printed beside the paragraphs that came for it. */
  trail(printed: readonly Atom[], paragraphs: readonly ReturnedParagraph[]): readonly Step[] {
    return trailOf(
      printed,
      this.known(
        printed,
        paragraphs.map(paragraph => this.told(paragraph)),
      ),
    );
  }

  /** A paragraph in which live citations that a co-author gave other references are others than ours. */
  private told(paragraph: ReturnedParagraph): ReturnedParagraph {
    const pieces = paragraph.pieces.map((piece): ReturnedPiece => {
      if (piece.kind !== 'element' || !piece.cites || this.byKey[piece.key]?.type !== 'citation') return piece;
      return this.cites(piece.key, piece.cites) ? piece : { ...piece, key: `${piece.key}${EDITED}` };
    });
    return { ...paragraph, pieces };
  }

  /** Live citations under another name that cite what one of ours does, which did not come, are that one. */
  private known(printed: readonly Atom[], paragraphs: readonly ReturnedParagraph[]): readonly ReturnedParagraph[] {
    const came = new Set(
      paragraphs.flatMap(({ pieces }) => pieces.flatMap(one => (one.kind === 'element' ? one.key : []))),
    );
    const ours = new Set(printed.flatMap(atom => (atom.kind === 'element' ? atom.key : [])));
    const missing = new Set([...ours].filter(key => !came.has(key)));
    if (missing.size === 0) return paragraphs;
    const named = (piece: ReturnedPiece): ReturnedPiece => {
      if (piece.kind !== 'element' || !piece.cites || ours.has(piece.key)) return piece;
      const { cites } = piece;
      const key = [...missing].find(one => this.cites(one, cites));
      if (key === undefined) return piece;
      missing.delete(key);
      return { ...piece, key };
    };
    return paragraphs.map(paragraph => ({ ...paragraph, pieces: paragraph.pieces.map(named) }));
  }

  /** Whether a citation of the report cites just that. */
  private cites(key: string, cites: readonly LiveItem[]): boolean {
    const ours = this.byKey[key];
    if (ours?.type !== 'citation') return false;
    const { items } = incomingCitation(key, cites, this.report).citation;
    // Whether a call leaves out the authors that its sentence names is the style's affair.
    const said = (all: Citation['items']) =>
      saidOf(ours.narrative ? all.map(({ suppressAuthor: _, ...item }) => item) : all);
    return said(items) === said(ours.items);
  }

  /**
   * An atom that came, among the steps of its text. A citation stands once: the report's own is itself where it was moved, all
   * others are copies with an id of their own.
   */
  arriving(atom: Atom, steps: readonly Step[]): Atom {
    if (atom.kind !== 'element') return atom;
    const ours = this.byKey[atom.key];
    if (ours && ours.type !== 'citation') return atom;
    const isFirst = !this.arrived.has(atom.key);
    this.arrived.add(atom.key);
    if (!ours) return atom.cites ? this.added(atom, atom.cites) : atom;
    const stands = (state: Step['state']) => steps.some(step => step.state === state && sameElement(step.atom, atom));
    const isMoved = isFirst && !stands('kept') && (stands('gone') || (this.standing.get(atom.key) ?? 0) <= 1);
    return isMoved ? atom : this.copied(atom, ours);
  }

  /** A citation of a co-author's own. */
  private added(atom: ElementAtom, cites: readonly LiveItem[]): Atom {
    const { citation, brings } = incomingCitation(this.freeId(atom.key), cites, this.report);
    const ours = this.byKey[atom.key.replace(EDITED, '')];
    const isNamed = atom.key.endsWith(EDITED) && ours?.type === 'citation' && ours.narrative;
    this.ids.add(citation.id);
    this.byKey[atom.key] = isNamed ? { ...citation, narrative: true } : citation;
    this.brings[atom.key] = brings;
    return atom;
  }

  private copied(atom: ElementAtom, ours: Citation): Atom {
    const id = this.freeId(ours.id);
    this.ids.add(id);
    const key = `${atom.key}-${id}`;
    this.byKey[key] = { ...ours, id };
    this.brings[key] = this.brings[atom.key] ?? [];
    return { ...atom, key };
  }

  private freeId(id: string): string {
    if (!this.ids.has(id)) return id;
    let number = 2;
    while (this.ids.has(`${id}-${number}`)) number++;
    return `${id}-${number}`;
  }

  /** A text of which the report has nothing, as it stands with every tracked change made. */
  freshAtoms(paragraph: ReturnedParagraph): readonly Atom[] {
    const steps = this.trail([], [paragraph]);
    return steps.flatMap(step => (step.state === 'new' ? [this.arriving(step.atom, steps)] : []));
  }

  /** A cell of which the report has nothing; its paragraphs are lines. */
  cellAtoms({ paragraphs }: ReturnedCell): readonly Atom[] {
    return paragraphs.flatMap((paragraph, index): readonly Atom[] => [
      ...(index === 0 ? [] : lettersAsAtoms('\n', '')),
      ...this.freshAtoms(paragraph),
    ]);
  }

  /** See `inlinesOf`, with the elements known here. */
  inlinesOf(atoms: readonly Atom[]): ReturnType<typeof inlinesOf> {
    return inlinesOf(atoms, key => this.byKey[key]);
  }
}

const saidOf = (items: Citation['items']): string =>
  JSON.stringify(
    items.map(({ reference, locator = '', label = 'page', prefix = '', suffix = '', suppressAuthor = false }) => [
      reference,
      locator,
      locator === '' ? '' : label,
      prefix.trim(),
      suffix.trim(),
      suppressAuthor,
    ]),
  );

const sameElement = (a: Atom, b: Atom) => a.kind === 'element' && b.kind === 'element' && a.key === b.key;

function standingIn({ blocks }: ReturnedDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const paragraphs = blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap(cell => cell.paragraphs)),
  );
  for (const { pieces } of paragraphs)
    for (const piece of pieces)
      if (piece.kind === 'element' && piece.change?.state !== 'deleted')
        counts.set(piece.key, (counts.get(piece.key) ?? 0) + 1);
  return counts;
}
