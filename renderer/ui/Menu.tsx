import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  MenuItem,
  MenuTrigger,
  Popover,
  SelectValue,
  Separator,
} from 'react-aria-components';
import { Keys } from './Keys.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly icon?: LucideIcon;
  /** As in a command: "mod+s". */
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

/** A menu opened by the button given as `trigger`; `'line'` draws a rule between entries. */
export function Menu(props: {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly entries: readonly (MenuEntry | 'line')[];
  readonly placement?: 'bottom start' | 'bottom end';
}) {
  return (
    <MenuTrigger>
      {props.trigger}
      <Popover className="popover" placement={props.placement ?? 'bottom start'} offset={6}>
        <AriaMenu className="menu" aria-label={props.label}>
          <MenuEntries entries={props.entries} />
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** What stands in a menu. */
export function MenuEntries({ entries }: { readonly entries: readonly (MenuEntry | 'line')[] }) {
  return entries.map((entry, index) =>
    entry === 'line' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing else to be known by
      <Separator key={`line ${index}`} className="menu-line" />
    ) : (
      <MenuItem
        key={entry.id}
        id={entry.id}
        className="menu-item"
        textValue={entry.label}
        isDisabled={entry.isDisabled ?? false}
        onAction={entry.onAction}
      >
        {entry.icon && <entry.icon className="icon" />}
        <span className="grow">
          {entry.label}
          {entry.note && <small>{entry.note}</small>}
        </span>
        {entry.shortcut && <Keys of={entry.shortcut} />}
      </MenuItem>
    ),
  );
}

/** One of a few choices, opened as a list. */
export function Select<Id extends string>(props: {
  readonly label: string;
  readonly quietLabel?: boolean;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly note?: string }[];
  readonly onChange: (value: Id) => void;
}) {
  return (
    <AriaSelect
      className="labelled"
      value={props.value}
      onChange={key => {
        if (key !== null) props.onChange(key as Id);
      }}
    >
      <Label className={props.quietLabel ? 'unseen' : 'label'}>{props.label}</Label>
      <AriaButton className="select">
        <SelectValue className="cut">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown className="icon" />
      </AriaButton>
      <Popover className="popover" offset={6}>
        <ListBox className="menu">
          {props.options.map(option => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="grow">
                    {option.label}
                    {option.note && <small>{option.note}</small>}
                  </span>
                  {isSelected && <Check className="icon" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
