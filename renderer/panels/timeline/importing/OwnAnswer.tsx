import { useState } from 'react';
import { readUnit } from '../../../../core/timeline/units/read.ts';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../words/index.ts';

/** An answer in words of one's own, where none of the choices is it: a unit, a year. Handed on when the field is left. */
export function OwnAnswer(props: {
  readonly label: string;
  readonly value: string;
  readonly isYear: boolean;
  readonly onDone: (answer: string) => void;
}) {
  const say = useWords('timeline');
  const { label, value, isYear, onDone } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    const text = (typed ?? '').trim();
    if (text === '' || text === value) return;
    const isSound = isYear ? /^(?:19|20)\d{2}$/.test(text) : readUnit(text) !== null;
    setWrong(!isSound);
    if (isSound) onDone(text);
  };
  return (
    <Field
      label={label}
      quietLabel
      placeholder={label}
      error={isWrong ? say(isYear ? 'yearWrong' : 'unitWrong') : null}
      value={typed ?? value}
      onChange={text => {
        setTyped(text);
        setWrong(false);
      }}
      onBlur={leave}
      onEnter={leave}
    />
  );
}
