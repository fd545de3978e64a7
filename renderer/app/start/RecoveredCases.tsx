import { useEffect, useState } from 'react';
import type { Recoverable } from '../../../core/contract/values.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { fileName } from '../files/choosing.ts';
import { notifyProblem } from '../notices/notices.ts';
import type { Opening } from '../opening.ts';
import { useSurroundings } from '../surroundings.tsx';

/** Cases with changes that are in no file: after a crash, or never saved. Nothing is shown when there are none. */
export function RecoveredCases({ ways }: { readonly ways: Opening }) {
  const say = useWords('start');
  const format = useFormat();
  const { host } = useSurroundings();
  const [list, setList] = useState<readonly Recoverable[]>([]);
  const [discarding, setDiscarding] = useState<Recoverable | null>(null);
  useEffect(() => {
    host.call('report.recoverable', {}).then(setList, () => {});
  }, [host]);

  if (list.length === 0) return null;
  const discard = async ({ document }: Recoverable) => {
    setDiscarding(null);
    const answer = await host.call('report.discard', { document });
    if (!answer.ok) return notifyProblem(answer.problem);
    setList(now => now.filter(each => each.document !== document));
  };
  return (
    <section className="start-recovered" aria-labelledby="start-recovered">
      <h2 id="start-recovered">{say('nothingLost')}</h2>
      <p className="second">{say('recovered', { count: list.length })}</p>
      <ul>
        {list.map(found => (
          <li key={found.document} className="card recovered">
            <span className="recent-main">
              <b>{found.title || say('untitled')}</b>
              <small>
                {found.path ? fileName(found.path) : say('neverSaved')} ·{' '}
                {say('lastChange', { when: format.moment(found.at) })}
              </small>
            </span>
            <Button kind="plain" small onPress={() => setDiscarding(found)}>
              {say('discard')}
            </Button>
            <Button kind="primary" small onPress={() => void ways.resume(found.document)}>
              {say('resume')}
            </Button>
          </li>
        ))}
      </ul>
      {discarding && (
        <Dialog
          alert
          title={say('discardTitle')}
          onClose={() => setDiscarding(null)}
          footer={
            <>
              <Button danger onPress={() => void discard(discarding)}>
                {say('discardYes')}
              </Button>
              <Button kind="primary" autoFocus onPress={() => setDiscarding(null)}>
                {say('keep')}
              </Button>
            </>
          }
        >
          <p className="second">{say('discardHint', { title: discarding.title || say('untitled') })}</p>
        </Dialog>
      )}
    </section>
  );
}
