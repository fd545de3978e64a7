import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { DuplicatePair, Proposal, Settlement } from '../../../core/library/types.ts';
import { notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import { Progress } from '../incoming/Progress.tsx';
import { Proposals } from '../incoming/Proposals.tsx';
import type { Work } from '../working.ts';
import { MergeView } from './MergeView.tsx';

/** What imports brought that waits, and pairs of entries that look like one work, one after the other. */
export function Duplicates({
  host,
  work,
  revision,
  onCounted,
}: {
  readonly host: HostClient;
  readonly work: Work;
  /** Of the library: what was merged, taken back, or came in and waits, is looked for anew. */
  readonly revision: string;
  /** How many were found, pairs and what waits. */
  readonly onCounted: (count: number) => void;
}) {
  const say = useWords('library');
  const format = useFormat();
  const [pairs, setPairs] = useState<readonly DuplicatePair[] | null>(null);
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [at, setAt] = useState(0);
  /** How far the search for pairs is; null where none goes on. */
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const looking = useRef<AbortController | null>(null);

  const look = useCallback(async () => {
    looking.current?.abort();
    const stopping = new AbortController();
    looking.current = stopping;
    setProgress({ done: 0, of: 0 });
    try {
      const waiting = await host.call('library.proposals', {});
      if (waiting.ok) setProposals(waiting.value);
      for await (const event of host.stream('library.duplicates', {}, { signal: stopping.signal })) {
        if (event.kind === 'done') setPairs(event.pairs);
        else if (event.kind === 'progress') setProgress({ done: event.done, of: event.of });
        else if (event.kind === 'failed') notifyProblem(event.problem);
      }
    } catch {
      if (!stopping.signal.aborted) notifyProblem(unexpectedProblem());
    } finally {
      if (looking.current === stopping) setProgress(null);
    }
  }, [host]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another answer
  useEffect(() => {
    void look();
    return () => looking.current?.abort();
  }, [look, revision]);

  const counted = useRef(onCounted);
  counted.current = onCounted;
  useEffect(() => {
    if (pairs !== null) counted.current(pairs.length + proposals.length);
  }, [pairs, proposals]);

  const settle = async (some: readonly Proposal[], how: Settlement) => {
    const answer = await settled(host.call('library.settle', { ids: some.map(({ id }) => id), how }));
    if (!answer.ok) return;
    if (answer.value.batch !== null && how !== 'drop')
      work.did([answer.value.batch], {
        title: say(`settled_${how}`, { count: some.length, formatted: format.number(some.length) }),
      });
    // Those that were dropped leave no revision.
    await look();
  };
  const pair = pairs?.[at % Math.max(1, pairs.length)];
  return (
    <div className="library-duplicates">
      {proposals.length > 0 && (
        <Proposals host={host} proposals={proposals} onSettle={(some, how) => void settle(some, how)} />
      )}
      {progress && <Progress title={say('looking')} {...progress} onStop={() => looking.current?.abort()} />}
      {pairs === null && !progress && (
        <p className="quiet">
          {say('lookingStopped')}{' '}
          <Button small onPress={() => void look()}>
            {say('lookAgain')}
          </Button>
        </p>
      )}
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
