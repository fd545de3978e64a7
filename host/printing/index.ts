/** Printing: the only part of the program that knows pdfmake, pdfkit and fontkit. */
export { type MissingCharacter, MissingGlyphsError } from './characters.ts';
export { UnreadableImageError } from './images.ts';
export type { LineNumbering } from './line-numbers.ts';
export { createPrinter, type Printer, type PrinterConfig, type PrintOptions } from './printer.ts';
