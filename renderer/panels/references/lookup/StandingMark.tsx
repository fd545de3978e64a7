import type { Standing } from '../../../../core/lookup/standing.ts';
import { useWords } from '../../../words/index.ts';

const BADGE = { retracted: 'error', concern: 'warning', corrected: 'note' } as const;

/** What stands against a work, with its date, or that it could not be checked; nothing where nothing is known against it, or nobody asked. With `always`, that it is not checked. */
export function StandingMark({
  standing,
  always = false,
}: {
  readonly standing: Standing | undefined;
  readonly always?: boolean;
}) {
  const say = useWords('lookup');
  const state = standing?.state ?? 'not checked';
  if (standing && standing.noticeOf.length > 0) return <span className="badge warning">{say('isNotice')}</span>;
  if (state === 'none') return null;
  if (state === 'not checked') {
    if (always) return <span className="quiet xs">{say('standingUnchecked')}</span>;
    // One that was asked about in vain must not look like one that was found fine.
    return standing ? <span className="quiet xs">{say('unchecked')}</span> : null;
  }
  const date = standing?.notices[0]?.date;
  return <span className={`badge ${BADGE[state]}`}>{date ? say(`${state}On`, { date }) : say(state)}</span>;
}
