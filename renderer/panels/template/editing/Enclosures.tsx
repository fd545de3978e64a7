import { ENCLOSURES } from '../../../../core/template/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { useWords } from '../../../words/index.ts';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';
import type { Editing } from './TemplateEditor.tsx';

/** What goes into the package beside what every journal is sent. */
export function Enclosures({ template: { enclosures = [] }, change }: Editing) {
  const say = useWords('template');
  return ENCLOSURES.map(each => {
    const at = enclosures.findIndex(({ value }) => value === each);
    const rule = enclosures[at];
    return (
      <div key={each} className="export-option">
        <Tick
          value={rule !== undefined}
          onChange={asked =>
            change({
              enclosures: asked ? [...enclosures, { value: each, ...UNFOUNDED }] : enclosures.toSpliced(at, 1),
            })
          }
        >
          {say(`enclosure_${each}`)}
        </Tick>
        {rule && (
          <BasisFields basis={rule} onChange={changed => change({ enclosures: enclosures.with(at, changed) })} />
        )}
      </div>
    );
  });
}
