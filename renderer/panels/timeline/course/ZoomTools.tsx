import { Maximize2, Minus, Plus, SlidersHorizontal, Text } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { AsText } from './AsText.tsx';
import type { Course, View } from './drawn.ts';
import { STEP } from './span.ts';

/** Zoom, long gaps, logarithmic axes, and the drawing in words. */
export function ZoomTools(props: {
  readonly view: View;
  readonly course: Course;
  readonly alt: string;
  /** A factor, or null for everything. */
  readonly onZoom: (factor: number | null) => void;
  readonly onView: (view: View) => void;
}) {
  const say = useWords('course');
  const { view, course, onZoom, onView } = props;
  const [reading, setReading] = useState(false);
  const toggle = (id: string) =>
    onView({ ...view, log: view.log.includes(id) ? view.log.filter(each => each !== id) : [...view.log, id] });
  return (
    <>
      <IconButton label={say('zoomOut')} icon={Minus} isDisabled={!view.span} onPress={() => onZoom(1 / STEP)} />
      <IconButton label={say('zoomIn')} icon={Plus} onPress={() => onZoom(STEP)} />
      <IconButton label={say('zoomAll')} icon={Maximize2} isDisabled={!view.span} onPress={() => onZoom(null)} />
      <Menu
        label={say('view')}
        trigger={<IconButton label={say('view')} icon={SlidersHorizontal} />}
        entries={[
          {
            id: 'breaks',
            label: say(view.breaks ? 'breaksOff' : 'breaksOn'),
            onAction: () => onView({ ...view, span: null, breaks: !view.breaks }),
          },
          { id: 'text', label: say('asText'), icon: Text, onAction: () => setReading(true) },
          ...(course.series.length > 0 ? ['line' as const] : []),
          ...course.series.map(({ id, analyte }) => ({
            id: `log ${id}`,
            label: say(view.log.includes(id) ? 'logOff' : 'logOn', { analyte }),
            onAction: () => toggle(id),
          })),
        ]}
      />
      {reading && <AsText onClose={() => setReading(false)} />}
    </>
  );
}
