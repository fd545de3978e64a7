/** The typesetter, loaded when a page is first wanted: it is large, and most of what a host is asked for needs no page. */
import type * as Printing from '../printing/index.ts';

export interface LoadedPrinter extends Pick<typeof Printing, 'MissingGlyphsError' | 'UnreadableImageError'> {
  readonly print: Printing.Printer['print'];
  readonly printWithPlaces: Printing.Printer['printWithPlaces'];
}

/** Gives the same printer at every call, since its parts remember what they did. */
export function printerWhenWanted(config: { readonly fontFolder?: string }): () => Promise<LoadedPrinter> {
  let loading: Promise<LoadedPrinter> | undefined;
  return () => {
    loading ??= import('../printing/index.ts').then(({ createPrinter, MissingGlyphsError, UnreadableImageError }) => {
      const { print, printWithPlaces } = createPrinter(
        config.fontFolder === undefined ? {} : { fontFolder: config.fontFolder },
      );
      return { print, printWithPlaces, MissingGlyphsError, UnreadableImageError };
    });
    return loading;
  };
}
