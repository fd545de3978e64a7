/** Text within SVG drawings: what of it is printed, and how signs our faces lack are written. */
import { piecesAtShiftedSigns, printable } from './characters.ts';

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
