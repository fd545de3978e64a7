/** A PDF as lines that a person can read: its words page by page, and its structure tree with what each element says. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { allElements, type Element, structureOf } from '../printing/marked-content.ts';
import { PdfFile, textOf } from '../printing/pdf-objects.ts';

/** Letters shown of what an element says: enough to know it, few enough for a small golden. */
const SHOWN = 32;

async function opened<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  try {
    return await read(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

interface Words {
  /** The lines of each page. */
  readonly pages: readonly (readonly string[])[];
  /** What stands in each marked content, by `page#id`. */
  readonly marks: ReadonlyMap<string, string>;
}

function wordsOf(bytes: Uint8Array): Promise<Words> {
  return opened(bytes, async pdf => {
    const pages: (readonly string[])[] = [];
    const marks = new Map<string, string>();
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const open: string[] = [];
      let text = '';
      for (const item of items) {
        if ('str' in item) {
          const mark = open.at(-1) ?? '';
          marks.set(mark, (marks.get(mark) ?? '') + item.str);
          text += `${item.str}${item.hasEOL ? '\n' : ''}`;
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push((item.id ?? '').replace(/^p(\d+)R?_mc/, '$1#'));
      }
      pages.push(text.split('\n'));
    }
    return { pages, marks };
  });
}

const pageLines = ({ pages }: Words) => pages.flatMap((lines, index) => [`— page ${index + 1} —`, ...lines]);

/** The words of a PDF page by page, read by a program that is not ours. */
export const wordsOfPages = async (bytes: Uint8Array): Promise<readonly string[]> => pageLines(await wordsOf(bytes));

/** The words and the structure tree of a PDF, read once for both. */
export async function linesOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const words = await wordsOf(bytes);
  return [...pageLines(words), ...structureLines(bytes, words)];
}

/**
 * The structure tree: a line an element, indented, with its language, alternative text and scope where it has them and the first
 * letters it says. Elements within a line of text are counted in it; the cells of a row stand on its line.
 */
function structureLines(bytes: Uint8Array, { marks: words }: Words): readonly string[] {
  const said = (element: Element): string =>
    element.content.map(mark => words.get(mark) ?? '').join('') + element.children.map(said).join('');
  const shown = (text: string) => {
    const letters = [...text.replace(/\s+/g, ' ').trim()];
    return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
  };
  const lines = ['— structure —'];
  const visit = (element: Element, depth: number): void => {
    const { type, children } = element;
    const put = (text: string) => lines.push(`${' '.repeat(depth)}${[described(element), text].join(' ').trimEnd()}`);
    if (type === 'TR')
      put(children.map(cell => `${described(cell)} ${shown(said(cell)).slice(0, 12)}`.trimEnd()).join(' | '));
    else if (element.content.length > 0 || type === 'LI' || type === 'BibEntry')
      put(inside(element) + shown(said(element)));
    else {
      put('');
      for (const child of children) visit(child, depth + 1);
    }
  };
  visit(structureOf(new PdfFile(bytes)), 0);
  return lines;
}

function described({ type, dict }: Element): string {
  const attributes = dict.A;
  const scope = attributes && typeof attributes === 'object' && 'Scope' in attributes ? attributes.Scope : undefined;
  const named = scope && typeof scope === 'object' && 'name' in scope ? `:${scope.name}` : '';
  const language = dict.Lang === undefined ? '' : `[${textOf(dict.Lang)}]`;
  const alternative = dict.Alt === undefined ? '' : ` “${textOf(dict.Alt).slice(0, SHOWN)}”`;
  return `${type}${named}${language}${alternative}`;
}

/** Elements within a text by kind: "(Link ×2) ". */
function inside(element: Element): string {
  const types = allElements(element)
    .slice(1)
    .map(({ type }) => type);
  const counts = [...new Set(types)].map(type => `${type} ×${types.filter(each => each === type).length}`);
  return counts.length === 0 ? '' : `(${counts.join(', ')}) `;
}
