/**
 * Lines of text into the page's content: one text object for a line rather than one for each word, within the marked
 * content of its element and of its links, quotations and notes.
 */

import { TextDecorator } from '../engine/modules.ts';
import type { Footnote, Line, OutlineItem, Reference, RunRole, WordInline } from '../engine/types.ts';
import type { PrintedDocument } from '../file/document.ts';
import { rounded, textString } from '../file/numbers.ts';
import { type ArtifactKind, attach, element, type StructureElement } from '../file/structure.ts';
import { fillInPageNumbers } from '../pages/page-numbers.ts';
import { footnoteMarkId, inlineTags } from '../preprocessing.ts';
import { isLink, plainLine } from './plain-lines.ts';
import { type FaceWord, TextObject } from './text-object.ts';

/** pdfmake's shifts of raised and lowered text, in parts of its (reduced) size. */
const raised = 0.75;
const lowered = 0.35;
const softHyphen = '\u00ad';

type Target = StructureElement | ArtifactKind;

/** What an earlier operator on this page has set, so that it need not be set again. */
interface GraphicsState {
  color?: unknown;
  opacity?: number;
  characterSpacing?: number;
}

/** A link's stretch of a line. */
interface LinkArea {
  readonly role: RunRole;
  readonly word: WordInline;
  readonly owner: StructureElement | null;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly height: number;
  text: string;
}

export class LinePainter {
  readonly #document: PrintedDocument;
  #state: GraphicsState = {};
  #page: unknown;
  /** Lines already painted: a table's head painted again on a further page is an artifact. */
  readonly #painted = new WeakSet<object>();
  /** The element of a link, quotation or note mark, over all the words and lines of its run. */
  readonly #elementOfRole = new Map<RunRole, StructureElement>();
  /** Notes whose marks are targets already. */
  readonly #named = new WeakSet<Footnote>();
  readonly #bookmarks = new Map<string, OutlineItem>();
  #linkOfWords = new WeakMap<Line, RunRole>();

  constructor(document: PrintedDocument) {
    this.#document = document;
  }

  /** Something else has painted or restored the graphics state. */
  forgetState(): void {
    this.#state = {};
  }

  paint(line: Line, x: number, y: number): void {
    if (this.#page !== this.#document.page) {
      this.#page = this.#document.page;
      this.#state = {};
    }
    fillInPageNumbers(line);
    this.#addBookmark(line, x, y);
    const [first] = line.inlines;
    if (line.id && first) this.#document.addNamedDestination(line.id, 'XYZ', x + first.x, y, null);
    if (!line.inlines.some(word => word.text.trim() !== '')) return;

    const target = this.#targetOf(line);
    const baseline = y + line.getAscenderHeight();
    const isDecorated = line.inlines.some(word => word.decoration || word.background);
    if (isDecorated) this.#paintDecorated(line, target, x, y, baseline);
    else if (!this.#paintPlain(line, target, x, baseline)) this.#paintWords(line, target, x, baseline);
  }

  #addBookmark(line: Line, x: number, y: number): void {
    const { bookmark } = line;
    if (!bookmark) return;
    const parent = (bookmark.parentId && this.#bookmarks.get(bookmark.parentId)) || this.#document.outline;
    const { width } = this.#document.page;
    // pdfkit measures `left` from the right edge.
    const item = parent.addItem(bookmark.text, { expanded: bookmark.isExpanded, top: y, left: width - x });
    if (bookmark.id) this.#bookmarks.set(bookmark.id, item);
  }

  /** The element a line belongs to; an artifact when it belongs to none, or has been painted before. */
  #targetOf(line: Line): Target {
    const label = line.inlines[0]?._label;
    const mark = label ? { element: label } : (line.setting?.mark ?? line.mark);
    if (!mark) return 'Layout';
    if ('artifact' in mark) return mark.artifact;
    const identity = label ?? line.setting ?? line;
    if (this.#painted.has(identity)) return 'Pagination';
    this.#painted.add(identity);
    return mark.element;
  }

  #open(target: Target, actualText?: string): void {
    if (typeof target === 'string') this.#document.tree.openArtifact(target);
    else this.#document.tree.openElement(target, actualText);
  }

  #paintDecorated(line: Line, target: Target, x: number, y: number, baseline: number): void {
    const decorator = new TextDecorator(this.#document);
    this.#open(target);
    decorator.drawBackground(line, x, y);
    this.#state = {};
    this.#paintWords(line, target, x, baseline);
    if (!this.#document.tree.hasOpen) this.#open(target);
    decorator.drawDecorations(line, x, y);
    this.#state = {};
  }

  // ---- plain lines ----

  #paintPlain(line: Line, target: Target, x: number, baseline: number): boolean {
    const plain = plainLine(line);
    const first = line.inlines[0] as FaceWord | undefined;
    if (!plain || !first) return false;
    this.#open(target);
    this.#setColor(first);
    const font = `${this.#document.faceResource(first.font)} ${rounded(first.fontSize)} Tf`;
    const paintAt = (left: number, operator: string): void => {
      this.#document.addContent(`BT\n${font}\n1 0 0 -1 ${rounded(left)} ${rounded(baseline)} Tm\n${operator}\nET`);
    };
    paintAt(x + plain.x, plain.operator);
    if (plain.hyphen) {
      if (typeof target !== 'string') this.#open(target, softHyphen);
      paintAt(x + plain.hyphen.x, plain.hyphen.string);
      if (typeof target !== 'string') this.#document.tree.close();
    }
    return true;
  }

