import type { LabImport } from '../../../../core/timeline/formats/types.ts';
import { asks, placeWords } from '../../../../core/timeline/formats/warnings.ts';
import { useChoose, useWords } from '../../../words/index.ts';
import { isAnswerable } from './Questions.tsx';

/** More than this many are counted and not listed. */
const LISTED = 50;

/** What was not understood or needs a look, each with its place and its reason. */
export function LeftOut({ reading: { warnings } }: { readonly reading: LabImport }) {
  const say = useWords('timeline');
  const choose = useChoose();
  const listed = warnings.filter(each => asks(each) && !isAnswerable(each));
  if (listed.length === 0) return null;
  return (
    <section className="import-left-out">
      <h3>{say('notUnderstood', { count: listed.length })}</h3>
      <ul>
        {listed.slice(0, LISTED).map(({ where, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may be listed for several of its cells
          <li key={index}>
            <b className="number">{choose(placeWords(where))}</b>
            <span>{choose(detail)}</span>
          </li>
        ))}
      </ul>
      {listed.length > LISTED && <p className="quiet">{say('more', { count: listed.length - LISTED })}</p>}
    </section>
  );
}
