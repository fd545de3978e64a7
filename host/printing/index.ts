/** Printing: the only part of the program that knows pdfmake, pdfkit and fontkit. */

export { UnreadableImageError } from './file/images.ts';
export type { LineNumbering } from './pages/line-numbers.ts';
export { type MissingCharacter, MissingGlyphsError } from './paragraphs/characters.ts';
export { createPrinter, type Printer, type PrinterConfig, type PrintOptions } from './printer.ts';