  // ---- lines of several styles ----

  #paintWords(line: Line, target: Target, x: number, baseline: number): void {
    const { tree } = this.#document;
    const links: LinkArea[] = [];
    const text = new TextObject(this.#document);
    for (const word of line.inlines as FaceWord[]) {
      if (!word.text) continue;
      const role = this.#roleOf(word, line);
      const owner: Target = typeof target === 'string' ? target : this.#elementOf(role, target);
      const isTagged = typeof owner !== 'string';
      const left = x + word.x;
      const wordBaseline = baseline + shiftOf(word);
      if (role?.footnote) this.#nameMark(role.footnote, left, baseline - line.getAscenderHeight());

      if (!tree.isOpen(owner) || word._actualText !== undefined) {
        text.end();
        this.#open(owner, isTagged ? word._actualText : undefined);
      }
      text.flushBefore(() => this.#isColorSet(word));
      this.#setColor(word);
      this.#setCharacterSpacing(word, text);
      const body = word._isHyphenated ? word.text.slice(0, -1) : word.text;
      text.show(word, body, left, wordBaseline);
      if (word._isHyphenated) {
        const hyphenLeft = left + word.width - word.font.widthOfString('-', word.fontSize);
        if (isTagged) {
          text.end();
          this.#open(owner, softHyphen);
        }
        text.show(word, '-', hyphenLeft, wordBaseline);
      }
      if (isTagged && (word._isHyphenated || word._actualText !== undefined)) {
        text.end();
        tree.close();
      }
      if (role && isLink(word)) noteLink(links, word, role, isTagged ? owner : null, left, wordBaseline);
    }
    text.end();
    for (const link of links) this.#annotate(link);
  }

  /** The note leads back to its mark. */
  #nameMark(note: Footnote, x: number, y: number): void {
    if (this.#named.has(note)) return;
    this.#named.add(note);
    this.#document.addNamedDestination(footnoteMarkId(note.number ?? 0), 'XYZ', x, y, null);
  }

  #roleOf(word: WordInline, line: Line): RunRole | undefined {
    const role = line.runs?.[word._runIndex ?? 0]?._role;
    if (role || !isLink(word)) return role;
    // A link inherited from around the text, not said by its run.
    let inherited = this.#linkOfWords.get(line);
    if (!inherited) {
      inherited = { tag: undefined, isLink: true, lang: undefined, footnote: undefined };
      this.#linkOfWords.set(line, inherited);
    }
    return inherited;
  }

  /** The element within the block's for a link, quotation or note mark: made when its first word is painted. */
  #elementOf(role: RunRole | undefined, block: StructureElement): StructureElement {
    if (!role) return block;
    const known = this.#elementOfRole.get(role);
    if (known) return known;
    const data = role.lang ? { Lang: textString(role.lang) } : {};
    let made = block;
    if (role.footnote) made = element('Reference', made);
    else if (role.tag && inlineTags.has(role.tag) && role.tag !== block.type) made = element(role.tag, made, data);
    else if (role.lang && String(block.data.Lang) !== role.lang) made = element('Span', made, data);
    if (role.isLink) made = element('Link', made);
    if (role.footnote?.element) attach(role.footnote.element, block);
    this.#elementOfRole.set(role, made);
    return made;
  }

  // ---- graphics state ----

  #isColorSet(word: WordInline): boolean {
    const { color, opacity } = this.#state;
    return color === this.#colorOf(word) && opacity === (word.opacity ?? 1);
  }

  #setColor(word: WordInline): void {
    if (this.#isColorSet(word)) return;
    const color = this.#colorOf(word);
    const opacity = word.opacity ?? 1;
    this.#document.fillColor(color, opacity);
    this.#state.color = color;
    this.#state.opacity = opacity;
  }

  #colorOf(word: WordInline): unknown {
    return this.#document.resolveColor(word.color, 'black');
  }

  #setCharacterSpacing(word: WordInline, text: TextObject): void {
    const spacing = word.characterSpacing ?? 0;
    if ((this.#state.characterSpacing ?? 0) === spacing) return;
    text.flush();
    this.#document.addContent(`${rounded(spacing)} Tc`);
    this.#state.characterSpacing = spacing;
  }

  // ---- links ----

  #annotate(link: LinkArea): void {
    const { word, owner, left, top, height } = link;
    const width = link.right - left;
    const words = link.text.trim();
    const description = word.link ? `${words} (${word.link})` : words;
    const join = owner
      ? (annotation: Reference): void => this.#document.tree.addAnnotation(owner, annotation)
      : undefined;
    this.#document.withLink({ description, join }, () => {
      if (word.link) this.#document.link(left, top, width, height, word.link);
      else if (word.linkToDestination) this.#document.goTo(left, top, width, height, word.linkToDestination);
    });
  }
}

function shiftOf(word: WordInline): number {
  if (word.sup) return -word.fontSize * raised;
  return word.sub ? word.fontSize * lowered : 0;
}

function noteLink(
  links: LinkArea[],
  word: WordInline,
  role: RunRole,
  owner: StructureElement | null,
  left: number,
  baseline: number,
): void {
  const right = left + word.width - word.trailingCut;
  const previous = links.at(-1);
  if (previous?.role === role) {
    previous.right = right;
    previous.text += word.text;
    return;
  }
  const top = baseline - (word.font.ascender / 1000) * word.fontSize;
  links.push({ role, word, owner, left, right, top, height: word.font.lineHeight(word.fontSize), text: word.text });
}
