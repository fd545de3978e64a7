/** Paragraphs and tables of a Word text as it came back: letters, elements that we made, and who changed what. */
import { elementOfTag, NOTE_CALL } from '../../../core/roundtrip/anchors.ts';
import { liveCitation } from '../../../core/roundtrip/live.ts';
import type { Marks } from '../../../core/roundtrip/marks.ts';
import type {
  Hand,
  LiveItem,
  ReturnedBlock,
  ReturnedCell,
  ReturnedImage,
  ReturnedParagraph,
  ReturnedPiece,
  ReturnedRow,
  Tracked,
} from '../../../core/roundtrip/returned.ts';
import { callKey } from './notes.ts';
import { changeIn, isOn, isSaid, marksIn, symbol, trackedBy } from './properties.ts';
import { allIn, childOf, type Element, lettersIn, paragraphsIn } from './xml.ts';

export interface BodyContext {
  /** Names of styles in lower case by their id. */
  readonly styles: ReadonlyMap<string, string>;
  /** Addresses of links by the id of their relationship. */
  readonly links: ReadonlyMap<string, string>;
  /** Pictures by the id of their relationship. */
  readonly pictures: ReadonlyMap<string, Pick<ReturnedImage, 'path' | 'sha256'>>;
}

/** A comment's place: the block it begins in, and the words it is about. */
export interface Anchored {
  readonly block: number;
  about: string;
}

export interface Body {
  readonly blocks: readonly ReturnedBlock[];
  readonly anchors: ReadonlyMap<string, Anchored>;
  /** What stands in text boxes. */
  readonly boxes: readonly string[];
}

interface Field {
  code: string;
  isShown: boolean;
  capture: Capture | null;
}

/** What is being read inside an element: its letters become one piece. */
interface Capture {
  readonly key: string;
  readonly cites?: readonly LiveItem[];
  final: string;
  whole: string;
  readonly changes: (Tracked | undefined)[];
}

const PASSED = new Set(['w:smartTag', 'w:customXml', 'w:sdtContent', 'w:bdo', 'w:dir', 'mc:Choice', 'w:subDoc']);

export function readBody(body: Element, context: BodyContext): Body {
  return new Reading(context).read(body);
}

class Reading {
  private readonly context: BodyContext;
  private readonly blocks: ReturnedBlock[] = [];
  private readonly fields: Field[] = [];
  private readonly anchors = new Map<string, Anchored>();
  /** Comments whose words are being read. */
  private readonly open = new Set<string>();
  private capture: Capture | null = null;
  private bookmarks: string[] = [];
  private pieces: ReturnedPiece[] = [];
  private images: ReturnedImage[] = [];
  private readonly boxes: string[] = [];
  /** Bookmarks between two paragraphs begin with the next. */
  private pending: string[] = [];

  constructor(context: BodyContext) {
    this.context = context;
  }

  read(body: Element): Body {
    this.level(body, block => this.blocks.push(block));
    return { blocks: this.blocks, anchors: this.anchors, boxes: this.boxes };
  }

  private level(parent: Element, put: (block: ReturnedBlock) => void): void {
    for (const child of parent.children) {
      switch (child.name) {
        case 'w:p':
          put({ kind: 'paragraph', ...this.paragraph(child) });
          break;
        case 'w:tbl':
          put(this.table(child));
          break;
        case 'w:sdt':
          this.level(childOf(child, 'w:sdtContent') ?? child, put);
          break;
        case 'w:customXml':
        case 'w:ins':
        case 'w:del':
        case 'w:moveTo':
        case 'w:moveFrom':
          this.level(child, put);
          break;
        case 'w:bookmarkStart':
          this.pending.push(child.attributes['w:name'] ?? '');
          break;
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.comment(child);
          break;
      }
    }
  }

  private table(element: Element): ReturnedBlock {
    const inside = (row: Element, name: string): Element[] =>
      row.children.flatMap(child => {
        if (child.name === name) return [child];
        return child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:customXml'
          ? inside(child, name)
          : [];
      });
    let isMerged = false;
    const rows = inside(element, 'w:tr').map((row): ReturnedRow => {
      const properties = childOf(row, 'w:trPr');
      const change = changeIn(properties, 'w:ins', 'w:del');
      const cells = inside(row, 'w:tc').map((cell): ReturnedCell => {
        const paragraphs: ReturnedParagraph[] = [];
        this.level(cell, block => {
          if (block.kind === 'paragraph') paragraphs.push(block);
          else paragraphs.push(...block.rows.flatMap(({ cells }) => cells.flatMap(inner => inner.paragraphs)));
        });
        const shape = childOf(cell, 'w:tcPr');
        const span = Number(childOf(shape, 'w:gridSpan')?.attributes['w:val'] ?? 1);
        isMerged ||= span > 1 || childOf(shape, 'w:vMerge') !== undefined;
        const its = changeIn(shape, 'w:cellIns', 'w:cellDel');
        return { paragraphs, ...(its ? { change: its } : {}) };
      });
      return { cells, isHead: isOn(childOf(properties, 'w:tblHeader')), ...(change ? { change } : {}) };
    });
    return { kind: 'table', rows, isMerged };
  }

