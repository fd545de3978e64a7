import { ENCLOSURES } from '../../../../core/template/types.ts';
import { useWords } from '../../../words/index.ts';
import { AskedFor } from './AskedFor.tsx';
import type { Editing } from './TemplateEditor.tsx';

/** What goes into the package beside what every journal is sent. */
export function Enclosures({ template: { enclosures = [] }, change }: Editing) {
  const say = useWords('template');
  return (
    <AskedFor
      of={ENCLOSURES}
      asked={enclosures}
      nameOf={each => say(`enclosure_${each}`)}
      onChange={asked => change({ enclosures: asked })}
    />
  );
}
