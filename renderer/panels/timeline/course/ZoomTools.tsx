import { Maximize2, Minus, Plus, Rows3, SlidersHorizontal, Text } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { AsText } from './AsText.tsx';
import type { Course } from './drawn.ts';
import { LanesDialog } from './LanesDialog.tsx';
import { STEP } from './span.ts';
import type { View } from './view.ts';

/** Zoom, long gaps, which lanes and axes, and the drawing in words. */
export function ZoomTools(props: {
  readonly view: View;
  readonly course: Course;
  readonly hasImages: boolean;
  /** A factor, or null for everything. */
  readonly onZoom: (factor: number | null) => void;
  readonly onView: (view: View) => void;
}) {
  const say = useWords('course');
  const { view, course, hasImages, onZoom, onView } = props;
  const [open, setOpen] = useState<'text' | 'lanes' | null>(null);
  const close = () => setOpen(null);
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
          { id: 'lanes', label: say('lanesOpen'), icon: Rows3, onAction: () => setOpen('lanes') },
          { id: 'text', label: say('asText'), icon: Text, onAction: () => setOpen('text') },
        ]}
      />
      {open === 'text' && <AsText onClose={close} />}
      {open === 'lanes' && (
        <LanesDialog view={view} course={course} hasImages={hasImages} onView={onView} onClose={close} />
      )}
    </>
  );
}
