/** Changes of a review taken into the report: blocks rewritten with those that were accepted, where they stand now. */
import { done, failed, type Outcome, problem } from '../outcome.ts';
import type { Block, DocumentElement, List, ListItem, PartKey, TableCell, TableRow } from '../report/document.ts';
import type { Op } from '../report/ops.ts';
import { citationsOf, emptyParagraph, isEmptyInline } from '../report/parts.ts';
import type { Asset, CaseReport, Figure, Reference } from '../report/types.ts';
import { type Atom, type Break, inlinesOf } from './atoms.ts';
import { elementAt } from './expected.ts';
import { blockKey } from './keys.ts';
import { type Group, holds, type PanelRemoval, type Review, type Room, type TableLine } from './review.ts';

/** Blocks of a part replaced by others. */
export interface Edit {
  readonly part: PartKey;
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly Block[];
  /** To be added first. */
  readonly references: readonly Reference[];
  readonly figures: readonly { readonly figure: Figure; readonly asset: Asset }[];
  /** To be taken out of a figure. */
  readonly panel?: PanelRemoval;
}

/** Atoms between two ends of paragraphs, and what they were before. */
interface Piece {
  readonly atoms: Atom[];
  /** The first unit of the group that left something in it. */
  unit?: number;
  readonly opens?: NonNullable<Break['opens']>;
}

/** The texts that a group becomes. */
function piecesOf({ held, hunks }: Pick<Group, 'held' | 'hunks'>, accepted: ReadonlySet<string>): readonly Piece[] {
  const taken = hunks.filter(({ change }) => accepted.has(change));
  const gone = new Set(taken.flatMap(({ remove }) => remove));
  const marks = new Map(taken.flatMap(({ restyle }) => restyle.map(one => [one.at, one.marks] as const)));
  const pieces: Piece[] = [{ atoms: [] }];
  let unit = 0;
  const put = (atom: Atom, of?: number) => {
    const last = pieces.at(-1) as Piece;
    if (atom.kind === 'break') pieces.push({ atoms: [], ...(atom.opens ? { opens: atom.opens } : {}) });
    else {
      last.atoms.push(atom);
      if (of !== undefined) last.unit ??= of;
    }
  };
  for (let at = 0; at <= held.length; at++) {
    for (const hunk of taken) if (hunk.at === at) for (const atom of hunk.insert) put(atom);
    const atom = held[at];
    if (!atom) continue;
    if (!gone.has(at)) {
      const restyled = marks.get(at);
      put(restyled !== undefined && atom.kind === 'letter' ? { ...atom, marks: restyled } : atom, unit);
    }
    if (atom.kind === 'break') unit++;
  }
  return pieces;
}

/** The blocks of a room with some changes made. */
export function rewritten(room: Room, review: Review, accepted: ReadonlySet<string>): readonly Block[] {
  if (room.removal !== undefined && accepted.has(room.removal)) return tailOf(room, review, accepted);
  const inlines = (atoms: readonly Atom[]) => inlinesOf(atoms, key => review.elements[key]);
  const [first] = room.groups;
  if (!first?.units.every(({ path }) => path.length === 0)) {
    const blocks = room.blocks.map(block =>
      reshaped(inside(block, room.groups, accepted, inlines), room, accepted, inlines),
    );
    return [...blocks.flatMap(block => block ?? []), ...tailOf(room, review, accepted)];
  }
  if (!first.hunks.some(({ change }) => accepted.has(change)))
    return [...room.blocks, ...tailOf(room, review, accepted)];
  const blocks = piecesOf(first, accepted).flatMap(({ atoms, unit, opens }, index): readonly Block[] => {
    const children = inlines(atoms);
    // A paragraph of which nothing is left is gone with it.
    if (isEmptyInline(children)) return [];
    const was = room.blocks[unit ?? (index === 0 ? 0 : -1)];
    if (opens === 'heading-1' || opens === 'heading-2')
      return [{ type: 'heading', level: opens === 'heading-1' ? 1 : 2, children }];
    if (was?.type === 'heading' && opens !== 'paragraph') return [{ ...was, children }];
    return [{ type: 'paragraph', children }];
  });
  return [...blocks, ...tailOf(room, review, accepted)];
}

