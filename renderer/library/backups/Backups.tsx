import { useEffect, useRef, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { LibraryBackup } from '../../../core/contract/library.ts';
import { dismissAbout, notify } from '../../app/notices/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Banner, Trouble } from '../../ui/Said.tsx';
import { type Format, formatNow, useFormat } from '../../words/format.ts';
import { say as sayOf, useWords } from '../../words/index.ts';
import { settled, useAnswer } from '../asking.ts';
import './backups.css';

interface Props {
  readonly host: HostClient;
  /** Something is under way in the library: it is not replaced meanwhile. */
  readonly isBusy: boolean;
  /** The library is another now. */
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

const whenIn = (format: Format, at: number): string => `${format.day(at)}, ${format.time(at)}`;

/** The copies that are kept of the library: from when they are, what putting one back would change, and putting it back. */
export function Backups({ host, isBusy, onRestored, onClose }: Props) {
  const say = useWords('library');
  const shell = useWords('shell');
  const [looked, setLooked] = useState(0);
  const answer = useAnswer(() => host.call('library.backups', {}), `${looked}`);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    await settled(host.call('library.backUp', {}));
    setMaking(false);
    setLooked(now => now + 1);
  };
  const restore = async (at: number) => {
    if (!(await putBack(host, at, onRestored))) return;
    onClose();
  };
  return (
    <Dialog
      wide
      title={say('backupsTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          <Button busy={isMaking} onPress={() => void make()}>
            {say('backupMake')}
          </Button>
        </>
      }
    >
      <p className="second">{say('backupsAbout')}</p>
      {isBusy && <Banner severity="note">{say('backupWorking')}</Banner>}
      {answer && !answer.ok && <Trouble problem={answer.problem} />}
      {answer?.ok && answer.value.length === 0 && <p className="quiet">{say('backupsNone')}</p>}
      {answer?.ok && answer.value.length > 0 && (
        <ul className="backups">
          {answer.value.map(backup => (
            <Backup
              key={backup.at}
              host={host}
              backup={backup}
              isOpen={chosen === backup.at}
              isBusy={isBusy}
              onOpen={open => setChosen(open ? backup.at : null)}
              onRestore={() => restore(backup.at)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Backup(props: {
  readonly host: HostClient;
  readonly backup: LibraryBackup;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onRestore: () => Promise<void>;
}) {
  const { host, isOpen } = props;
  const { at, kind, entries } = props.backup;
  const say = useWords('library');
  const format = useFormat();
  const when = whenIn(format, at);
  return (
    <li className={isOpen ? 'card open' : 'card'}>
      <header>
        <p className="grow">
          <b>{when}</b>{' '}
          <span className="second">
            {say('sorted', { count: entries, formatted: format.number(entries) })}, {say(`backup_${kind}`)}
          </span>
        </p>
        <Button small aria-expanded={isOpen} onPress={() => props.onOpen(!isOpen)}>
          {say('backupLook')}
        </Button>
      </header>
      {isOpen && <Difference host={host} at={at} when={when} isBusy={props.isBusy} onRestore={props.onRestore} />}
    </li>
  );
}

/** What putting a backup back would change, in words, and the button that does it. */
function Difference(props: {
  readonly host: HostClient;
  readonly at: number;
  readonly when: string;
  readonly isBusy: boolean;
  readonly onRestore: () => Promise<void>;
}) {
  const { host, at } = props;
  const say = useWords('library');
  const format = useFormat();
  const [isWorking, setWorking] = useState(false);
  const answer = useAnswer(() => host.call('library.difference', { at }), `${at}`);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) place.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  if (answer === null) return null;
  if (!answer.ok) return <Trouble problem={answer.problem} />;
  const { gone, changed, back } = answer.value;
  const line = (key: 'backupGone' | 'backupChanged' | 'backupBack', count: number) =>
    count > 0 && <li>{say(key, { count, formatted: format.number(count) })}</li>;
  return (
    <div className="backup-difference" ref={place} role="status">
      <p>{say('backupWould', { when: props.when })}</p>
      <ul>
        {line('backupGone', gone)}
        {line('backupChanged', changed)}
        {line('backupBack', back)}
        {gone + changed + back === 0 && <li>{say('backupSame')}</li>}
      </ul>
      <p className="second">{say('backupSafe')}</p>
      <Button
        kind="primary"
        isDisabled={props.isBusy}
        busy={isWorking}
        onPress={async () => {
          setWorking(true);
          await props.onRestore();
          setWorking(false);
        }}
      >
        {say('backupDo')}
      </Button>
    </div>
  );
}

/** Puts a backup back and says so, with the way back: what was there before is a backup by then. Whether it was done. */
async function putBack(host: HostClient, at: number, onRestored: () => void): Promise<boolean> {
  const restored = await settled(host.call('library.restore', { at }));
  if (!restored.ok) return false;
  // What they offer to undo is not of this library.
  dismissAbout('library');
  onRestored();
  const words = sayOf('library');
  const backups = await host.call('library.backups', {}).catch(() => null);
  const before = backups?.ok ? backups.value.find(({ kind }) => kind === 'replaced') : undefined;
  notify({
    severity: 'ok',
    title: words('backupDone', { when: whenIn(formatNow(), at) }),
    hint: words('backupDoneHint'),
    ...(before && { action: { label: words('undo'), run: () => void putBack(host, before.at, onRestored) } }),
  });
  return true;
}
