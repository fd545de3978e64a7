import { useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import { MenuEntries, type MenuEntry } from './Menu.tsx';

/** A menu that opens where the pointer was, or at what has the keyboard; closed, the focus goes back to where it was. */
export function ContextMenu(props: {
  readonly label: string;
  /** In CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly (MenuEntry | 'line')[];
  readonly onClose: () => void;
}) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={place} style={{ position: 'fixed', left: props.at.x, top: props.at.y }} />
      <Popover
        key={`${props.at.x} ${props.at.y}`}
        className="popover"
        triggerRef={place}
        isOpen
        onOpenChange={isOpen => !isOpen && props.onClose()}
        placement="bottom start"
        offset={2}
      >
        <AriaMenu className="menu" aria-label={props.label} autoFocus="first" onClose={props.onClose}>
          <MenuEntries entries={props.entries} />
        </AriaMenu>
      </Popover>
    </>
  );
}
