import { History } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';

/** That answers given before were taken, and how to be rid of them. */
export function Remembered({ at, onForget }: { readonly at: string; readonly onForget: () => void }) {
  const say = useWords('timeline');
  const locale = useLanguage() === 'fr' ? 'fr-FR' : 'en-GB';
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${at}T00:00Z`),
  );
  return (
    <p className="import-remembered">
      <History className="icon" />
      <span>{say('asLastTime', { date })}</span>
      <Button small kind="plain" onPress={onForget}>
        {say('forget')}
      </Button>
    </p>
  );
}
