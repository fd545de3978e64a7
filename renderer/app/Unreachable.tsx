import { Button } from '../ui/Button.tsx';
import { useWords } from '../words/index.ts';

/** What is shown when the local service cannot be reached at all. */
export function Unreachable() {
  const say = useWords('shell');
  return (
    <main className="blank" role="alert">
      <h2>{say('unreachable')}</h2>
      <p>{say('unreachableHint')}</p>
      <div className="blank-actions">
        <Button kind="primary" onPress={() => window.location.reload()}>
          {say('retry')}
        </Button>
      </div>
    </main>
  );
}
