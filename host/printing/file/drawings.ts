/** SVG drawings: their size, what of their text is printed, and how signs our faces lack are written. */
import { piecesAtShiftedSigns, printable } from '../paragraphs/characters.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters a drawing prints: its text without mark-up, styles and descriptions. */
export function drawingText(svg: string): string {
  return svg
    .replace(/<(style|title|desc|metadata)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
      if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
      if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
      return entities[name] ?? whole;
    });
}

/** The drawing with characters replaced as in the text; raised and lowered signs become shifted spans. */
export function printableDrawing(svg: string): string {
  return svg.replace(/>([^<]+)</g, (_, text: string) => {
    const pieces = piecesAtShiftedSigns(text);
    if (!pieces) return `>${printable(text)}<`;
    const spans = pieces.map(piece =>
      'shift' in piece
        ? `<tspan baseline-shift="${piece.shift === 'sup' ? 'super' : 'sub'}" font-size="58%">${piece.text}</tspan>`
        : printable(piece.text),
    );
    return `>${spans.join('')}<`;
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads and writes a drawing's size, in pdfmake's stead: its own way parses the drawing twice and writes it out again
 * with line breaks between the parts of a text, which would print as spaces.
 */
export const drawingMeasure = {
  measureSVG(svg: string): Size {
    const root = rootTag(svg);
    const [, , boxWidth, boxHeight] = viewBox(root) ?? [];
    return {
      width: attributeNumber(root, 'width') ?? boxWidth ?? Number.NaN,
      height: attributeNumber(root, 'height') ?? boxHeight ?? Number.NaN,
    };
  },

  /** The drawing scaled to a size: what it shows stays the same. */
  writeDimensions(svg: string, size: Size): string {
    const root = rootTag(svg);
    const natural = drawingMeasure.measureSVG(svg);
    const box = viewBox(root) ?? [0, 0, natural.width, natural.height];
    const rest = root.replace(/\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    const dimensions = ` width="${size.width}" height="${size.height}" viewBox="${box.join(' ')}"`;
    return svg.replace(root, () => rest.replace(/^<svg/, start => start + dimensions));
  },
};

function rootTag(svg: string): string {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0];
  if (!root) throw new Error('A drawing of the document is no SVG');
  return root;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

function attributeNumber(tag: string, name: string): number | undefined {
  const value = Number.parseFloat(attribute(tag, name) ?? '');
  return Number.isNaN(value) ? undefined : value;
}

function viewBox(tag: string): readonly number[] | undefined {
  const numbers = attribute(tag, 'viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  return numbers?.length === 4 ? numbers : undefined;
}
