/**
 * The file being written: pdfmake's document with shared faces, cached compression, images by content, annotations
 * that join the structure tree, and metadata that is well-formed XML.
 */
import type { Definition } from '../../../core/export/pdf/definition.ts';
import { PDFDocument } from '../engine/modules.ts';
import type {
  AnnotationOptions,
  Dictionary,
  EmbeddedFont,
  EmbeddedImage,
  PageSize,
  Reference,
} from '../engine/types.ts';
import { glyphString } from '../paragraphs/glyph-strings.ts';
import type { Caches } from './caches.ts';
import { type Face, refuseNotdef } from './faces.ts';
import { type FontFiles, familyName } from './fonts.ts';
import { embedFinishedImage, type FinishedImage } from './images.ts';
import { escapeXml, modificationDateXml } from './metadata.ts';
import { textString } from './numbers.ts';
import { objectText } from './objects.ts';
import { DrawingRecorder, type Drawn } from './repeating.ts';
import { StructureTree } from './structure.ts';

/** What a document takes from its printer. */
export interface DocumentSupplies {
  readonly fonts: FontFiles;
  readonly caches: Caches;
  readonly images: ReadonlyMap<string, FinishedImage>;
  faceOf(file: string): Face;
}

/** The link whose annotation is being made: its element's hook, and words for those who cannot see it. */
interface PendingLink {
  readonly description: string;
  readonly join: ((annotation: Reference) => void) | undefined;
}

export class PrintedDocument extends PDFDocument {
  readonly tree: StructureTree;
  readonly caches: Caches;
  readonly #supplies: DocumentSupplies;
  readonly #embedded = new Map<Face, EmbeddedFont>();
  /** Operators of the current page, written as one string when it is full. */
  #operators: string[] = [];
  /** Parts of the file that are still strings, in Latin-1. */
  #unwritten: string[] = [];
  #pendingLink: PendingLink | undefined;
  #recorder: DrawingRecorder | null = null;

  constructor(definition: Definition, size: PageSize, supplies: DocumentSupplies) {
    super(
      { [familyName]: supplies.fonts },
      {},
      {},
      {},
      {
        size: [size.width, size.height],
        pdfVersion: '1.7',
        tagged: true,
        displayTitle: true,
        lang: definition.language,
        autoFirstPage: false,
        info: infoEntries(definition.info),
        font: null,
      },
      null,
      () => false,
    );
    this.#supplies = supplies;
    this.caches = supplies.caches;
    this.tree = new StructureTree(this);
    // pdfkit sorts names by the machine's language; readers search them by code.
    this._root.data.Names.data.Dests._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  }

  // ---- faces ----

  override provideFont(family: string, bold: boolean, italics: boolean): Face {
    const file = this.getFontFile(family, bold, italics);
    if (file === null) throw new Error(`No font family '${family}'`);
    return this.#supplies.faceOf(file);
  }

  /** The face as embedded in this document. */
  embeddedFace(face: Face): EmbeddedFont {
    let embedded = this.#embedded.get(face);
    if (!embedded) {
      embedded = face.embedIn(this, `F${++this._fontCount}`, this.caches);
      this.#embedded.set(face, embedded);
      this._fontFamilies[face.file] = embedded;
    }
    return embedded;
  }

  /** The name of a face in the current page's resources. */
  faceResource(face: Face): string {
    const embedded = this.embeddedFace(face);
    this.page.fonts[embedded.id] ??= embedded.ref();
    return `/${embedded.id}`;
  }

  /** The text as TJ elements of this document. */
  textString(face: Face, text: string, features?: readonly string[] | null): string {
    const seeded = face.seededString(text, features);
    if (seeded !== null) return seeded;
    const [glyphs, positions] = this.embeddedFace(face).encode(text, features);
    refuseNotdef(glyphs);
    return glyphString(glyphs, positions);
  }

  /** How drawings choose their font: by the file `getFontFile` gave. */
  override font(source: string, family?: string, size?: number): this {
    if (!/\.(ttf|otf)$/i.test(source)) return super.font(source, family, size);
    const face = this.#supplies.faceOf(source);
    this.#recorder?.takeFace(face);
    this._font = this.embeddedFace(face);
    return this;
  }

  // ---- images ----

  override provideImage(name: string): EmbeddedImage {
    const registered = this._imageRegistry[name];
    if (registered) return registered;
    const finished = this.#supplies.images.get(name);
    if (!finished) throw new Error(`The definition has no image named '${name}'`);
    const image = embedFinishedImage(finished, `I${++this._imageCount}`, data => this.ref(data));
    this._imageRegistry[name] = image;
    return image;
  }

  // ---- drawings ----

