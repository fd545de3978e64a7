import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import { settleField } from './draft.ts';

// The press of a label leaves the focus where it is until it is let go: a field typed in would hand on what it holds after
// the choice, from before the choice. So it hands that on first. It keeps the focus: a card that is left closes.

/** A few choices side by side, one of them current. */
export function Segmented<Id extends string>(props: {
  readonly label: string;
  readonly quietLabel?: boolean;
  readonly full?: boolean;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChange: (value: Id) => void;
}) {
  return (
    <RadioGroup
      className="labelled"
      orientation="horizontal"
      onPointerDownCapture={settleField}
      value={props.value}
      onChange={value => props.onChange(value as Id)}
    >
      <Label className={props.quietLabel ? 'unseen' : 'label'}>{props.label}</Label>
      <div className={props.full ? 'segmented full' : 'segmented'}>
        {props.options.map(option => (
          <Radio key={option.id} value={option.id} className="segment">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** A box to tick. */
export function Tick(props: {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  /** Its name, where the words beside it are not enough. */
  readonly label?: string;
}) {
  return (
    <Checkbox
      className="check"
      onPointerDownCapture={settleField}
      isSelected={props.value}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      {...(props.label && { 'aria-label': props.label })}
    >
      <i aria-hidden="true">
        <Check className="icon" />
      </i>
      <span>{props.children}</span>
    </Checkbox>
  );
}
