import { X } from 'lucide-react';
import type { Affiliation } from '../../../core/report/types.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';

interface Props {
  readonly affiliation: Affiliation;
  readonly number: number;
  /** It was just added: the focus goes to its first field. */
  readonly isFresh: boolean;
  readonly onChange: (fields: Partial<Affiliation>) => void;
  readonly onRemove: () => void;
}

/** One affiliation: department and institution, city, country. */
export function AffiliationCard({ affiliation, number, isFresh, onChange, onRemove }: Props) {
  const say = useWords('front');
  const title = say('affiliation', { number });
  const name = useDraft(affiliation.name, text => onChange({ name: text.trim() }));
  const city = useDraft(affiliation.city, text => onChange({ city: text.trim() }));
  const country = useDraft(affiliation.country, text => onChange({ country: text.trim() }));
  return (
    <li className="card person">
      <div className="person-head">
        <b className="grow">{title}</b>
        <IconButton label={say('remove', { name: title })} icon={X} onPress={onRemove} />
      </div>
      <div className="person-fields">
        <Field label={say('institution')} autoFocus={isFresh} {...name} />
        <div className="pair">
          <Field label={say('city')} {...city} />
          <Field label={say('country')} {...country} />
        </div>
      </div>
    </li>
  );
}
