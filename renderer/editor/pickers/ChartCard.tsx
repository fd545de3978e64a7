import { useEffect } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import type { ChartBlock } from '../../../core/report/document.ts';
import { ChartChoices } from '../../panels/timeline/charts/ChartChoices.tsx';
import { useCourse, useImages } from '../../panels/timeline/course/drawn.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { isType } from '../structure/places.ts';
import { BlockCard } from './BlockCard.tsx';

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

  const change = (next: Partial<ChartBlock>) =>
    session.transact(say('undo'), () => Transforms.setNodes(editor, next as never, { at: path }));
  return (
    <BlockCard block={block} label={say('edit')} onClose={onClose}>
      <ChartChoices
        course={course}
        hasImages={images.length > 0}
        series={block.series}
        settings={block.settings ?? {}}
        widths={['column', 'page', 'text']}
        onSeries={series => change({ series })}
        onSettings={settings => {
          if (settings) change({ settings });
          else session.transact(say('undo'), () => Transforms.unsetNodes(editor, 'settings' as never, { at: path }));
        }}
      />
    </BlockCard>
  );
}
