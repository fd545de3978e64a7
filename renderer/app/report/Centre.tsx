import { Sheet } from '../../editor/Sheet.tsx';
import { TimelineView } from '../../panels/timeline/TimelineView.tsx';
import { useDeskState } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';
import { StatusBar } from './StatusBar.tsx';

/** The middle of the desk: the sheet with its status line, or the timeline. */
export function Centre({ commands }: { readonly commands: readonly Command[] }) {
  const say = useWords('report');
  const centre = useDeskState(state => state.centre);
  if (centre === 'timeline') {
    return (
      <main className="centre-view" data-pane="">
        <TimelineView />
      </main>
    );
  }
  return (
    <div className="centre">
      <main className="desk" aria-label={say('manuscript')} data-pane="">
        <Sheet />
      </main>
      <StatusBar commands={commands} />
    </div>
  );
}
