import { useRef, useState } from 'react';
import type { ClinicalEvent, Phase, Stay, Treatment } from '../../../../core/report/course.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { blank, type Draft, inOrder, isWhole, type Kind, type Thing } from './changes.ts';
import type { Course } from './drawn.ts';
import { EventFields, SpanFields } from './ThingFields.tsx';
import { TreatmentFields } from './TreatmentFields.tsx';
import { TreatmentSum } from './TreatmentSum.tsx';

const NEW = { treatment: 'newTreatment', event: 'newEvent', stay: 'newStay', phase: 'newPhase' } as const;

/** One thing of the course: an existing one changes with every field that is left, a new one comes with "Add". */
export function ThingForm(props: {
  readonly of: Kind;
  /** Null for a new one. */
  readonly thing: Thing | null;
  readonly course: Course;
  readonly onChange: (thing: Thing) => void;
  readonly onAdd: (thing: Thing) => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords('course');
  const { of, thing, course, onChange, onAdd, onRemove, onCancel } = props;
  const { time } = course;
  const [draft, setDraft] = useState(() => blank(of, `${of}-${crypto.randomUUID().slice(0, 8)}`));
  const [tried, setTried] = useState(false);
  // Fields are left, and so handed on, in the same moment that Enter adds.
  const latest = useRef(draft);
  const isNew = thing === null;
  const value: Draft<Thing> = thing ?? draft;
  const ordered = (next: Thing) => (of === 'treatment' ? inOrder(next as Treatment, time) : next);
  const change = (next: Draft<Thing>) => {
    if (!isNew) {
      if (isWhole(of, next)) onChange(ordered(next));
      return;
    }
    latest.current = next;
    setDraft(next);
  };
  const add = () => {
    setTried(true);
    if (isWhole(of, latest.current)) onAdd(ordered(latest.current));
  };
  const common = { course, time, isNew, tried };
  return (
    <form
      className="course-form"
      aria-label={isNew ? say(NEW[of]) : 'name' in value ? value.name : value.label}
      onSubmit={event => {
        event.preventDefault();
        if (isNew) add();
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className="course-fields">
        {isNew && <h3>{say(NEW[of])}</h3>}
        {of === 'treatment' && (
          <TreatmentFields
            {...common}
            value={value as Draft<Treatment>}
            onChange={next => change(next as Draft<Thing>)}
          />
        )}
        {of === 'event' && (
          <EventFields
            {...common}
            value={value as Draft<ClinicalEvent>}
            onChange={next => change(next as Draft<Thing>)}
          />
        )}
        {of === 'stay' && (
          <SpanFields
            {...common}
            value={value as Draft<Stay>}
            onChange={(next: Draft<Stay>) => change(next as Draft<Thing>)}
          />
        )}
        {of === 'phase' && (
          <SpanFields
            {...common}
            value={value as Draft<Phase>}
            onChange={(next: Draft<Phase>) => change(next as Draft<Thing>)}
          />
        )}
      </div>
      <footer>
        <div className="grow">
          {of === 'treatment' && <TreatmentSum treatment={value as Draft<Treatment>} course={course} />}
        </div>
        {isNew ? (
          <>
            <Button small onPress={onCancel}>
              {say('cancel')}
            </Button>
            <Button small kind="primary" type="submit">
              {say('add')}
            </Button>
          </>
        ) : (
          <Button small kind="plain" danger onPress={onRemove}>
            {say('remove')}
          </Button>
        )}
      </footer>
    </form>
  );
}
