import { X } from 'lucide-react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import type { ImportedNews } from './importing.ts';

/** Problems that are listed; more of them have one cause. */
const LISTED = 200;

/**
 * What came of an import that leaves something to look at: what waits to be merged, what could not be read and where, what was left out by
 * a stop, why it broke off.
 */
export function ImportCard(props: {
  readonly imported: ImportedNews;
  readonly onUndo: () => void;
  /** To what waits for a decision. */
  readonly onLook: () => void;
  /** Goes on with what broke off. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { added, already, proposed, left, problems, batches, broke, unread } = props.imported;
  const say = useWords('library');
  const shell = useWords('shell');
  const choose = useChoose();
  const format = useFormat();
  const count = (
    key:
      | 'imported'
      | 'importedAlready'
      | 'importedProposed'
      | 'importedProblems'
      | 'importedLeft'
      | 'importBrokeLeft'
      | 'importBrokeFiles',
    n: number,
  ) => say(key, { count: n, formatted: format.number(n) });
  const came = added.length === 0 ? say('importedNone') : count('imported', added.length);
  const parts = [
    broke && `${came}.`,
    left > 0 && count(broke ? 'importBrokeLeft' : 'importedLeft', left),
    already > 0 && count('importedAlready', already),
    proposed > 0 && count('importedProposed', proposed),
    problems.length > 0 && count('importedProblems', problems.length),
    unread > 0 && count('importBrokeFiles', unread),
  ];
  return (
    <section className="card library-import" role={broke ? 'alert' : 'status'}>
      <header>
        <SeverityIcon of={broke ? 'error' : problems.length > 0 ? 'warning' : 'note'} />
        <p className="grow">
          <b>{broke ? `${say('importBroke')} ${choose(broke.message)}` : came}</b>
          {parts.filter(part => typeof part === 'string').map(part => ` ${part}`)}
          {broke && <span className="second"> {say('importBrokeHint')}</span>}
        </p>
        <IconButton label={shell('close')} icon={X} onPress={props.onClose} />
      </header>
      {problems.length > 0 && (
        <details>
          <summary>{say('importedWhich')}</summary>
          <ul>
            {problems.slice(0, LISTED).map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries may have the same trouble
              <li key={index}>
                {choose(problem.message)} <span className="quiet">{choose(problem.hint)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <footer>
        {broke && (
          <Button small onPress={props.onAgain}>
            {say('importAgain')}
          </Button>
        )}
        {proposed > 0 && (
          <Button small onPress={props.onLook}>
            {say('importedLook')}
          </Button>
        )}
        {batches.length > 0 && (
          <Button kind="plain" small onPress={props.onUndo}>
            {say('undoImport')}
          </Button>
        )}
      </footer>
    </section>
  );
}
