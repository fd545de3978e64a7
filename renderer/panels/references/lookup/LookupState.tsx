import { useEffect, useState } from 'react';
import { useSurroundings } from '../../../app/surroundings.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useWords } from '../../../words/index.ts';

/** Says where look-ups are turned off or found no connection; nothing where all is well. */
export function LookupState({ seen }: { readonly seen: unknown }) {
  const say = useWords('lookup');
  const { host } = useSurroundings();
  const [state, setState] = useState<{ readonly on: boolean; readonly offline: boolean } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each answer
  useEffect(() => {
    let gone = false;
    host.call('lookup.state', {}).then(
      now => !gone && setState(now),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [host, seen]);
  if (!state || (state.on && !state.offline)) return null;
  return (
    <Banner severity="note" live>
      {say(state.on ? 'offline' : 'off')}
    </Banner>
  );
}
