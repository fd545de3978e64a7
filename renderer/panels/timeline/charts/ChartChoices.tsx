import type { ChartSettings, LaneKind } from '../../../../core/report/chart-settings.ts';
import { measuredAxis } from '../../../../core/timeline/shown.ts';
import { momentsOf } from '../../../../core/timeline/zero.ts';
import { chosenAmong, leanSettings, withSeries } from '../../../editor/pickers/chart-settings.ts';
import { Segmented, Tick } from '../../../ui/Choices.tsx';
import { useWords } from '../../../words/index.ts';
import type { Course } from '../course/drawn.ts';
import { lanesOf } from '../InsertDialog.tsx';
import { canShow } from '../typed.ts';

type Time = NonNullable<ChartSettings['time']> | 'document';
type Width = NonNullable<ChartSettings['width']>;

/** What a chart shows and how: of one in the text, and of one that goes into a file. */
export function ChartChoices(props: {
  readonly course: Course;
  readonly hasImages: boolean;
  /** Ids of the series shown, in order. */
  readonly series: readonly string[];
  readonly settings: ChartSettings;
  readonly widths: readonly Width[];
  readonly onSeries: (series: string[]) => void;
  /** Undefined where nothing is other than usual. */
  readonly onSettings: (settings: ChartSettings | undefined) => void;
}) {
  const say = useWords('chart');
  const { course, hasImages, series, settings, widths, onSeries, onSettings } = props;
  const lanes = settings.lanes ?? [];
  const offered = lanesOf(course, hasImages);
  const treatments = course.treatments.map(({ id }) => id);
  const shownTreatments = settings.treatments ?? treatments;
  const times: readonly Time[] = canShow(momentsOf(course), course.time, 'dates')
    ? ['document', 'days', 'weeks', 'dates']
    : ['document', 'days', 'weeks'];
  const set = (changed: Partial<ChartSettings>) => onSettings(leanSettings({ ...settings, ...changed }));
  const setTreatments = (chosen: readonly string[]) => {
    const { treatments: _, ...rest } = settings;
    onSettings(leanSettings(chosen.length === treatments.length ? rest : { ...rest, treatments: chosen }));
  };
  const hasSecond = course.series.some(one => series.includes(one.id) && measuredAxis(one) !== null);
  const setBoth = (into: boolean) => {
    const { bothUnits: _, ...rest } = settings;
    onSettings(leanSettings(into ? { ...rest, bothUnits: true } : rest));
  };
  const setTime = (time: Time) => {
    const { time: _, ...rest } = settings;
    onSettings(leanSettings(time === 'document' ? rest : { ...rest, time }));
  };
  return (
    <div className="chart-parts">
      <div>
        {course.series.length > 0 && (
          <fieldset className="series-ticks">
            <legend className="label">{say('series')}</legend>
            {course.series.map(({ id: one, analyte, unit, shownUnit = unit }) => {
              const isIn = series.includes(one);
              return (
                <div className="chart-series" key={one}>
                  <Tick value={isIn} onChange={into => onSeries(withSeries({ series: [...series] }, one, into))}>
                    {analyte} <span className="quiet">{shownUnit}</span>
                  </Tick>
                  {isIn && (
                    <Tick
                      value={settings.log?.includes(one) ?? false}
                      label={say('logOf', { analyte })}
                      onChange={into => set({ log: chosenAmong(series, settings.log ?? [], one, into) })}
                    >
                      <span className="quiet">{say('log')}</span>
                    </Tick>
                  )}
                </div>
              );
            })}
          </fieldset>
        )}
        {offered.length > 0 && (
          <fieldset>
            <legend className="label">{say('lanes')}</legend>
            <div className="chart-lanes">
              {offered.map(kind => (
                <Tick
                  key={kind}
                  value={lanes.includes(kind)}
                  onChange={into => set({ lanes: chosenAmong<LaneKind>(offered, lanes, kind, into) })}
                >
                  {say(`lane_${kind}`)}
                </Tick>
              ))}
            </div>
          </fieldset>
        )}
        {lanes.includes('treatments') && treatments.length > 1 && (
          <fieldset className="series-ticks">
            <legend className="label">{say('treatments')}</legend>
            {course.treatments.map(({ id: one, name }) => (
              <Tick
                key={one}
                value={shownTreatments.includes(one)}
                onChange={into => setTreatments(chosenAmong(treatments, shownTreatments, one, into))}
              >
                {name}
              </Tick>
            ))}
          </fieldset>
        )}
      </div>
      <div>
        <Segmented<Width>
          label={say('width')}
          full
          value={settings.width ?? (widths.at(-1) as Width)}
          onChange={width => set({ width })}
          options={widths.map(width => ({ id: width, label: say(`width_${width}`) }))}
        />
        <Segmented
          label={say('style')}
          full
          value={settings.style ?? 'colour'}
          onChange={style => set({ style })}
          options={(['colour', 'grey'] as const).map(style => ({ id: style, label: say(`style_${style}`) }))}
        />
        {lanes.length === 0 && series.length > 1 && (
          <Segmented
            label={say('layout')}
            full
            value={settings.layout ?? 'panels'}
            onChange={layout => set({ layout })}
            options={(['panels', 'lanes'] as const).map(layout => ({ id: layout, label: say(`layout_${layout}`) }))}
          />
        )}
        <Segmented<Time>
          label={say('time')}
          full
          value={settings.time ?? 'document'}
          onChange={setTime}
          options={times.map(time => ({ id: time, label: say(`time_${time}`) }))}
        />
        {settings.time === 'dates' && <p className="field-note">{say('datesNote')}</p>}
        {(hasSecond || settings.bothUnits) && (
          <Tick value={settings.bothUnits ?? false} onChange={setBoth}>
            {say('bothUnits')}
          </Tick>
        )}
        <Tick value={settings.breaks === 'long-gaps'} onChange={into => set({ breaks: into ? 'long-gaps' : 'none' })}>
          {say('breaks')}
        </Tick>
      </div>
    </div>
  );
}
