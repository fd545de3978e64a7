import { useState } from 'react';
import type { ChartSettings } from '../../../../core/report/chart-settings.ts';
import { hasCourse } from '../../../../core/timeline/data/course.ts';
import type { DataPart } from '../../../../core/timeline/data/rows.ts';
import { momentsOf } from '../../../../core/timeline/zero.ts';
import { useChooseFile } from '../../../app/files/choosing.ts';
import { chosenAmong } from '../../../editor/pickers/chart-settings.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Segmented, Tick } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { ChartChoices } from '../charts/ChartChoices.tsx';
import type { Course } from '../course/drawn.ts';
import type { View } from '../course/view.ts';
import { lanesOf } from '../InsertDialog.tsx';
import { isMixed } from '../typed.ts';
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

/** What of the timeline goes into a file of its own, and how: its values as data, or its chart as a drawing. */
export function ExportDialog(props: {
  readonly of: Wanted['of'];
  readonly course: Course;
  readonly hasImages: boolean;
  /** How the window shows the timeline, which the chart begins with. */
  readonly view: View;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const charts = useWords('chart');
  const session = useOpenSession();
  const chooseFile = useChooseFile();
  const { of, course, hasImages, view, onClose } = props;
  const isChart = of === 'chart';
  const [dataFormat, setDataFormat] = useState<DataFormat>('csv');
  const [chartFormat, setChartFormat] = useState<ChartFormat>('svg');
  const [dpi, setDpi] = useState<Resolution>('300');
  const [times, setTimes] = useState<'relative' | 'dates'>('relative');
  const [series, setSeries] = useState<readonly string[]>(() =>
    course.series.filter(({ id }) => !isChart || !view.hidden.includes(id)).map(({ id }) => id),
  );
  const [settings, setSettings] = useState<ChartSettings>(() => ({
    lanes: lanesOf(course, hasImages).filter(kind => !view.hidden.includes(kind)),
    log: view.log,
    ...(view.breaks && { breaks: 'long-gaps' }),
  }));
  const isBeside = hasCourse(course);
  const hasBoth = isBeside && course.series.length > 0;
  const [chosenPart, setPart] = useState<DataPart | null>(null);
  const parts: readonly DataPart[] = dataFormat === 'csv' ? ['values', 'course'] : ['all', 'values', 'course'];
  const part: DataPart = !hasBoth
    ? isBeside
      ? 'course'
      : 'values'
    : chosenPart !== null && parts.includes(chosenPart)
      ? chosenPart
      : (parts[0] as DataPart);
  const [busy, setBusy] = useState(false);
  const moments = momentsOf(course);
  const knowsDates = course.time.dayZero !== undefined || moments.some(at => 'date' in at);
  const isDated = isChart ? settings.time === 'dates' : times === 'dates';
  const wanted: Wanted = isChart
    ? {
        of,
        format: chartFormat,
        dpi: Number(dpi),
        series,
        settings: { width: 'page', ...settings },
      }
    : { of, format: dataFormat, part, times, series };
  const isNothing = isChart
    ? series.length + (settings.lanes?.length ?? 0) === 0
    : part === 'values' && series.length === 0;
  const save = async () => {
    setBusy(true);
    const isDone = await saveLabs({ session, chooseFile, wanted, written: name => say('exported', { name }) });
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={say(isChart ? 'exportChartTitle' : 'exportValuesTitle')}
      wide={isChart}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="primary" busy={busy} isDisabled={isNothing} onPress={() => void save()}>
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
          <ChartChoices
            course={course}
            hasImages={hasImages}
            series={series}
            settings={settings}
            widths={['column', 'page']}
            onSeries={setSeries}
            onSettings={next => setSettings(next ?? {})}
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
          {hasBoth && (
            <Segmented
              label={say('exportPart')}
              full
              value={part}
              onChange={setPart}
              options={parts.map(id => ({ id, label: say(`part_${id}`) }))}
            />
          )}
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
      {!isChart && isDated && <p className="field-note">{charts('datesNote')}</p>}
      {!isChart && part !== 'course' && course.series.length > 0 && (
        <fieldset className="series-ticks">
          <legend className="label">{say('insertSeries')}</legend>
          {course.series.map(({ id, analyte, unit }) => (
            <Tick
              key={id}
              value={series.includes(id)}
              onChange={isIn =>
                setSeries(
                  chosenAmong(
                    course.series.map(one => one.id),
                    series,
                    id,
                    isIn,
                  ),
                )
              }
            >
              {analyte} <span className="quiet">{unit}</span>
            </Tick>
          ))}
        </fieldset>
      )}
      {!isChart && part !== 'course' && <p className="quiet xs">{say('exportMeasured')}</p>}
    </Dialog>
  );
}
