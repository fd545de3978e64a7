import { X } from 'lucide-react';
import { IconButton } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import type { Read } from './References.tsx';

/** What came of reading references: how many were added, were there already, could not be read, and where. */
export function Summary({ read, onClose }: { readonly read: Read; readonly onClose: () => void }) {
  const say = useWords('references');
  const shell = useWords('shell');
  const choose = useChoose();
  const { added, already, problems } = read;
  const words = [
    added === 0 ? say('addedNone') : say('added', { count: added }),
    already > 0 && say('already', { count: already }),
    problems.length > 0 && say('unread', { count: problems.length }),
  ].filter(Boolean);
  return (
    <section className="card summary" role="status">
      <header>
        <SeverityIcon of={problems.length > 0 ? 'warning' : 'ok'} />
        <b className="grow">{words.join(', ')}.</b>
        <IconButton label={shell('close')} icon={X} onPress={onClose} />
      </header>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may have the same trouble at the same place
            <li key={index}>
              {problem.where && <span className="number quiet">{problem.where}</span>} {choose(problem.message)}{' '}
              <span className="quiet">{choose(problem.hint)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
