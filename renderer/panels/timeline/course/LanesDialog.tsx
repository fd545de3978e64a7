import { Button } from '../../../ui/Button.tsx';
import { Tick } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../words/index.ts';
import { lanesOf } from '../InsertDialog.tsx';
import type { Course } from './drawn.ts';
import type { View } from './view.ts';

const toggled = (list: readonly string[], id: string, isIn: boolean) =>
  isIn ? [...list.filter(each => each !== id), id] : list.filter(each => each !== id);

/** Which lanes the window draws, and which of them on a logarithmic axis. */
export function LanesDialog(props: {
  readonly view: View;
  readonly course: Course;
  readonly hasImages: boolean;
  readonly onView: (view: View) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('course');
  const charts = useWords('chart');
  const { view, course, hasImages, onView, onClose } = props;
  const show = (id: string, isIn: boolean) => onView({ ...view, hidden: toggled(view.hidden, id, !isIn) });
  const offered = lanesOf(course, hasImages);
  return (
    <Dialog
      title={say('lanes')}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={view.hidden.length === 0} onPress={() => onView({ ...view, hidden: [] })}>
            {say('lanesAll')}
          </Button>
          <span className="grow" />
          <Button kind="primary" onPress={onClose}>
            {charts('done')}
          </Button>
        </>
      }
    >
      {offered.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{say('lanesOthers')}</legend>
          {offered.map(kind => (
            <Tick key={kind} value={!view.hidden.includes(kind)} onChange={isIn => show(kind, isIn)}>
              {charts(`lane_${kind}`)}
            </Tick>
          ))}
        </fieldset>
      )}
      {course.series.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{charts('series')}</legend>
          {course.series.map(({ id, analyte, unit }) => (
            <div className="chart-series" key={id}>
              <Tick value={!view.hidden.includes(id)} onChange={isIn => show(id, isIn)}>
                {analyte} <span className="quiet">{unit}</span>
              </Tick>
              <Tick
                value={view.log.includes(id)}
                label={charts('logOf', { analyte })}
                onChange={isIn => onView({ ...view, log: toggled(view.log, id, isIn) })}
              >
                <span className="quiet">{charts('log')}</span>
              </Tick>
            </div>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
