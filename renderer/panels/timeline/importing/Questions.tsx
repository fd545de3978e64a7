import type { LabOptions, LabReading } from '../../../../core/timeline/formats/types.ts';
import { Segmented } from '../../../ui/Choices.tsx';
import { SeverityIcon } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';

/** What the file leaves open: asked, with the text that could be read in two ways. Answers stay to be changed. */
export function Questions(props: {
  readonly reading: LabReading;
  readonly options: LabOptions;
  readonly onChange: (options: LabOptions) => void;
}) {
  const say = useWords('timeline');
  const choose = useChoose();
  const { reading, options, onChange } = props;
  const asked = (kind: string) => reading.questions.find(question => question.kind === kind);
  const dates = asked('date-order');
  const decimal = asked('decimal');
  const others = reading.questions.filter(({ kind }) => kind === 'unit');
  const showDates = dates !== undefined || options.dateOrder !== undefined;
  const showDecimal = decimal !== undefined || options.decimal !== undefined;
  if (!showDates && !showDecimal && others.length === 0 && reading.warnings.length === 0) return null;
  return (
    <section className="import-questions">
      <h3>{say('questions')}</h3>
      {showDates && (
        <Segmented
          label={dates ? `${choose(dates.words)} ${dates.sample}` : say('roleMoment')}
          full
          value={options.dateOrder ?? 'none'}
          options={[
            { id: 'day-month', label: say('dayFirst') },
            { id: 'month-day', label: say('monthFirst') },
          ]}
          onChange={value => value !== 'none' && onChange({ ...options, dateOrder: value })}
        />
      )}
      {showDecimal && (
        <Segmented
          label={decimal ? `${choose(decimal.words)} ${decimal.sample}` : say('roleValue')}
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
        {others.map(question => (
          <li key={question.sample + question.words.en}>
            <SeverityIcon of="note" />
            <span>{choose(question.words)}</span>
          </li>
        ))}
        {reading.warnings.map(({ message, hint }) => (
          <li key={message.en}>
            <SeverityIcon of="warning" />
            <span>
              {choose(message)} <span className="quiet">{choose(hint)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
