import type { Run } from '../../../core/manuscript/types.ts';

type Marks = 'bold' | 'italic' | 'underline' | 'sup' | 'sub' | 'smallCaps';
const MARKS: readonly Marks[] = ['bold', 'italic', 'underline', 'sup', 'sub', 'smallCaps'];

/** What of a run is seen on the sheet: not where it leads. */
export type SeenRun = Pick<Run, 'text' | Marks>;

/**
 * Adjacent runs that look alike, as one: the numbers of a raised call, each a link in print, are one piece of text here. Those with a
 * space stay apart, since a line may end between them and not within them.
 */
export function seenTogether(runs: readonly SeenRun[]): readonly SeenRun[] {
  const together: SeenRun[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    const joins = last && !/\s/.test(last.text + run.text) && MARKS.every(mark => last[mark] === run[mark]);
    if (joins) together[together.length - 1] = { ...last, text: last.text + run.text };
    else together.push(run);
  }
  return together;
}

/** Formatted runs as they are printed; links are not followed from the sheet. */
export function Runs({ runs }: { readonly runs: readonly SeenRun[] }) {
  return seenTogether(runs).map((run, index) => {
    let shown: React.ReactNode = run.text;
    if (run.italic) shown = <i>{shown}</i>;
    if (run.bold) shown = <b>{shown}</b>;
    if (run.underline) shown = <u>{shown}</u>;
    if (run.sup) shown = <sup>{shown}</sup>;
    if (run.sub) shown = <sub>{shown}</sub>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own and are drawn anew together
      <span key={index} className={run.smallCaps ? 'small-caps' : undefined}>
        {shown}
      </span>
    );
  });
}
