import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Moment, TimeSettings } from '../../../../core/report/types.ts';
import { answered, yearPair } from '../../../../core/timeline/formats/questions.ts';
import type { Choice, LabImport, LabOptions, LabWarning } from '../../../../core/timeline/formats/types.ts';
import { byRank, placeWords } from '../../../../core/timeline/formats/warnings.ts';
import { readMoment } from '../../../../core/timeline/read-moment.ts';
import { SeverityIcon } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { MomentField } from '../course/MomentField.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';

/** What the file leaves open, each with its choices and what follows from them. Answers stay where they were given, to be changed. */
export function Questions(props: {
  readonly reading: LabImport;
  readonly options: LabOptions;
  readonly time: TimeSettings;
  readonly onChange: (options: LabOptions) => void;
}) {
  const say = useWords('timeline');
  const { reading, options, time, onChange } = props;
  const open = reading.warnings.filter(({ question }) => question);
  const all = [...open, ...reading.answered].sort(
    (a, b) => byRank(a, b) || (typeof a.where === 'number' && typeof b.where === 'number' ? a.where - b.where : 0),
  );
  if (all.length === 0) return null;
  return (
    <section className="import-questions">
      <h3>{open.length > 0 ? say('questions', { count: open.length }) : say('questionsDone')}</h3>
      <ul>
        {all.map(asked => (
          <li key={`${asked.kind} ${asked.question?.about}`}>
            <Question asked={asked} time={time} onAnswer={answer => onChange(answered(options, asked, answer))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Question(props: {
  readonly asked: LabWarning;
  readonly time: TimeSettings;
  readonly onAnswer: (answer: string) => void;
}) {
  const say = useWords('timeline');
  const choose = useChoose();
  const { asked, time, onAnswer } = props;
  const { question, kind, detail, where } = asked;
  if (!question) return null;
  const { own, answer } = question;
  const choices = own === 'year' ? withYears(question.choices) : question.choices;
  const isOwn = answer !== undefined && !choices.some(({ id }) => id === answer);
  const about = (
    <>
      <SeverityIcon of={answer === undefined ? 'note' : 'ok'} />
      <span>
        {choose(detail)} <small className="quiet">{choose(placeWords(where))}</small>
      </span>
    </>
  );
  const day = own === 'moment' && (
    <MomentField
      label={`${say('askMoment')}\u00a0: ${question.about || say('roleMoment')}`}
      quietLabel
      note={say('askMomentNote')}
      time={time}
      value={isOwn ? momentOf(answer) : undefined}
      onDone={at => onAnswer(at ? stated(at) : '')}
    />
  );
  if (day && choices.length === 0)
    return (
      <>
        <p className="import-asked">{about}</p>
        {day}
      </>
    );
  return (
    <RadioGroup className="choices" value={answer ?? null} onChange={onAnswer}>
      <Label className="import-asked">{about}</Label>
      {choices.map(choice => (
        <Radio key={choice.id} value={choice.id} className="choice">
          <i aria-hidden="true" />
          <span>{choose(choice.words)}</span>
        </Radio>
      ))}
      {day}
      {own && own !== 'moment' && (
        <OwnAnswer
          key={kind}
          label={say(own === 'unit' ? 'askUnit' : 'askYear')}
          value={isOwn ? answer : ''}
          isYear={own === 'year'}
          onDone={onAnswer}
        />
      )}
    </RadioGroup>
  );
}

/** Where the file itself names no year, this one and the last are offered. */
function withYears(choices: readonly Choice[]): readonly Choice[] {
  if (choices.length > 0) return choices;
  const now = new Date().getFullYear();
  const year = (id: number): Choice => ({ id: String(id), words: { en: String(id), fr: String(id) } });
  return [year(now), year(now - 1), yearPair(now - 1)];
}

/** An answer is the ISO date or "day 3". */
function momentOf(answer: string): Moment | undefined {
  const at = readMoment(answer);
  return at === null || at === 'ambiguous' ? undefined : at;
}

const stated = (at: Moment) => ('date' in at ? at.date : `day ${at.day}`);
