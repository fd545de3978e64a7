import { useEffect, useState } from 'react';
import type { Outcome } from '../../../core/outcome.ts';
import { Tick } from '../../ui/Choices.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { useSurroundings } from '../surroundings.tsx';

/** Whether other programs of this computer may read the library, and at which address. */
export function SharingSetting() {
  const say = useWords('library');
  const choose = useChoose();
  const { host, settings, changeSettings } = useSurroundings();
  const [answer, setAnswer] = useState<Outcome<string | null> | null>(null);
  const isOn = settings.sharing === 'on';
  useEffect(() => {
    let left = false;
    // Asked after the setting was written: both go over one wire, in order.
    host.call('settings.set', { sharing: isOn ? 'on' : 'off' }).then(
      async () => {
        const now = await host.call('library.sharing', {});
        if (!left) setAnswer(now);
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [host, isOn]);
  return (
    <div className="labelled">
      <Tick value={isOn} onChange={on => changeSettings({ sharing: on ? 'on' : 'off' })}>
        {say('share')}
      </Tick>
      <p className="quiet xs" role="status">
        {isOn && answer?.ok && answer.value !== null ? (
          <code>{answer.value}</code>
        ) : isOn && answer && !answer.ok ? (
          choose(answer.problem.message)
        ) : (
          say('shareHint')
        )}
      </p>
    </div>
  );
}
