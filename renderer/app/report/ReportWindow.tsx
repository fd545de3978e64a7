import { useEffect, useState } from 'react';
import type { Layout } from '../../../core/contract/values.ts';
import { UNFIT } from '../../../core/report/ops.ts';
import { isEmptyPart } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import { CaseLibrary } from '../../library/case/CaseLibrary.tsx';
import { useWaysToLibrary } from '../../library/commands.ts';
import { suggestedName } from '../../panels/export/name.ts';
import { useWaysToReferences } from '../../panels/references/commands.ts';
import { addDroppedReferences, isOfReferences } from '../../panels/references/dropped.ts';
import { TeamDialog } from '../../panels/team/TeamDialog.tsx';
import { useDesk, useDeskState, useSession } from '../../session/context.tsx';
import { beginInSight, goToPart } from '../../session/going.ts';
import type { OpenSession } from '../../session/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { settleField } from '../../ui/draft.ts';
import { Banner } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { useShortcuts } from '../commands/shortcuts.ts';
import { useWindowCommands } from '../commands/window-commands.ts';
import { fileName, useChooseFile } from '../files/choosing.ts';
import { notify, notifyProblem } from '../notices/notices.ts';
import { EXTENSION, type Opening, unexpectedProblem } from '../opening.ts';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { useDropOnWindow } from '../start/drop.ts';
import { useReportCommands } from './commands.ts';
import { Panes } from './Panes.tsx';
import { ReportPalette } from './ReportPalette.tsx';
import { TopBar } from './TopBar.tsx';
import './report.css';
import './print.css';

/** The host has another version than the one this window goes on from. */
const REFUSED: ReadonlySet<string> = new Set(['report.behind', UNFIT]);

interface Props {
  readonly session: OpenSession;
  readonly layout: Layout;
  readonly ways: Opening;
  readonly onLeave: () => Promise<void>;
}

