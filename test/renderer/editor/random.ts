/** Edits by chance, repeatable by seed: what a hand can do to a document, badly aimed. */
import { Editor, Node, type Point, Transforms } from 'slate';
import type { DocumentNode, Part } from '../../../core/report/document.ts';
import { indentItem, outdentItem, toggleHeading, toggleList } from '../../../renderer/editor/commands/blocks.ts';
import { insertBlock, insertCitation, newTable } from '../../../renderer/editor/commands/inserting.ts';
import { setLink, toggleMark } from '../../../renderer/editor/commands/marks.ts';
import {
  addColumn,
  addRow,
  moveCell,
  removeColumn,
  removeRow,
  toggleHeaderRow,
} from '../../../renderer/editor/commands/tables.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';
import { citation, figure, heading, list, paragraph, table } from './sample.ts';

/** Numbers in [0, 1): mulberry32. */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Somewhere in the text; one time in three at an edge of its text node. */
function anyPoint(editor: CaseEditor, random: () => number): Point {
  const texts = [...Node.texts(editor)].filter(([, path]) => !Editor.void(editor, { at: path }));
  const [node, path] = pick(random, texts);
  const edge = random();
  const offset = edge < 0.17 ? 0 : edge < 0.33 ? node.text.length : Math.floor(random() * (node.text.length + 1));
  return { path, offset };
}

function near(editor: CaseEditor, point: Point, random: () => number): Point {
  const texts = [...Node.texts(editor)].filter(([, path]) => !Editor.void(editor, { at: path }));
  const here = texts.findIndex(([, path]) => path.join() === point.path.join());
  const [node, path] = texts[Math.min(texts.length - 1, here + Math.floor(random() * 4))] as (typeof texts)[number];
  return { path, offset: Math.floor(random() * (node.text.length + 1)) };
}

let fresh = 0;
const MARKS = ['bold', 'italic', 'sup'] as const;
const UNITS = ['character', 'word', 'line', 'block'] as const;

type Act = (editor: CaseEditor, random: () => number) => void;

const toPoint: Act = (editor, random) => Transforms.select(editor, anyPoint(editor, random));
const toRange: Act = (editor, random) => {
  const anchor = anyPoint(editor, random);
  const focus = random() < 0.8 ? near(editor, anchor, random) : anyPoint(editor, random);
  Transforms.select(editor, random() < 0.5 ? { anchor, focus } : { anchor: focus, focus: anchor });
};
const somewhere: Act = (editor, random) => (random() < 0.6 ? toPoint : toRange)(editor, random);

/** What a paste may bring, well formed or not. */
function fragment(editor: CaseEditor, random: () => number): Node[] {
  fresh++;
  const kinds: (() => Node[])[] = [
    () => [paragraph(`pasted ${fresh}`)],
    () => [paragraph('p1'), heading(1, 'p2'), paragraph('p3', citation(`c${fresh}`, 'r1'))],
    () => [figure(`f${fresh}`, 'pasted caption')],
    () => [figure('f1', 'a second time')],
    () => [
      table(`t${fresh}`, [
        ['1', '2'],
        ['3', '4'],
      ]),
      paragraph('behind'),
    ],
    () => [list('a', 'b'), paragraph('c')],
    () => structuredClone((pick(random, editor.children) as Part).children) as Node[],
    () => structuredClone([pick(random, editor.children)]) as Node[],
    () => (editor.selection ? structuredClone(Editor.fragment(editor, editor.selection)) : []) as Node[],
    () => [{ text: 'loose' }, citation('c1', 'r2')],
    () => [{ type: 'table-row', children: [{ type: 'table-cell', children: [{ text: 'cell' }] }] }] as Node[],
    () => [{ type: 'list-item', children: [paragraph('item')] }] as unknown as Node[],
  ];
  return pick(random, kinds)();
}

