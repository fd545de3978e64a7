import { LoaderCircle } from 'lucide-react';
import { useMemo, useState } from 'react';
import { PACKAGE_ROLES, type PackageRole, type PlannedFile, usualRoles } from '../../../core/package/types.ts';
import type { Basis } from '../../../core/template/types.ts';
import { useChooseFile } from '../../app/files/choosing.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Menu.tsx';
import { Banner, Trouble } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { Confidence } from '../template/Rules.tsx';
import { Findings } from './Findings.tsx';
import type { ExportJob, JobState } from './job.ts';
import { suggestedName } from './name.ts';
import { Outcome } from './Outcome.tsx';
import { usePlan } from './planning.ts';

/** The submission package: for which journal, what goes in, and what does not fit, before anything is written. */
export function PackageExport({ job, state }: { readonly job: ExportJob; readonly state: JobState }) {
  const say = useWords('exporting');
  const choose = useChoose();
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const { templates } = useSurroundings();
  const own = useSession(current => current.template);
  const [other, setOther] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly PackageRole[] | null>(null);
  const [alsoFolder, setAlsoFolder] = useState(true);
  const template = templates.find(({ id }) => id === other) ?? own;
  const include = useMemo(() => chosen ?? usualRoles(template), [chosen, template]);
  const planned = usePlan(template.id, include);
  const plan = planned?.kind === 'planned' ? planned.plan : null;
  const grave = plan?.findings.filter(({ severity }) => severity !== 'note') ?? [];
  const notes = plan?.findings.filter(({ severity }) => severity === 'note') ?? [];

  const make = async () => {
    const { report } = session.store.getState();
    const name = suggestedName(report, say('packageName'));
    const path = await chooseFile({ mode: 'save', extension: 'zip', suggested: `${name}.zip` });
    if (path === null) return;
    await job.start({
      of: 'package',
      template: template.id,
      include,
      alsoFolder,
      findings: [...grave, ...notes],
      path,
    });
  };
  const toggle = (role: PackageRole, wanted: boolean) =>
    setChosen(PACKAGE_ROLES.filter(each => (each === role ? wanted : include.includes(each))));

  return (
    <>
      <div className="export-body">
        <Outcome state={state} of="package" onRetry={() => void make()} />
        <Select
          label={say('for')}
          value={template.id}
          options={(templates.includes(own) ? templates : [own, ...templates]).map(each => ({
            id: each.id,
            label: choose(each.name),
            note: choose(each.description),
          }))}
          onChange={setOther}
        />
        {planned?.kind === 'failed' && <Trouble problem={planned.problem} />}
        {!planned && (
          <p className="second export-looking">
            <LoaderCircle className="icon spinner" />
            {say('looking')}
          </p>
        )}
        {plan && (
          <>
            <Banner severity={grave.length === 0 ? 'ok' : 'warning'} live>
              <b>{grave.length === 0 ? say('readyToSend') : say('doesNotFit', { count: grave.length })}</b>{' '}
              {grave.length === 0 ? say('readyToSendHint') : say('doesNotFitHint')}
            </Banner>
            <section aria-label={say('whatGoesIn')}>
              <h3>{say('whatGoesIn')}</h3>
              <ul>
                {PACKAGE_ROLES.map(role => (
                  <RoleRow
                    key={role}
                    role={role}
                    files={plan.files.filter(file => file.role === role)}
                    isIn={include.includes(role)}
                    asked={template.enclosures?.find(({ value }) => value === role)}
                    onChange={wanted => toggle(role, wanted)}
                  />
                ))}
              </ul>
            </section>
            <Findings title={say('toJudge')} findings={grave} />
            <Findings title={say('toComplete')} findings={notes} />
          </>
        )}
      </div>
      <footer className="pane-foot tall">
        <Tick value={alsoFolder} onChange={setAlsoFolder}>
          {say('alsoFolder')}
        </Tick>
        <span className="grow" />
        <Button kind="primary" isDisabled={!plan || plan.files.length === 0} onPress={() => void make()}>
          {say('makePackage')}
        </Button>
      </footer>
    </>
  );
}

/** One kind of file, to be ticked; a kind that this report has none of is not shown. */
function RoleRow(props: {
  readonly role: PackageRole;
  readonly files: readonly PlannedFile[];
  readonly isIn: boolean;
  /** That the template asks for it, and how sure that is. */
  readonly asked: Basis | undefined;
  readonly onChange: (isIn: boolean) => void;
}) {
  const say = useWords('exporting');
  const { role, files, isIn, asked } = props;
  if (isIn && files.length === 0) return null;
  const names = files.map(({ name }) => name).join(', ');
  return (
    <li className="export-row">
      <Tick value={isIn} onChange={props.onChange}>
        <b>{say(`role_${role}`)}</b>
        {asked && (
          <small>
            {say('askedFor')} <Confidence basis={asked} />
          </small>
        )}
        <small className="cut" title={names}>
          {isIn ? <Details files={files} names={names} /> : say(role === 'data' ? 'dataOut' : 'leftOut')}
        </small>
      </Tick>
    </li>
  );
}

function Details({ files, names }: { readonly files: readonly PlannedFile[]; readonly names: string }) {
  const say = useWords('exporting');
  if (files.length < 4) return names;
  const encoded = files.flatMap(file => ('dpi' in file ? [file] : []));
  const formats = [...new Set(encoded.map(({ format }) => format.toUpperCase()))].join(', ');
  const least = Math.min(...encoded.map(({ dpi }) => dpi));
  return say('figureFiles', { count: files.length, formats, dpi: least });
}
