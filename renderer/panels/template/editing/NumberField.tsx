import { useState } from 'react';
import { Field } from '../../../ui/Field.tsx';

/** A number typed with a point or a comma; empty is none, and what is no number is not taken. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const [typed, setTyped] = useState(props.value === undefined ? '' : String(props.value));
  const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')));
  return (
    <Field
      label={props.label}
      inputMode="decimal"
      value={typed}
      onChange={text => {
        setTyped(text);
        const value = numberOf(text);
        if (value === undefined || Number.isFinite(value)) props.onChange(value);
      }}
    />
  );
}
