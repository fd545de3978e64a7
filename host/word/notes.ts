/** Notes in Word: true footnotes, each with the citation that it is made from, so that it is known again when the file comes back. */
import {
  FootnoteReferenceRun,
  type IContext,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx';
import type { Note } from '../../core/manuscript/types.ts';
import { STYLE } from './styles.ts';

/** Its mark in the note, by Word's own number or as it is printed. */
class NoteParagraph extends Paragraph {
  readonly #mark: string | null;

  constructor(mark: string | null, children: readonly ParagraphChild[]) {
    super({ style: STYLE.note, children: [new TextRun(' '), ...children] });
    this.#mark = mark;
  }

  override addRunToFront(run: XmlComponent): Paragraph {
    const own = this.#mark === null ? run : new TextRun({ text: this.#mark, style: STYLE.noteMark });
    return super.addRunToFront(own as TextRun);
  }
}

/** A call that says its number itself: where notes do not stand in the order of their numbers, Word's own would be others. */
class NumberedCall extends FootnoteReferenceRun {
  readonly #mark: string;

  constructor(mark: string, note: Paragraph) {
    super({ children: [note] });
    this.#mark = mark;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const made = super.prepForXml(context);
    const run = made?.['w:r'];
    if (!Array.isArray(run)) return made;
    const reference = run.find(child => 'w:footnoteReference' in child)?.['w:footnoteReference'];
    const attributes = (Array.isArray(reference) ? reference[0] : reference)?._attr;
    if (attributes) attributes['w:customMarkFollows'] = 1;
    run.push({ 'w:t': this.#mark });
    return made;
  }
}

/** The call of a note with the note, which says `content`. */
export function noteCall({ number }: Note, content: readonly ParagraphChild[], countsItself: boolean): ParagraphChild {
  if (countsItself) return new FootnoteReferenceRun({ children: [new NoteParagraph(null, content)] });
  return new NumberedCall(String(number), new NoteParagraph(String(number), content));
}
