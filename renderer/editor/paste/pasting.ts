/** Paste and drop: our own fragments, HTML, spreadsheets, plain text, images. */
import { Editor, type Node, type Path, type PathRef, Range } from 'slate';
import type { Block, DocumentNode, Part, TableRow } from '../../../core/report/document.ts';
import { clearCrossing } from '../structure/deleting.ts';
import { above, allows, partAt } from '../structure/places.ts';
import { type CaseEditor, partsOf } from '../types.ts';
import { articleIn } from './article.ts';
import { CARRIED, type Carried, carriedIn, settledElsewhere } from './carried.ts';
import { cellsOfRows, cellsOfText, pasteIntoTable, tableOfCells } from './cells.ts';
import { type Changes, noChanges } from './changes.ts';
import { fitIn } from './fragment.ts';
import { type PlacedPicture, readingPage } from './html.ts';
import { cleaned } from './letters.ts';
import { looksLikeMarkdown } from './markdown.ts';
import { pageIn } from './page.ts';
import { filesOf } from './pictures.ts';
import { clearPlace, insertArticle, insertPieces } from './placing.ts';
import { readPlain } from './plain.ts';
import { atOnce, type Steps } from './steps.ts';
import { htmlOf, plainOf } from './written.ts';

/** Images among the files of a paste or drop; one of a kind that is not read is refused in words. */
export const imagesOf = (data: DataTransfer): readonly File[] =>
  [...data.files].filter(file => file.type.startsWith('image/'));

function pathIn(parts: readonly Part[], block: Block | null): Path | null {
  if (block === null) return null;
  for (const [index, part] of parts.entries()) {
    const at = part.children.indexOf(block);
    if (at >= 0) return [index, at];
  }
  return null;
}

/**
 * The block that a pasted picture stands behind: the very one that came in with it; for what went into the line with the caret,
 * the block of that; else the block in which pasting ended.
 */
function placeAfter(
  editor: CaseEditor,
  { after }: PlacedPicture,
  start: Path | null,
  first: Block | undefined,
): PathRef | null {
  if (!editor.selection || !partAt(editor, editor.selection.anchor)) return null;
  const isFirst = after === null || after === first;
  const path = pathIn(partsOf(editor), after) ?? (isFirst && start ? start : editor.selection.anchor.path.slice(0, 2));
  return Editor.pathRef(editor, path, { affinity: 'backward' });
}

/** A table of more cells would make the sheet slow, and no journal prints it. */
const MOST_CELLS = 2000;

/** What a paste brings: blocks, the pictures among them, and what of it changed. */
interface Brought {
  readonly blocks: readonly Block[];
  readonly pictures: readonly PlacedPicture[];
  readonly changes: Changes;
  /** Letters alone, which go in as if typed: in the marks that stand there, with their spaces. */
  readonly line?: string;
}

/** Whether a page only paints letters in their places, as programs that show PDF files and code do: its plain text says more. */
function isPainted(html: string): boolean {
  if (/<span[^>]*\srole="presentation"[^>]*>/i.test(html) && /<br role="presentation"/i.test(html)) return true;
  return /^\s*(?:<meta[^>]*>\s*)*<div style="[^"]*(?:monospace|Consolas|Menlo)[^"]*white-space: ?pre;/i.test(html);
}

function* broughtBy(editor: CaseEditor, html: string, text: string): Steps<Brought> {
  if (html !== '' && !(text !== '' && isPainted(html))) {
    const part = editor.selection && partAt(editor, editor.selection.anchor);
    const takesVoids = part !== null && allows(part[0].key).voids;
    const page = yield* pageIn(html);
    yield;
    const read = yield* readingPage(page, code => (takesVoids ? editor.onCitation(code) : null));
    yield;
    if (read.blocks.length > 0 || read.pictures.length > 0) return read;
  }
  const cells = cellsOfText(text);
  if (cells) return { blocks: [tableOfCells(cells)], pictures: [], changes: noChanges() };
  const line = cleaned(text).replace(/\n+$/, ' ');
  if (!line.includes('\n') && !looksLikeMarkdown(line))
    return { blocks: [], pictures: [], changes: noChanges(), line: line.replace(/\t/g, ' ') };
  const { blocks, joined } = readPlain(text);
  return { blocks, pictures: [], changes: { ...noChanges(), joined } };
}

const rowsIn = (blocks: readonly Block[]): readonly TableRow[] | null => {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'table'
    ? only.children.filter(child => child.type === 'table-row')
    : null;
};

const cellCount = (blocks: readonly Block[]): number =>
  Math.max(0, ...blocks.map(block => (rowsIn([block]) ?? []).reduce((sum, row) => sum + row.children.length, 0)));

/**
 * Whether an article that is pasted here is meant for the whole report: at the title or in a section. An abstract has
 * headings of the same names.
 */
function takesArticle(editor: CaseEditor): boolean {
  const key = editor.selection && partAt(editor, editor.selection.anchor)?.[0].key;
  if (!key || above(editor, ['caption', 'table-cell'])) return false;
  return key === 'title' || allows(key).floats;
}

