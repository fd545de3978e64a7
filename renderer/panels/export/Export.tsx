import { Check, CircleCheck, FileText } from 'lucide-react';
import { useStore } from 'zustand';
import { fileName, useChooseFile } from '../../app/files/choosing.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { numberedCounts } from '../../session/counts.ts';
import { Button } from '../../ui/Button.tsx';
import { Banner, Trouble } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { exportJob } from './job.ts';
import { suggestedName } from './name.ts';
import { DoneActions, Working } from './Works.tsx';
import './export.css';

/** The export beside the text: what goes in, its progress, and where it went. */
export function Export() {
  const say = useWords('exporting');
  const shell = useWords('shell');
  const choose = useChoose();
  const format = useFormat();
  const desk = useDesk();
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const job = exportJob(session);
  const state = useStore(job.store);
  const template = useSession(current => current.template);

  const make = async () => {
    const { report } = session.store.getState();
    const path = await chooseFile({
      mode: 'save',
      extension: 'pdf',
      suggested: `${suggestedName(report, report.language === 'fr' ? 'cas-clinique' : 'case-report')}.pdf`,
    });
    if (path !== null) await job.start(path);
  };

  return (
    <>
      <div className="export-body" aria-live="polite">
        {state.kind === 'done' ? (
          <section className="export-done">
            <span className="export-ok">
              <CircleCheck className="icon" />
            </span>
            <h2>{say('done')}</h2>
            <p className="second">
              {[
                state.written.pages !== null && say('pages', { count: state.written.pages }),
                format.size(state.written.size),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="card export-file">
              <span className="export-kind">
                <FileText className="icon large" />
              </span>
              <span className="export-where">
                <b className="cut">{fileName(state.written.path)}</b>
                <small className="cut" title={state.written.path}>
                  {state.written.path}
                </small>
              </span>
            </div>
            <div className="export-actions">
              <DoneActions path={state.written.path} />
            </div>
          </section>
        ) : (
          <>
            {state.kind === 'failed' && (
              <Trouble
                title={say('notMade')}
                problem={state.problem}
                image
                actions={
                  <Button kind="primary" onPress={() => void make()}>
                    {shell('retry')}
                  </Button>
                }
              />
            )}
            {state.kind === 'cancelled' && <Banner severity="note">{say('cancelled')}</Banner>}
            {state.kind === 'working' ? (
              <>
                <Working job={job} progress={state.progress} />
                <p className="second">{say('writeOn')}</p>
              </>
            ) : (
              <>
                <p className="second">{say('intro', { template: choose(template.name) })}</p>
                <Readiness onChecks={() => desk.open('checks')} />
                <Contents />
              </>
            )}
          </>
        )}
      </div>
      <footer className="pane-foot tall">
        <span className="grow" />
        {state.kind === 'done' ? (
          <>
            <Button kind="plain" onPress={() => void make()}>
              {say('again')}
            </Button>
            <Button
              onPress={() => {
                job.forget();
                desk.closePane();
              }}
            >
              {say('finish')}
            </Button>
          </>
        ) : (
          <Button kind="primary" isDisabled={state.kind === 'working'} onPress={() => void make()}>
            {say('make')}
          </Button>
        )}
      </footer>
    </>
  );
}

function Readiness({ onChecks }: { readonly onChecks: () => void }) {
  const say = useWords('exporting');
  const due = useSession(state => state.findings.filter(({ severity }) => severity !== 'note').length);
  if (due === 0) {
    return (
      <Banner severity="ok">
        <b>{say('ready')}</b> {say('readyHint')}
      </Banner>
    );
  }
  return (
    <Banner
      severity="warning"
      actions={
        <Button small onPress={onChecks}>
          {say('showChecks')}
        </Button>
      }
    >
      <b>{say('toSee', { count: due })}</b> {say('toSeeHint')}
    </Banner>
  );
}

function Contents() {
  const say = useWords('exporting');
  const format = useFormat();
  const report = useSession(state => state.report);
  const numbering = useSession(state => state.numbering);
  const cited = useSession(state => state.citations.bibliography.length);
  const { words, figures, tables } = numberedCounts(report, numbering, cited);
  const rows = [
    [say('manuscript'), say('words', { count: words, formatted: format.number(words) })],
    [
      say('figures'),
      say('figuresCount', {
        figures: say('figuresOf', { count: figures }),
        tables: say('tablesOf', { count: tables }),
      }),
    ],
    [say('references'), say('referencesOf', { count: cited })],
  ] as const;
  return (
    <section>
      <h3>{say('whatGoesIn')}</h3>
      <ul>
        {rows.map(([name, value]) => (
          <li key={name} className="export-row">
            <Check className="icon severity ok" />
            <span>
              <b>{name}</b>
              <small>{value}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
