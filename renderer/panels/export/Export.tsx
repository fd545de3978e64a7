import { useStore } from 'zustand';
import { useDesk, useDeskState, useOpenSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { Done } from './Done.tsx';
import { FileExport } from './FileExport.tsx';
import { exportJob } from './job.ts';
import { PackageExport } from './PackageExport.tsx';
import { UnderWay } from './UnderWay.tsx';
import './export.css';

/** What the pane shows when it is opened on the submission package; else the id of a format. */
export const PACKAGE = 'package';

/** The export beside the text: one file, or all that a journal is sent; its progress, and where it went. */
export function Export() {
  const say = useWords('exporting');
  const shell = useWords('shell');
  const desk = useDesk();
  const shown = useDeskState(state => state.shown);
  const job = exportJob(useOpenSession());
  const state = useStore(job.store);

  if (state.kind === 'working') {
    return (
      <>
        <div className="export-body">
          <UnderWay state={state} />
        </div>
        <footer className="pane-foot tall">
          <span className="grow" />
          <Button onPress={() => job.cancel()}>{shell('cancel')}</Button>
        </footer>
      </>
    );
  }
  if (state.kind === 'done') {
    return (
      <>
        <div className="export-body">
          <Done state={state} />
        </div>
        <footer className="pane-foot tall">
          <span className="grow" />
          <Button kind="plain" onPress={() => job.forget()}>
            {say('another')}
          </Button>
          <Button
            onPress={() => {
              job.forget();
              desk.closePane();
            }}
          >
            {say('finish')}
          </Button>
        </footer>
      </>
    );
  }
  return (
    <>
      <div className="export-what">
        <Segmented
          label={say('what')}
          quietLabel
          full
          value={shown === PACKAGE ? 'package' : 'file'}
          options={[
            { id: 'file', label: say('oneFile') },
            { id: 'package', label: say('package') },
          ]}
          onChange={what => (what === 'package' ? desk.open('export', PACKAGE) : desk.open('export'))}
        />
      </div>
      {shown === PACKAGE ? <PackageExport job={job} state={state} /> : <FileExport job={job} state={state} />}
    </>
  );
}
