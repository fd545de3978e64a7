/**
 * Where the lines of a justified paragraph end, chosen for all of them at once so that spaces are even (Knuth and Plass, “Breaking
 * paragraphs into lines”, Software: Practice and Experience 11, 1981): a line that fills itself may leave the next one nothing to
 * fill it with. Spaces grow and never shrink.
 */

/** Words that stand together, by their widths in points. */
export interface Box {
  readonly width: number;
  /** Of the space that it ends in. */
  readonly trail: number;
  /** Spaces that may grow, and whether it ends in one of them. */
  readonly spaces: number;
  readonly endsInSpace: boolean;
}

/** A place within a box where a hyphen may be put: what stands before it, with the hyphen, and behind it. */
export interface Division {
  readonly word: number;
  readonly cut: number;
  readonly before: { readonly width: number; readonly spaces: number };
  readonly after: { readonly width: number; readonly spaces: number };
}

/** A line's end: behind a box, or at a division of it. */
export interface LineEnd {
  readonly box: number;
  readonly division: Division | null;
}

export interface Paragraph {
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly fontSize: number;
  /** Where a box may be divided, ascending. Asked for those near a line's end. */
  readonly divisions: (box: number) => readonly Division[];
}

/** Growth of a space, in ems, that is as bad as TeX's badness of 100, and what its plain format asks for hyphens (demerits). */
const STRETCH = 0.3;
const HYPHEN = 2500;
const SECOND_IN_A_ROW = 5000;
const FURTHER_IN_A_ROW = 100_000;

/** Divisions tried of a box, from that which fills the line best. */
const TRIED = 2;
/** The least a division leaves on a line, and the growth of spaces, in ems, from which one is worth a hyphen: others are not tried. */
const LEAST_PIECE = 1.2;
const WORTH = 0.12;

interface Start {
  /** Of the line's first box, and where in it the line begins. */
  readonly box: number;
  readonly division: Division | null;
  readonly demerits: number;
  /** Lines just above that end in a hyphen, up to 3. */
  readonly hyphens: number;
  readonly before: Start | null;
}

/** The ends of all lines but the last; null where the words do not fit into lines of this width. */
export function evenLines({ boxes, width, fontSize, divisions }: Paragraph): readonly LineEnd[] | null {
  const starts: Start[][] = boxes.map(() => []);
  starts[0]?.push({ box: 0, division: null, demerits: 0, hyphens: 0, before: null });
  let best: Start | null = null;

  const add = (from: Start, box: number, division: Division | null, natural: number, spaces: number) => {
    const growth = (width - natural) / Math.max(spaces, 1) / fontSize;
    const badness = 100 * (growth / STRETCH) ** 3;
    const hyphens = division ? Math.min(from.hyphens + 1, 3) : 0;
    const row = [0, HYPHEN, HYPHEN + SECOND_IN_A_ROW, FURTHER_IN_A_ROW][hyphens] ?? 0;
    const demerits = from.demerits + (10 + badness) ** 2 + row;
    const list = starts[division ? box : box + 1] as Start[];
    const same = list.findIndex(one => one.division === division && one.hyphens === hyphens);
    if (same >= 0 && (list[same] as Start).demerits <= demerits) return;
    const start: Start = { box: division ? box : box + 1, division, demerits, hyphens, before: from };
    if (same >= 0) list[same] = start;
    else list.push(start);
  };

  // Those of a box are all there when its turn comes: every line takes it further.
  for (const list of starts)
    for (const start of list) {
      let { width: natural, spaces } = start.division?.after ?? { width: 0, spaces: 0 };
      let index = start.division ? start.box + 1 : start.box;
      const filled: { readonly natural: number; readonly spaces: number }[] = [{ natural, spaces }];
      for (; index < boxes.length; index++) {
        const box = boxes[index] as Box;
        if (natural + box.width - box.trail > width) break;
        natural += box.width;
        spaces += box.spaces;
        filled.push({ natural, spaces });
      }
      if (index === boxes.length) {
        if (!best || start.demerits < best.demerits) best = start;
        continue;
      }
      // Behind the last box that fits or the one before it, or within the box behind either.
      for (let back = 0; back < 2 && back < filled.length; back++) {
        const line = filled[filled.length - 1 - back] as (typeof filled)[number];
        const last = boxes[index - back - 1];
        if (last && (filled.length - back > 1 || start.division)) {
          const [end, inside] = [line.natural - last.trail, line.spaces - (last.endsInSpace ? 1 : 0)];
          add(start, index - back - 1, null, end, inside);
          if ((width - end) / Math.max(inside, 1) < WORTH * fontSize) continue;
        }
        // The last word of a paragraph stays whole.
        if (index - back === boxes.length - 1 || width - line.natural < LEAST_PIECE * fontSize) continue;
        divisions(index - back)
          .filter(({ before }) => line.natural + before.width <= width)
          .slice(-TRIED)
          .forEach(division => {
            add(
              start,
              index - back,
              division,
              line.natural + division.before.width,
              line.spaces + division.before.spaces,
            );
          });
      }
    }

  if (!best) return null;
  const ends: LineEnd[] = [];
  for (let start: Start | null = best; start?.before; start = start.before)
    ends.push({ box: start.division ? start.box : start.box - 1, division: start.division });
  return ends.reverse();
}