export function withPasting(editor: CaseEditor): CaseEditor {
  const { setFragmentData } = editor;
  editor.setFragmentData = data => {
    setFragmentData(data);
    const { selection } = editor;
    if (!selection || (Range.isCollapsed(selection) && !Editor.void(editor, { at: selection }))) return;
    // What the window draws around the text is nobody else's: counts, tools, guidance.
    const parts = editor.getFragment() as Part[];
    const printed = editor.onCopied(parts);
    if (!printed) return;
    const { report, references } = printed;
    data.setData(CARRIED, JSON.stringify({ report, printed: printed.printed, references } satisfies Carried));
    data.setData('text/html', htmlOf(parts, printed));
    data.setData('text/plain', plainOf(parts, printed));
  };

  /** In pieces, of which all are one undo step; else the steps that have to be one are made so. */
  type How = 'at once' | 'in pieces';
  const together = function* <T>(how: How, steps: Steps<T>): Steps<T> {
    if (how === 'in pieces') return yield* steps;
    let given: T | undefined;
    editor.asOne(() => {
      given = atOnce(steps);
    });
    return given as T;
  };

  function* fragmentIn(nodes: readonly Node[], carried: Carried | null, how: How): Steps {
    const from = carried && editor.isForeign(carried.report) ? carried : null;
    if (!from) {
      yield* fragmentOf(nodes, null, null);
      return;
    }
    // What is replaced goes first: inside one step nothing is put right in between.
    clearPlace(editor);
    yield;
    yield* together(
      how,
      (function* () {
        yield* fragmentOf(nodes, from, editor.onForeign(from));
      })(),
    );
  }

  function* fragmentOf(
    nodes: readonly Node[],
    from: Carried | null,
    idOf: ((reference: string) => string) | null,
  ): Steps {
    const settled =
      from && idOf
        ? settledElsewhere(nodes as DocumentNode[], from, idOf)
        : { nodes: nodes as DocumentNode[], left: 0 };
    const { nodes: fitting, figures } = fitIn(editor, settled.nodes as Node[]);
    const voids = yield* insertPieces(editor, fitting);
    editor.onPasted({ ...noChanges(), voids, figures, left: settled.left });
  }

  /** Nodes that Slate finds in a clipboard, once it is asked what is in it. */
  let found: readonly Node[] | null = null;
  let isAsked = false;
  editor.insertFragment = nodes => {
    if (isAsked) found = nodes;
    else atOnce(fragmentIn(nodes, null, 'at once'));
  };
  function fragmentOfClipboard(data: DataTransfer): readonly Node[] | null {
    found = null;
    isAsked = true;
    editor.insertFragmentData(data);
    isAsked = false;
    return found;
  }

  function* dataIn(data: DataTransfer, how: How): Steps {
    const fragment = fragmentOfClipboard(data);
    if (fragment) yield* fragmentIn(fragment, carriedIn(data.getData(CARRIED)), how);
    // The references of citations come in with them, and are undone with them.
    else if (/CSL_CITATION/.test(data.getData('text/html'))) yield* together(how, foreignIn(data, how));
    else yield* foreignIn(data, how);
  }

  editor.insertData = data => {
    if (editor.isLarge(data)) editor.onLarge(data, copy => dataIn(copy, 'in pieces'));
    else atOnce(dataIn(data, 'at once'));
  };

  function* foreignIn(data: DataTransfer, how: How): Steps {
    const images = imagesOf(data);
    const html = data.getData('text/html');
    const { blocks, pictures, changes, line = '' } = yield* broughtBy(editor, html, data.getData('text/plain'));
    // A browser brings an image as a file, and where it found it.
    if (images.length > 0 && blocks.length === 0 && line.trim() === '') {
      editor.onImages(images);
      return;
    }
    if (blocks.length === 0 && pictures.length === 0 && line === '') {
      editor.onNothing([...data.files].filter(file => !images.includes(file)));
      return;
    }
    if (cellCount(blocks) > MOST_CELLS) {
      editor.onTooLong(cellCount(blocks));
      return;
    }
    const start = editor.selection && Editor.pathRef(editor, Range.start(editor.selection).path.slice(0, 2));
    try {
      const rows = rowsIn(blocks);
      const isInTable = rows !== null && pasteIntoTable(editor, cellsOfRows(rows));
      const article = takesArticle(editor) ? articleIn(blocks) : null;
      let voids = 0;
      if (article) voids = yield* together(how, insertArticle(editor, article));
      else if (!isInTable) voids = yield* insertPieces(editor, blocks);
      if (line !== '') Editor.insertText(editor, line);
      else if (blocks.length === 0 && pictures.length > 0) clearCrossing(editor);
      editor.onPasted({
        ...changes,
        voids,
        parted: new Set(article?.map(({ key }) => key).filter(key => key !== null && key !== 'references')).size,
        listed: article?.some(({ key }) => key === 'references') ? 1 : 0,
      });
      if (pictures.length > 0)
        editor.onPictures({
          pictures,
          after: pictures.map(picture => placeAfter(editor, picture, start?.current ?? null, blocks[0])),
          ...filesOf(pictures, data.getData('text/rtf')),
        });
    } finally {
      start?.unref();
    }
  }

  editor.insertTextData = () => false;
  return editor;
}
