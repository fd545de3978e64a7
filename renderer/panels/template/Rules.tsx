import type { Words } from '../../../core/outcome.ts';
import { measures } from '../../../core/template/measure.ts';
import { styleName } from '../../../core/template/style-name.ts';
import type { Basis, Counted, Limit, Rule } from '../../../core/template/types.ts';
import { IN_LANGUAGE, limitWords, quantityWords } from '../../../core/template/wording.ts';
import { useSession } from '../../session/context.tsx';
import { useSessionAtTimes } from '../../session/resting.ts';
import { type Say, useChoose, useWords } from '../../words/index.ts';

/** What nearly every journal limits: where a template says nothing of it, nobody knows. */
const USUAL: readonly Counted[] = [
  'title',
  'abstract',
  'text',
  'references',
  'figures',
  'tables',
  'authors',
  'keywords',
];

interface Row {
  readonly name: string;
  readonly rule: string;
  readonly now?: string;
  readonly basis: Basis | null;
}

/** Every rule of the template with its source, the day it was read and how sure it is; what nobody knows is said too. */
export function Rules() {
  const say = useWords('template');
  const rows = useRows();
  return (
    <section aria-label={say('rules')}>
      <h3>{say('rules')}</h3>
      <ul className="template-rules">
        {rows.map(({ name, rule, now, basis }) => (
          <li key={`${name} ${rule}`}>
            <span>
              <b>{name}</b>
              {now !== undefined && <small className="number">{now}</small>}
            </span>
            <span>
              {rule}
              {basis && <Confidence basis={basis} />}
            </span>
            {basis && basis.source !== '' && <small className="rule-source">{sourceLine(basis, say)}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sourceLine({ source, read }: Basis, say: Say<'template'>): string {
  return read === '' ? source : say('sourceRead', { source, read });
}

/** How sure a rule is, as a word of its colour. */
export function Confidence({ basis: { confidence } }: { readonly basis: Basis }) {
  const say = useWords('template');
  return <span className={`confidence ${confidence.replace(' ', '-')}`}>{say(CONFIDENCE[confidence])}</span>;
}

export const CONFIDENCE = {
  confirmed: 'confirmed',
  likely: 'likely',
  'not confirmed': 'notConfirmed',
} as const;

function useRows(): readonly Row[] {
  const say = useWords('template');
  const choose = useChoose();
  const template = useSession(state => state.template);
  const report = useSessionAtTimes(state => state.report);
  const numbering = useSessionAtTimes(state => state.numbering);
  const isJournal = template.journal !== undefined;
  const now = (limit: Limit) =>
    measures(limit, report, numbering)
      .map(
        ({ count, language }) =>
          choose(quantityWords(limit, count)) + (language === undefined ? '' : ` (${language.toUpperCase()})`),
      )
      .join(', ');
  const limits = template.limits.map(
    (limit): Row => ({
      name: `${say(`counted_${limit.of}`)}${limit.language ? ` ${choose(IN_LANGUAGE[limit.language])}` : ''}`,
      rule: choose(limitWords(limit)),
      now: say('now', { count: now(limit) || '–' }),
      basis: limit,
    }),
  );
  const unknown = isJournal
    ? USUAL.filter(of => !template.limits.some(limit => limit.of === of)).map(
        (of): Row => ({ name: say(`counted_${of}`), rule: say('nobodyKnows'), basis: null }),
      )
    : [];
  const of = <T,>(name: string, rule: Rule<T> | undefined, words: (value: T) => string): readonly Row[] =>
    rule ? [{ name, rule: words(rule.value), basis: rule }] : [];
  const phrases = ({ en, fr }: Readonly<Record<'en' | 'fr', readonly string[]>>) =>
    [...new Set([...en, ...fr])].join(', ');
  const statements = template.statements.map(
    (rule): Row => ({
      name: choose(template.headings[rule.value] as Words),
      rule: say('statementAsked'),
      basis: rule,
    }),
  );
  const { figures, manuscript, title, abstract, citations, enclosures = [] } = template;
  const style = styleName(citations);
  const enclosed = enclosures.map(
    (rule): Row => ({ name: say(`enclosure_${rule.value}`), rule: say('enclosed'), basis: rule }),
  );
  return [
    ...limits,
    ...unknown,
    ...of(say('titleContains'), title.contains, phrases),
    ...of(say('titleAvoids'), title.avoids, phrases),
    ...statements,
    ...enclosed,
    ...(abstract.also.length > 0
      ? [
          {
            name: say('abstractAlso'),
            rule: abstract.also.map(language => say(language === 'fr' ? 'french' : 'english')).join(', '),
            basis: abstract.basis ?? null,
          },
        ]
      : []),
    { name: say('style'), rule: style ? choose(style) : say('styleOfTemplate'), basis: citations.basis ?? null },
    ...of(say('figureFormats'), figures.formats, value => value.join(', ').toUpperCase()),
    ...of(say('resolution'), figures.resolution, ({ photograph, drawing }) =>
      say('resolutionOf', { photograph: photograph ?? '–', drawing: drawing ?? '–' }),
    ),
    ...of(say('widths'), figures.widths, value => value.map(width => `${width}\u00a0mm`).join(', ')),
    ...of(say('spacing'), manuscript.spacing, String),
    ...of(say('lineNumbers'), manuscript.lineNumbers, value => say(value ? 'yes' : 'no')),
    ...of(say('figuresPlace'), manuscript.figures, value => say(`place_${value}`)),
    ...of(say('tablesPlace'), manuscript.tables, value => say(`place_${value}`)),
  ];
}
