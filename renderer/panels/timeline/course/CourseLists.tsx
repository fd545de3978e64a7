import { Plus } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Patient } from '../../../../core/report/course.ts';
import { momentLabel, orderOf } from '../../../../core/timeline/moment.ts';
import { totalOf } from '../../../../core/timeline/treatments/total.ts';
import { regimenText, totalText } from '../../../../core/timeline/treatments/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import type { Chosen, Kind, Thing } from './changes.ts';
import { withField } from './changes.ts';
import { spanText } from './describe.ts';
import type { Course } from './drawn.ts';
import { NumberLine } from './fields.tsx';

interface Row {
  readonly id: string;
  readonly name: string;
  /** Beside the name, then the two below it. */
  readonly notes: readonly string[];
}

const WORDS = {
  treatment: { head: 'treatments', none: 'noTreatments', add: 'addTreatment' },
  event: { head: 'events', none: 'noEvents', add: 'addEvent' },
  stay: { head: 'stays', none: 'noStays', add: 'addStay' },
  phase: { head: 'phases', none: 'noPhases', add: 'addPhase' },
} as const;

/** The things of one kind; the chosen one is open beside it. */
export function CourseList(props: {
  readonly of: Kind;
  readonly course: Course;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
  readonly onRemove: (id: string) => void;
}) {
  const say = useWords('course');
  const { of, course, chosen, onChoose, onRemove } = props;
  const rows = useRows(of, course);
  const words = WORDS[of];
  const selected = chosen?.of === of && chosen.id !== null ? [chosen.id] : [];
  return (
    <section>
      <header>
        <h3>{say(words.head)}</h3>
        <Button small kind="plain" icon={Plus} onPress={() => onChoose({ of, id: null })}>
          {say(words.add)}
        </Button>
      </header>
      {rows.length === 0 ? (
        <p className="course-none">{say(words.none)}</p>
      ) : (
        <ListBox
          className="course-rows"
          aria-label={say(words.head)}
          selectionMode="single"
          selectedKeys={selected}
          items={rows}
          onSelectionChange={keys => {
            const [id] = keys === 'all' ? [] : [...keys];
            onChoose(id === undefined ? null : { of, id: String(id) });
          }}
        >
          {row => (
            <ListBoxItem
              id={row.id}
              textValue={row.name}
              className="course-row"
              onKeyDown={event => {
                if (event.key === 'Delete') onRemove(row.id);
              }}
            >
              <b>{row.name}</b>
              {row.notes.map((note, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a note is its place
                <span key={index}>{note}</span>
              ))}
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </section>
  );
}

/** The things as rows, in order of time. */
function useRows(of: Kind, course: Course): readonly Row[] {
  const say = useWords('course');
  const language = useLanguage();
  const { time, patient } = course;
  const inTime = <T extends Thing>(list: readonly T[]) =>
    list.toSorted((a, b) => orderOf('at' in a ? a.at : a.start, time) - orderOf('at' in b ? b.at : b.start, time));
  switch (of) {
    case 'treatment':
      // In the order of the drawing, which is that of the report.
      return course.treatments.map(treatment => ({
        id: treatment.id,
        name: treatment.name,
        notes: [
          spanText(treatment, { report: course, language, say }),
          regimenText(treatment, language) || (treatment.given ? `×\u00a0${treatment.given.length}` : ''),
          totalText(totalOf(treatment, time, { patient }), language),
        ],
      }));
    case 'event':
      return inTime(course.events).map(({ id, label, at, kind }) => ({
        id,
        name: label,
        notes: [momentLabel(at, time, language), say(`kind_${kind}`)],
      }));
    case 'stay':
      return inTime(course.stays).map(stay => ({
        id: stay.id,
        name: stay.label,
        notes: [spanText(stay, { report: course, language, say })],
      }));
    case 'phase':
      return inTime(course.phases).map(phase => ({
        id: phase.id,
        name: phase.name,
        notes: [spanText(phase, { report: course, language, say })],
      }));
  }
}

/** Weight and height, which doses per kilogram and per square metre add up with. */
export function PatientFields({
  patient,
  onChange,
}: {
  readonly patient: Patient | undefined;
  readonly onChange: (patient: Patient) => void;
}) {
  const say = useWords('course');
  const now = patient ?? {};
  return (
    <section className="course-patient">
      <h3>{say('patient')}</h3>
      <NumberLine
        label={say('weight')}
        value={now.weight}
        most={1000}
        onDone={weight => onChange(withField(now, 'weight', weight))}
      />
      <NumberLine
        label={say('height')}
        value={now.height}
        most={300}
        onDone={height => onChange(withField(now, 'height', height))}
      />
    </section>
  );
}