  /** A picture, or a box with text in it. */
  private drawn(element: Element, change: Tracked | undefined): void {
    const pictures = [...allIn(element, 'a:blip'), ...allIn(element, 'v:imagedata')];
    const described = [...allIn(element, 'wp:docPr')][0]?.attributes.descr;
    for (const { attributes } of pictures) {
      const picture = this.context.pictures.get(
        attributes['r:embed'] ?? attributes['r:id'] ?? attributes['r:pict'] ?? '',
      );
      const alt = described ?? attributes['o:title'] ?? '';
      if (picture) this.images.push({ ...picture, alt, ...(change ? { change } : {}) });
    }
    for (const box of allIn(element, 'w:txbxContent')) {
      const text = paragraphsIn(box).trim();
      if (text !== '') this.boxes.push(text);
    }
  }

  private paragraph(element: Element): ReturnedParagraph {
    this.bookmarks = this.pending;
    this.pending = [];
    this.pieces = [];
    this.images = [];
    const properties = childOf(element, 'w:pPr');
    const style = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? '';
    const mark = childOf(properties, 'w:rPr');
    const [came, went] = [
      childOf(mark, 'w:ins') ?? childOf(mark, 'w:moveTo'),
      childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom'),
    ];
    const end = went ? trackedBy(went, 'deleted') : came ? trackedBy(came, 'inserted') : undefined;
    this.inline(element, undefined, undefined);
    return {
      style: this.context.styles.get(style) ?? style.toLowerCase(),
      bookmarks: this.bookmarks,
      pieces: joined(this.pieces),
      images: this.images,
      ...(end ? { end } : {}),
    };
  }

  private inline(parent: Element, change: Tracked | undefined, link: string | undefined): void {
    for (const child of parent.children) {
      switch (child.name) {
        case 'w:r':
          this.run(child, change, link);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.inline(child, change?.state === 'deleted' ? change : trackedBy(child, 'inserted'), link);
          break;
        case 'w:del':
        case 'w:moveFrom':
          // What was put in and taken out again was never there.
          if (change?.state !== 'inserted') this.inline(child, trackedBy(child, 'deleted'), link);
          break;
        case 'w:hyperlink':
          this.inline(child, change, this.context.links.get(child.attributes['r:id'] ?? '') ?? link);
          break;
        case 'w:sdt':
          this.control(child, change, link);
          break;
        case 'w:fldSimple':
          this.simpleField(child, change, link);
          break;
        case 'w:bookmarkStart':
          this.bookmarks.push(child.attributes['w:name'] ?? '');
          break;
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.comment(child);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.letters(lettersIn(child), '', change, link);
          break;
        case 'mc:AlternateContent':
          this.inline({ ...child, children: child.children.slice(0, 1) }, change, link);
          break;
        default:
          if (PASSED.has(child.name)) this.inline(child, change, link);
      }
    }
  }

  private captured(capture: Capture, read: () => void): void {
    const outer = this.capture;
    this.capture = capture;
    read();
    this.capture = outer;
    this.finish(capture);
  }

  /** The piece of what was captured; nothing where its letters were taken out without a trace. */
  private finish({ key, cites, final, whole, changes }: Capture): void {
    if (whole === '') return;
    const first = changes.find(change => change !== undefined);
    const isAll = first !== undefined && changes.every(change => change?.state === first.state);
    const hand: Hand | undefined = first && { author: first.author, date: first.date };
    const before = this.pieces.at(-1);
    // The authors that a live citation names in its sentence stand in a control before its field.
    const names = cites && before?.kind === 'element' && before.key === key && !before.cites ? before.text : '';
    if (names !== '') this.pieces.pop();
    this.pieces.push({
      kind: 'element',
      key,
      text: names + (isAll ? whole : final),
      ...(cites ? { cites } : {}),
      ...(isAll ? { change: first } : hand ? { edited: hand } : {}),
    });
  }

