/** The last pass: pages into the file, everything painted within marked content of its element or as an artifact. */

import { Renderer } from './engine/modules.ts';
import type { LayoutNode, LayoutPage, Line, Mark, Vector } from './engine/types.ts';
import type { PrintedDocument } from './file/document.ts';
import type { Face } from './file/faces.ts';
import { rounded } from './file/numbers.ts';
import type { StructureElement } from './file/structure.ts';
import { LinePainter } from './paragraphs/line-painter.ts';

type Box = readonly [left: number, bottom: number, right: number, top: number];

export class TaggingRenderer extends Renderer {
  readonly #document: PrintedDocument;
  readonly #lines: LinePainter;

  constructor(document: PrintedDocument) {
    super(document);
    this.#document = document;
    this.#lines = new LinePainter(document);
  }

  override renderLine(line: Line, x: number, y: number): void {
    this.#lines.paint(line, x, y);
  }

  override renderVector(vector: Vector): void {
    const { mark } = vector;
    const element = mark && 'element' in mark ? mark.element : undefined;
    if (element?.type === 'Figure') growFigure(element, this.#vectorBox(vector));
    this.#open(mark);
    super.renderVector(vector);
    this.#lines.forgetState();
  }

  override renderImage(image: LayoutNode): void {
    this.#paintFigure(image, () => super.renderImage(image));
  }

  override renderSVG(drawing: LayoutNode): void {
    const paint = () => super.renderSVG(drawing);
    const { svg, x, y, _width, _height, font, options } = drawing;
    const key = `${_width} ${_height} ${font} ${JSON.stringify(options)} ${svg}`;
    const isPlain = !drawing.link && !drawing.linkToPage && !drawing.linkToDestination;
    this.#paintFigure(drawing, isPlain ? () => this.#document.paintDrawing(key, x, y, paint) : paint);
  }

  #paintFigure(node: LayoutNode, paint: () => void): void {
    const { mark } = node;
    if (mark && 'element' in mark && mark.element.type === 'Figure') {
      const { height } = this.#document.page;
      growFigure(mark.element, [node.x, height - node.y - node._height, node.x + node._width, height - node.y]);
    }
    this.#open(mark);
    paint();
    this.#document.tree.close();
    this.#lines.forgetState();
  }

  #open(mark: Mark | undefined): void {
    const { tree } = this.#document;
    if (mark && 'element' in mark) tree.openElement(mark.element);
    else tree.openArtifact(mark?.artifact ?? 'Layout');
  }

  #vectorBox(vector: Vector): Box {
    const points = cornersOf(vector);
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => this.#document.page.height - y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  override renderWatermark(page: LayoutPage): void {
    const { watermark } = page;
    if (!watermark) return;
    this.#document.tree.openArtifact('Background');
    watermark.font = this.#document.embeddedFace(watermark.font as Face);
    super.renderWatermark(page);
    this.#document.tree.close();
    this.#lines.forgetState();
  }

  // Clips and shifts save the graphics state and restore it, which must not fall within marked content.

  override beginClip(rectangle: unknown): void {
    this.#document.tree.close();
    super.beginClip(rectangle);
  }

  override endClip(): void {
    this.#document.tree.close();
    super.endClip();
    this.#lines.forgetState();
  }

  override beginVerticalAlignment(item: unknown): void {
    this.#document.tree.close();
    super.beginVerticalAlignment(item);
  }

  override endVerticalAlignment(item: unknown): void {
    this.#document.tree.close();
    super.endVerticalAlignment(item);
    this.#lines.forgetState();
  }
}

/** Makes a figure's box hold a further part of it. */
function growFigure(figure: StructureElement, box: Box): void {
  const attributes = figure.data.A as { readonly BBox?: Box } | undefined;
  const before: Box = attributes?.BBox ?? [Infinity, Infinity, -Infinity, -Infinity];
  const grown: Box = [
    Math.min(before[0], rounded(box[0])),
    Math.min(before[1], rounded(box[1])),
    Math.max(before[2], rounded(box[2])),
    Math.max(before[3], rounded(box[3])),
  ];
  figure.data.A = { O: 'Layout', Placement: 'Block', BBox: grown };
}

function cornersOf(vector: Vector): readonly (readonly [number, number])[] {
  if (vector.points) return vector.points.map(point => [point.x, point.y]);
  if (vector.type === 'line')
    return [
      [vector.x1, vector.y1],
      [vector.x2, vector.y2],
    ];
  if (vector.type === 'ellipse')
    return [
      [vector.x - vector.r1, vector.y - vector.r2],
      [vector.x + vector.r1, vector.y + vector.r2],
    ];
  return [
    [vector.x, vector.y],
    [vector.x + (vector.w ?? 0), vector.y + (vector.h ?? 0)],
  ];
}
