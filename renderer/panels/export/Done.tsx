import { Archive, CircleCheck, FileText } from 'lucide-react';
import { fileName } from '../../app/files/choosing.ts';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { Findings } from './Findings.tsx';
import type { JobState } from './job.ts';
import { DoneActions } from './Works.tsx';

/** What was made, where it is, and what is worth a last look. */
export function Done({ state }: { readonly state: Extract<JobState, { kind: 'done' }> }) {
  const say = useWords('exporting');
  const choose = useChoose();
  const format = useFormat();
  const { asked, written, at } = state;
  const isPackage = asked.of === 'package';
  const Icon = isPackage ? Archive : FileText;
  const facts = [
    isPackage ? say('files', { count: written.files }) : choose(asked.format.name),
    written.pages !== null && say('pages', { count: written.pages }),
    format.size(written.size),
    say('asAt', { time: format.time(at) }),
  ];
  return (
    <>
      <section className="export-done" role="status">
        <span className="export-ok">
          <CircleCheck className="icon" />
        </span>
        <h2>{isPackage ? say('packageDone') : say('done')}</h2>
        <p className="second">{facts.filter(Boolean).join(' · ')}</p>
        <div className="card export-file">
          <span className="export-kind">
            <Icon className="icon large" />
          </span>
          <span className="export-where">
            <b className="cut">{fileName(written.path)}</b>
            <small className="cut" title={written.path}>
              {written.path}
            </small>
            {written.folder !== null && (
              <small className="cut" title={written.folder}>
                {say('andFolder', { folder: fileName(written.folder) })}
              </small>
            )}
          </span>
        </div>
        <div className="export-actions">
          <DoneActions path={written.path} />
        </div>
      </section>
      {asked.of === 'package' && <Findings title={say('lastLook')} findings={asked.findings} />}
    </>
  );
}
