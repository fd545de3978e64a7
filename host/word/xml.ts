/** Elements of WordprocessingML that the docx package has no class for. */
import { BuilderElement, type ParagraphChild, XmlComponent } from 'docx';

/** An element with its attributes. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly XmlComponent[]
): XmlComponent {
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });
}

/** An element that holds letters alone, white space kept. */
class Letters extends XmlComponent {
  constructor(name: string, text: string) {
    super(name);
    this.root.push({ _attr: { 'xml:space': 'preserve' } } as never, text);
  }
}

export const letters = (name: string, text: string): XmlComponent => new Letters(name, text);

/** The package's types list its own classes; any element may stand in a paragraph. */
export const inParagraph = (component: XmlComponent): ParagraphChild => component as unknown as ParagraphChild;

/** Marks of a field's own runs: some programs show its letters in the look of its beginning. */
const look = (bold: boolean): readonly XmlComponent[] =>
  bold ? [xml('w:rPr', {}, xml('w:b', {}), xml('w:bCs', {}))] : [];

const mark = (type: 'begin' | 'separate' | 'end', bold: boolean): ParagraphChild =>
  inParagraph(xml('w:r', {}, ...look(bold), xml('w:fldChar', { 'w:fldCharType': type })));

/** The two ends of a field, for one that runs over several paragraphs. */
export function fieldEnds(
  instruction: string,
  bold = false,
): {
  readonly begin: readonly ParagraphChild[];
  readonly end: readonly ParagraphChild[];
} {
  const code = inParagraph(xml('w:r', {}, ...look(bold), letters('w:instrText', ` ${instruction} `)));
  return { begin: [mark('begin', bold), code, mark('separate', bold)], end: [mark('end', bold)] };
}

/** A field: what it computes, and what it shows until it is computed anew. */
export function field(instruction: string, shown: readonly ParagraphChild[], bold = false): readonly ParagraphChild[] {
  const { begin, end } = fieldEnds(instruction, bold);
  return [...begin, ...shown, ...end];
}

/** A content control without a frame around it, known again by its tag (at most 64 letters). */
export function contentControl(
  { id, tag, name }: { readonly id: number; readonly tag: string; readonly name: string },
  content: readonly ParagraphChild[],
): ParagraphChild {
  const properties = xml(
    'w:sdtPr',
    {},
    xml('w:alias', { 'w:val': name }),
    xml('w:tag', { 'w:val': tag }),
    xml('w:id', { 'w:val': id }),
    xml('w15:appearance', { 'w15:val': 'hidden' }),
  );
  return inParagraph(
    xml('w:sdt', {}, properties, xml('w:sdtContent', {}, ...(content as unknown as readonly XmlComponent[]))),
  );
}

/** A link to a bookmark of the same document. */
export function innerLink(bookmark: string, content: readonly ParagraphChild[]): ParagraphChild {
  return inParagraph(
    xml('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, ...(content as unknown as readonly XmlComponent[])),
  );
}

/** Content between the two ends of a bookmark. */
export function bookmarked(name: string, id: number, content: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return [
    inParagraph(xml('w:bookmarkStart', { 'w:id': id, 'w:name': name })),
    ...content,
    inParagraph(xml('w:bookmarkEnd', { 'w:id': id })),
  ];
}
