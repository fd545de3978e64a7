import { useState } from 'react';
import type { Moment, TimeSettings } from '../../../../core/report/types.ts';
import { hourLabel, momentLabel, momentLike, orderOf, storedMoment } from '../../../../core/timeline/moment.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { typedMoments } from '../typed.ts';

/** A day or a date as it is typed; one that could be two is asked about. Hands on what was read when the field is left. */
export function MomentField(props: {
  readonly label: string;
  readonly quietLabel?: boolean;
  readonly note?: string;
  readonly time: TimeSettings;
  readonly value: Moment | undefined;
  /** Cannot be left empty. */
  readonly required?: boolean;
  readonly missing?: boolean;
  readonly autoFocus?: boolean;
  /** What is wrong with a moment here; null where nothing is. */
  readonly check?: (at: Moment) => string | null;
  readonly onDone: (at: Moment | undefined) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { label, quietLabel, note, time, value, required, missing, check, onDone } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asked, setAsked] = useState<readonly [Moment, Moment] | null>(null);
  const known = value ? [momentLabel(value, time, language), hourLabel(value, language)].filter(Boolean).join(' ') : '';

  const take = (at: Moment | undefined) => {
    const wrong = at && check ? check(at) : null;
    setError(wrong);
    setAsked(null);
    if (wrong) return;
    setTyped(null);
    onDone(at);
  };
  const leave = () => {
    if (typed === null || asked) return;
    const text = typed.trim();
    if (text === known) setTyped(null);
    else if (text === '') {
      if (!required) take(undefined);
      else if (value) setTyped(null);
    } else {
      const read = typedMoments(text, language);
      if (read === null) setError(say('momentWrong'));
      else if (Array.isArray(read)) setAsked(read as readonly [Moment, Moment]);
      else {
        const at = storedMoment(read as Moment, time);
        // A day typed where a date is kept stays a date.
        take(value && 'date' in value && 'day' in at && time.dayZero ? momentLike(orderOf(at, time), value, time) : at);
      }
    }
  };
  return (
    <div>
      <Field
        label={label}
        {...(quietLabel && { quietLabel })}
        {...(note && { note })}
        error={error ?? (missing && typed === null ? say('required') : null)}
        value={typed ?? known}
        autoFocus={props.autoFocus ?? false}
        onChange={text => {
          setTyped(text);
          setError(null);
          setAsked(null);
        }}
        onBlur={leave}
        onEnter={leave}
      />
      {asked && (
        <fieldset className="course-two-days" aria-label={say('momentTwo')}>
          {say('momentTwo')}
          {asked.map(at => (
            <Button key={'date' in at ? at.date : at.day} small onPress={() => take(at)}>
              {longDate(at, language)}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** "3 April 2024": the month in letters, since its number is what was not clear. */
function longDate(at: Moment, language: 'en' | 'fr'): string {
  if (!('date' in at)) return '';
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${at.date.slice(0, 10)}T00:00Z`),
  );
}
