/** One change, one comment. */
import { Check, MessageSquare, Undo2, X } from 'lucide-react';
import type { Part } from '../../../core/report/document.ts';
import type { Change, Comment, Room } from '../../../core/roundtrip/review.ts';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { goToPart, goToPath } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';

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

/** Letters as they stand; the end of a paragraph is seen. */
const shown = (text: string) => text.replace(/\n/g, ' ¶ ');

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
  readonly decided: 'made' | 'left' | null;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}) {
  const { change, room, decided, onAccept, onLeave } = props;
  const say = useWords('review');
  const choose = useChoose();
  const desk = useDesk();
  const { editor } = useOpenSession();
  const { hand, why, uncertain, kind, place } = change;

  const show = () => {
    desk.show('text');
    requestAnimationFrame(() => {
      const index = editor.children.findIndex(node => (node as Part).key === place.part);
      if (room && goToPath(editor, [index, room.at])) return;
      if (place.part) goToPart(editor, place.part);
    });
  };
  return (
    <li className="review-row" data-decided={decided ?? 'open'}>
      <div className="review-head">
        {hand ? <Who {...hand} /> : <span className="review-who quiet">{say('untracked')}</span>}
        <span className="review-kind">
          {decided === 'made' ? say('accepted') : decided === 'left' ? say(why ? 'seen' : 'rejected') : say(kind)}
        </span>
      </div>
      <Words change={change} />
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