  /** Paints a drawing at a place: `paint` for the first with this key, and what it put onto the page from then on. */
  paintDrawing(key: string, x: number, y: number, paint: () => void): void {
    const known = this.caches.drawings.get(key);
    if (known) {
      this.#paintAgain(known, x, y);
      return;
    }
    const recorder = new DrawingRecorder(name => [...this.#embedded].find(([, { id }]) => id === name)?.[0]);
    this.#recorder = recorder;
    paint();
    this.#recorder = null;
    const drawn = recorder.drawn(x === 0 && y === 0);
    if (drawn) this.caches.drawings.set(key, drawn);
  }

  #paintAgain({ faces, steps }: Drawn, x: number, y: number): void {
    for (const face of faces) this.font(face.file);
    this.save();
    this.translate(x, y);
    for (const step of steps) {
      if (typeof step === 'string') this.addContent(step);
      else if ('face' in step) this.addContent(`${this.faceResource(step.face)} ${step.size} Tf`);
      else this._doOpacity(step.fill, step.stroke);
    }
    this.restore();
  }

  override _doOpacity(fill: number | null, stroke: number | null): unknown {
    const recorder = this.#recorder;
    this.#recorder = null;
    const done = super._doOpacity(fill, stroke);
    recorder?.opacity(fill, stroke);
    this.#recorder = recorder;
    return done;
  }

  // ---- writing ----

  override addContent(operators: string): this {
    this.#recorder?.operators(operators);
    // A drawing's group with opacity is a page of pdfkit's own that has no content stream.
    if (!this.page.content) return super.addContent(operators);
    this.#operators.push(operators);
    return this;
  }

  override addPage(options?: object): this {
    this.#finishPage();
    return super.addPage(options);
  }

  #finishPage(): void {
    // pdfkit makes the first page after our constructor; before that there is none.
    if (!this.page) return;
    this.tree.close();
    if (this.#operators.length > 0) this.page.write(this.#operators.join('\n'));
    this.#operators = [];
  }

  override end(): void {
    this.#finishPage();
    this.tree.finish();
    super.end();
  }

  /** Every object passes here in small strings: gather them, since a Buffer for each takes longer than the text. */
  override _write(data: string | Buffer): void {
    // Called by pdfkit's constructor, before our fields are there.
    if (!(#unwritten in this)) {
      super._write(data);
      return;
    }
    if (typeof data === 'string') {
      this.#unwritten.push(data, '\n');
      this._offset += data.length + 1;
      return;
    }
    this.#flush();
    super.push(data);
    this._offset += data.length;
  }

  override push(chunk: Buffer | null): boolean {
    if (#unwritten in this && chunk === null) this.#flush();
    return super.push(chunk);
  }

  #flush(): void {
    if (this.#unwritten.length === 0) return;
    const text = this.#unwritten.join('');
    this.#unwritten = [];
    super.push(Buffer.from(text, 'latin1'));
  }

  override ref(data?: Dictionary): Reference {
    // Without data it is a font's, which is made where the font is first used.
    if (data && #recorder in this) this.#recorder?.object();
    const reference = super.ref(data);
    reference.finalize = () => this.#writeObject(reference);
    return reference;
  }

  #writeObject(reference: Reference): void {
    const { id, gen, data, buffer } = reference;
    reference.offset = this._offset;
    let bytes = buffer.length > 1 ? Buffer.concat(buffer) : buffer[0];
    if (bytes) {
      if (reference.compress) {
        data.Filter = 'FlateDecode';
        bytes = this.caches.deflate(bytes);
      }
      data.Length = bytes.length;
    }
    this._write(`${id} ${gen} obj\n${objectText(data)}`);
    if (bytes && bytes.length > 0) {
      this._write('stream');
      this._write(bytes);
      this._write('\nendstream');
    }
    this._write('endobj');
    reference.buffer = [];
    this._refEnd(reference);
  }

  // ---- links ----

  /** Makes links within `paint` describe themselves and join the structure tree. */
  withLink(link: PendingLink, paint: () => void): void {
    this.#pendingLink = link;
    paint();
    this.#pendingLink = undefined;
  }

  override annotate(x: number, y: number, width: number, height: number, options: AnnotationOptions): this {
    const link = this.#pendingLink;
    if (link && options.Subtype === 'Link') {
      options.Contents = textString(link.description);
      const { join } = link;
      if (join) options.structParent = { add: annotation => join(annotation.annotationRef) };
    }
    return super.annotate(x, y, width, height, options);
  }

  // ---- metadata ----

  override _addInfo(): void {
    const written = this.info;
    this.info = Object.fromEntries(
      Object.entries(written).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    super._addInfo();
    this.info = written;
    const changed = written.ModDate;
    if (changed instanceof Date) this.appendXML(modificationDateXml(changed));
  }
}

function infoEntries(info: Definition['info']): Readonly<Record<string, unknown>> {
  const entries = {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords,
    Creator: info.creator ?? 'Casewright',
    Producer: 'pdfmake',
    CreationDate: info.creationDate,
    ModDate: info.modDate,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));
}