/** The view of an open report: top bar, panes, and what lies above them when asked for. */
export function ReportWindow({ session, layout, ways, onLeave }: Props) {
  const say = useWords('report');
  const shell = useWords('shell');
  const choose = useChoose();
  const desk = useDesk();
  const centre = useDeskState(state => state.centre);
  const chooseFile = useChooseFile();
  // Only the failure: a window that was drawn anew each time a change was kept would be felt in typing.
  const notKept = useSession(state => (state.keeping.state === 'failed' ? (state.keeping.problem ?? null) : null));
  const isLate = useSession(state => state.isLate && state.keeping.state === 'sending');
  const title = useSession(state => {
    const part = state.report.parts.find(({ key }) => key === 'title');
    return part ? textOf(part).trim() : '';
  });
  const file = useSession(state => (state.path === null ? null : fileName(state.path)));
  const [above, setAbove] = useState<'settings' | 'team' | 'palette' | 'leaving' | 'changed' | null>(null);

  const save = async (to: 'file' | 'elsewhere' | 'over'): Promise<boolean> => {
    settleField();
    const { path, report } = session.store.getState();
    let target = to === 'over' && path !== null ? path : undefined;
    if (to === 'elsewhere' || path === null) {
      const name = suggestedName(report, report.language === 'fr' ? 'cas-clinique' : 'case-report');
      const suggested = path === null ? `${name}.${EXTENSION}` : fileName(path);
      const chosen = await chooseFile({ mode: 'save', extension: EXTENSION, suggested });
      if (chosen === null) return false;
      target = chosen;
    }
    try {
      const answer = await session.save(target);
      if (!answer.ok && answer.problem.code === 'file.changed') {
        setAbove('changed');
        return false;
      }
      if (!answer.ok) {
        notifyProblem(answer.problem);
        return false;
      }
      // Saved where it was: the bar above says so.
      if (target !== undefined)
        notify({ severity: 'ok', title: say('savedNotice', { file: fileName(answer.value.path) }) });
      return true;
    } catch {
      notifyProblem(unexpectedProblem());
      return false;
    }
  };
  /** Where the file holds what somebody else wrote. */
  const saveInstead = (to: 'elsewhere' | 'over') => {
    setAbove(null);
    void save(to);
  };
  // What the host refuses for what it has itself, trying again does not bring there.
  const isHereAlone = notKept !== null && REFUSED.has(notKept.code);
  const keepCopy = () => {
    settleField();
    setAbove(null);
    void ways.take(session.keepCopy());
  };
  const leave = () => {
    settleField();
    if (session.isOnlyInJournal()) setAbove('leaving');
    else void onLeave();
  };

  const commands = [
    ...useReportCommands({ onSave: elsewhere => void save(elsewhere ? 'elsewhere' : 'file'), onClose: leave }),
    ...useWindowCommands({
      ways,
      onNew: leave,
      onSettings: () => setAbove('settings'),
      onTeam: () => setAbove('team'),
      onPalette: () => setAbove('palette'),
    }),
    ...useWaysToReferences(() => desk.enter('references')),
    ...useWaysToLibrary(() => desk.show('library')),
  ];
  useShortcuts(commands);
  const dropping = useDropOnWindow(files => {
    const references = files.filter(({ name }) => isOfReferences(name));
    if (references.length > 0) desk.open('references');
    void addDroppedReferences(session, references);
    void ways.openDropped(files.filter(file => !references.includes(file)));
  });

  useEffect(() => {
    document.title = title === '' ? shell('appName') : `${title} · ${shell('appName')}`;
    return () => {
      document.title = shell('appName');
    };
  }, [title, shell]);
  useEffect(() => {
    // A new case begins with its title, another one where it was left, once it stands there.
    if (session.store.getState().report.parts.every(isEmptyPart)) {
      goToPart(session.editor, 'title');
      return;
    }
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => beginInSight(session.editor));
    });
    return () => cancelAnimationFrame(frame);
  }, [session]);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      settleField();
      const { state } = session.store.getState().keeping;
      void session.flush();
      if (state === 'sending' || state === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [session]);
  return (
    <div className="window report">
      <TopBar commands={commands} onPalette={() => setAbove('palette')} />
      <div className="report-body">
        {notKept && (
          <div className="report-banner">
            <Banner
              severity="error"
              live
              actions={
                <>
                  {isHereAlone && (
                    <Button small onPress={keepCopy}>
                      {say('keepCopy')}
                    </Button>
                  )}
                  <Button small onPress={() => session.retry()}>
                    {shell('retry')}
                  </Button>
                </>
              }
            >
              <b>{choose(notKept.message)}</b> {choose(notKept.hint)}
            </Banner>
          </div>
        )}
        {isLate && (
          <div className="report-banner">
            <Banner severity="warning" live>
              <b>{say('unanswered')}</b> {say('unansweredHint')}
            </Banner>
          </div>
        )}
        {centre === 'library' ? <CaseLibrary /> : <Panes layout={layout} commands={commands} />}
      </div>
      {dropping &&
        centre !== 'library' &&
        desk.getState().pane !== 'references' &&
        desk.getState().pane !== 'figures' && (
          <div className="dropping" aria-hidden="true">
            {shell('dropHere')}
          </div>
        )}
      {above === 'settings' && <SettingsDialog onClose={() => setAbove(null)} />}
      {above === 'team' && <TeamDialog onClose={() => setAbove(null)} />}
      {above === 'palette' && <ReportPalette commands={commands} onClose={() => setAbove(null)} />}
      {above === 'leaving' && notKept && (
        <Dialog
          alert
          title={say('leaveLosing')}
          onClose={() => setAbove(null)}
          footer={
            <>
              <Button kind="plain" danger onPress={() => void onLeave()}>
                {say('leaveWithout')}
              </Button>
              <Button {...(!isHereAlone && { kind: 'primary' })} autoFocus onPress={() => setAbove(null)}>
                {say('stay')}
              </Button>
              {isHereAlone && (
                <Button kind="primary" onPress={keepCopy}>
                  {say('keepCopy')}
                </Button>
              )}
            </>
          }
        >
          <p className="second">{say('leaveLosingHint')}</p>
        </Dialog>
      )}
      {above === 'leaving' && !notKept && (
        <Dialog
          alert
          title={file === null ? say('leaveTitle') : say('leaveTitleFile', { file })}
          onClose={() => setAbove(null)}
          footer={
            <>
              <Button kind="plain" onPress={() => setAbove(null)}>
                {say('stay')}
              </Button>
              <Button onPress={() => void onLeave()}>{say('leaveKeep')}</Button>
              <Button
                kind="primary"
                autoFocus
                onPress={async () => {
                  setAbove(null);
                  if (await save('file')) await onLeave();
                }}
              >
                {say(file === null ? 'leaveSave' : 'leaveSaveFile')}
              </Button>
            </>
          }
        >
          <p className="second">{say(file === null ? 'leaveHint' : 'leaveHintFile')}</p>
        </Dialog>
      )}
      {above === 'changed' && file !== null && (
        <Dialog
          alert
          title={say('changedAway', { file })}
          onClose={() => setAbove(null)}
          footer={
            <>
              <Button kind="plain" onPress={() => setAbove(null)}>
                {say('stay')}
              </Button>
              <Button danger onPress={() => saveInstead('over')}>
                {say('changedReplace')}
              </Button>
              <Button kind="primary" autoFocus onPress={() => saveInstead('elsewhere')}>
                {say('changedElsewhere')}
              </Button>
            </>
          }
        >
          <p className="second">{say('changedHint')}</p>
        </Dialog>
      )}
    </div>
  );
}
