import { ChevronDown, ChevronRight, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { fieldOf, sameValue } from '../../../core/library/fields.ts';
import type { CollectionCount, KeptEntry, PastChange } from '../../../core/library/types.ts';
import { done } from '../../../core/outcome.ts';
import { fieldName, shownValue } from '../../panels/team/values.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { useAnswer } from '../asking.ts';
import type { Work } from '../working.ts';
import { isValue, pastSentence, pastSteps } from './past.ts';

interface Props {
  readonly host: HostClient;
  readonly entry: KeptEntry;
  readonly collections: readonly CollectionCount[];
  readonly work: Work;
}

/** As many as the host gives. */
const MOST = 500;

/** By whom and when an entry was made and changed; when asked for, what changed each time, with a way back to each value. */
export function History({ host, entry, collections, work }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const choose = useChoose();
  const [isOpen, setOpen] = useState(false);
  const { id, revision, created, changed } = entry;
  const answer = useAnswer<readonly PastChange[]>(
    async () => (isOpen ? host.call('library.history', { id }) : done([])),
    `${id} ${revision} ${isOpen}`,
  );
  const history = isOpen && answer?.ok ? answer.value : [];
  const steps = pastSteps(history);
  return (
    <section className="library-history" aria-label={say('history')}>
      <p className="quiet xs">
        {say('made', {
          added: format.moment(created.at),
          who: created.by,
          changed: format.moment(changed.at),
          by: changed.by,
        })}
      </p>
      <Button
        kind="plain"
        small
        icon={isOpen ? ChevronDown : ChevronRight}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {say(isOpen ? 'historyHide' : 'historyShow')}
      </Button>
      {isOpen && answer && !answer.ok && <p className="quiet xs">{choose(answer.problem.message)}</p>}
      {isOpen && answer?.ok && steps.length === 0 && history.length > 0 && (
        <p className="quiet xs">{say('historyNone')}</p>
      )}
      {steps.length > 0 && (
        <ol>
          {steps.map(({ by, at, reason, changes }) => (
            <li key={changes[0]?.seq}>
              <p className="quiet xs">
                {`${format.day(at)}, ${format.time(at)} · ${by}`}
                {reason && ` · ${say(reason)}`}
              </p>
              <ul>
                {changes.map(change => (
                  <Past key={change.seq} change={change} entry={entry} collections={collections} work={work} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {history.length >= MOST && <p className="quiet xs">{say('historyFirst', { formatted: format.number(MOST) })}</p>}
    </section>
  );
}

/** One field that changed. */
function Past(props: { readonly change: PastChange } & Pick<Props, 'entry' | 'collections' | 'work'>) {
  const { change, entry, collections, work } = props;
  const say = useWords('library');
  const names = useWords('team');
  const { field, before, value } = change;
  if (!isValue(field)) return <li>{pastSentence(say, change, collections)}</li>;
  const name = fieldName(names, field);
  const shown = (what: unknown) =>
    what === null || what === '' ? say('pastEmpty') : shownValue(names, field, what).trim();
  const isOther = !sameValue(fieldOf(entry, field), before);
  const back = before === null ? say('putBackEmpty') : say('putBack', { value: cut(shown(before)) });
  return (
    <li className="library-past">
      <div>
        <b>{name}</b>
        <del className={before === null ? 'quiet' : undefined}>{shown(before)}</del>
        <ins className={value === null ? 'quiet' : undefined}>{shown(value)}</ins>
      </div>
      {isOther && (field !== 'key' || before !== null) && (
        <IconButton
          label={back}
          icon={Undo2}
          onPress={() =>
            void work.apply([{ entry: entry.id, field, value: before }], 'edit', {
              title: say('putBackDone', { field: name }),
            })
          }
        />
      )}
    </li>
  );
}

/** So much of a value names a button. */
const LONGEST = 60;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
