import { ShieldCheck } from 'lucide-react';
import { knownStanding } from '../../../../core/lookup/file-notices.ts';
import { notChecked } from '../../../../core/lookup/standing.ts';
import type { Problem } from '../../../../core/outcome.ts';
import type { Op } from '../../../../core/report/ops.ts';
import { notifyProblem } from '../../../app/notices/notices.ts';
import { useOpenSession, useSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/index.ts';
import { useQuestion } from './asking.ts';

/** What is known of the references' retractions, since when, and checking them now. What was not checked is never called fine. */
export function StandingLine() {
  const say = useWords('lookup');
  const format = useFormat();
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  const { isAsking, ask, stop } = useQuestion<null>();
  if (references.length === 0) return null;
  const standings = references.map(reference => knownStanding(reference) ?? notChecked('never asked'));
  const unchecked = standings.filter(({ state }) => state === 'not checked').length;
  const noticed = standings.filter(({ state }) => state !== 'none' && state !== 'not checked').length;
  const oldest = Math.min(...standings.map(({ at }) => at ?? Number.POSITIVE_INFINITY));
  const when = Number.isFinite(oldest) ? format.moment(oldest) : '';
  const words =
    noticed > 0
      ? when === ''
        ? say('standingTold', { count: noticed })
        : say('standingFound', { count: noticed, when })
      : unchecked === references.length
        ? say(references.some(({ standing }) => standing) ? 'standingUnchecked' : 'standingNever')
        : unchecked > 0
          ? say('standingPart', { count: unchecked, of: references.length })
          : say('standingNone', { when });
  const check = () =>
    ask(async signal => {
      const { document, host, store } = session;
      const answer = await host.call('lookup.standings', { document, again: true }, { signal });
      if (!answer.ok) {
        notifyProblem(answer.problem);
        return null;
      }
      const { standings: found, problems } = answer.value;
      const ops = store.getState().report.references.flatMap((reference): Op[] => {
        const standing = found[reference.id];
        if (!standing || JSON.stringify(standing) === JSON.stringify(reference.standing)) return [];
        return [{ set: 'reference', id: reference.id, value: { ...reference, standing } }];
      });
      if (ops.length > 0) session.dispatch(ops, say('undoCheck'));
      const [first] = problems as readonly Problem[];
      if (first) notifyProblem(first);
      return null;
    });
  return (
    <div className={noticed > 0 ? 'standing-line noticed' : 'standing-line'} role="status">
      <ShieldCheck className="icon" />
      <span className="grow">
        {words}
        {noticed > 0 && unchecked > 0 && `. ${say('standingPart', { count: unchecked, of: references.length })}`}
      </span>
      {isAsking ? (
        <Button kind="plain" small onPress={stop}>
          {say('stop')}
        </Button>
      ) : (
        <Button kind="plain" small aria-label={say('checkLabel')} onPress={check}>
          {say('check')}
        </Button>
      )}
    </div>
  );
}
