import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExportFormat, ExportOption, ExportOptions } from '../../../core/export/types.ts';
import { useChooseFile } from '../../app/files/choosing.ts';
import { useDesk, useDeskState, useOpenSession, useSession } from '../../session/context.tsx';
import { citedWorks, numberedCounts } from '../../session/counts.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Menu.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { formatsOf } from './formats.ts';
import type { ExportJob, JobState } from './job.ts';
import { suggestedName } from './name.ts';
import { Outcome } from './Outcome.tsx';

interface Props {
  readonly job: ExportJob;
  readonly state: JobState;
}

/** One file: its format, the format's options, and what goes in. */
export function FileExport({ job, state }: Props) {
  const say = useWords('exporting');
  const choose = useChoose();
  const desk = useDesk();
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const shown = useDeskState(({ shown: id }) => id);
  const template = useSession(current => current.template);
  const [formats, setFormats] = useState<readonly ExportFormat[]>([]);
  const [options, setOptions] = useState<Readonly<Record<string, ExportOptions>>>({});
  useEffect(() => {
    let gone = false;
    formatsOf(session.host)
      .then(found => gone || setFormats(found))
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [session]);
  const format = formats.find(({ id }) => id === shown) ?? formats[0];
  if (!format) return <div className="export-body" />;
  const chosen = options[format.id] ?? {};
  const make = async () => {
    const { report } = session.store.getState();
    const name = suggestedName(report, report.language === 'fr' ? 'cas-clinique' : 'case-report');
    const path = await chooseFile({
      mode: 'save',
      extension: format.extension,
      suggested: `${name}.${format.extension}`,
    });
    if (path !== null) await job.start({ of: 'file', format, options: chosen, path });
  };
  return (
    <>
      <div className="export-body">
        <Outcome state={state} of="file" onRetry={() => void make()} />
        <Select
          label={say('format')}
          value={format.id}
          options={formats.map(each => ({
            id: each.id,
            label: choose(each.name),
            note: choose(each.description),
          }))}
          onChange={id => desk.open('export', id)}
        />
        <p className="second">{choose(format.description)}</p>
        {format.options.length > 0 && (
          <section className="export-options" aria-label={say('options')}>
            <h3>{say('options')}</h3>
            {format.options.map(option => (
              <Option
                key={option.id}
                option={option}
                value={chosen[option.id] ?? option.usual}
                onChange={value => setOptions({ ...options, [format.id]: { ...chosen, [option.id]: value } })}
              />
            ))}
          </section>
        )}
        <Readiness onChecks={() => desk.open('checks')} />
        <Contents />
        <p className="field-note">{say('intro', { template: choose(template.name) })}</p>
      </div>
      <footer className="pane-foot tall">
        <span className="grow" />
        <Button kind="primary" onPress={() => void make()}>
          {say('make')}
        </Button>
      </footer>
    </>
  );
}

function Option(props: {
  readonly option: ExportOption;
  readonly value: boolean | string;
  readonly onChange: (value: boolean | string) => void;
}) {
  const choose = useChoose();
  const { option, value, onChange } = props;
  return (
    <div className="export-option">
      {option.kind === 'switch' ? (
        <Tick value={value === true} onChange={onChange}>
          {choose(option.name)}
        </Tick>
      ) : (
        <Select
          label={choose(option.name)}
          value={String(value)}
          options={option.choices.map(({ id, name }) => ({ id, label: choose(name) }))}
          onChange={onChange}
        />
      )}
      {option.note && <p className="field-note">{choose(option.note)}</p>}
    </div>
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
  const cited = useSession(citedWorks);
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
