import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { Block, Part } from '../../../core/report/document.ts';
import { isEmptyPart, partLanguage } from '../../../core/report/parts.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

/** Offers the headings of a structured abstract while the abstract is empty. */
export function StructureButton({ part }: { readonly part: Part }) {
  const say = useWords('editor');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const structure = useSession(state => state.template.abstract.structure);
  const language = useSession(state => partLanguage(part.key, state.report.language));
  if (structure.length === 0 || !isEmptyPart(part)) return null;
  const insert = () => {
    const [index = 0] = ReactEditor.findPath(editor, part);
    const blocks = structure.flatMap((words): Block[] => [
      { type: 'heading', level: 1, children: [{ text: words[language] }] },
      { type: 'paragraph', children: [{ text: '' }] },
    ]);
    session.transact(say('insertStructure'), () => {
      for (let count = part.children.length; count > 0; count--) Transforms.removeNodes(editor, { at: [index, 0] });
      Transforms.insertNodes(editor, blocks, { at: [index, 0] });
      Transforms.select(editor, Editor.start(editor, [index, 1]));
    });
    ReactEditor.focus(editor);
  };
  return (
    <Button kind="link" small onPress={insert}>
      {say('insertStructure')}
    </Button>
  );
}
