/** Fields of the course: text and numbers that are handed on when they are left. */
import { useState } from 'react';
import type { Dose } from '../../../../core/report/course.ts';
import { useDraft } from '../../../ui/draft.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { numberText, typedNumber } from './numbers.ts';

export function TextLine(props: {
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly required?: boolean;
  readonly missing?: boolean;
  readonly autoFocus?: boolean;
  readonly suggestions?: readonly string[];
  readonly onDone: (text: string) => void;
}) {
  const say = useWords('course');
  const { label, note, value, required, missing, autoFocus, suggestions, onDone } = props;
  const draft = useDraft(value, text => {
    const trimmed = text.trim();
    if (trimmed !== '' || !required) onDone(trimmed);
  });
  return (
    <Field
      label={label}
      {...(note && { note })}
      error={missing && draft.value.trim() === '' ? say('required') : null}
      {...(suggestions && { suggestions })}
      autoFocus={autoFocus ?? false}
      {...draft}
    />
  );
}

/** A number above zero, or nothing. */
export function NumberLine(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly most: number;
  readonly onDone: (value: number | undefined) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { label, value, most, onDone } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const read = typed.trim() === '' ? undefined : typedNumber(typed);
    if (read === null || (read !== undefined && (read <= 0 || read > most))) {
      setWrong(true);
      return;
    }
    setTyped(null);
    if (read !== value) onDone(read);
  };
  return (
    <Field
      label={label}
      inputMode="decimal"
      error={isWrong ? say('numberWrong') : null}
      value={typed ?? (value === undefined ? '' : numberText(value, language))}
      onChange={text => {
        setTyped(text);
        setWrong(false);
      }}
      onBlur={leave}
      onEnter={leave}
    />
  );
}

/** Units of doses that are usual; the list is only offered. */
const UNITS = ['mg', 'g', 'µg', 'mL', 'UI', 'mg/h', 'µg/h', 'mL/h', 'mEq', 'mmol'];

type Per = NonNullable<Dose['per']> | 'dose';

/** Amount, unit, and what it is for each of; handed on once the amount is a number. */
export function DoseFields(props: {
  readonly value: Dose | undefined;
  /** Of a change: without "for each", which stays as it was. */
  readonly brief?: boolean;
  readonly onDone: (dose: Dose | undefined) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const { value, brief, onDone } = props;
  const [amount, setAmount] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [per, setPer] = useState<Per | null>(null);
  const [isWrong, setWrong] = useState(false);
  const shownAmount = amount ?? (value ? numberText(value.amount, language) : '');
  const shownUnit = unit ?? value?.unit ?? '';
  const shownPer: Per = per ?? value?.per ?? 'dose';

  const leave = (chosen: Per = shownPer) => {
    const text = shownAmount.trim();
    const read = text === '' ? undefined : typedNumber(text);
    if (read === null || (read !== undefined && read < 0)) {
      setWrong(true);
      return;
    }
    // The unit waits for its amount.
    if (read === undefined) {
      if (value) onDone(undefined);
      return;
    }
    const next: Dose = { amount: read, unit: shownUnit.trim(), ...(chosen !== 'dose' && { per: chosen }) };
    setAmount(null);
    setUnit(null);
    setPer(null);
    if (!value || next.amount !== value.amount || next.unit !== value.unit || next.per !== value.per) onDone(next);
  };
  return (
    <>
      <div className="quarter">
        <Field
          label={say('amount')}
          inputMode="decimal"
          error={isWrong ? say('numberWrong') : null}
          value={shownAmount}
          onChange={text => {
            setAmount(text);
            setWrong(false);
          }}
          onBlur={() => leave()}
          onEnter={() => leave()}
        />
      </div>
      <div className="quarter">
        <Field
          label={say('unit')}
          value={shownUnit}
          suggestions={UNITS}
          onChange={setUnit}
          onBlur={() => leave()}
          onEnter={() => leave()}
        />
      </div>
      {!brief && (
        <div className="quarter">
          <Select<Per>
            label={say('per')}
            value={shownPer}
            options={[
              { id: 'dose', label: say('perDose') },
              { id: 'kg', label: say('perKg') },
              { id: 'm2', label: say('perM2') },
            ]}
            onChange={chosen => {
              setPer(chosen);
              leave(chosen);
            }}
          />
        </div>
      )}
    </>
  );
}
