import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasteDialog } from '../../ui/PasteDialog.tsx';
import { useWords } from '../../words/index.ts';
import type { Course } from './course/drawn.ts';
import { MeasureDialog } from './course/MeasureDialog.tsx';
import type { View } from './course/view.ts';
import { DayZeroDialog } from './DayZeroDialog.tsx';
import { ExportDialog } from './exporting/ExportDialog.tsx';
import { InsertDialog, type Insertion } from './InsertDialog.tsx';
import { hasPlace } from './inserting.ts';
import { MomentDialog } from './MomentDialog.tsx';

/** What the timeline asks at the moment. */
export type Asking =
  | { readonly of: 'day-zero'; readonly show: TimeSettings['show'] | null }
  | { readonly of: 'moment'; readonly moment: Moment | null }
  | { readonly of: 'insert' }
  | { readonly of: 'export'; readonly what: 'values' | 'chart' }
  | { readonly of: 'measure' }
  | { readonly of: 'paste' }
  | { readonly of: 'remove'; readonly series: Series };

/** The dialog that asks it. An answer closes it. */
export function TimelineDialogs(props: {
  readonly asking: Asking;
  readonly course: Course;
  readonly hasImages: boolean;
  readonly view: View;
  /** Moments that have a column. */
  readonly moments: readonly Moment[];
  readonly onClose: () => void;
  readonly onTime: (time: TimeSettings) => void;
  readonly onMeasure: (series: Series) => void;
  readonly onMoment: (before: Moment | null, moment: Moment) => void;
  readonly onRemoveMoment: (moment: Moment) => void;
  readonly onInsert: (insertion: Insertion) => void;
  readonly onText: (text: string) => void;
  readonly onRemove: (series: Series) => void;
}) {
  const say = useWords('timeline');
  const session = useOpenSession();
  const written = useSession(state => state.report.language);
  const { asking, course, hasImages, view, onClose } = props;
  const answered =
    <Answer extends readonly unknown[]>(answer: (...given: Answer) => void) =>
    (...given: Answer) => {
      onClose();
      answer(...given);
    };
  switch (asking.of) {
    case 'day-zero':
      return <DayZeroDialog course={course} show={asking.show} onClose={onClose} onSave={answered(props.onTime)} />;
    case 'measure':
      return (
        <MeasureDialog series={course.series} language={written} onClose={onClose} onAdd={answered(props.onMeasure)} />
      );
    case 'moment': {
      const { moment } = asking;
      return (
        <MomentDialog
          moment={moment}
          others={props.moments}
          time={course.time}
          onClose={onClose}
          onSave={answered(next => props.onMoment(moment, next))}
          onRemove={answered(() => moment && props.onRemoveMoment(moment))}
        />
      );
    }
    case 'insert':
      return (
        <InsertDialog
          course={course}
          hasImages={hasImages}
          atCaret={hasPlace(session)}
          onInsert={answered(props.onInsert)}
          onClose={onClose}
        />
      );
    case 'export':
      return <ExportDialog of={asking.what} course={course} hasImages={hasImages} view={view} onClose={onClose} />;
    case 'paste':
      return (
        <PasteDialog
          title={say('pasteTitle')}
          field={say('pasteField')}
          note={say('pasteNote')}
          accept={say('pasteRead')}
          onClose={onClose}
          onText={answered(props.onText)}
        />
      );
    case 'remove': {
      const { series } = asking;
      return (
        <Dialog
          alert
          title={say('usedTitle', { analyte: series.analyte })}
          onClose={onClose}
          footer={
            <>
              <Button onPress={onClose}>{say('cancel')}</Button>
              <Button danger onPress={answered(() => props.onRemove(series))}>
                {say('removeAnyway')}
              </Button>
            </>
          }
        >
          <p className="second">{say('usedHint')}</p>
        </Dialog>
      );
    }
  }
}
