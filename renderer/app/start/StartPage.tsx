import {
  FolderOpen,
  LibraryBig,
  Lock,
  Menu as MenuIcon,
  Newspaper,
  Settings as SettingsIcon,
  Stethoscope,
  Users,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWaysToLibrary } from '../../library/commands.ts';
import { TeamDialog } from '../../panels/team/TeamDialog.tsx';
import { useImportTemplate } from '../../panels/template/importing.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import { useShortcuts } from '../commands/shortcuts.ts';
import type { Command } from '../commands/types.ts';
import { useWindowCommands } from '../commands/window-commands.ts';
import { Notices } from '../notices/Notices.tsx';
import type { Opening } from '../opening.ts';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useDropOnWindow } from './drop.ts';
import { NewCase } from './NewCase.tsx';
import { RecentCases } from './RecentCases.tsx';
import { RecoveredCases } from './RecoveredCases.tsx';
import './start.css';

/** The first minute: a new case, a file, the sample, what was written before; nothing to sign up for. */
export function StartPage({ ways, onLibrary }: { readonly ways: Opening; readonly onLibrary: () => void }) {
  const say = useWords('start');
  const shell = useWords('shell');
  const library = useWords('library');
  const words = useWords('commands');
  const language = useLanguage();
  const { settings, changeSettings } = useSurroundings();
  const [above, setAbove] = useState<'settings' | 'team' | 'palette' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const dropping = useDropOnWindow(files => void ways.openDropped(files));
  const importTemplate = useImportTemplate();
  const ofEveryView = useWindowCommands({
    ways,
    onNew: () => {
      search.current?.focus();
      // A menu gives the focus back as it goes: once more after that.
      requestAnimationFrame(() => requestAnimationFrame(() => search.current?.focus()));
    },
    onSettings: () => setAbove('settings'),
    onTeam: () => setAbove('team'),
    onPalette: () => setAbove('palette'),
  });
  const waysToLibrary = useWaysToLibrary(onLibrary);
  const commands: readonly Command[] = [
    ...ofEveryView,
    { id: 'library', group: words('groupGo'), label: library('open'), icon: LibraryBig, run: onLibrary },
    ...waysToLibrary,
  ];
  useShortcuts(commands);
  const entries = ofEveryView.filter(command => !command.unlisted && command.group === ofEveryView[0]?.group);

  return (
    <div className="window start">
      <header className="titlebar">
        <Menu
          label={shell('menu')}
          trigger={<IconButton label={shell('menu')} icon={MenuIcon} />}
          entries={[
            ...entries.map(({ id, label, shortcut, icon, run }) => ({
              id,
              label,
              shortcut,
              onAction: run,
              ...(icon && { icon }),
            })),
            'line',
            { id: 'team', label: words('team'), icon: Users, onAction: () => setAbove('team') },
            { id: 'settings', label: shell('settings'), icon: SettingsIcon, onAction: () => setAbove('settings') },
          ]}
        />
        <span className="grow" />
        <IconButton label={shell('settings')} icon={SettingsIcon} onPress={() => setAbove('settings')} />
      </header>
      <main className="start-in">
        <header className="start-head">
          <h1>{shell('appName')}</h1>
          <p>{say('motto')}</p>
        </header>
        <section className="start-new" aria-labelledby="start-new">
          <h2 id="start-new">{say('newCase')}</h2>
          <NewCase inputRef={search} onChosen={template => void ways.create(template)} />
          <ul className="start-other">
            <li>
              <AriaButton className="nav-row" onPress={() => void ways.openFile()}>
                <FolderOpen className="icon" />
                <span className="name">{say('openFile')}</span>
                <Keys of="mod+o" />
              </AriaButton>
            </li>
            <li>
              <AriaButton className="nav-row" onPress={() => void importTemplate()}>
                <Newspaper className="icon" />
                <span className="name">{say('importTemplate')}</span>
              </AriaButton>
            </li>
            <li>
              <AriaButton className="nav-row" onPress={() => void ways.openSample()}>
                <Stethoscope className="icon" />
                <span className="name">{say('sample')}</span>
              </AriaButton>
            </li>
            <li>
              <AriaButton className="nav-row" onPress={onLibrary}>
                <LibraryBig className="icon" />
                <span className="name">{library('open')}</span>
              </AriaButton>
            </li>
          </ul>
        </section>
        <div className="start-before">
          <Notices />
          <RecoveredCases ways={ways} />
          <RecentCases ways={ways} />
        </div>
        <footer className="start-foot">
          <span>
            <Lock className="icon small" />
            {say('private')}
          </span>
          <span className="grow" />
          <Segmented
            label={say('language')}
            quietLabel
            value={language}
            onChange={chosen => changeSettings({ language: chosen })}
            options={[
              { id: 'fr', label: shell('languageFr') },
              { id: 'en', label: shell('languageEn') },
            ]}
          />
          <Segmented
            label={say('theme')}
            quietLabel
            value={settings.theme}
            onChange={theme => changeSettings({ theme })}
            options={[
              { id: 'system', label: shell('system') },
              { id: 'light', label: shell('light') },
              { id: 'dark', label: shell('dark') },
            ]}
          />
        </footer>
      </main>
      {dropping && (
        <div className="dropping" aria-hidden="true">
          {shell('dropHere')}
        </div>
      )}
      {above === 'settings' && <SettingsDialog onClose={() => setAbove(null)} />}
      {above === 'team' && <TeamDialog onClose={() => setAbove(null)} />}
      {above === 'palette' && <CommandPalette commands={commands} onClose={() => setAbove(null)} />}
    </div>
  );
}
