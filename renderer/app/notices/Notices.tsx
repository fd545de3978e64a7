import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Words } from '../../../core/outcome.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { focusText } from '../report/focus.ts';
import { dismiss, notices } from './notices.ts';
import './notices.css';

/** The corner where notices appear; on the start page a place of its own. Always there, so that what comes is said aloud once. */
export function Notices() {
  const list = useStore(notices, state => state.list);
  const choose = useChoose();
  const say = useWords('shell');
  const text = (words: string | Words) => (typeof words === 'string' ? words : choose(words));
  return (
    <section className="notices" role="log" aria-live="polite" aria-relevant="additions" aria-label={say('notices')}>
      {list.map(notice => (
        <div key={notice.id} className="card notice">
          <SeverityIcon of={notice.severity} />
          <p>
            <b>{text(notice.title)}</b>
            {notice.hint && <span>{text(notice.hint)}</span>}
            {notice.action && (
              <Button
                small
                onPress={() => {
                  notice.action?.run();
                  dismiss(notice.id);
                }}
              >
                {notice.action.label}
              </Button>
            )}
          </p>
          <IconButton
            label={say('close')}
            icon={X}
            onPress={() => {
              dismiss(notice.id);
              // The next one, or back to the text.
              if (list.length === 1) focusText();
            }}
          />
        </div>
      ))}
    </section>
  );
}
