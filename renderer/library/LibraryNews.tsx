import type { FollowedFile } from '../../core/library/following.ts';
import { fileName } from '../app/files/choosing.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Said.tsx';
import { useWords } from '../words/index.ts';
import { needsLooking } from './incoming/followed.ts';
import { ImportCard } from './incoming/ImportCard.tsx';
import type { Importing } from './incoming/importing.ts';
import { Progress } from './incoming/Progress.tsx';
import type { Checking } from './list/standings.ts';
import type { Work, Working } from './working.ts';

interface Props {
  readonly work: Work;
  readonly working: Working | null;
  readonly importing: Importing;
  readonly checking: Checking;
  readonly followed: readonly FollowedFile[] | null;
  /** To the files that are followed. */
  readonly onFollowed: () => void;
  /** To what seems to be there twice. */
  readonly onDuplicates: () => void;
  /** The words that were looked for instead of those typed. */
  readonly instead: string | null;
  /** The trash is shown, and something is in it. */
  readonly isTrash: boolean;
  /** Ends what the list is narrowed by; null where it is not. */
  readonly onUnfilter: (() => void) | null;
}

/** Above the list: what is under way, what came of it, what waits for a decision, and why less is shown than there is. */
export function LibraryNews(props: Props) {
  const { work, working, importing, checking, followed, instead } = props;
  const say = useWords('library');
  const follow = useWords('following');
  return (
    <>
      {working && <Progress title={say(working.kind)} {...working} onStop={working.stop} />}
      {importing.progress && <Progress title={say('importing')} {...importing.progress} onStop={importing.stop} />}
      {importing.imported && (
        <ImportCard
          imported={importing.imported}
          onUndo={() => {
            void work.undo(importing.imported?.batches);
            importing.dismiss();
          }}
          onLook={() => {
            props.onDuplicates();
            importing.dismiss();
          }}
          onAgain={importing.again}
          onClose={importing.dismiss}
        />
      )}
      {followed?.filter(needsLooking).map(file => (
        <Banner
          key={file.id}
          severity={file.problem ? 'warning' : 'note'}
          live
          actions={
            <Button small onPress={props.onFollowed}>
              {follow('look')}
            </Button>
          }
        >
          {follow(file.problem ? 'fails' : 'waits', { name: fileName(file.path) })}
        </Banner>
      ))}
      {checking.progress && checking.progress.of > 1 && (
        <Progress title={say('checking')} {...checking.progress} onStop={checking.stop} />
      )}
      {instead !== null && (
        <Banner severity="note" live>
          {say('instead', { words: instead })}
        </Banner>
      )}
      {props.isTrash && <Banner severity="note">{say('trashHint')}</Banner>}
      {props.onUnfilter && (
        <Banner
          severity="note"
          actions={
            <Button kind="plain" small onPress={props.onUnfilter}>
              {say('filterClear')}
            </Button>
          }
        >
          {say('filtered')}
        </Banner>
      )}
    </>
  );
}
