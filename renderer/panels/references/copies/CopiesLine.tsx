import { useMemo, useState } from 'react';
import { type Copies, copiesIn } from '../../../../core/references/copies.ts';
import { useOpenSession, useSession } from '../../../session/context.tsx';
import type { Session } from '../../../session/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useWords } from '../../../words/index.ts';
import { CopiesDialog } from './CopiesDialog.tsx';

/** Pairs that the user said are two works, while the report is open. */
const saidApart = new WeakMap<Session, ReadonlySet<string>>();

const nameOf = ({ stays, goes }: Copies) => [stays.id, goes.id].sort().join(' ');

/** Says that works are held as two references, and lets them be made one; nothing where there are none. */
export function CopiesLine() {
  const say = useWords('copies');
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  const [apart, setApart] = useState(saidApart.get(session) ?? new Set<string>());
  const [isOpen, setOpen] = useState(false);
  // Which of two is cited first matters only for which one is offered to stay.
  const pairs = useMemo(
    () => copiesIn({ ...session.store.getState().report, references }).filter(copies => !apart.has(nameOf(copies))),
    [session, references, apart],
  );
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
            const now = new Set([...apart, nameOf(copies)]);
            saidApart.set(session, now);
            setApart(now);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
