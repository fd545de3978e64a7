import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import type { Affiliation, Author } from '../../../core/report/types.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';
import { withAffiliation, withCorresponding, withOptional } from './changes.ts';
import { orcidAgrees, readOrcid } from './orcid.ts';

interface Props {
  readonly author: Author;
  readonly number: number;
  readonly count: number;
  readonly affiliations: readonly Affiliation[];
  readonly startsOpen: boolean;
  readonly onChange: (author: Author) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One author: folded to the name, or all fields. */
export function AuthorCard({ author, number, count, affiliations, startsOpen, ...on }: Props) {
  const say = useWords('front');
  const [open, setOpen] = useState(startsOpen);
  const name = [author.given, author.family].filter(Boolean).join(' ') || say('author', { number });
  return (
    <li className="card person">
      <div className="person-head">
        <span className="quiet number">{number}</span>
        <b className="cut grow">{name}</b>
        <IconButton
          label={say('earlier', { name })}
          icon={ArrowUp}
          isDisabled={number === 1}
          onPress={() => on.onMove(-1)}
        />
        <IconButton
          label={say('later', { name })}
          icon={ArrowDown}
          isDisabled={number === count}
          onPress={() => on.onMove(1)}
        />
        <IconButton label={say('remove', { name })} icon={X} onPress={on.onRemove} />
        <IconButton
          label={say(open ? 'fold' : 'edit', { name })}
          icon={open ? ChevronUp : ChevronDown}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && <AuthorFields author={author} affiliations={affiliations} onChange={on.onChange} />}
    </li>
  );
}

type FieldsProps = Pick<Props, 'author' | 'affiliations' | 'onChange'>;

function AuthorFields({ author, affiliations, onChange }: FieldsProps) {
  const say = useWords('front');
  const given = useDraft(author.given, text => onChange({ ...author, given: text.trim() }));
  const family = useDraft(author.family, text => onChange({ ...author, family: text.trim() }));
  const orcid = useDraft(author.orcid ?? '', text => onChange(withOptional(author, 'orcid', readOrcid(text) ?? text)));
  const email = useDraft(author.email ?? '', text => onChange(withOptional(author, 'email', text)));
  const read = readOrcid(author.orcid ?? '');
  const orcidError =
    author.orcid === undefined || orcid.value !== author.orcid
      ? null
      : read === null
        ? say('orcidShape')
        : orcidAgrees(read)
          ? null
          : say('orcidWrong');
  const emailError = author.email !== undefined && !/^\S+@\S+\.\S+$/.test(author.email) ? say('emailWrong') : null;
  return (
    <div className="person-fields">
      <div className="pair">
        <Field label={say('given')} {...given} />
        <Field label={say('family')} {...family} />
      </div>
      <Field label={say('orcid')} note={say('orcidNote')} error={orcidError} {...orcid} />
      <Field label={say('email')} type="email" error={emailError} {...email} />
      <Tick value={author.corresponding === true} onChange={is => onChange(withCorresponding(author, is))}>
        {say('corresponding')}
      </Tick>
      <fieldset>
        <legend className="label">{say('affiliationsOf')}</legend>
        {affiliations.length === 0 && <p className="field-note">{say('noAffiliations')}</p>}
        {affiliations.map((affiliation, index) => (
          <Tick
            key={affiliation.id}
            value={author.affiliations.includes(affiliation.id)}
            onChange={has => onChange(withAffiliation(author, affiliation.id, has, affiliations))}
          >
            {affiliation.name || say('affiliation', { number: index + 1 })}
          </Tick>
        ))}
      </fieldset>
    </div>
  );
}
