import { useMemo, useState } from 'react';
import { apartOp, copiesIn } from '../../../../core/references/copies.ts';
import { notify } from '../../../app/notices/notices.ts';
import { useOpenSession, useSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useWords } from '../../../words/index.ts';
import { CopiesDialog } from './CopiesDialog.tsx';

/** Says that works are held as two references, and lets them be made one; nothing where there are none. */
export function CopiesLine() {
  const say = useWords('copies');
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  const [isOpen, setOpen] = useState(false);
  // Which of two is cited first matters only for which one is offered to stay.
  const pairs = useMemo(() => copiesIn({ ...session.store.getState().report, references }), [session, references]);
  if (pairs.length === 0) return null;
  return (
    <>
      <Banner severity="warning" actions={<Button onPress={() => setOpen(true)}>{say('compare')}</Button>}>
        {say('found', { count: pairs.length })}
      </Banner>
      {isOpen && (
        <CopiesDialog
          pairs={pairs}
          onApart={copies => {
            session.dispatch([apartOp(copies)], say('apartUndo'));
            notify({ severity: 'ok', title: say('keptApart'), hint: say('keptApartHint') });
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
