/**
 * A drawing painted once is painted again without being read: what it put onto the page is kept, fonts and opacities by what they
 * mean, since their names differ between documents.
 */
import type { Face } from './faces.ts';

/** Operators as they are; a font of a size; how opaque what is filled and stroked shall be. */
export type DrawnStep =
  | string
  | { readonly face: Face; readonly size: string }
  | { readonly fill: number | null; readonly stroke: number | null };

/** What a drawing puts onto a page, between saving the graphics state, moving to its place, and restoring it. */
export interface Drawn {
  /** Faces in the order in which they are first asked for, which numbers them. */
  readonly faces: readonly Face[];
  readonly steps: readonly DrawnStep[];
}

const fontOperator = /^\/(F\d+) (\S+) Tf$/;

/** Listens while a drawing is painted. */
export class DrawingRecorder {
  readonly #faces: Face[] = [];
  readonly #steps: DrawnStep[] = [];
  /** The face of the text that follows. */
  #face: Face | undefined;
  /** Whether the drawing makes objects of its own, or shows glyphs whose numbers are this document's alone. */
  #isOfThisDocument = false;

  readonly #faceNamed: (name: string) => Face | undefined;

  /** @param faceNamed the face with a name in the document's resources */
  constructor(faceNamed: (name: string) => Face | undefined) {
    this.#faceNamed = faceNamed;
  }

  takeFace(face: Face): void {
    this.#faces.push(face);
  }

  operators(text: string): void {
    const [, name, size = ''] = fontOperator.exec(text) ?? [];
    if (name !== undefined) {
      this.#face = this.#faceNamed(name);
      if (this.#face) this.#steps.push({ face: this.#face, size });
      else this.#isOfThisDocument = true;
      return;
    }
    if (text.endsWith(' Do') || (text.endsWith(' TJ') && !this.#isSeeded(text))) this.#isOfThisDocument = true;
    this.#steps.push(text);
  }

  opacity(fill: number | null, stroke: number | null): void {
    this.#steps.push({ fill, stroke });
  }

  /** The drawing makes an object: a gradient, a mask, a link. */
  object(): void {
    this.#isOfThisDocument = true;
  }

  #isSeeded(text: string): boolean {
    const first = this.#face?.seeded ?? 0;
    for (const [, glyphs = ''] of text.matchAll(/<([0-9a-f]*)>/g))
      for (let at = 0; at < glyphs.length; at += 4)
        if (Number.parseInt(glyphs.slice(at, at + 4), 16) >= first) return false;
    return true;
  }

  /** What can be painted again in any document at any place; null when that cannot be said. */
  drawn(isAtOrigin: boolean): Drawn | null {
    const start = isAtOrigin ? 1 : 2;
    const frame = [this.#steps[0], isAtOrigin ? ' cm' : this.#steps[1], this.#steps.at(-1)];
    const isFramed = frame[0] === 'q' && String(frame[1]).endsWith(' cm') && frame[2] === 'Q';
    if (this.#isOfThisDocument || !isFramed) return null;
    return { faces: [...new Set(this.#faces)], steps: joined(this.#steps.slice(start, -1)) };
  }
}

/** Operators that follow one another as one text. */
function joined(steps: readonly DrawnStep[]): readonly DrawnStep[] {
  const made: DrawnStep[] = [];
  for (const step of steps) {
    const last = made.at(-1);
    if (typeof step === 'string' && typeof last === 'string') made[made.length - 1] = `${last}\n${step}`;
    else made.push(step);
  }
  return made;
}
