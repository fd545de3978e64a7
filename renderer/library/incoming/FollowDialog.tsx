import { useEffect, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type {
  FollowedChoice,
  FollowedFile,
  GoneChoice,
  GoneEntry,
  ShownContested,
} from '../../../core/library/following.ts';
import type { Outcome } from '../../../core/outcome.ts';
import { fileName, useChooseFile } from '../../app/files/choosing.ts';
import { fieldName, shownValue } from '../../panels/team/values.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import './following.css';

interface Props {
  readonly host: HostClient;
  readonly files: readonly FollowedFile[];
  readonly onClose: () => void;
}

/** The files that are followed: chosen once, how they stand, what waits for a decision, no longer followed. */
export function FollowDialog({ host, files, onClose }: Props) {
  const say = useWords('following');
  const shell = useWords('shell');
  const choose = useChooseFile();
  const [isBusy, setBusy] = useState(false);
  const ask = async (question: () => Promise<Outcome<unknown>>) => {
    setBusy(true);
    await settled(question());
    setBusy(false);
  };
  const follow = async () => {
    const path = await choose({ mode: 'open', extension: 'bib,json' });
    if (path !== null) await ask(() => host.call('following.follow', { path }));
  };
  return (
    <Dialog
      wide
      title={say('title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          <Button kind="primary" busy={isBusy} onPress={() => void follow()}>
            {say('choose')}
          </Button>
        </>
      }
    >
      <p className="quiet">{say('about')}</p>
      {files.map(file => (
        <Followed key={file.id} host={host} file={file} isBusy={isBusy} ask={ask} />
      ))}
    </Dialog>
  );
}

function Followed({
  host,
  file,
  isBusy,
  ask,
}: {
  readonly host: HostClient;
  readonly file: FollowedFile;
  readonly isBusy: boolean;
  readonly ask: (question: () => Promise<Outcome<unknown>>) => Promise<void>;
}) {
  const say = useWords('following');
  const pick = useChoose();
  const format = useFormat();
  const { id, path, readAt, entries, added, changed, troubled, files, filesMissing, problem } = file;
  const [open, setOpen] = useState<{
    readonly contested: readonly ShownContested[];
    readonly gone: readonly GoneEntry[];
  } | null>(null);
  const waits = file.contested + file.gone;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the file was read or something was decided
  useEffect(() => {
    let isCurrent = true;
    if (waits === 0) setOpen(null);
    else
      host.call('following.open', { id }).then(
        answer => isCurrent && answer.ok && setOpen(answer.value),
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [host, id, waits, readAt]);
  const settle = (field: ShownContested, choice: FollowedChoice) =>
    ask(() => host.call('following.settle', { id, entry: field.entry, field: field.field, choice }));
  const settleGone = (gone: readonly GoneEntry[], how: GoneChoice) =>
    ask(() => host.call('following.gone', { id, entries: gone.map(({ entry }) => entry), how }));
  return (
    <section className="card followed" aria-label={fileName(path)}>
      <header>
        <h3>{fileName(path)}</h3>
        <span className="quiet xs cut" title={path}>
          {path}
        </span>
      </header>
      {problem && (
        <Banner severity="warning" live>
          {pick(problem.message)} {pick(problem.hint)}
        </Banner>
      )}
      <p role="status">
        {readAt === null ? say('never') : say('read', { when: format.moment(readAt) })} ·{' '}
        {say('entries', { count: entries, formatted: format.number(entries) })}
        {added + changed > 0 && (
          <>
            {' '}
            · {say('news')} {say('newsAdded', { count: added, formatted: format.number(added) })},{' '}
            {say('newsChanged', { count: changed, formatted: format.number(changed) })}
          </>
        )}
        {files + filesMissing > 0 && <> · {say('files', { count: files, formatted: format.number(files) })}</>}
        {filesMissing > 0 && (
          <> · {say('filesMissing', { count: filesMissing, formatted: format.number(filesMissing) })}</>
        )}
        {troubled > 0 && <> · {say('troubled', { count: troubled })}</>}
      </p>
      {open && open.contested.length > 0 && (
        <section aria-label={say('contested', { count: open.contested.length })}>
          <h4>{say('contested', { count: open.contested.length })}</h4>
          <ul className="followed-list">
            {open.contested.slice(0, SHOWN).map(field => (
              <Contested
                key={`${field.entry} ${field.field}`}
                field={field}
                isBusy={isBusy}
                onChoose={choice => void settle(field, choice)}
              />
            ))}
          </ul>
        </section>
      )}
      {open && open.gone.length > 0 && (
        <section aria-label={say('gone', { count: open.gone.length })}>
          <h4>{say('gone', { count: open.gone.length })}</h4>
          <p className="quiet xs">{say('goneNote')}</p>
          <ul className="followed-list">
            {open.gone.slice(0, SHOWN).map(entry => (
              <li key={entry.entry} className="followed-gone">
                <span className="grow cut">{entry.title}</span>
                <Button small isDisabled={isBusy} onPress={() => void settleGone([entry], 'keep')}>
                  {say('keep')}
                </Button>
                <Button small isDisabled={isBusy} onPress={() => void settleGone([entry], 'trash')}>
                  {say('trash')}
                </Button>
              </li>
            ))}
          </ul>
          {open.gone.length > 1 && (
            <div className="followed-all">
              <Button small isDisabled={isBusy} onPress={() => void settleGone(open.gone, 'keep')}>
                {say('keepAll', { count: open.gone.length })}
              </Button>
              <Button small isDisabled={isBusy} onPress={() => void settleGone(open.gone, 'trash')}>
                {say('trashAll', { count: open.gone.length })}
              </Button>
            </div>
          )}
        </section>
      )}
      <footer>
        <Button small isDisabled={isBusy} onPress={() => void ask(() => host.call('following.read', { id }))}>
          {say('readNow')}
        </Button>
        <Button small isDisabled={isBusy} onPress={() => void ask(() => host.call('following.stop', { id }))}>
          {say('stop')}
        </Button>
      </footer>
    </section>
  );
}

/** More than can be decided one by one are decided some at a time: the next come when these are gone. */
const SHOWN = 50;

function Contested({
  field: { field, title, ours, theirs },
  isBusy,
  onChoose,
}: {
  readonly field: ShownContested;
  readonly isBusy: boolean;
  readonly onChoose: (choice: FollowedChoice) => void;
}) {
  const say = useWords('following');
  const names = useWords('team');
  const side = (choice: FollowedChoice, value: unknown) => (
    <section className="followed-side" aria-label={say(choice)}>
      <h5>{say(choice)}</h5>
      <p className={value === null || value === '' ? 'quiet' : ''}>{shownValue(names, field, value)}</p>
      <Button small isDisabled={isBusy} onPress={() => onChoose(choice)}>
        {say(choice === 'ours' ? 'keepOurs' : 'takeTheirs')}
      </Button>
    </section>
  );
  return (
    <li>
      <p className="cut">
        <b>{fieldName(names, field)}</b> <span className="quiet">{title}</span>
      </p>
      <div className="followed-sides">
        {side('ours', ours)}
        {side('theirs', theirs)}
      </div>
    </li>
  );
}
