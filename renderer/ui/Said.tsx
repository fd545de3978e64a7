import { ChevronRight, CircleAlert, CircleCheck, ImageOff, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../core/outcome.ts';
import { useChoose, useWords } from '../words/index.ts';

export type Severity = 'error' | 'warning' | 'note' | 'ok';

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  note: Info,
  ok: CircleCheck,
};

/** The mark of a severity; the words beside it say it too. */
export function SeverityIcon({ of: severity }: { readonly of: Severity }) {
  const Icon = ICONS[severity];
  return <Icon className={`icon severity ${severity}`} />;
}

/** One sentence on a tinted ground, with at most two actions. */
export function Banner(props: {
  readonly severity: Severity;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Said aloud when it appears. */
  readonly live?: boolean;
}) {
  return (
    <div className={`banner ${props.severity}`} {...(props.live && { role: 'status' })}>
      <SeverityIcon of={props.severity} />
      <p>{props.children}</p>
      {props.actions}
    </div>
  );
}

/** What a problem is: its sentence, what is safe and what to do, its code behind "Details". */
export function Trouble(props: {
  readonly title?: string;
  readonly problem: Problem;
  readonly image?: boolean;
  readonly actions?: ReactNode;
}) {
  const choose = useChoose();
  const say = useWords('shell');
  const Icon = props.image ? ImageOff : CircleAlert;
  const { message, hint, where, code } = props.problem;
  return (
    <section className="trouble" role="alert">
      <div className="trouble-icon">
        <Icon className="icon large" />
      </div>
      <h3>{props.title ?? choose(message)}</h3>
      {props.title && <p>{choose(message)}</p>}
      <p>{choose(hint)}</p>
      {props.actions && <div className="trouble-actions">{props.actions}</div>}
      <details className="details">
        <summary>
          <ChevronRight className="icon" />
          {say('details')}
        </summary>
        <code>{where ? `${code} · ${where}` : code}</code>
      </details>
    </section>
  );
}
