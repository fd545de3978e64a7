import { Fragment } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { checks as registry } from '../../../core/checks/index.ts';
import type { Check, Finding } from '../../../core/checks/types.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goToFinding } from '../../session/going.ts';
import { Keys } from '../../ui/Keys.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { partOf } from '../outline/standing.ts';
import './checks.css';

const AREAS = ['numbers', 'citing', 'figures', 'journal'] as const satisfies readonly Check['area'][];

const areaOf = new Map(registry.map(({ id, area }) => [id, area]));

/** What the checks found, by area; each goes to its place. */
export function Checks() {
  const say = useWords('checks');
  const findings = useSession(state => state.findings);
  if (findings.length === 0) {
    return (
      <div className="blank">
        <SeverityIcon of="ok" />
        <h2>{say('none')}</h2>
        <p>{say('noneHint')}</p>
      </div>
    );
  }
  return (
    <>
      <div className="checks">
        {AREAS.map(area => {
          const found = findings.filter(({ check }) => areaOf.get(check) === area);
          if (found.length === 0) return null;
          return (
            <Fragment key={area}>
              <h2>
                {say(area)}
                <span>{found.length}</span>
              </h2>
              <ul>
                {found.map((finding, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a finding is made anew at each check
                  <li key={index}>
                    <Row finding={finding} />
                  </li>
                ))}
              </ul>
            </Fragment>
          );
        })}
      </div>
      <footer className="pane-foot">
        <span>
          <Keys of="f8" /> {say('next')}
        </span>
        <span className="grow" />
        <span>{say('count', { count: findings.length })}</span>
      </footer>
    </>
  );
}

function Row({ finding }: { readonly finding: Finding }) {
  const say = useWords('checks');
  const choose = useChoose();
  const desk = useDesk();
  const { editor } = useOpenSession();
  const parts = useSession(state => state.report.parts);
  const numbering = useSession(state => state.numbering);
  const key = partOf(finding, parts);
  const where = (key && numbering.parts.get(key)?.heading) || say('whole');
  const go = () => goToFinding(desk, editor, finding.place);
  return (
    <AriaButton className="finding-row" onPress={go}>
      <SeverityIcon of={finding.severity} />
      <span>
        <b>
          <span className="unseen">{say(finding.severity)}: </span>
          {choose(finding.message)}
        </b>
        <span className="second">{choose(finding.hint)}</span>
        <small className="quiet">{where}</small>
      </span>
    </AriaButton>
  );
}
