import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useOpenSession } from '../../../session/context.tsx';
import { Segmented } from '../../../ui/Choices.tsx';
import { useWords } from '../../../words/index.ts';
import { CourseList, PatientFields } from './CourseLists.tsx';
import { CourseTable } from './CourseTable.tsx';
import { added, type Change, type Chosen, changed, type Kind, patientChange, removed, type Thing } from './changes.ts';
import type { Course } from './drawn.ts';
import { ThingForm } from './ThingForm.tsx';

export type PartTab = 'values' | 'treatments' | 'events' | 'stays';

/** The tab that holds a kind of thing. */
export const TAB_OF: Readonly<Record<Kind, PartTab>> = {
  treatment: 'treatments',
  event: 'events',
  stay: 'stays',
  phase: 'stays',
};

const KINDS: Readonly<Record<Exclude<PartTab, 'values'>, readonly Kind[]>> = {
  treatments: ['treatment'],
  events: ['event'],
  stays: ['stay', 'phase'],
};

/** What the timeline holds, below its drawing: the grid of values, and a list with a form for everything else. */
export function CourseParts(props: {
  readonly course: Course;
  readonly tab: PartTab;
  readonly onTab: (tab: PartTab) => void;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
  /** As tables, not as lists with a form. */
  readonly tables: boolean;
  readonly onTables: (tables: boolean) => void;
  /** The grid of values. */
  readonly children: ReactNode;
}) {
  const say = useWords('course');
  const { course, tab, onTab, tables, onTables, children } = props;
  const count = (number: number) => number > 0 && <span className="tab-count">{number}</span>;
  return (
    <Tabs className="course-parts" selectedKey={tab} onSelectionChange={key => onTab(key as PartTab)}>
      <div className="course-tabs">
        <TabList className="tabs" aria-label={say('parts')}>
          <Tab id="values" className="tab">
            {say('tabValues')}
            {count(course.series.length)}
          </Tab>
          <Tab id="treatments" className="tab">
            {say('tabTreatments')}
            {count(course.treatments.length)}
          </Tab>
          <Tab id="events" className="tab">
            {say('tabEvents')}
            {count(course.events.length)}
          </Tab>
          <Tab id="stays" className="tab">
            {say('tabStays')}
            {count(course.stays.length + course.phases.length)}
          </Tab>
        </TabList>
        {tab !== 'values' && (
          <Segmented
            label={say('tableOrList')}
            quietLabel
            value={tables ? 'table' : 'list'}
            onChange={as => onTables(as === 'table')}
            options={[
              { id: 'list', label: say('asList') },
              { id: 'table', label: say('asTable') },
            ]}
          />
        )}
      </div>
      <TabPanel id="values" className="course-panel">
        {children}
      </TabPanel>
      {(['treatments', 'events', 'stays'] as const).map(id => (
        <TabPanel key={id} id={id} className="course-panel">
          {tables ? <Tables kinds={KINDS[id]} course={course} /> : <Desk kinds={KINDS[id]} {...props} />}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** What the tab holds as tables, below each other. */
function Tables({ kinds, course }: { readonly kinds: readonly Kind[]; readonly course: Course }) {
  const say = useWords('course');
  const session = useOpenSession();
  return (
    <div className="course-tables">
      {kinds.map(of => (
        <section key={of}>
          {kinds.length > 1 && <h3>{say(of === 'stay' ? 'stays' : 'phases')}</h3>}
          <CourseTable
            of={of}
            course={course}
            onRemove={id => {
              const { op, label } = removed(of, id);
              session.dispatch([op], say(label));
            }}
          />
        </section>
      ))}
    </div>
  );
}

/** Lists on one side, the chosen thing on the other. */
function Desk(props: {
  readonly kinds: readonly Kind[];
  readonly course: Course;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}) {
  const say = useWords('course');
  const session = useOpenSession();
  const { kinds, course, chosen, onChoose } = props;
  const dispatch = ({ op, label }: Change) => session.dispatch([op], say(label));
  const open = chosen && kinds.includes(chosen.of) ? chosen : null;
  const thing = open?.id ? thingOf(course, open.of, open.id) : null;
  const isThere = open !== null && (open.id === null || thing !== null);
  return (
    <div className="course-desk">
      <div className="course-two">
        <div className="course-side">
          {kinds.map(of => (
            <CourseList
              key={of}
              of={of}
              course={course}
              chosen={chosen}
              onChoose={onChoose}
              onRemove={id => dispatch(removed(of, id))}
            />
          ))}
          {kinds.includes('treatment') && (
            <PatientFields patient={course.patient} onChange={patient => dispatch(patientChange(patient))} />
          )}
        </div>
        {open && isThere ? (
          <ThingForm
            key={`${open.of} ${open.id}`}
            of={open.of}
            thing={thing}
            course={course}
            onChange={next => dispatch(changed(open.of, next))}
            onAdd={next => {
              dispatch(added(open.of, next));
              onChoose({ of: open.of, id: next.id });
            }}
            onRemove={() => {
              if (open.id) dispatch(removed(open.of, open.id));
              onChoose(null);
            }}
            onCancel={() => onChoose(null)}
          />
        ) : (
          <p className="course-choose">{say('choose')}</p>
        )}
      </div>
    </div>
  );
}

function thingOf(course: Course, of: Kind, id: string): Thing | null {
  const list: readonly Thing[] =
    of === 'treatment'
      ? course.treatments
      : of === 'event'
        ? course.events
        : of === 'stay'
          ? course.stays
          : course.phases;
  return list.find(each => each.id === id) ?? null;
}
