import type { Finding } from '../../../core/checks/types.ts';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { goToFinding } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';

/** What does not fit or is still to be seen, each with the way to its place; nothing where there is nothing. */
export function Findings({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  const say = useWords('checks');
  const choose = useChoose();
  const desk = useDesk();
  const { editor } = useOpenSession();
  if (findings.length === 0) return null;
  const go = ({ place }: Finding) => goToFinding(desk, editor, place);
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finding is made anew at each check
          <li key={index} className="export-row">
            <SeverityIcon of={finding.severity} />
            <span className="grow">
              <b>
                <span className="unseen">{say(finding.severity)}: </span>
                {choose(finding.message)}
              </b>
              <small>{choose(finding.hint)}</small>
            </span>
            {Object.keys(finding.place).length > 0 && (
              <Button
                kind="plain"
                small
                aria-label={`${say('show')}: ${choose(finding.message)}`}
                onPress={() => go(finding)}
              >
                {say('show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
