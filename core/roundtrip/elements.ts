/** Citations, mentions and values as they come back: the report's own, copies of them, and citations that co-authors added. */
import { nodesOf } from '../report/parts.ts';
import type { CaseReport, Reference } from '../report/types.ts';
import { type Atom, inlinesOf, lettersAsAtoms } from './atoms.ts';
import { incomingCitation } from './incoming.ts';
import { elementKey, isMade, type MadeElement } from './keys.ts';
import type { ReturnedCell, ReturnedParagraph, ReturnedPiece } from './returned.ts';
import { type Step, trailOf } from './trail.ts';

/** The report's elements; those that come are added while the file is compared. */
export class Elements {
  /** Nodes by the key of their atoms. */
  readonly byKey: Record<string, MadeElement> = {};
  /** References that come with a citation which a co-author added, by the key of its atom. */
  readonly brings: Record<string, readonly Reference[]> = {};
  private readonly report: CaseReport;
  private readonly nextId: () => string;

  /** `nextId` gives the id of the next change, by which copies are told from what they are copied from. */
  constructor(report: CaseReport, nextId: () => string) {
    this.report = report;
    this.nextId = nextId;
    for (const part of report.parts)
      for (const node of nodesOf(part)) if (isMade(node)) this.byKey[elementKey(node)] ??= node;
  }

  /** A paragraph in which live citations that a co-author gave other references are others than ours. */
  told(paragraph: ReturnedParagraph): ReturnedParagraph {
    const pieces = paragraph.pieces.map((piece): ReturnedPiece => {
      const ours = piece.kind === 'element' ? this.byKey[piece.key] : undefined;
      if (piece.kind !== 'element' || !piece.cites || ours?.type !== 'citation') return piece;
      const { items } = incomingCitation(piece.key, piece.cites, this.report).citation;
      const said = (list: typeof items) =>
        list.map(({ reference, locator = '' }) => `${reference} ${locator}`).join('\n');
      return said(items) === said(ours.items) ? piece : { ...piece, key: `${piece.key}-edited` };
    });
    return { ...paragraph, pieces };
  }

  /** A citation that came, among the steps of its text: the report's own one moved, a copy of it, or a new one of a co-author's. */
  arriving(atom: Atom, steps: readonly Step[]): Atom {
    if (atom.kind !== 'element') return atom;
    const ours = this.byKey[atom.key];
    if (ours) {
      const stays =
        ours.type === 'citation' && steps.some(step => step.state === 'kept' && sameElement(step.atom, atom));
      if (!stays || ours.type !== 'citation') return atom;
      const id = `${ours.id}-${this.nextId()}`;
      const key = `${atom.key}-${this.nextId()}`;
      this.byKey[key] = { ...ours, id };
      return { ...atom, key };
    }
    if (!atom.cites) return atom;
    const { citation, brings } = incomingCitation(atom.key, atom.cites, this.report);
    this.byKey[atom.key] = citation;
    this.brings[atom.key] = brings;
    return atom;
  }

  /** A text of which the report has nothing, as it stands with every tracked change made. */
  freshAtoms(paragraph: ReturnedParagraph): readonly Atom[] {
    const steps = trailOf([], [this.told(paragraph)]);
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

const sameElement = (a: Atom, b: Atom) => a.kind === 'element' && b.kind === 'element' && a.key === b.key;
