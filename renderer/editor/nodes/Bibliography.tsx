import { memo } from 'react';
import { useSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { Runs } from './runs.tsx';

/** The references as they will be printed, below the text. */
export const Bibliography = memo(function Bibliography() {
  const say = useWords('editor');
  const entries = useSession(state => state.citations.bibliography);
  const inNotes = useSession(({ citations }) => Object.keys(citations.notes ?? {}).length > 0);
  const heading = useSession(state => state.template.headings.references[state.report.language]);
  const language = useSession(state => state.report.language);
  const max = useSession(state => state.template.limits.find(({ of }) => of === 'references')?.max);
  return (
    <section className="part bibliography" lang={language} data-part="references" aria-label={heading}>
      <div className="section-head">
        <h2>{heading}</h2>
        {entries.length > 0 && (
          <span className={max !== undefined && entries.length > max ? 'count over' : 'count'}>
            {max === undefined ? entries.length : `${entries.length} / ${max}`}
          </span>
        )}
      </div>
      {entries.length === 0 ? (
        <p className="guide">{say(inNotes ? 'onlyNotes' : 'noReferences')}</p>
      ) : (
        <ol className="refs">
          {entries.map(({ reference, label, runs }) => (
            <li key={reference} className={label === '' ? 'hanging' : undefined}>
              {label !== '' && <span className="n">{label}</span>}
              <span>
                <Runs runs={runs} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
});