function tailOf(room: Room, review: Review, accepted: ReadonlySet<string>): readonly Block[] {
  return room.tail.flatMap((hunk): readonly Block[] => {
    if (!accepted.has(hunk.change)) return [];
    if ('block' in hunk) return [hunk.block];
    return piecesOf({ held: [], hunks: [hunk] }, accepted).flatMap(({ atoms, opens }): readonly Block[] => {
      const children = inlinesOf(atoms, key => review.elements[key]);
      if (isEmptyInline(children)) return [];
      if (opens === 'heading-1' || opens === 'heading-2')
        return [{ type: 'heading', level: opens === 'heading-1' ? 1 : 2, children }];
      return [{ type: 'paragraph', children }];
    });
  });
}

type Inlines = (atoms: readonly Atom[]) => ReturnType<typeof inlinesOf>;

/** A list, table or figure with the texts inside it rewritten; null where nothing of it is left. */
function inside(block: Block, groups: readonly Group[], accepted: ReadonlySet<string>, inlines: Inlines): Block | null {
  // From the end, so that places before a change stay what they are.
  const ordered = [...groups]
    .filter(({ hunks }) => hunks.some(({ change }) => accepted.has(change)))
    .sort((a, b) => comparePaths(b.units[0]?.path ?? [], a.units[0]?.path ?? []));
  let now: Block | null = block;
  for (const group of ordered) {
    const { path, kind } = group.units[0] as Group['units'][number];
    if (now === null) return null;
    const pieces = piecesOf(group, accepted);
    if (kind === 'item')
      now = withItems(
        now as List,
        path,
        pieces.map(({ atoms }) => inlines(atoms)),
      );
    else {
      const atoms = pieces.flatMap((piece, index): readonly Atom[] =>
        index === 0 ? piece.atoms : [{ kind: 'letter', text: kind === 'cell' ? '\n' : ' ', marks: '' }, ...piece.atoms],
      );
      now = withChild(now, path, { ...elementAt(now, path), children: inlines(atoms) } as DocumentElement) as Block;
    }
  }
  return now;
}

/** A table with rows and columns taken out and put in; null where nothing of it is left. */
function reshaped(
  block: Block | null,
  { reshaping }: Room,
  accepted: ReadonlySet<string>,
  inlines: Inlines,
): Block | null {
  if (block?.type !== 'table' || !reshaping) return block;
  const stands = ({ held, change }: TableLine) => change === undefined || accepted.has(change) === (held === null);
  const rows = reshaping.rows.flatMap((line, at) => (stands(line) ? [{ ...line, at }] : []));
  const columns = reshaping.columns.flatMap((line, at) => (stands(line) ? [{ ...line, at }] : []));
  if (rows.length === 0 || columns.length === 0) return null;
  const own = block.children.filter((child): child is TableRow => child.type === 'table-row');
  const lastHead = rows.findLastIndex(({ held }) => held !== null && held < block.headerRows);
  const body = own.slice(block.headerRows);
  const made = rows.map(
    (row): TableRow => ({
      type: 'table-row',
      children: columns.map((column): TableCell => {
        const held = row.held === null || column.held === null ? undefined : own[row.held]?.children[column.held];
        if (held) return held;
        const isHead =
          column.held !== null && body.length > 0 && body.every(each => each.children[column.held as number]?.header);
        const children = inlines(reshaping.fresh[row.at]?.[column.at] ?? []);
        return { type: 'table-cell', ...(isHead ? { header: true as const } : {}), children };
      }),
    }),
  );
  const [caption] = block.children.filter(child => child.type === 'caption');
  return { ...block, headerRows: lastHead + 1, children: [...(caption ? [caption] : []), ...made] };
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++)
    if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return a.length - b.length;
}

