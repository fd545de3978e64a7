import { Search } from 'lucide-react';
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
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Keys } from '../../ui/Keys.tsx';
import { useWords } from '../../words/index.ts';
import type { Command } from './types.ts';
import './palette.css';

/** Finds any command by its words, accents folded, and shows its keys. */
export function CommandPalette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const say = useWords('commands');
  const { contains } = useFilter({ sensitivity: 'base' });
  const listed = commands.filter(command => !command.isDisabled && !command.unlisted);
  const groups = [...new Set(listed.map(command => command.group))].map(group => ({
    group,
    commands: listed.filter(command => command.group === group),
  }));
  const run = (id: string) => {
    onClose();
    // After the palette is gone, so that a command may take the focus.
    setTimeout(() => listed.find(command => command.id === id)?.run());
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && onClose()} className="scrim high">
      <Modal className="modal palette">
        <Dialog className="palette-in" aria-label={say('palette')}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={say('placeholder')} autoFocus className="palette-search">
              <Search className="icon large" />
              <Input placeholder={say('placeholder')} />
            </SearchField>
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
                      <ListBoxItem
                        id={command.id}
                        className="menu-item"
                        textValue={`${command.label} ${command.also ?? ''}`}
                      >
                        {command.icon && <command.icon className="icon" />}
                        <span className="grow">{command.label}</span>
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
