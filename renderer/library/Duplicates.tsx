import { useCallback, useEffect, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { DuplicatePair, Proposal, Settlement } from '../../core/library/types.ts';
import { notifyProblem } from '../app/notices/notices.ts';
import { unexpectedProblem } from '../app/opening.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Said.tsx';
import { useWords } from '../words/index.ts';
import { settled, type Work } from './asking.ts';
import { MergeView } from './MergeView.tsx';

/** What imports brought that waits, and pairs of entries that look like one work, one after the other. */
export function Duplicates({ host, work }: { readonly host: HostClient; readonly work: Work }) {
  const say = useWords('library');
  const [pairs, setPairs] = useState<readonly DuplicatePair[] | null>(null);
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [at, setAt] = useState(0);

  const look = useCallback(async () => {
    try {
      const waiting = await host.call('library.proposals', {});
      if (waiting.ok) setProposals(waiting.value);
      for await (const event of host.stream('library.duplicates', {})) {
        if (event.kind === 'done') setPairs(event.pairs);
        else if (event.kind === 'failed') notifyProblem(event.problem);
      }
    } catch {
      notifyProblem(unexpectedProblem());
    }
  }, [host]);
  useEffect(() => void look(), [look]);

  const settle = async (how: Settlement) => {
    const answer = await settled(host.call('library.settle', { ids: proposals.map(({ id }) => id), how }));
    if (answer.ok && answer.value.batch !== null) work.did([answer.value.batch]);
    await look();
  };
  const pair = pairs?.[at % Math.max(1, pairs.length)];
  return (
    <div className="library-duplicates">
      {proposals.length > 0 && (
        <Banner
          severity="note"
          actions={
            <>
              <Button kind="plain" small onPress={() => void settle('drop')}>
                {say('dropAll')}
              </Button>
              <Button kind="plain" small onPress={() => void settle('add')}>
                {say('addAll')}
              </Button>
              <Button small onPress={() => void settle('merge')}>
                {say('fillAll')}
              </Button>
            </>
          }
        >
          <b>{say('proposals', { count: proposals.length })}</b> {say('pairsHint')}
        </Banner>
      )}
      {pairs === null && <p className="quiet">{say('looking')}</p>}
      {pairs?.length === 0 && proposals.length === 0 && <p className="quiet">{say('noPairs')}</p>}
      {pairs && pair && (
        <>
          <Banner
            severity="note"
            actions={
              pairs.length > 1 ? (
                <Button kind="plain" small onPress={() => setAt(now => (now + 1) % pairs.length)}>
                  {say('later')}
                </Button>
              ) : undefined
            }
          >
            <b>{say('pairs', { count: pairs.length })}</b> {say('pairsHint')}
          </Banner>
          <MergeView
            key={`${pair.one} ${pair.other}`}
            host={host}
            work={work}
            one={pair.one}
            other={pair.other}
            because={pair.because}
            place={say('pair', { number: (at % pairs.length) + 1, count: pairs.length })}
            onDone={() => void look()}
          />
        </>
      )}
    </div>
  );
}