function withChild(element: DocumentElement, path: readonly number[], child: DocumentElement): DocumentElement {
  const [at, ...rest] = path;
  if (at === undefined) return child;
  const children = element.children as DocumentElement[];
  return {
    ...element,
    children: children.with(at, withChild(children[at] as DocumentElement, rest, child)),
  } as DocumentElement;
}

/** A list whose paragraph at a path became some texts: each but the first is an item of its own after it. */
function withItems(block: List, path: readonly number[], texts: readonly ReturnType<Inlines>[]): List | null {
  const [itemAt = 0, ...rest] = path;
  const item = block.children[itemAt] as ListItem;
  if (rest.length > 1) {
    const inner = item.children[rest[0] as number] as List;
    const list = withItems(inner, rest.slice(1), texts);
    const children = list ? item.children.with(rest[0] as number, list) : item.children.toSpliced(rest[0] as number, 1);
    return { ...block, children: block.children.with(itemAt, { ...item, children }) };
  }
  const filled = texts.filter(children => !isEmptyInline(children));
  const [own, ...others] = filled;
  const nested = item.children.filter(child => child.type === 'list');
  const items: ListItem[] =
    own === undefined
      ? nested.length > 0
        ? [{ ...item, children: [{ type: 'paragraph', children: [{ text: '' }] }, ...nested] }]
        : []
      : [
          { ...item, children: [{ type: 'paragraph', children: own }, ...nested] },
          ...others.map((children): ListItem => ({ type: 'list-item', children: [{ type: 'paragraph', children }] })),
        ];
  const children = block.children.toSpliced(itemAt, 1, ...items);
  return children.length === 0 ? null : { ...block, children };
}

const roomOf = (review: Review, change: string): Room | undefined => review.rooms.find(room => holds(room, change));

/** Where some blocks stand in a part now: as near as can be to where they stood; -1 where they do not. */
function find(part: readonly Block[], blocks: readonly Block[], near: number): number {
  if (blocks.length === 0) return Math.min(near, part.length);
  const keys = blocks.map(blockKey);
  const here = part.map(blockKey);
  const places = here.flatMap((_, at) => (keys.every((key, index) => here[at + index] === key) ? [at] : []));
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? -1;
}

/**
 * How a change is made in the report as it is now, `made` being those that are in it already. Fails where the passage is no longer
 * what the review knows.
 */
export function acceptChange(
  review: Review,
  report: CaseReport,
  made: readonly string[],
  change: string,
): Outcome<Edit> {
  const room = roomOf(review, change);
  const part = room && report.parts.find(({ key }) => key === room.part);
  if (!room || !part) return failed(changedSince());
  const panel = removalOf(room, change);
  if (panel) {
    if (!hasPanel(report, panel)) return failed(changedSince());
    return done({ part: room.part, at: room.at, remove: 0, insert: [], references: [], figures: [], panel });
  }
  // What was undone since is found by what stands there.
  for (let count = made.length; count >= 0; count--) {
    const before = new Set(made.slice(0, count));
    const was = rewritten(room, review, before);
    const at = find(part.children, was, room.at);
    if (at < 0) continue;
    const now = rewritten(room, review, new Set([...before, change]));
    const twice = doubled(report, was, now);
    if (twice) return failed(standsElsewhere());
    return done({
      part: room.part,
      at,
      remove: was.length,
      insert: now,
      references: needed(review, report, now),
      figures: pictured(review, report, now),
    });
  }
  return failed(changedSince());
}

const removalOf = ({ panels }: Room, change: string) => panels?.find(one => one.change === change);

const hasPanel = ({ figures }: CaseReport, { figure, panel }: PanelRemoval): boolean =>
  figures.find(({ id }) => id === figure)?.panels.some(({ id }) => id === panel) === true;

/** Whether a citation would stand in two places: it was moved, and its old place was not given up yet. */
function doubled(report: CaseReport, was: readonly Block[], now: readonly Block[]): boolean {
  const before = new Set(citationsOf(was).map(({ id }) => id));
  const all = new Set(citationsOf(report.parts).map(({ id }) => id));
  return citationsOf(now).some(({ id }) => !before.has(id) && all.has(id));
}

