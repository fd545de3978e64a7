import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../../../core/outcome.ts';
import type { Template } from '../../../../core/template/types.ts';
import { unexpectedProblem } from '../../../app/opening.ts';
import { useSurroundings } from '../../../app/surroundings.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { Demands } from './Demands.tsx';
import { Enclosures } from './Enclosures.tsx';
import { Headings } from './Headings.tsx';
import { Limits } from './Limits.tsx';
import { Order } from './Order.tsx';
import { PageForm } from './PageForm.tsx';
import { Statements } from './Statements.tsx';
import { Style } from './Style.tsx';
import { TitleRules } from './TitleRules.tsx';

/** What every part of the form gets: the template as edited so far, and the way to change it. */
export interface Editing {
  readonly template: Template;
  readonly change: (change: Partial<Template>) => void;
}

interface Props {
  readonly template: Template;
  readonly onLeave: () => void;
  readonly onKept: (template: Template) => Promise<void>;
}

/** A template of one's own, part by part; nothing is kept before it is said so, and the host validates it as it would a file. */
export function TemplateEditor({ template: atFirst, onLeave, onKept }: Props) {
  const say = useWords('template');
  const shell = useWords('shell');
  const choose = useChoose();
  const { host } = useSurroundings();
  const [template, setTemplate] = useState(atFirst);
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Template>) => setTemplate(now => ({ ...now, ...part }));
  const keep = async () => {
    setBusy(true);
    try {
      const answer = await host.call('templates.save', { template: { ...template } });
      if (answer.ok) await onKept(answer.value);
      else setTrouble(answer.problem);
    } catch {
      setTrouble(unexpectedProblem());
    } finally {
      setBusy(false);
    }
  };
  const editing: Editing = { template, change };
  return (
    <>
      <div className="pane-scroll template-editor">
        <section aria-label={say('name')}>
          <Field
            label={say('nameEn')}
            value={template.name.en}
            onChange={en => change({ name: { ...template.name, en } })}
          />
          <Field
            label={say('nameFr')}
            value={template.name.fr}
            onChange={fr => change({ name: { ...template.name, fr } })}
          />
        </section>
        <Part title={say('rules')} open>
          <Limits {...editing} />
        </Part>
        <Part title={say('style')}>
          <Style {...editing} />
        </Part>
        <Part title={say('headings')}>
          <Headings {...editing} />
        </Part>
        <Part title={say('order')}>
          <Order {...editing} />
        </Part>
        <Part title={say('statements')}>
          <Statements {...editing} />
        </Part>
        <Part title={say('enclosures')}>
          <Enclosures {...editing} />
        </Part>
        <Part title={say('titleRules')}>
          <TitleRules {...editing} />
        </Part>
        <Part title={say('demands')}>
          <Demands {...editing} />
        </Part>
        <Part title={say('page')}>
          <PageForm {...editing} />
        </Part>
      </div>
      <footer className="pane-foot tall">
        {trouble && (
          <Banner severity="error" live>
            <b>{choose(trouble.message)}</b> {choose(trouble.hint)}
          </Banner>
        )}
        <span className="grow" />
        <Button kind="plain" onPress={onLeave}>
          {shell('cancel')}
        </Button>
        <Button kind="primary" busy={busy} onPress={() => void keep()}>
          {say('keep')}
        </Button>
      </footer>
    </>
  );
}

function Part(props: { readonly title: string; readonly open?: boolean; readonly children: React.ReactNode }) {
  return (
    <details className="details" open={props.open ?? false}>
      <summary>
        <ChevronRight className="icon" />
        {props.title}
      </summary>
      <div>{props.children}</div>
    </details>
  );
}
