import { Check, FileInput } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PartKey } from '../../../core/report/document.ts';
import { standing } from '../../../core/roundtrip/accept.ts';
import { type Change, type Comment, holds } from '../../../core/roundtrip/review.ts';
import { fileName, useChooseFile } from '../../app/files/choosing.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Banner, Trouble } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { type Reviewing, type ReviewState, reviewing } from './reviewing.ts';
import { ChangeRow, CommentRow } from './rows.tsx';
import './review.css';

/** A Word file that came back from co-authors, beside the text: each change taken over or left. */
export function Review() {
  const say = useWords('review');
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const own = reviewing(session);
  const state = useStore(own.store);

  const choose = async () => {
    const path = await chooseFile({ mode: 'open', extension: 'docx' });
    if (path !== null) await own.read(path);
  };
  if (state.kind === 'open') return <OpenReview own={own} state={state} />;
  if (state.kind === 'failed') {
    return <Trouble problem={state.problem} actions={<Button onPress={choose}>{say('chooseOther')}</Button>} />;
  }
  return (
    <div className="blank" aria-live="polite">
      <FileInput className="icon large" />
      <h3>{state.kind === 'reading' ? say('reading') : say('title')}</h3>
      <p>{state.kind === 'reading' ? fileName(state.path) : say('intro')}</p>
      <div className="blank-actions">
        <Button kind="primary" busy={state.kind === 'reading'} onPress={choose}>
          {say('choose')}
        </Button>
      </div>
    </div>
  );
}

type Open = Extract<ReviewState, { kind: 'open' }>;

interface Entry {
  readonly part: PartKey | undefined;
  readonly changes: Change[];
  readonly comments: Comment[];
}

/** Changes and comments by the part of the report they are in, in the order of the file. */
function byPart(changes: readonly Change[], comments: readonly Comment[]): readonly Entry[] {
  const entries: Entry[] = [];
  const of = (part: PartKey | undefined) => {
    const known = entries.find(entry => entry.part === part);
    if (known) return known;
    const entry: Entry = { part, changes: [], comments: [] };
    entries.push(entry);
    return entry;
  };
  for (const change of changes) of(change.place.part).changes.push(change);
  for (const comment of comments) of(comment.place.part).comments.push(comment);
  return entries;
}

const canBeTaken = ({ why, uncertain }: Change) => !why && !uncertain;

function OpenReview(props: { readonly own: Reviewing; readonly state: Open }) {
  const { own, state } = props;
  const { review, left, path, problem } = state;
  const say = useWords('review');
  const choose = useChoose();
  const report = useSession(current => current.report);
  const numbering = useSession(current => current.numbering);
  const made = useMemo(() => standing(review, report, state.made), [review, report, state.made]);
  const entries = useMemo(() => byPart(review.changes, review.comments), [review]);
  const open = review.changes.filter(({ id }) => !made.includes(id) && !left.has(id));
  const takeable = open.filter(canBeTaken);
  const toRead = review.comments.filter(({ id, resolved }) => !resolved && !left.has(id));
  const accept = (ids: readonly string[]) => own.accept(ids, made, say('undoLabel'));
  const headingOf = (part: PartKey | undefined) =>
    part === undefined
      ? say('outside')
      : part === 'title'
        ? say('titlePart')
        : (numbering.parts.get(part)?.heading ?? say('outside'));

  return (
    <>
      <div className="review">
        <div className="review-file">
          <b className="cut">{fileName(path)}</b>
          <span className="quiet" role="status">
            {open.length + toRead.length === 0
              ? say('allDecided')
              : [
                  say('open', { count: open.length }),
                  ...(toRead.length > 0 ? [say('comments', { count: toRead.length })] : []),
                ].join(' · ')}
          </span>
        </div>
        {review.foreign && (
          <Banner severity="warning" live>
            {say('foreign')}
          </Banner>
        )}
        {problem && (
          <Banner severity="warning" live>
            {choose(problem.message)} {choose(problem.hint)}
          </Banner>
        )}
        {review.changes.length + review.comments.length === 0 && (
          <div className="blank">
            <Check className="icon large" />
            <h3>{say('nothing')}</h3>
            <p>{say('nothingHint')}</p>
          </div>
        )}
        {entries.map(({ part, changes, comments }) => (
          <Fragment key={part ?? ''}>
            <h3>{headingOf(part)}</h3>
            <ul>
              {changes.map(change => (
                <ChangeRow
                  key={change.id}
                  change={change}
                  room={review.rooms.find(room => holds(room, change.id))}
                  picture={review.pictures[change.id]}
                  decided={made.includes(change.id) ? 'made' : left.has(change.id) ? 'left' : null}
                  onAccept={() => accept([change.id])}
                  onLeave={() => own.leave(change.id)}
                />
              ))}
              {comments.map(comment => (
                <CommentRow
                  key={comment.id}
                  comment={comment}
                  isRead={comment.resolved || left.has(comment.id)}
                  onRead={() => own.leave(comment.id)}
                />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
      <footer className="pane-foot tall review-foot">
        {takeable.length > 0 && (
          <Button small onPress={() => accept(takeable.map(({ id }) => id))}>
            {say('acceptAll', { count: takeable.length })}
          </Button>
        )}
        <span className="grow" />
        <Button small kind="plain" onPress={() => own.close()}>
          {say('finish')}
        </Button>
      </footer>
    </>
  );
}
