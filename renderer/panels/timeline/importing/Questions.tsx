import type { LabImport, LabOptions, LabWarning } from '../../../../core/timeline/formats/types.ts';
import type { WarningKind } from '../../../../core/timeline/formats/warnings.ts';
import { Segmented } from '../../../ui/Choices.tsx';
import { SeverityIcon } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';

/** Kinds of warnings that are answered here; the others are listed. */
const ANSWERED: ReadonlySet<WarningKind> = new Set(['date-order', 'decimal', 'two-units', 'unit-missing']);

export function isAnswerable({ kind }: LabWarning): boolean {
  return ANSWERED.has(kind);
}

/** What the file leaves open: asked, with the text that could be read in two ways. Answers stay to be changed. */
export function Questions(props: {
  readonly reading: LabImport;
  readonly options: LabOptions;
  readonly onChange: (options: LabOptions) => void;
}) {
  const say = useWords('timeline');
  const choose = useChoose();
  const { reading, options, onChange } = props;
  const asked = (kind: WarningKind) => reading.warnings.find(each => each.kind === kind);
  const dates = asked('date-order');
  const decimal = asked('decimal');
  const others = reading.warnings.filter(({ kind }) => kind === 'two-units' || kind === 'unit-missing');
  const couldBeginWithYear = /^\d{2}-\d{2}-\d{2}(?!\d)/.test(dates?.sample ?? '');
  const showDates = dates !== undefined || options.dateOrder !== undefined;
  const showDecimal = decimal !== undefined || options.decimal !== undefined;
  if (!showDates && !showDecimal && others.length === 0) return null;
  return (
    <section className="import-questions">
      <h3>{say('questions')}</h3>
      {showDates && (
        <Segmented
          label={dates ? choose(dates.detail) : say('roleMoment')}
          full
          value={options.dateOrder ?? 'none'}
          options={[
            { id: 'day-month', label: say('dayFirst') },
            { id: 'month-day', label: say('monthFirst') },
            ...(couldBeginWithYear || options.dateOrder === 'year-first'
              ? [{ id: 'year-first' as const, label: say('yearFirst') }]
              : []),
          ]}
          onChange={value => value !== 'none' && onChange({ ...options, dateOrder: value })}
        />
      )}
      {showDecimal && (
        <Segmented
          label={decimal ? choose(decimal.detail) : say('roleValue')}
          full
          value={options.decimal ?? 'none'}
          options={[
            { id: 'comma', label: say('decimalComma') },
            { id: 'point', label: say('decimalPoint') },
          ]}
          onChange={value => value !== 'none' && onChange({ ...options, decimal: value })}
        />
      )}
      <ul>
        {others.map(({ detail }) => (
          <li key={detail.en}>
            <SeverityIcon of="note" />
            <span>{choose(detail)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
