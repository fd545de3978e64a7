/** Our drawings as vectors on a page of their own, for formats and journals that take no SVG. */
import type { ExportRequest } from '../../core/export/types.ts';
import { printerWhenWanted } from './printer.ts';

/** Same drawing, same bytes: a drawing has no date. */
const NO_DATE = new Date(0);

/** A maker of such pages, with a printer that is made when first wanted. */
export function createDrawingPrinter(config: { readonly fontFolder?: string }): ExportRequest['pdf'] {
  const printer = printerWhenWanted(config);
  return async ({ svg, width, height }) => {
    const { print } = await printer();
    return print({
      content: [{ svg, width }],
      // A page of just the drawing's height would be a hair too low for it, and leave it to a second one.
      pageSize: { width, height: Math.ceil(height) + 1 },
      pageMargins: 0,
      language: 'en',
      info: { title: '', creationDate: NO_DATE },
    });
  };
}
