/**
 * The one door to pdfmake and pdfkit. Their insides are CommonJS and have no stable entry, so they are
 * required by path, once, here, and typed by `types.ts`.
 */
import { createRequire } from 'node:module';
import type * as Engine from './types.ts';

const require = createRequire(import.meta.url);

function pdfmakeModule<T>(name: string): T {
  return (require(`pdfmake/js/${name}`) as { readonly default: T }).default;
}

export const PDFDocument = pdfmakeModule<typeof Engine.PDFDocument>('PDFDocument');
export const LayoutBuilder = pdfmakeModule<typeof Engine.LayoutBuilder>('LayoutBuilder');
export const Renderer = pdfmakeModule<typeof Engine.Renderer>('Renderer');
export const DocMeasure = pdfmakeModule<typeof Engine.DocMeasure>('DocMeasure');
export const DocPreprocessor = pdfmakeModule<typeof Engine.DocPreprocessor>('DocPreprocessor');
export const Line = pdfmakeModule<typeof Engine.Line>('Line');
export const TextInlines = pdfmakeModule<typeof Engine.TextInlines>('TextInlines');
export const TextDecorator = pdfmakeModule<typeof Engine.TextDecorator>('TextDecorator');
export const StyleContextStack = pdfmakeModule<typeof Engine.StyleContextStack>('StyleContextStack');

export const { tableLayouts } = require('pdfmake/js/tableLayouts') as {
  readonly tableLayouts: Readonly<Record<string, import('pdfmake/interfaces').CustomTableLayout>>;
};

export const { normalizePageSize, normalizePageMargin } = require('pdfmake/js/PageSize') as {
  normalizePageSize(size: unknown, orientation: string | undefined): Engine.PageSize;
  normalizePageMargin(margins: unknown): Engine.PageMargins;
};

export const { getNodeId } = require('pdfmake/js/helpers/node') as {
  /** The node's id, or that of the first of its runs that has one. */
  getNodeId(node: Engine.LayoutNode): string | null;
};
