import { useMemo } from 'react';
import { fieldOf, fieldsOf } from '../../../core/library/fields.ts';
import { differingFields } from '../../../core/library/merging.ts';
import type { Entry } from '../../../core/library/types.ts';
import type { CslDate, CslName } from '../../../core/references/csl.ts';
import { dateText, namesText } from '../../panels/references/fields.ts';
import { shownValue } from '../../panels/team/values.ts';
import { Segmented } from '../../ui/Choices.tsx';
import { useWords, say as wordsOf } from '../../words/index.ts';
import { fieldName } from '../entry/field-names.ts';
import './differing.css';

interface Props {
  readonly first: Entry;
  readonly second: Entry;
  /** Fields of which the second's value is kept. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Where two entries differ, side by side: what is kept is marked, and can be chosen; how many fields need no choice. */
export function DifferingFields({ first, second, chosen, onChoose }: Props) {
  const say = useWords('library');
  const references = useWords('references');
  const differing = useMemo(() => differingFields(first, second), [first, second]);
  const all = new Set([...fieldsOf(first), ...fieldsOf(second)].filter(field => field !== 'key'));
  const alike = all.size - differing.length;
  const choose = (field: string, side: 'left' | 'right') => {
    const now = new Set(chosen);
    if (side === 'right') now.add(field);
    else now.delete(field);
    onChoose(now);
  };
  return (
    <>
      {differing.map(field => {
        const isRight = chosen.has(field);
        return (
          <div key={field} className="differing">
            <Segmented
              label={fieldName(field, references, say)}
              value={isRight ? 'right' : 'left'}
              onChange={side => choose(field, side)}
              options={[
                { id: 'left', label: say('keepLeft') },
                { id: 'right', label: say('keepRight') },
              ]}
            />
            <p className={isRight ? 'differing-side' : 'differing-side kept'}>{shown(first, field)}</p>
            <p className={isRight ? 'differing-side kept' : 'differing-side'}>{shown(second, field)}</p>
          </div>
        );
      })}
      <p className="quiet">{say('sameFields', { count: alike })}</p>
    </>
  );
}

/** A value as one reads it. */
function shown(entry: Entry, field: string): string {
  const value = fieldOf(entry, field);
  if (field === 'item.author' || field === 'item.editor')
    return namesText(value as readonly CslName[]).replaceAll('\n', '; ');
  if (field === 'item.issued' || field === 'item.accessed') return dateText(value as CslDate);
  return shownValue(wordsOf('team'), field, value);
}
