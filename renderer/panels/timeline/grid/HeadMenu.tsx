import { ArrowDown, ArrowUp, Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useWords } from '../../../words/index.ts';
import type { Direction, Head } from './model.ts';

export interface HeadEntry {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
}

/** What can be done by the head of a column: the rows sorted by it, and what its owner adds. */
export function HeadMenu(props: {
  readonly head: Head;
  readonly entries: readonly HeadEntry[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSort: (direction: Direction | null) => void;
}) {
  const say = useWords('grid');
  const { head, entries, isOpen, onOpen, onSort } = props;
  const { sorted } = head;
  const label = say('columnMenu', { column: head.label });
  const ways = ['ascending', 'descending', null] as const;
  const Mark = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronDown;
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <AriaButton
        excludeFromTabOrder
        className="icon-btn head-btn"
        aria-label={label}
        {...(sorted && { 'data-sorted': sorted })}
      >
        <Mark className="icon small" />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Menu
          className="menu"
          aria-label={label}
          onAction={key => {
            const own = entries.find(({ id }) => id === key);
            if (own) own.onAction();
            else onSort(ways.find(way => String(way) === key) ?? null);
          }}
        >
          {sorted !== undefined &&
            ways.map(way => (
              <MenuItem
                key={String(way)}
                id={String(way)}
                className="menu-item"
                textValue={say(`sort_${way ?? 'none'}`)}
                isDisabled={way === null && !sorted}
              >
                <span className="grow">{say(`sort_${way ?? 'none'}`)}</span>
                {way !== null && way === sorted && <Check className="icon" />}
              </MenuItem>
            ))}
          {sorted !== undefined && entries.length > 0 && <Separator className="menu-line" />}
          {entries.map(entry => (
            <MenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.label}>
              <span className="grow">{entry.label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
