import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { DoseChange, Treatment } from '../../../../core/report/course.ts';
import type { Moment } from '../../../../core/report/types.ts';
import { momentLabel } from '../../../../core/timeline/moment.ts';
import { readFrequency } from '../../../../core/timeline/treatments/frequency.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { type Draft, withField } from './changes.ts';
import type { Course } from './drawn.ts';
import { DoseFields, TextLine } from './fields.tsx';
import { MomentField } from './MomentField.tsx';
import { givenText, isWithin, typedGiven } from './regimens.ts';
import { StartStop } from './StartStop.tsx';

const ROUTES = {
  en: ['IV', 'oral', 'SC', 'IM', 'topical', 'inhaled'],
  fr: ['IV', 'per os', 'SC', 'IM', 'locale', 'inhalée'],
};
const FREQUENCIES = {
  en: ['daily', '2/day', '3/day', 'q8h', 'weekly', '3/week', 'once', 'continuous', 'as needed'],
  fr: ['1/j', '2/j', '3/j', 'toutes les 8 h', '1/semaine', '3/semaine', 'dose unique', 'continu', 'si besoin'],
};

/** Everything of a treatment, and what it adds up to. */
export function TreatmentFields(props: {
  readonly value: Draft<Treatment>;
  readonly course: Course;
  readonly isNew: boolean;
  readonly tried: boolean;
  readonly onChange: (value: Draft<Treatment>) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { value, course, isNew, tried, onChange } = props;
  const { time } = course;
  const set = <K extends keyof Draft<Treatment>>(field: K, to: Draft<Treatment>[K] | undefined) =>
    onChange(withField(value, field, to));
  const frequency = value.frequency ?? '';
  return (
    <>
      <div className="half">
        <TextLine
          label={say('name')}
          value={value.name}
          required
          missing={tried}
          autoFocus={isNew}
          onDone={name => set('name', name)}
        />
      </div>
      <div className="quarter">
        <TextLine
          label={say('route')}
          value={value.route ?? ''}
          suggestions={ROUTES[language]}
          onDone={text => set('route', text || undefined)}
        />
      </div>
      <div className="quarter">
        <TextLine
          label={say('frequency')}
          value={frequency}
          suggestions={FREQUENCIES[language]}
          {...(frequency !== '' && !readFrequency(frequency) && { note: say('frequencyUnknown') })}
          onDone={text => set('frequency', text || undefined)}
        />
      </div>
      <DoseFields value={value.dose} onDone={dose => set('dose', dose)} />
      <div className="quarter" />
      <StartStop start={value.start} stop={value.stop} time={time} width="quarter" tried={tried} onChange={set} />
      <div className="half">
        <GivenField value={value.given ?? []} course={course} onDone={given => set('given', given)} />
      </div>
      <Changes value={value} course={course} onChange={changes => set('changes', changes)} />
      <div className="whole">
        <TextLine label={say('note')} value={value.note ?? ''} onDone={text => set('note', text || undefined)} />
      </div>
    </>
  );
}

/** Days of single administrations in one line. */
function GivenField(props: {
  readonly value: readonly Moment[];
  readonly course: Course;
  readonly onDone: (given: readonly Moment[] | undefined) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { time } = props.course;
  const writing = { time, language };
  const known = givenText(props.value, writing);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const leave = () => {
    if (typed === null || typed === known) {
      setTyped(null);
      return;
    }
    const moments = typedGiven(typed, props.value, writing);
    if ('wrong' in moments) {
      setWrong(moments.wrong);
      return;
    }
    setTyped(null);
    props.onDone(moments.length > 0 ? moments : undefined);
  };
  return (
    <Field
      label={say('given')}
      note={say('givenNote')}
      error={wrong === null ? null : say('momentsWrong', { text: wrong })}
      value={typed ?? known}
      onChange={text => {
        setTyped(text);
        setWrong(null);
      }}
      onBlur={leave}
      onEnter={leave}
    />
  );
}

/** From which day on another dose or frequency holds. */
function Changes(props: {
  readonly value: Draft<Treatment>;
  readonly course: Course;
  readonly onChange: (changes: readonly DoseChange[]) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { value, course, onChange } = props;
  const { changes, start, stop } = value;
  const { time } = course;
  const [isAdding, setAdding] = useState(false);
  const check = (at: Moment) => (isWithin(at, { start, stop }, time) ? null : say('changeOutside'));
  const put = (index: number, change: DoseChange) => onChange(changes.with(index, change));
  const doseUnit = (dose: DoseChange['dose']) =>
    // A change typed as a bare number is in the unit, and for each what, the dose before it was.
    dose && value.dose
      ? { ...dose, unit: dose.unit || value.dose.unit, ...(value.dose.per && { per: value.dose.per }) }
      : dose;
  return (
    <fieldset className="course-changes whole">
      <legend className="label">{say('changes')}</legend>
      {changes.length > 0 && <p className="field-note">{say('changesNote')}</p>}
      {changes.map((change, index) => (
        <div className="course-change" key={change.id}>
          <MomentField
            label={say('changeAt')}
            time={time}
            value={change.at}
            required
            check={check}
            onDone={at => at && put(index, { ...change, at })}
          />
          <DoseFields
            value={change.dose}
            brief
            onDone={dose => put(index, withField(change, 'dose', doseUnit(dose)))}
          />
          <TextLine
            label={say('frequency')}
            value={change.frequency ?? ''}
            suggestions={FREQUENCIES[language]}
            onDone={text => put(index, withField(change, 'frequency', text || undefined))}
          />
          <IconButton
            label={say('removeChange', { moment: momentLabel(change.at, time, language) })}
            icon={X}
            onPress={() => onChange(changes.toSpliced(index, 1))}
          />
        </div>
      ))}
      {isAdding && (
        <div className="course-change">
          <MomentField
            label={say('changeAt')}
            time={time}
            value={undefined}
            autoFocus
            check={check}
            onDone={at => {
              setAdding(false);
              if (at) onChange([...changes, { id: `change-${crypto.randomUUID().slice(0, 8)}`, at }]);
            }}
          />
        </div>
      )}
      {start && !isAdding && (
        <div>
          <Button kind="link" small icon={Plus} onPress={() => setAdding(true)}>
            {say('addChange')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
