import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Affiliation, Author } from '../../../core/report/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
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
  /** From what the author is by then. */
  readonly onChange: (to: (author: Author) => Author) => void;
  /** A new affiliation, given to this author. */
  readonly onNewAffiliation: () => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One author: folded to the name, or all fields. */
export function AuthorCard({ author, number, count, affiliations, startsOpen, ...on }: Props) {
  const say = useWords('front');
  const [open, setOpen] = useState(startsOpen);
  const name = [author.given, author.family].filter(Boolean).join(' ') || say('author', { number });
  return (
    <li className="card person" data-id={author.id}>
      <div className="person-head">
        <span className="quiet number">{number}</span>
        <b className="cut grow">{name}</b>
        <IconButton
          label={say('earlier', { name })}
          icon={ArrowUp}
          data-move="-1"
          isDisabled={number === 1}
          onPress={() => on.onMove(-1)}
        />
        <IconButton
          label={say('later', { name })}
          icon={ArrowDown}
          data-move="1"
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
      {open && (
        <AuthorFields
          author={author}
          affiliations={affiliations}
          startsOpen={startsOpen}
          onChange={on.onChange}
          onNewAffiliation={on.onNewAffiliation}
        />
      )}
    </li>
  );
}

type FieldsProps = Pick<Props, 'author' | 'affiliations' | 'startsOpen' | 'onChange' | 'onNewAffiliation'>;

function AuthorFields({ author, affiliations, startsOpen, onChange, onNewAffiliation }: FieldsProps) {
  const say = useWords('front');
  const given = useDraft(author.given, text => onChange(now => ({ ...now, given: text.trim() })));
  const family = useDraft(author.family, text => onChange(now => ({ ...now, family: text.trim() })));
  const orcid = useDraft(author.orcid ?? '', text =>
    onChange(now => withOptional(now, 'orcid', readOrcid(text) ?? text)),
  );
  const email = useDraft(author.email ?? '', text => onChange(now => withOptional(now, 'email', text)));
  const read = readOrcid(author.orcid ?? '');
  const orcidError =
    author.orcid === undefined || orcid.isTyped || orcid.value !== author.orcid
      ? null
      : read === null
        ? say('orcidShape')
        : orcidAgrees(read)
          ? null
          : say('orcidWrong');
  const emailError =
    author.email !== undefined && !email.isTyped && !/^\S+@\S+\.\S+$/.test(author.email) ? say('emailWrong') : null;
  return (
    <div className="person-fields">
      <div className="pair">
        <Field label={say('given')} autoFocus={startsOpen} {...given} />
        <Field label={say('family')} {...family} />
      </div>
      <Field label={say('orcid')} note={say('orcidNote')} error={orcidError} {...orcid} />
      <Field label={say('email')} type="email" error={emailError} {...email} />
      <Tick value={author.corresponding === true} onChange={is => onChange(now => withCorresponding(now, is))}>
        {say('corresponding')}
      </Tick>
      <fieldset>
        <legend className="label">{say('affiliationsOf')}</legend>
        {affiliations.map((affiliation, index) => (
          <Tick
            key={affiliation.id}
            value={author.affiliations.includes(affiliation.id)}
            onChange={has => onChange(now => withAffiliation(now, affiliation.id, has, affiliations))}
          >
            {affiliation.name || say('affiliation', { number: index + 1 })}
          </Tick>
        ))}
        <Button small kind="plain" icon={Plus} onPress={onNewAffiliation}>
          {say('ownAffiliation')}
        </Button>
      </fieldset>
    </div>
  );
}
