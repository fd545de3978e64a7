import { useState } from 'react';
import { sameValue } from '../../../core/library/fields.ts';
import type { KeptEntry } from '../../../core/library/types.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { ReferenceForm } from '../../panels/references/ReferenceForm.tsx';
import { fieldName, shownValue } from '../../panels/team/values.ts';
import { useWords } from '../../words/index.ts';
import type { Work } from '../working.ts';
import { type Crossed, savedChanges } from './saving.ts';

/**
 * The form of an entry. It saves what its author changed in it and nothing else, as others may have changed the entry since it was
 * opened; where they changed the same field, both values are told before one takes the other's place. It stays open where saving was refused.
 */
export function EditEntry({
  entry,
  work,
  onEnd,
}: {
  readonly entry: KeptEntry;
  readonly work: Work;
  readonly onEnd: () => void;
}) {
  const say = useWords('library');
  const team = useWords('team');
  const [opened] = useState(entry);
  const [told, setTold] = useState<readonly Crossed[]>([]);
  const save = async (item: CslItem) => {
    const { changes, crossed } = savedChanges(opened, item, entry);
    const untold = crossed.filter(
      ({ field, value }) => !told.some(each => each.field === field && sameValue(each.value, value)),
    );
    if (untold.length > 0) setTold(crossed);
    else if (await work.apply(changes, 'edit')) onEnd();
  };
  const warning = told.length > 0 && (
    <>
      <b>{say('crossed', { name: entry.changed.by })}</b>{' '}
      {told.map(({ field, value }) => (
        <span key={field}>
          {say('crossedField', { field: fieldName(team, field), value: shownValue(team, field, value) })}{' '}
        </span>
      ))}
      {say('crossedHint')}
    </>
  );
  return (
    <ReferenceForm
      item={opened.item}
      isNew={false}
      onCancel={onEnd}
      onSave={item => void save(item)}
      warning={warning}
    />
  );
}
