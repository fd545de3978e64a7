/** A bare script on pdfmake and citeproc: what one would write without Casewright. Same words, images, drawings and references. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import '@citation-js/plugin-csl';
import { engineFor } from '../../host/citing/engine.ts';

const require = createRequire(import.meta.url);

export interface StockInput {
  /** A definition with pdfmake's own keys; images as data addresses. */
  readonly definition: Record<string, unknown>;
  readonly items: readonly { readonly id: string }[];
  readonly clusters: readonly (readonly string[])[];
  readonly style: string;
}

const fontFolder = dirname(require.resolve('@expo-google-fonts/source-serif-4/package.json'));
const face = (weight: string, file: string) => join(fontFolder, weight, `SourceSerif4_${file}.ttf`);
const family = {
  normal: face('400Regular', '400Regular'),
  italics: face('400Regular_Italic', '400Regular_Italic'),
  bold: face('600SemiBold', '600SemiBold'),
  bolditalics: face('600SemiBold_Italic', '600SemiBold_Italic'),
};

/** Formats clusters and bibliography once. */
export function stockCitations({ items, clusters, style }: StockInput): number {
  const engine = engineFor('stock', style, 'en-US');
  const byId = new Map(items.map(item => [item.id, item]));
  (engine.sys as { retrieveItem: unknown }).retrieveItem = (id: string) => byId.get(id);
  const made = engine.rebuildProcessorState(
    clusters.map((ids, index) => ({
      citationID: `c${index}`,
      citationItems: ids.map(id => ({ id })),
      properties: { noteIndex: 0 },
    })),
    'html',
    [],
  );
  engine.makeBibliography();
  return made.length;
}

/** Prints once with stock pdfmake. */
export async function stockPdf({ definition }: StockInput): Promise<Uint8Array> {
  const pdfmake = require('pdfmake') as {
    setFonts(fonts: unknown): void;
    setUrlAccessPolicy(policy: () => boolean): void;
    setLocalAccessPolicy(policy: () => boolean): void;
    createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
  };
  pdfmake.setFonts({ Serif: family, 'Source Serif 4': family });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake.createPdf(JSON.parse(JSON.stringify(definition))).getBuffer();
}