  private control(element: Element, change: Tracked | undefined, link: string | undefined): void {
    const content = childOf(element, 'w:sdtContent');
    if (!content) return;
    const tag = childOf(childOf(element, 'w:sdtPr'), 'w:tag')?.attributes['w:val'] ?? '';
    const key = elementOfTag(tag);
    if (key === undefined || this.capture) this.inline(content, change, link);
    else this.captured({ key, final: '', whole: '', changes: [] }, () => this.inline(content, change, undefined));
  }

  private simpleField(element: Element, change: Tracked | undefined, link: string | undefined): void {
    const live = liveCitation(element.attributes['w:instr'] ?? '');
    if (live && !this.capture)
      this.captured({ ...live, final: '', whole: '', changes: [] }, () => this.inline(element, change, link));
    else this.inline(element, change, link);
  }

  private fieldMark(type: string): void {
    const last = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ code: '', isShown: false, capture: null });
    else if (type === 'separate' && last) {
      last.isShown = true;
      const live = this.capture ? null : liveCitation(last.code);
      if (live) {
        last.capture = { ...live, final: '', whole: '', changes: [] };
        this.capture = last.capture;
      }
    } else if (type === 'end' && last) {
      this.fields.pop();
      if (last.capture && this.capture === last.capture) {
        this.capture = null;
        this.finish(last.capture);
      }
    }
  }

  private run(element: Element, change: Tracked | undefined, link: string | undefined): void {
    const marks = marksIn(childOf(element, 'w:rPr'));
    for (const child of element.children) {
      switch (child.name) {
        case 'w:t':
        case 'w:delText':
          this.letters(lettersIn(child), marks, change, link);
          break;
        case 'w:tab':
          this.letters('\t', marks, change, link);
          break;
        case 'w:br':
          if (child.attributes['w:type'] === undefined || child.attributes['w:type'] === 'textWrapping')
            this.letters('\n', marks, change, link);
          break;
        case 'w:cr':
          this.letters('\n', marks, change, link);
          break;
        case 'w:noBreakHyphen':
          this.letters('\u2011', marks, change, link);
          break;
        case 'w:softHyphen':
          this.letters('\u00ad', marks, change, link);
          break;
        case 'w:sym':
          this.letters(symbol(child.attributes['w:char'] ?? ''), marks, change, link);
          break;
        case 'w:fldChar':
          this.fieldMark(child.attributes['w:fldCharType'] ?? '');
          break;
        case 'w:instrText':
        case 'w:delInstrText': {
          const last = this.fields.at(-1);
          if (last && !last.isShown) last.code += lettersIn(child);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawn(child, change);
          break;
        case 'mc:AlternateContent':
          this.run({ ...child, children: child.children[0]?.children ?? [] }, change, link);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          this.noteCall(child, change);
          // What follows in the run is its mark.
          if (isSaid(child.attributes['w:customMarkFollows'] ?? '0')) return;
          break;
        }
        case 'w:commentReference': {
          const id = child.attributes['w:id'] ?? '';
          if (!this.anchors.has(id)) this.anchors.set(id, { block: this.blocks.length, about: '' });
          break;
        }
      }
    }
  }

  /** The call of a note: whether it is one of a citation is told when the file is laid beside the report. */
  private noteCall({ name, attributes }: Element, change: Tracked | undefined): void {
    if (this.capture) return;
    const key = callKey(name, attributes['w:id'] ?? '');
    this.pieces.push({ kind: 'element', key, text: NOTE_CALL, ...(change ? { change } : {}) });
  }

  private letters(text: string, marks: Marks, change: Tracked | undefined, link: string | undefined): void {
    // What a field computes from is not read.
    if (text === '' || this.fields.some(field => !field.isShown)) return;
    if (change?.state !== 'deleted')
      for (const id of this.open) {
        const anchor = this.anchors.get(id);
        if (anchor) anchor.about += text;
      }
    if (this.capture) {
      this.capture.whole += text;
      if (change?.state !== 'deleted') this.capture.final += text;
      this.capture.changes.push(change);
      return;
    }
    this.pieces.push({
      kind: 'text',
      text,
      marks,
      ...(link === undefined ? {} : { link }),
      ...(change ? { change } : {}),
    });
  }

  private comment({ name, attributes }: Element): void {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:commentRangeEnd') this.open.delete(id);
    else {
      this.open.add(id);
      this.anchors.set(id, { block: this.blocks.length, about: '' });
    }
  }
}

/** Word splits letters into many runs; those alike are one piece again. */
function joined(pieces: readonly ReturnedPiece[]): readonly ReturnedPiece[] {
  const out: ReturnedPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const isSame =
      last?.kind === 'text' &&
      piece.kind === 'text' &&
      last.marks === piece.marks &&
      last.link === piece.link &&
      last.change?.state === piece.change?.state &&
      last.change?.author === piece.change?.author;
    if (isSame) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
