/** Commands that every view has. */
import { FilePlus2, FolderOpen, Settings, Stethoscope, Users } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import type { Opening } from '../opening.ts';
import { useSurroundings } from '../surroundings.tsx';
import type { Command } from './types.ts';

interface Needs {
  readonly ways: Opening;
  readonly onNew: () => void;
  readonly onSettings: () => void;
  readonly onTeam: () => void;
  readonly onPalette: () => void;
}

/** New, open, sample; settings, teams, appearance, language; the palette itself. */
export function useWindowCommands({ ways, onNew, onSettings, onTeam, onPalette }: Needs): readonly Command[] {
  const say = useWords('commands');
  const { changeSettings } = useSurroundings();
  const file = say('groupFile');
  const window = say('groupWindow');
  return [
    { id: 'new', group: file, label: say('new'), shortcut: 'mod+n', icon: FilePlus2, run: onNew },
    {
      id: 'open',
      group: file,
      label: say('open'),
      shortcut: 'mod+o',
      icon: FolderOpen,
      run: () => void ways.openFile(),
    },
    { id: 'sample', group: file, label: say('sample'), icon: Stethoscope, run: () => void ways.openSample() },
    { id: 'settings', group: window, label: say('settings'), shortcut: 'mod+,', icon: Settings, run: onSettings },
    { id: 'team', group: window, label: say('team'), icon: Users, also: 'PostgreSQL', run: onTeam },
    { id: 'theme-light', group: window, label: say('themeLight'), run: () => changeSettings({ theme: 'light' }) },
    { id: 'theme-dark', group: window, label: say('themeDark'), run: () => changeSettings({ theme: 'dark' }) },
    { id: 'theme-system', group: window, label: say('themeSystem'), run: () => changeSettings({ theme: 'system' }) },
    { id: 'language-fr', group: window, label: say('languageFr'), run: () => changeSettings({ language: 'fr' }) },
    { id: 'language-en', group: window, label: say('languageEn'), run: () => changeSettings({ language: 'en' }) },
    { id: 'palette', group: window, label: say('palette'), shortcut: 'mod+k', unlisted: true, run: onPalette },
  ];
}
