import { useState } from 'react';
import { checkReport } from '../../../core/checks/index.ts';
import type { Finding } from '../../../core/checks/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { Findings } from '../export/Findings.tsx';
import { TemplateList } from './TemplateList.tsx';

interface Props {
  readonly templates: readonly Template[];
  readonly onChosen: (template: Template) => void;
}

const messageOf = ({ check, message, place }: Finding) => JSON.stringify([check, message.en, place]);

/** Templates, found by typing; one press changes the report's, and what no longer fits is listed. Nothing of the text is touched. */
export function Switching({ templates, onChosen }: Props) {
  const say = useWords('template');
  const choose = useChoose();
  const session = useOpenSession();
  const current = useSession(state => state.template);
  const [before, setBefore] = useState<{
    readonly from: Template;
    readonly to: Template;
    readonly fitted: ReadonlySet<string>;
  } | null>(null);
  const findings = useSession(state => state.findings);
  // Undone, or changed again elsewhere: what was said of this change says nothing any more.
  const changed = before?.to.id === current.id ? before : null;
  const lost = changed ? findings.filter(finding => !changed.fitted.has(messageOf(finding))) : [];

  const change = (template: Template) => {
    if (template.id === current.id) return;
    const { report } = session.store.getState();
    setBefore({ from: current, to: template, fitted: new Set(checkReport(report, current).map(messageOf)) });
    onChosen(template);
  };
  return (
    <section className="template-switching" aria-label={say('change')}>
      {changed && (
        <div className="template-changed" role="status">
          <Banner
            severity={lost.length === 0 ? 'ok' : 'warning'}
            actions={
              <Button small onPress={() => session.undo()}>
                {say('back')}
              </Button>
            }
          >
            <b>{say('changed', { from: choose(changed.from.name) })}</b>{' '}
            {lost.length === 0 ? say('allFits') : say('noLongerFits', { count: lost.length })}
          </Banner>
          <Findings title={say('noLonger')} findings={lost} />
        </div>
      )}
      <h3>{say('change')}</h3>
      <TemplateList
        templates={templates}
        label={{ 'aria-label': say('change') }}
        className="template-list"
        current={current}
        onChosen={change}
      />
      <p className="field-note">{say('nothingLost')}</p>
    </section>
  );
}
