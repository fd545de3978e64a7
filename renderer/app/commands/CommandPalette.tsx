import { Search, TextSearch } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { Keys } from '../../ui/Keys.tsx';
import { useWords } from '../../words/index.ts';
import { offeredCommands } from './offered.ts';
import { commandsFor } from './searching.ts';
import type { Command } from './types.ts';
import './palette.css';

interface Props {
  readonly commands: readonly Command[];
  /** Looks for the typed words in the text; absent where there is none. */
  readonly onFind?: (text: string) => void;
  readonly onClose: () => void;
}

/** The field, which has the keyboard at once: an `autoFocus` may wait for transitions, and what is typed meanwhile is lost. */
function Sought({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    // A text field: a search field would take the first Escape to empty itself.
    <TextField type="search" aria-label={label} className="palette-search">
      <Search className="icon large" />
      <Input ref={input} placeholder={label} />
    </TextField>
  );
}

/** Finds any command of the view and of what it shows, and any place of the open case, by their words, and shows the commands' keys. */
export function CommandPalette({ commands, onFind, onClose }: Props) {
  const say = useWords('commands');
  const [text, setText] = useState('');
  const sought = text.trim();
  // As they were when it opened: what is in sight below it does not change.
  const [offered] = useState(offeredCommands);
  // What is in sight does what it offers itself, without going there.
  const others = commands.filter(({ id }) => !offered.some(each => each.id === id));
  const groups = [...commandsFor([...offered, ...others], text)];
  if (onFind && sought !== '') {
    const group = say('groupText');
    const label = say('findInText', { text: sought });
    groups.push({
      group,
      commands: [{ id: 'find-in-text', group, label, icon: TextSearch, run: () => onFind(sought) }],
    });
  }
  const run = (id: string) => {
    onClose();
    // After the palette is gone, so that a command may take the focus.
    setTimeout(() =>
      groups
        .flatMap(group => group.commands)
        .find(command => command.id === id)
        ?.run(),
    );
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && onClose()} className="scrim high">
      <Modal className="modal palette">
        <Dialog className="palette-in" aria-label={say('palette')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <Sought label={say('placeholder')} />
            <ListBox
              className="palette-list"
              aria-label={say('palette')}
              items={groups}
              onAction={key => run(String(key))}
              renderEmptyState={() => <p className="palette-none">{say('none')}</p>}
            >
              {({ group, commands: inGroup }) => (
                <ListBoxSection id={group}>
                  <Header className="palette-group">{group}</Header>
                  <Collection items={inGroup}>
                    {command => (
                      <ListBoxItem id={command.id} className="menu-item" textValue={command.label}>
                        {command.icon && <command.icon className="icon" />}
                        <span className="grow palette-label">{command.label}</span>
                        {command.detail && <span className="quiet palette-detail">{command.detail}</span>}
                        {command.shortcut && <Keys of={command.shortcut} />}
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