/** Figures among the blocks that the report has no record of, with their images. */
function pictured({ pictures }: Review, report: CaseReport, blocks: readonly Block[]): Edit['figures'] {
  const known = new Set(report.figures.map(({ id }) => id));
  const placed = new Set(blocks.flatMap(block => (block.type === 'figure' ? [block.id] : [])));
  return Object.values(pictures).flatMap(({ figure, asset }) =>
    asset && placed.has(figure.id) && !known.has(figure.id) ? [{ figure, asset }] : [],
  );
}

function needed(review: Review, report: CaseReport, blocks: readonly Block[]): readonly Reference[] {
  const held = new Set(report.references.map(({ id }) => id));
  const cited = new Set(citationsOf(blocks).flatMap(({ items }) => items.map(({ reference }) => reference)));
  return Object.values(review.brings)
    .flat()
    .filter(({ id }, index, all) => cited.has(id) && !held.has(id) && all.findIndex(one => one.id === id) === index);
}

/** The ops of an edit. */
export function opsOf(report: CaseReport, edit: Edit): readonly Op[] {
  const { part: key, at, remove, insert } = edit;
  const part = report.parts.find(one => one.key === key);
  if (!part) return [];
  if (edit.panel) return dataOps(report, edit);
  const children = part.children.toSpliced(at, remove, ...insert);
  const value = { ...part, children: children.length === 0 ? [emptyParagraph()] : children };
  return [...dataOps(report, edit), { set: 'part', key, value }];
}

/** The ops of what an edit changes beside text: references, images, figures. */
export function dataOps({ assets, figures: held }: CaseReport, { references, figures, panel }: Edit): readonly Op[] {
  const figure = panel && held.find(({ id }) => id === panel.figure);
  const panels = figure?.panels.filter(({ id }) => id !== panel?.panel) ?? [];
  return [
    ...(figure
      ? [
          {
            set: 'figure',
            id: figure.id,
            value: { ...figure, panels, columns: Math.min(figure.columns, panels.length) },
          } as const,
        ]
      : []),
    ...references.map((reference): Op => ({ set: 'reference', id: reference.id, value: reference })),
    ...figures.flatMap(({ figure, asset }): readonly Op[] => [
      ...(assets.some(({ name }) => name === asset.name)
        ? []
        : [{ set: 'asset', id: asset.name, value: asset } as const]),
      { set: 'figure', id: figure.id, value: figure },
    ]),
  ];
}

/** Which changes the report holds now, of those that were made: one that was undone is open again. */
export function standing(review: Review, report: CaseReport, made: readonly string[]): readonly string[] {
  return review.rooms.flatMap(room => {
    const all = made.filter(id => roomOf(review, id) === room);
    const gone = all.filter(id => {
      const panel = removalOf(room, id);
      return panel && !hasPanel(report, panel);
    });
    const own = all.filter(id => !removalOf(room, id));
    const part = report.parts.find(({ key }) => key === room.part);
    if (own.length === 0 || !part) return [...own, ...gone];
    for (let count = own.length; count >= 0; count--)
      if (find(part.children, rewritten(room, review, new Set(own.slice(0, count))), room.at) >= 0)
        return [...own.slice(0, count), ...gone];
    return [...own, ...gone];
  });
}

const changedSince = () =>
  problem(
    'review.changed',
    {
      en: 'This passage was changed here since the review began.',
      fr: 'Ce passage a été modifié ici depuis le début de la relecture.',
    },
    {
      en: 'Nothing was changed. Open the returned file again to compare it with the text as it is now.',
      fr: 'Rien n’a été changé. Rouvrez le fichier pour le comparer au texte tel qu’il est maintenant.',
    },
  );

const standsElsewhere = () =>
  problem(
    'review.moved',
    {
      en: 'A citation in this change still stands where it was.',
      fr: 'Une citation de cette modification est encore à son ancienne place.',
    },
    {
      en: 'Nothing was changed. Accept its removal there first, then this change.',
      fr: 'Rien n’a été changé. Acceptez d’abord sa suppression, puis cette modification.',
    },
  );
