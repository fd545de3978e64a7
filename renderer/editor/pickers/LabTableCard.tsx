import { useEffect, useMemo } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import type { LabTableBlock } from '../../../core/report/document.ts';
import { momentLabels, orderOf } from '../../../core/timeline/moment.ts';
import { printedTime } from '../../../core/timeline/printed-time.ts';
import { measuredAxis } from '../../../core/timeline/shown.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Segmented, Tick } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { isType } from '../structure/places.ts';
import { BlockCard } from './BlockCard.tsx';
import { withSeries } from './chart-settings.ts';
import { offeredMoments, withMoment } from './lab-table-choices.ts';

type Choice = 'moments' | 'across' | 'bothUnits';

/** What a table of lab values in the text shows; every change is one undo step and seen at once. */
export function LabTableCard({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords('labTable');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const report = useSession(state => state.report);
  const { series, language } = report;
  const time = useMemo(() => printedTime(report), [report]);

  const [found] = Editor.nodes(editor, { at: [], match: node => isType(node, 'lab-table') && node.id === id });
  useEffect(() => {
    if (!found) onClose();
  }, [found, onClose]);
  if (!found || !isType(found[0], 'lab-table')) return null;
  const [block, path] = found;
  const own = series.filter(one => block.series.includes(one.id));
  const moments = offeredMoments(own, block.moments, time);
  const labels = momentLabels(moments, time, language);
  const chosen = new Set((block.moments ?? moments).map(at => orderOf(at, time)));
  const hasSecond = own.some(one => measuredAxis(one) !== null);

  const set = (next: Partial<LabTableBlock>) =>
    session.transact(say('undo'), () => Transforms.setNodes(editor, next as never, { at: path }));
  const put = <K extends Choice>(choice: K, value: LabTableBlock[K] | undefined) => {
    if (value !== undefined) set({ [choice]: value });
    else session.transact(say('undo'), () => Transforms.unsetNodes(editor, choice as never, { at: path }));
  };

  return (
    <BlockCard block={block} label={say('edit')} onClose={onClose}>
      <fieldset>
        <legend className="label">{say('analytes')}</legend>
        {series.map(({ id: one, analyte, unit, shownUnit = unit }) => {
          const isIn = block.series.includes(one);
          return (
            <Tick
              key={one}
              value={isIn}
              isDisabled={isIn && block.series.length === 1}
              onChange={into => set({ series: withSeries(block, one, into) })}
            >
              {analyte} <span className="quiet">{shownUnit}</span>
            </Tick>
          );
        })}
      </fieldset>
      {moments.length > 1 && (
        <fieldset>
          <legend className="label">{say('moments')}</legend>
          <div className="chart-lanes">
            {moments.map((at, index) => {
              const isIn = chosen.has(orderOf(at, time));
              return (
                <Tick
                  key={orderOf(at, time)}
                  value={isIn}
                  isDisabled={isIn && chosen.size === 1}
                  onChange={into => put('moments', withMoment(moments, block.moments, at, into, time))}
                >
                  {labels[index]}
                </Tick>
              );
            })}
          </div>
        </fieldset>
      )}
      <Segmented
        label={say('across')}
        full
        value={block.across ?? 'moments'}
        onChange={across => put('across', across === 'analytes' ? across : undefined)}
        options={(['moments', 'analytes'] as const).map(across => ({ id: across, label: say(across) }))}
      />
      {(hasSecond || block.bothUnits) && (
        <Tick value={block.bothUnits ?? false} onChange={into => put('bothUnits', into ? true : undefined)}>
          {say('bothUnits')}
        </Tick>
      )}
    </BlockCard>
  );
}
