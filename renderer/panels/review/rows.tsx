/** One change, one comment. */
import { Check, MessageSquare, Undo2, X } from 'lucide-react';
import type { Part } from '../../../core/report/document.ts';
import type { Change, Comment, Picture, Room } from '../../../core/roundtrip/review.ts';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { goInText, goToPart, goToPath } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { Cells } from './cells.tsx';

/** Who, and when where that is known. */
function Who({ author, date }: { readonly author: string; readonly date: string }) {
  const format = useFormat();
  const say = useWords('review');
  const at = Date.parse(date);
  return (
    <span className="review-who">
      <b>{author === '' ? say('someone') : author}</b>
      {!Number.isNaN(at) && <time dateTime={date}>{format.moment(at)}</time>}
    </span>
  );
}

/** Letters as they stand; the end of a paragraph and that of a cell are seen. */
const shown = (text: string) => text.replace(/\n/g, ' ¶ ').replace(/\t/g, ' | ');

/** What a change is, of rows, columns, figures and tables with their name. */
function kindOf({ kind, place: { what } }: Change) {
  if (kind !== 'insertion' && kind !== 'deletion') return kind;
  if (what === 'row') return kind === 'insertion' ? 'rowAdded' : 'rowRemoved';
  if (what === 'column') return kind === 'insertion' ? 'columnAdded' : 'columnRemoved';
  if (what === 'figure') return kind === 'insertion' ? 'figureAdded' : 'figureRemoved';
  if (what === 'panel') return 'panelRemoved';
  if (what === 'table') return kind === 'insertion' ? 'tableAdded' : 'tableRemoved';
  return kind;
}

const isCells = ({ place: { what } }: Change) => what === 'row' || what === 'column' || what === 'table';

function Words({ change }: { readonly change: Change }) {
  const say = useWords('review');
  const { kind, before, after, around } = change;
  return (
    <p className="review-words">
      {around.before !== '' && <span>{shown(around.before)}</span>}
      {before !== '' && kind !== 'marks' && (
        <>
          <span className="unseen">{say('removed')} </span>
          <del>{shown(before)}</del>
        </>
      )}
      {after !== '' && (
        <>
          <span className="unseen">{say('added')} </span>
          <ins>{shown(after)}</ins>
        </>
      )}
      {around.after !== '' && <span>{shown(around.after)}</span>}
    </p>
  );
}

export function ChangeRow(props: {
  readonly change: Change;
  readonly room: Room | undefined;
  /** That it brings. */
  readonly picture: Picture | undefined;
  readonly decided: 'made' | 'left' | null;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}) {
  const { change, room, picture, decided, onAccept, onLeave } = props;
  const say = useWords('review');
  const choose = useChoose();
  const desk = useDesk();
  const { editor, assetUrl } = useOpenSession();
  const { hand, why, uncertain, place } = change;

  const show = () =>
    goInText(desk, () => {
      const index = editor.children.findIndex(node => (node as Part).key === place.part);
      if (room && goToPath(editor, [index, room.at])) return;
      if (place.part) goToPart(editor, place.part);
    });
  return (
    <li className="review-row" data-decided={decided ?? 'open'}>
      <div className="review-head">
        {hand ? <Who {...hand} /> : <span className="review-who quiet">{say('untracked')}</span>}
        <span className="review-kind">
          {decided === 'made'
            ? say('accepted')
            : decided === 'left'
              ? say(why ? 'seen' : 'rejected')
              : say(kindOf(change))}
        </span>
      </div>
      {isCells(change) ? <Cells change={change} /> : <Words change={change} />}
      {picture?.asset && (
        <>
          <img className="review-picture" src={assetUrl(picture.asset.name)} alt={change.after} />
          <p className="review-why">{say(picture.removed?.length ? 'pictureCleaned' : 'pictureClean')}</p>
        </>
      )}
      {why && <p className="review-why">{choose(why)}</p>}
      {uncertain && <p className="review-why">{say('uncertain')}</p>}
      <div className="review-actions">
        {decided === null && !why && (
          <Button small icon={Check} onPress={onAccept}>
            {say('accept')}
          </Button>
        )}
        {decided !== 'made' && (
          <Button small kind="plain" icon={decided === 'left' ? Undo2 : why ? Check : X} onPress={onLeave}>
            {decided === 'left' ? say('reopen') : why ? say('markSeen') : say('reject')}
          </Button>
        )}
        <span className="grow" />
        {place.part && (
          <Button small kind="link" onPress={show}>
            {say('show')}
          </Button>
        )}
      </div>
    </li>
  );
}

export function CommentRow(props: {
  readonly comment: Comment;
  readonly isRead: boolean;
  readonly onRead: () => void;
}) {
  const { comment, isRead, onRead } = props;
  const say = useWords('review');
  const { author, date, about, text, resolved } = comment;
  return (
    <li className="review-row" data-decided={isRead ? 'left' : 'open'}>
      <div className="review-head">
        <Who author={author} date={date} />
        <span className="review-kind">
          <MessageSquare className="icon" />
          {say('comment')}
        </span>
      </div>
      {about !== '' && <p className="review-about">{shown(about)}</p>}
      <p className="review-comment">{text}</p>
      {!resolved && (
        <div className="review-actions">
          <Button small kind="plain" icon={isRead ? Undo2 : Check} onPress={onRead}>
            {isRead ? say('reopen') : say('markSeen')}
          </Button>
        </div>
      )}
    </li>
  );
}
