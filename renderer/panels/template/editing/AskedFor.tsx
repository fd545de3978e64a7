import type { Rule } from '../../../../core/template/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';

interface Props<Value extends string> {
  /** All that could be asked for, in order. */
  readonly of: readonly Value[];
  /** What is asked for, each with where it is written. */
  readonly asked: readonly Rule<Value>[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (asked: readonly Rule<Value>[]) => void;
}

/** Things that a template may ask for, ticked one by one. */
export function AskedFor<Value extends string>({ of, asked, nameOf, onChange }: Props<Value>) {
  return of.map(value => {
    const at = asked.findIndex(each => each.value === value);
    const rule = asked[at];
    return (
      <div key={value} className="export-option">
        <Tick
          value={rule !== undefined}
          onChange={on => onChange(on ? [...asked, { value, ...UNFOUNDED }] : asked.toSpliced(at, 1))}
        >
          {nameOf(value)}
        </Tick>
        {rule && <BasisFields basis={rule} onChange={changed => onChange(asked.with(at, changed))} />}
      </div>
    );
  });
}
