import type { Ref } from 'react';
import type { Template } from '../../../core/template/types.ts';
import { TemplateList } from '../../panels/template/TemplateList.tsx';
import { useLanguage } from '../../words/index.ts';
import { useSurroundings } from '../surroundings.tsx';
import { inOrder } from './order.ts';

interface Props {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChosen: (template: Template) => void;
}

/** Templates to begin a case with, those of the interface's language first. */
export function NewCase({ inputRef, onChosen }: Props) {
  const { templates } = useSurroundings();
  const language = useLanguage();
  return (
    <TemplateList
      templates={inOrder(templates, language)}
      label={{ 'aria-labelledby': 'start-new' }}
      onChosen={onChosen}
      inputRef={inputRef}
      keys="mod+n"
      offersFirst
    />
  );
}
