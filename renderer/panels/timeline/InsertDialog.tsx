import { useState } from 'react';
import { LANE_KINDS, type LaneKind } from '../../../core/report/chart-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented, Tick } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../words/index.ts';
import type { Course } from './course/drawn.ts';

export interface Insertion {
  readonly type: 'chart' | 'lab-table';
  readonly series: readonly string[];
  /** Of a chart. */
  readonly lanes: readonly LaneKind[];
}

/** Lanes that have something in them. */
export function lanesOf(course: Course, hasImages: boolean): readonly LaneKind[] {
  return LANE_KINDS.filter(kind => (kind === 'images' ? hasImages : course[kind].length > 0));
}

/** A chart with more series than this is for the author to ask for. */
const MOST_AT_FIRST = 6;

/** What to put into the text: a chart or a table, of which series and which lanes. */
export function InsertDialog(props: {
  readonly course: Course;
  readonly hasImages: boolean;
  /** Where only one of the two is wanted. */
  readonly only?: Insertion['type'];
  readonly atCaret: boolean;
  readonly onInsert: (insertion: Insertion) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const charts = useWords('chart');
  const { course, hasImages, only, atCaret, onInsert, onClose } = props;
  const [type, setType] = useState<Insertion['type']>(only ?? 'chart');
  const [series, setSeries] = useState<ReadonlySet<string>>(
    () => new Set(course.series.slice(0, only === 'lab-table' ? undefined : MOST_AT_FIRST).map(({ id }) => id)),
  );
  const offered = lanesOf(course, hasImages);
  const [lanes, setLanes] = useState<ReadonlySet<LaneKind>>(() => new Set(offered));
  const chosen = course.series.filter(({ id }) => series.has(id)).map(({ id }) => id);
  const chosenLanes = type === 'chart' ? offered.filter(kind => lanes.has(kind)) : [];
  const isNothing = chosen.length + chosenLanes.length === 0;
  const toggled = <T,>(set: ReadonlySet<T>, one: T, isIn: boolean) =>
    new Set(isIn ? [...set, one] : [...set].filter(each => each !== one));
  return (
    <Dialog
      title={say('insertTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={isNothing}
            onPress={() => onInsert({ type, series: chosen, lanes: chosenLanes })}
          >
            {say(type === 'chart' ? 'insertChart' : 'insertTable')}
          </Button>
        </>
      }
    >
      {!only && (
        <Segmented
          label={say('insertKind')}
          full
          value={type}
          onChange={setType}
          options={[
            { id: 'chart', label: say('chart') },
            { id: 'lab-table', label: say('table') },
          ]}
        />
      )}
      {course.series.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{say('insertSeries')}</legend>
          {course.series.map(({ id, analyte, unit }) => (
            <Tick key={id} value={series.has(id)} onChange={isIn => setSeries(toggled(series, id, isIn))}>
              {analyte} <span className="quiet">{unit}</span>
            </Tick>
          ))}
        </fieldset>
      )}
      {type === 'chart' && offered.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{charts('lanes')}</legend>
          {offered.map(kind => (
            <Tick key={kind} value={lanes.has(kind)} onChange={isIn => setLanes(toggled(lanes, kind, isIn))}>
              {charts(`lane_${kind}`)}
            </Tick>
          ))}
        </fieldset>
      )}
      <p className="quiet xs">{say(atCaret ? 'insertWhere' : 'insertWhereEnd')}</p>
    </Dialog>
  );
}
