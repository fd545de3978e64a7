import { useEffect, useRef } from 'react';
import type { Layout } from '../../../core/contract/values.ts';
import { Sheet } from '../../editor/Sheet.tsx';
import { layoutOf, type View, viewFrom } from '../../panels/timeline/course/view.ts';
import { TimelineView } from '../../panels/timeline/TimelineView.tsx';
import { useDesk, useDeskState } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';
import { remember } from './layout.ts';
import { StatusBar } from './StatusBar.tsx';

/** The sheet stands where it was left, also after a look at the timeline. */
function useScroll(layout: Layout, isShown: boolean) {
  const desk = useDesk();
  const main = useRef<HTMLElement>(null);
  const at = useRef(typeof layout.scroll === 'number' ? layout.scroll : 0);
  useEffect(() => {
    const scroller = isShown ? main.current?.querySelector('.desk-scroll') : null;
    if (!scroller) return;
    scroller.scrollTop = at.current;
    const onScroll = () => {
      at.current = Math.round(scroller.scrollTop);
      remember(desk, { scroll: at.current });
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [desk, isShown]);
  return main;
}

/** The middle of the desk: the sheet with its status line, or the timeline. */
export function Centre({ layout, commands }: { readonly layout: Layout; readonly commands: readonly Command[] }) {
  const say = useWords('report');
  const centre = useDeskState(state => state.centre);
  const main = useScroll(layout, centre === 'text');
  const desk = useDesk();
  const view = useRef<View | null>(null);
  if (centre === 'timeline') {
    return (
      <main className="centre-view" data-pane="">
        <TimelineView
          left={view.current ?? viewFrom(layout)}
          onView={next => {
            view.current = next;
            remember(desk, layoutOf(next));
          }}
        />
      </main>
    );
  }
  return (
    <div className="centre">
      <main ref={main} className="desk" aria-label={say('manuscript')} data-pane="">
        <Sheet />
      </main>
      <StatusBar commands={commands} />
    </div>
  );
}
