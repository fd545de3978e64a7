import { useState } from 'react';
import { citationsOf } from '../../../core/report/parts.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { carried, isOwn, ownId } from '../../../core/template/choose.ts';
import type { Template } from '../../../core/template/types.ts';
import { useChooseFile } from '../../app/files/choosing.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { TEMPLATE_EXTENSION, unexpectedProblem } from '../../app/opening.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { TemplateEditor } from './editing/TemplateEditor.tsx';
import { useImportTemplate } from './importing.ts';
import { Rules } from './Rules.tsx';
import { Switching } from './Switching.tsx';
import './template.css';

/** The report's template: what it asks for and where that is written, the way to another one, and to one's own. */
export function TemplatePane() {
  const say = useWords('template');
  const choose = useChoose();
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const importTemplate = useImportTemplate();
  const { host, templates, refreshTemplates } = useSurroundings();
  const template = useSession(state => state.template);
  const named = useSession(state => state.report.template);
  const unknownStyle = useSession(state => state.citations.unknownStyle);
  const unsaid = useSession(({ citations, report }) => (citations.hasNoLocators ? countLocated(report) : 0));
  const [edited, setEdited] = useState<Template | null>(null);

  const use = (chosen: Template) =>
    session.dispatch([{ set: 'template', value: chosen.id, ...carried(chosen) }], say('undo'));
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch {
      notifyProblem(unexpectedProblem());
    }
  };
  const share = () =>
    guarded(async () => {
      const path = await chooseFile({
        mode: 'save',
        extension: TEMPLATE_EXTENSION,
        suggested: `${choose(template.name)}.${TEMPLATE_EXTENSION}`,
      });
      if (path === null) return;
      const answer = await host.call('templates.share', { id: template.id, path });
      if (answer.ok) notify({ severity: 'ok', title: say('shared') });
      else notifyProblem(answer.problem);
    });
  const keep = (wanted: Template) =>
    guarded(async () => {
      const answer = await host.call('templates.save', { template: { ...wanted } });
      if (answer.ok) await refreshTemplates();
      else notifyProblem(answer.problem);
    });
  const remove = () =>
    guarded(async () => {
      await host.call('templates.remove', { id: template.id });
      // The report goes on carrying it.
      await refreshTemplates();
    });

  if (edited) {
    return (
      <TemplateEditor
        template={edited}
        onLeave={() => setEdited(null)}
        onKept={async kept => {
          await refreshTemplates();
          use(kept);
          setEdited(null);
        }}
      />
    );
  }
  const isHere = templates.some(({ id }) => id === template.id);
  return (
    <div className="pane-scroll template-pane">
      {named !== template.id && (
        <Banner severity="warning">{say('notHere', { name: named, used: choose(template.name) })}</Banner>
      )}
      {unknownStyle !== undefined && <Banner severity="warning">{say('styleUnknown', { style: unknownStyle })}</Banner>}
      {unsaid > 0 && <Banner severity="note">{say('noLocators', { count: unsaid })}</Banner>}
      {!isHere && (
        <Banner
          severity="note"
          actions={
            <Button small onPress={() => void keep(template)}>
              {say('keepHere')}
            </Button>
          }
        >
          {say('carried')}
        </Banner>
      )}
      <header className="template-head">
        <h3>{choose(template.name)}</h3>
        <p className="second">{choose(template.description)}</p>
        <div className="template-actions">
          <Button small onPress={() => setEdited(isOwn(template) && isHere ? template : copyOf(template))}>
            {say(isOwn(template) && isHere ? 'edit' : 'editCopy')}
          </Button>
          <Button small onPress={() => void importTemplate().then(taken => taken && use(taken))}>
            {say('import')}
          </Button>
          {isHere && (
            <Button small onPress={() => void share()}>
              {say('share')}
            </Button>
          )}
          {isOwn(template) && isHere && (
            <Button small danger onPress={() => void remove()}>
              {say('remove')}
            </Button>
          )}
        </div>
      </header>
      <Switching templates={templates} onChosen={use} />
      <Rules />
    </div>
  );
}

/** Citations that name a page or another place in a work. */
const countLocated = ({ parts }: CaseReport): number =>
  parts.flatMap(({ children }) => citationsOf(children)).filter(({ items }) => items.some(({ locator }) => locator))
    .length;

/** A copy to edit: named as one, its style by a name that needs no file. */
function copyOf(template: Template): Template {
  const { citations, name, id } = template;
  const style = citations.style.endsWith('.csl') ? `casewright-${id}` : citations.style;
  return {
    ...template,
    id: ownId(crypto.randomUUID().replaceAll('-', '').slice(0, 12)),
    name: { en: `${name.en} (copy)`, fr: `${name.fr} (copie)` },
    citations: { ...citations, style },
  };
}
