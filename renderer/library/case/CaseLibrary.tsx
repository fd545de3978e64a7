import { ArrowLeft } from 'lucide-react';
import { notify } from '../../app/notices/notices.ts';
import { useShownLibrary } from '../../panels/team/whose.tsx';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { insertCitation } from '../../session/inserting.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { LibraryView } from '../LibraryView.tsx';
import { type Taking, taking } from './taking.ts';

/** Copies entries into the open report, or cites them where the caret was, and says so. */
export function useTaking(): Taking {
  const say = useWords('library');
  const references = useWords('references');
  const commands = useWords('commands');
  const desk = useDesk();
  const session = useOpenSession();
  return (entries, cite) => {
    const { ops, references: ids } = taking(session.store.getState().report.references, entries);
    if (ops.length > 0) session.dispatch(ops, say('undoTake'));
    if (!cite) {
      const title = ops.length === 0 ? say('inCaseAlready') : say('added', { count: ops.length });
      notify({ severity: 'ok', title, about: 'taken' });
      const undo = () => {
        const { undoLabel } = session.store.getState();
        if (undoLabel !== say('undoTake')) return;
        session.undo();
        notify({ severity: 'note', title: commands('undone', { label: undoLabel }), about: 'undo' });
      };
      return ops.length > 0 ? undo : null;
    }
    desk.show('text');
    // Once the text stands there again.
    requestAnimationFrame(() => {
      if (!insertCitation(session, ids)) notify({ severity: 'note', title: references('noCaret') });
    });
    return null;
  };
}

/** The library over an open report. */
export function CaseLibrary() {
  const say = useWords('library');
  const desk = useDesk();
  const session = useOpenSession();
  const take = useTaking();
  const shown = useShownLibrary(session.host);
  return (
    <LibraryView
      key={shown.id}
      host={shown.host}
      name={shown.name}
      onTake={take}
      document={session.document}
      leading={
        <>
          <Button icon={ArrowLeft} onPress={() => desk.show('text')}>
            {say('backToCase')}
          </Button>
          {shown.choice}
        </>
      }
    />
  );
}
