import { Pencil, SlidersHorizontal, Trash2 } from 'lucide-react';
import { Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { Floating } from '../../../core/report/document.ts';
import { useOpenSession } from '../../session/context.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

/** Buttons of a float, shown when it is hovered or holds the caret. */
export function FloatTools({
  element,
  onEdit,
  onChoose,
}: {
  readonly element: Floating;
  readonly onEdit?: () => void;
  /** Opens what a chart or a table of values shows. */
  readonly onChoose?: () => void;
}) {
  const say = useWords('editor');
  const charts = useWords('chart');
  const tables = useWords('labTable');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const remove = () =>
    session.transact(say('remove'), () =>
      Transforms.removeNodes(editor, { at: ReactEditor.findPath(editor, element) }),
    );
  return (
    <div className="float-tools" contentEditable={false}>
      {onEdit && <IconButton label={say('figureEdit')} icon={Pencil} onPress={onEdit} />}
      {onChoose && (
        <IconButton
          label={element.type === 'chart' ? charts('edit') : tables('edit')}
          icon={SlidersHorizontal}
          onPress={onChoose}
        />
      )}
      <IconButton label={say('remove')} icon={Trash2} onPress={remove} />
    </div>
  );
}
