import type { LabImport, LabWarning } from '../../../../core/timeline/formats/types.ts';
import { asks, isLeftOut, placeWords } from '../../../../core/timeline/formats/warnings.ts';
import { useChoose, useWords } from '../../../words/index.ts';

/** More than this many are counted and not listed. */
const LISTED = 50;

/** What was not understood, and what was and needs a look; each with its place, its text and the reason. */
export function LeftOut({ reading: { warnings } }: { readonly reading: LabImport }) {
  const say = useWords('timeline');
  const listed = warnings.filter(each => asks(each) && !each.question);
  const out = listed.filter(isLeftOut);
  const others = listed.filter(each => !isLeftOut(each));
  return (
    <>
      {out.length > 0 && <Rows title={say('notUnderstood', { count: out.length })} rows={out} />}
      {others.length > 0 && <Rows title={say('lookAt', { count: others.length })} rows={others} />}
    </>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly LabWarning[] }) {
  const say = useWords('timeline');
  const choose = useChoose();
  return (
    <section className="import-left-out">
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, LISTED).map(({ where, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may be listed for several of its cells
          <li key={index}>
            <b className="number">{choose(placeWords(where))}</b>
            <span>{choose(detail)}</span>
          </li>
        ))}
      </ul>
      {rows.length > LISTED && <p className="quiet">{say('more', { count: rows.length - LISTED })}</p>}
    </section>
  );
}
