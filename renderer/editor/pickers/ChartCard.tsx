import { useEffect } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import type { ChartSettings, LaneKind } from '../../../core/report/chart-settings.ts';
import type { ChartBlock } from '../../../core/report/document.ts';
import { measuredAxis } from '../../../core/timeline/shown.ts';
import { momentsOf } from '../../../core/timeline/zero.ts';
import { useCourse, useImages } from '../../panels/timeline/course/drawn.ts';
import { lanesOf } from '../../panels/timeline/InsertDialog.tsx';
import { canShow } from '../../panels/timeline/typed.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Segmented, Tick } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { isType } from '../structure/places.ts';
import { BlockCard } from './BlockCard.tsx';
import { chosenAmong, leanSettings, withSeries } from './chart-settings.ts';

type Time = NonNullable<ChartSettings['time']> | 'document';

/** What a chart of the text shows and how; every change is one undo step and seen at once. */
export function ChartCard({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords('chart');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const course = useCourse();
  const images = useImages();
  // Follows the document: the card shows the chart as it is now.
  useSession(state => state.report.parts);

  const [found] = Editor.nodes(editor, { at: [], match: node => isType(node, 'chart') && node.id === id });
  useEffect(() => {
    if (!found) onClose();
  }, [found, onClose]);
  if (!found || !isType(found[0], 'chart')) return null;
  const [block, path] = found;
  const settings = block.settings ?? {};
  const lanes = settings.lanes ?? [];
  const offered = lanesOf(course, images.length > 0);
  const treatments = course.treatments.map(treatment => treatment.id);
  const shownTreatments = settings.treatments ?? treatments;
  const times: readonly Time[] = canShow(momentsOf(course), course.time, 'dates')
    ? ['document', 'days', 'weeks', 'dates']
    : ['document', 'days', 'weeks'];

  const change = (next: Partial<ChartBlock>) =>
    session.transact(say('undo'), () => Transforms.setNodes(editor, next as never, { at: path }));
  const put = (lean: ChartSettings | undefined) => {
    if (lean) change({ settings: lean });
    else session.transact(say('undo'), () => Transforms.unsetNodes(editor, 'settings' as never, { at: path }));
  };
  const set = (changed: Partial<ChartSettings>) => {
    put(leanSettings({ ...settings, ...changed }));
  };
  const setTreatments = (chosen: readonly string[]) => {
    const { treatments: _, ...rest } = settings;
    put(leanSettings(chosen.length === treatments.length ? rest : { ...rest, treatments: chosen }));
  };
  const hasSecond = course.series.some(one => block.series.includes(one.id) && measuredAxis(one) !== null);
  const setBoth = (into: boolean) => {
    const { bothUnits: _, ...rest } = settings;
    put(leanSettings(into ? { ...rest, bothUnits: true } : rest));
  };
  const setTime = (time: Time) => {
    const { time: _, ...rest } = settings;
    put(leanSettings(time === 'document' ? rest : { ...rest, time }));
  };
  return (
    <BlockCard block={block} label={say('edit')} onClose={onClose}>
      {course.series.length > 0 && (
        <fieldset>
          <legend className="label">{say('series')}</legend>
          {course.series.map(({ id: one, analyte, unit }) => {
            const isIn = block.series.includes(one);
            return (
              <div className="chart-series" key={one}>
                <Tick value={isIn} onChange={into => change({ series: withSeries(block, one, into) })}>
                  {analyte} <span className="quiet">{unit}</span>
                </Tick>
                {isIn && (
                  <Tick
                    value={settings.log?.includes(one) ?? false}
                    label={say('logOf', { analyte })}
                    onChange={into => set({ log: chosenAmong(block.series, settings.log ?? [], one, into) })}
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
        <fieldset>
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
      <Segmented
        label={say('width')}
        full
        value={settings.width ?? 'text'}
        onChange={width => set({ width })}
        options={(['column', 'page', 'text'] as const).map(width => ({ id: width, label: say(`width_${width}`) }))}
      />
      <Segmented
        label={say('style')}
        full
        value={settings.style ?? 'colour'}
        onChange={style => set({ style })}
        options={(['colour', 'grey'] as const).map(style => ({ id: style, label: say(`style_${style}`) }))}
      />
      {lanes.length === 0 && block.series.length > 1 && (
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
      {hasSecond && (
        <Tick value={settings.bothUnits ?? false} onChange={setBoth}>
          {say('bothUnits')}
        </Tick>
      )}
      <Tick value={settings.breaks === 'long-gaps'} onChange={into => set({ breaks: into ? 'long-gaps' : 'none' })}>
        {say('breaks')}
      </Tick>
    </BlockCard>
  );
}
