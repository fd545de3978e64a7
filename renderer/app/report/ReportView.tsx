import { startTransition, useEffect, useState } from 'react';
import type { Layout, Opened } from '../../../core/contract/values.ts';
import { SessionProvider } from '../../session/context.tsx';
import { createDesk, type Desk } from '../../session/desk.ts';
import { type OpenSession, openSession } from '../../session/session.ts';
import { useWords } from '../../words/index.ts';
import { notify } from '../notices/notices.ts';
import type { Opening } from '../opening.ts';
import { useSurroundings } from '../surroundings.tsx';
import { deskFrom, rememberDesk } from './layout.ts';
import { ReportWindow } from './ReportWindow.tsx';

interface Props {
  readonly opened: Opened;
  readonly ways: Opening;
  readonly onReturn: (listener: () => void) => () => void;
  readonly onClosed: () => void;
}

interface Open {
  readonly session: OpenSession;
  readonly desk: Desk;
  readonly layout: Layout;
}

/** Opens a session on a report and lays the desk as it was left; closes it when it is left. */
export function ReportView({ opened, ways, onReturn, onClosed }: Props) {
  const say = useWords('report');
  const { host, templates } = useSurroundings();
  const [open, setOpen] = useState<Open | null>(null);

  // A report is opened once: its view is made anew for another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let left = false;
    let session: OpenSession | null = null;
    let stop = () => {};
    const begin = (layout: Layout) => {
      if (left) return;
      session = openSession({ host, opened, templates, onReturn });
      const desk = createDesk(deskFrom(layout));
      stop = rememberDesk(host, opened.document, desk, layout);
      const laid = { session, desk, layout };
      // A long text is drawn a slice at a time: the window answers meanwhile.
      startTransition(() => setOpen(laid));
      if (opened.recovered) notify({ severity: 'note', title: say('recoveredNotice') });
    };
    host.call('layout.get', { document: opened.document }).then(begin, () => begin({}));
    return () => {
      left = true;
      stop();
      session?.close().catch(() => {});
    };
  }, []);

  useEffect(() => open?.session.takeTemplates(templates), [open, templates]);

  if (!open) return <div className="window" />;
  return (
    <SessionProvider session={open.session} desk={open.desk}>
      <ReportWindow
        session={open.session}
        layout={open.layout}
        ways={ways}
        onLeave={async () => {
          await open.session.close().catch(() => {});
          onClosed();
        }}
      />
    </SessionProvider>
  );
}
