import { ChevronLeft, ChevronRight, StretchHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isEmptyPart } from '../../../core/report/parts.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import type { Session } from '../../session/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Trouble } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { say as sayNow, useWords } from '../../words/index.ts';
import { type Following, followReport } from './follow.ts';
import { createJumping } from './jumping.ts';
import { createPages, type Looked, type Pages, type PagesState } from './pages.ts';
import { goToSource, sourceAtCaret } from './places.ts';
import { Stats } from './Stats.tsx';
import './preview.css';

const STEP = 1.2;

/** Where one looked when the preview made way for another pane. */
const left = new WeakMap<Session, Looked>();

/** The page as it is printed, following the text a moment behind. */
export function Preview() {
  const say = useWords('preview');
  const shell = useWords('shell');
  const format = useFormat();
  const desk = useDesk();
  const session = useOpenSession();
  const empty = useSession(state => state.report.parts.every(isEmptyPart));
  const well = useRef<HTMLElement>(null);
  const pages = useRef<Pages | null>(null);
  const follower = useRef<ReturnType<typeof followReport> | null>(null);
  const [at, setAt] = useState<PagesState>({ page: 1, pages: 0 });
  const [following, setFollowing] = useState<Following>({ state: 'updating' });
  const [shownAt, setShownAt] = useState<number | null>(null);

  useEffect(() => {
    if (!well.current || empty) return;
    const view = createPages(well.current, {
      pageName: page => sayNow('preview')('pageName', { page }),
      onState: setAt,
      left: left.get(session) ?? null,
    });
    pages.current = view;
    const { editor } = session;
    const jumps = createJumping({
      scroller: well.current,
      pages: view,
      sourceAtCaret: () => sourceAtCaret(editor),
      onJump: source => goToSource(desk, editor, source),
    });
    // What has just been written is on the next pages only: what was asked for waits for them.
    let behind = true;
    const showAsked = () => {
      if (desk.getState().pageAsked && (jumps.showCaret() || !behind)) desk.setState({ pageAsked: false });
    };
    const unsubscribe = desk.subscribe(showAsked);
    follower.current = followReport(session, {
      async show(bytes, places) {
        await view.show(bytes);
        jumps.take(places);
        showAsked();
        setShownAt(Date.now());
      },
      // Said once: a tool bar need not be drawn anew at every key.
      onState(next) {
        behind = next.state === 'updating';
        if (!behind) showAsked();
        setFollowing(before => (before.state === 'updating' && next.state === 'updating' ? before : next));
      },
    });
    return () => {
      follower.current?.stop();
      unsubscribe();
      jumps.destroy();
      const looked = view.looked();
      if (looked) left.set(session, looked);
      view.destroy();
    };
  }, [session, desk, empty]);

  if (empty) {
    return (
      <div className="blank">
        <BlankPage />
        <h2>{say('emptyTitle')}</h2>
        <p>{say('empty')}</p>
      </div>
    );
  }
  const failed = following.state === 'failed';
  const zoom = (by: number) => pages.current?.setScale(Math.min(4, Math.max(0.25, pages.current.scale() * by)));
  return (
    <div className="preview">
      {failed && following.problem && (
        <Trouble
          title={say('failed')}
          problem={following.problem}
          image
          actions={<Button onPress={() => follower.current?.retry()}>{shell('retry')}</Button>}
        />
      )}
      <div className="preview-tools">
        <IconButton
          label={say('previous')}
          icon={ChevronLeft}
          isDisabled={at.page <= 1}
          onPress={() => pages.current?.goTo(at.page - 1)}
        />
        <span className="number">{at.pages > 0 && say('page', { page: at.page, pages: at.pages })}</span>
        <IconButton
          label={say('next')}
          icon={ChevronRight}
          isDisabled={at.page >= at.pages}
          onPress={() => pages.current?.goTo(at.page + 1)}
        />
        <span className="grow" />
        <span className="quiet preview-word">
          {!failed && say(following.state === 'updating' ? 'updating' : 'current')}
        </span>
        <IconButton label={say('smaller')} icon={ZoomOut} onPress={() => zoom(1 / STEP)} />
        <IconButton label={say('larger')} icon={ZoomIn} onPress={() => zoom(STEP)} />
        <IconButton label={say('fit')} icon={StretchHorizontal} onPress={() => pages.current?.setScale('fit')} />
      </div>
      <div className={`preview-well ${failed ? 'stale' : shownAt === null ? 'waiting' : ''}`}>
        {failed && shownAt !== null && <span className="badge">{say('behind', { time: format.time(shownAt) })}</span>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <section ref={well} className="preview-pages" aria-label={say('pages')} tabIndex={0} />
      </div>
      <Stats />
    </div>
  );
}

function BlankPage() {
  return (
    <svg className="blank-page" viewBox="0 0 96 128" aria-hidden="true">
      <rect x="1" y="1" width="94" height="126" rx="3" />
      <path d="M16 22h40M16 40h64M16 50h64M16 60h48M16 78h64M16 88h64M16 98h30" />
    </svg>
  );
}