const commands: readonly ((editor: CaseEditor) => unknown)[] = [
  editor => toggleHeading(editor, 1),
  editor => toggleHeading(editor, 2),
  editor => toggleList(editor, true),
  editor => toggleList(editor, false),
  indentItem,
  outdentItem,
  editor => toggleMark(editor, 'sub'),
  editor => setLink(editor, 'example.org'),
  editor => setLink(editor, ''),
  editor => insertCitation(editor, [{ reference: 'r9' }]),
  editor => insertBlock(editor, newTable()),
  editor => addRow(editor, 'above'),
  editor => addRow(editor, 'below'),
  editor => addColumn(editor, 'left'),
  removeRow,
  removeColumn,
  toggleHeaderRow,
  editor => moveCell(editor, 1),
];

/** Everything a hand can do, by name. */
export const acts: Readonly<Record<string, Act>> = {
  type: (editor, random) => {
    somewhere(editor, random);
    for (const letter of 'abc de'.slice(0, 1 + Math.floor(random() * 6))) editor.insertText(letter);
  },
  backspace: (editor, random) => {
    somewhere(editor, random);
    for (let count = random() * 4; count > 0; count--) editor.deleteBackward(pick(random, UNITS));
  },
  delete: (editor, random) => {
    somewhere(editor, random);
    for (let count = random() * 4; count > 0; count--) editor.deleteForward(pick(random, UNITS));
  },
  cut: (editor, random) => {
    toRange(editor, random);
    editor.deleteFragment({ direction: random() < 0.5 ? 'backward' : 'forward' });
  },
  all: (editor, random) => {
    if (random() < 0.9) return;
    Transforms.select(editor, []);
    editor.deleteFragment();
  },
  enter: (editor, random) => {
    somewhere(editor, random);
    for (let count = random() * 3; count > 0; count--) editor.insertBreak();
  },
  softBreak: (editor, random) => {
    somewhere(editor, random);
    editor.insertSoftBreak();
  },
  list: (editor, random) => {
    toPoint(editor, random);
    for (const letter of '- item') editor.insertText(letter);
  },
  mark: (editor, random) => {
    toRange(editor, random);
    const mark = pick(random, MARKS);
    if (random() < 0.5) Editor.addMark(editor, mark, true);
    else Editor.removeMark(editor, mark);
  },
  paste: (editor, random) => {
    somewhere(editor, random);
    editor.insertFragment(fragment(editor, random));
  },
  cite: (editor, random) => {
    somewhere(editor, random);
    Transforms.insertNodes(editor, citation(`c${fresh++}-`, 'r1') as Node);
  },
  float: (editor, random) => {
    const part = Math.floor(random() * editor.children.length);
    const at = [part, Math.floor(random() * ((editor.children[part] as { children: unknown[] }).children.length + 1))];
    Transforms.insertNodes(editor, figure(`f${fresh++}-`, 'new') as Node, { at });
  },
  form: (editor, random) => {
    toRange(editor, random);
    const match = (node: DocumentNode | CaseEditor) =>
      'type' in node && (node.type === 'paragraph' || node.type === 'heading');
    Transforms.setNodes(editor, (random() < 0.5 ? { type: 'heading', level: 1 } : { type: 'paragraph' }) as never, {
      match: match as never,
    });
  },
  command: (editor, random) => {
    somewhere(editor, random);
    pick(random, commands)(editor);
  },
  wreck: (editor, random) => {
    // What a bug elsewhere might do: a node moved or removed wherever it stands.
    const entries = [...Node.nodes(editor)].filter(([node, path]) => path.length > 1 && !('text' in node));
    const [, path] = pick(random, entries);
    const to = [Math.floor(random() * editor.children.length), 0];
    pick(random, [
      () => Transforms.removeNodes(editor, { at: path, voids: true }),
      () => Transforms.unwrapNodes(editor, { at: path }),
      () => Transforms.moveNodes(editor, { at: path, to, voids: true }),
    ])();
  },
};
