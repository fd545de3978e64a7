import { useState } from 'react';
import type { ChartSettings, LaneKind } from '../../../../core/report/chart-settings.ts';
import { momentsOf } from '../../../../core/timeline/zero.ts';
import { useChooseFile } from '../../../app/files/choosing.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Segmented, Tick } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import type { Course } from '../course/drawn.ts';
import { lanesOf } from '../InsertDialog.tsx';
import { canShow, isMixed } from '../typed.ts';
import {
  CHART_FORMATS,
  type ChartFormat,
  DATA_FORMATS,
  type DataFormat,
  RESOLUTIONS,
  type Resolution,
  saveLabs,
  type Wanted,
} from './saving.ts';

type Time = NonNullable<ChartSettings['time']> | 'document';

/** What of the timeline goes into a file of its own, and how: its values as data, or its chart as a drawing. */
export function ExportDialog(props: {
  readonly of: Wanted['of'];
  readonly course: Course;
  readonly hasImages: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const charts = useWords('chart');
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const { of, course, hasImages, onClose } = props;
  const isChart = of === 'chart';
  const offered = lanesOf(course, hasImages);
  const [dataFormat, setDataFormat] = useState<DataFormat>('csv');
  const [chartFormat, setChartFormat] = useState<ChartFormat>('svg');
  const [dpi, setDpi] = useState<Resolution>('300');
  const [times, setTimes] = useState<'relative' | 'dates'>('relative');
  const [time, setTime] = useState<Time>('document');
  const [style, setStyle] = useState<'colour' | 'grey'>('colour');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const series = course.series.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const lanes = offered.filter(kind => !left.has(kind));
  const moments = momentsOf(course);
  const hasDates = canShow(moments, course.time, 'dates');
  const knowsDates = course.time.dayZero !== undefined || moments.some(at => 'date' in at);
  const isDated = isChart ? time === 'dates' : times === 'dates';
  const keep = (one: string | LaneKind, isIn: boolean) =>
    setLeft(now => new Set(isIn ? [...now].filter(each => each !== one) : [...now, one]));
  const wanted: Wanted = isChart
    ? {
        of,
        format: chartFormat,
        dpi: Number(dpi),
        series,
        settings: { lanes, style, ...(time !== 'document' && { time }) },
      }
    : { of, format: dataFormat, times, series };
  const save = async () => {
    setBusy(true);
    const isDone = await saveLabs({ session, chooseFile, wanted, written: name => say('exported', { name }) });
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={say(isChart ? 'exportChartTitle' : 'exportValuesTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            kind="primary"
            busy={busy}
            isDisabled={series.length + (isChart ? lanes.length : 0) === 0}
            onPress={() => void save()}
          >
            {say('exportDo')}
          </Button>
        </>
      }
    >
      {isChart ? (
        <>
          <Segmented
            label={say('exportFormat')}
            full
            value={chartFormat}
            onChange={setChartFormat}
            options={CHART_FORMATS.map(id => ({ id, label: id.toUpperCase() }))}
          />
          {chartFormat === 'png' && (
            <Select
              label={say('resolution')}
              value={dpi}
              onChange={setDpi}
              options={RESOLUTIONS.map(id => ({ id, label: say('dpi', { dpi: id }) }))}
            />
          )}
          <Segmented
            label={charts('style')}
            full
            value={style}
            onChange={setStyle}
            options={(['colour', 'grey'] as const).map(id => ({ id, label: charts(`style_${id}`) }))}
          />
          <Segmented<Time>
            label={charts('time')}
            full
            value={time}
            onChange={setTime}
            options={(['document', 'days', 'weeks', ...(hasDates ? (['dates'] as const) : [])] as const).map(id => ({
              id,
              label: charts(`time_${id}`),
            }))}
          />
        </>
      ) : (
        <>
          <Segmented
            label={say('exportFormat')}
            full
            value={dataFormat}
            onChange={setDataFormat}
            options={DATA_FORMATS.map(id => ({ id, label: say(`format_${id}`) }))}
          />
          {knowsDates && (
            <Segmented
              label={charts('time')}
              full
              value={times}
              onChange={setTimes}
              options={[
                { id: 'relative', label: say('days') },
                { id: 'dates', label: say('dates') },
              ]}
            />
          )}
        </>
      )}
      {!isDated && isMixed(moments, course.time) && <p className="field-note">{say('mixed')}</p>}
      {isDated && <p className="field-note">{charts('datesNote')}</p>}
      {course.series.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{say('insertSeries')}</legend>
          {course.series.map(({ id, analyte, unit }) => (
            <Tick key={id} value={!left.has(id)} onChange={isIn => keep(id, isIn)}>
              {analyte} <span className="quiet">{unit}</span>
            </Tick>
          ))}
        </fieldset>
      )}
      {isChart && offered.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{charts('lanes')}</legend>
          {offered.map(kind => (
            <Tick key={kind} value={!left.has(kind)} onChange={isIn => keep(kind, isIn)}>
              {charts(`lane_${kind}`)}
            </Tick>
          ))}
        </fieldset>
      )}
      {!isChart && <p className="quiet xs">{say('exportMeasured')}</p>}
    </Dialog>
  );
}
