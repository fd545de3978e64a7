import type { LabReading } from '../../../../core/timeline/formats/types.ts';
import { useChoose, useWords } from '../../../words/index.ts';

/** More than this many are counted and not listed. */
const LISTED = 50;

/** The rows that were not understood, each with its reason. */
export function LeftOut({ reading: { notUnderstood } }: { readonly reading: LabReading }) {
  const say = useWords('timeline');
  const choose = useChoose();
  if (notUnderstood.length === 0) return null;
  return (
    <section className="import-left-out">
      <h3>{say('notUnderstood', { count: notUnderstood.length })}</h3>
      <ul>
        {notUnderstood.slice(0, LISTED).map(({ row, text, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may be listed for several of its cells
          <li key={index}>
            <b className="number">{say('row', { row })}</b>
            <span>
              <span className="cut">{text}</span>
              <small className="quiet">{choose(why)}</small>
            </span>
          </li>
        ))}
      </ul>
      {notUnderstood.length > LISTED && (
        <p className="quiet">{say('more', { count: notUnderstood.length - LISTED })}</p>
      )}
    </section>
  );
}
