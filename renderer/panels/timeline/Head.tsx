import {
  Activity,
  BedDouble,
  CalendarDays,
  ChartLine,
  Download,
  Flag,
  FlaskConical,
  Pill,
  Plus,
  Rows2,
  Table2,
} from 'lucide-react';
import type { TimeSettings } from '../../../core/report/types.ts';
import { dayLabel, weekLabel } from '../../../core/timeline/moment.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import type { Kind } from './course/changes.ts';

/** The head of the timeline: how time is shown, and what can be added to it and taken from it. */
export function Head(props: {
  readonly time: TimeSettings;
  readonly isEmpty: boolean;
  readonly onZero: () => void;
  readonly onShow: (show: TimeSettings['show']) => void;
  readonly onFile: () => void;
  readonly onPaste: () => void;
  readonly onAnalyte: () => void;
  readonly onMeasure: () => void;
  readonly onMoment: () => void;
  readonly onThing: (of: Kind) => void;
  readonly onInsert: () => void;
  readonly onExport: (of: 'values' | 'chart') => void;
}) {
  const say = useWords('timeline');
  const course = useWords('course');
  const language = useLanguage();
  const { time } = props;
  const what = time.countFrom ? time.countFrom.is : time.dayZeroIs;
  const zero = time.show === 'weeks' ? weekLabel(0, language) : dayLabel(0, language);
  return (
    <header className="view-head">
      <div className="view-title">
        <h2>{say('title')}</h2>
        {!props.isEmpty && (
          <Button kind="link" small icon={CalendarDays} onPress={props.onZero}>
            <span className="cut">{what === '' ? say('dayZeroSet') : say('dayZeroIs', { day: zero, what })}</span>
          </Button>
        )}
      </div>
      {!props.isEmpty && (
        <Segmented
          label={say('axis')}
          quietLabel
          value={props.time.show}
          onChange={props.onShow}
          options={[
            { id: 'days', label: say('days') },
            { id: 'weeks', label: say('weeks') },
            { id: 'dates', label: say('dates') },
          ]}
        />
      )}
      <Menu
        label={say('import')}
        placement="bottom end"
        trigger={
          <Button small icon={FlaskConical} aria-label={say('import')}>
            <span className="long">{say('import')}</span>
            <span className="short">{say('importShort')}</span>
          </Button>
        }
        entries={[
          { id: 'file', label: say('fromFile'), note: say('fromFileNote'), onAction: props.onFile },
          { id: 'text', label: say('fromText'), onAction: props.onPaste },
        ]}
      />
      <Menu
        label={say('add')}
        placement="bottom end"
        trigger={
          <Button small icon={Plus}>
            {say('add')}
          </Button>
        }
        entries={[
          { id: 'treatment', label: course('addTreatment'), icon: Pill, onAction: () => props.onThing('treatment') },
          { id: 'event', label: course('addEvent'), icon: Flag, onAction: () => props.onThing('event') },
          { id: 'stay', label: course('addStay'), icon: BedDouble, onAction: () => props.onThing('stay') },
          { id: 'phase', label: course('addPhase'), icon: Rows2, onAction: () => props.onThing('phase') },
          'line',
          { id: 'analyte', label: say('addAnalyte'), icon: FlaskConical, onAction: props.onAnalyte },
          { id: 'measure', label: course('measureAdd'), icon: Activity, onAction: props.onMeasure },
          { id: 'moment', label: say('addMoment'), icon: CalendarDays, onAction: props.onMoment },
        ]}
      />
      {!props.isEmpty && (
        <Menu
          label={say('export')}
          placement="bottom end"
          trigger={<IconButton label={say('export')} icon={Download} />}
          entries={[
            {
              id: 'values',
              label: say('exportValues'),
              note: say('exportValuesNote'),
              icon: Table2,
              onAction: () => props.onExport('values'),
            },
            {
              id: 'chart',
              label: say('exportChart'),
              note: say('exportChartNote'),
              icon: ChartLine,
              onAction: () => props.onExport('chart'),
            },
          ]}
        />
      )}
      {!props.isEmpty && (
        <Button small kind="primary" aria-label={say('insert')} onPress={props.onInsert}>
          <span className="long">{say('insert')}</span>
          <span className="short">{say('insertShort')}</span>
        </Button>
      )}
    </header>
  );
}
