import type { Run } from '../../../core/manuscript/types.ts';

/** Formatted runs as they are printed; links are not followed from the sheet. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
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
