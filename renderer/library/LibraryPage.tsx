import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CommandPalette } from '../app/commands/CommandPalette.tsx';
import { useShortcuts } from '../app/commands/shortcuts.ts';
import type { Command } from '../app/commands/types.ts';
import { useWindowCommands } from '../app/commands/window-commands.ts';
import type { Opening } from '../app/opening.ts';
import { focusNextPane } from '../app/report/focus.ts';
import { SettingsDialog } from '../app/settings/SettingsDialog.tsx';
import { useSurroundings } from '../app/surroundings.tsx';
import { TeamDialog } from '../panels/team/TeamDialog.tsx';
import { useShownLibrary } from '../panels/team/whose.tsx';
import { IconButton } from '../ui/Button.tsx';
import { useWords } from '../words/index.ts';
import { LibraryView } from './LibraryView.tsx';

/** The library without a report: opened from the start page, left for it. */
export function LibraryPage({ ways, onClose }: { readonly ways: Opening; readonly onClose: () => void }) {
  const say = useWords('library');
  const shell = useWords('shell');
  const { host } = useSurroundings();
  const shown = useShownLibrary(host);
  const [above, setAbove] = useState<'settings' | 'team' | 'palette' | null>(null);
  const go = useWords('commands');
  const ofEveryView = useWindowCommands({
    ways,
    onNew: onClose,
    onSettings: () => setAbove('settings'),
    onTeam: () => setAbove('team'),
    onPalette: () => setAbove('palette'),
  });
  const pane = { group: go('groupGo'), label: go('nextPane') };
  const commands: readonly Command[] = [
    ...ofEveryView,
    { ...pane, id: 'next-pane', shortcut: 'f6', run: () => focusNextPane(1) },
    { ...pane, id: 'previous-pane', shortcut: 'shift+f6', unlisted: true, run: () => focusNextPane(-1) },
  ];
  useShortcuts(commands);
  useEffect(() => {
    document.title = `${say('library')} · ${shell('appName')}`;
    return () => {
      document.title = shell('appName');
    };
  }, [say, shell]);
  return (
    <div className="window">
      <header className="titlebar">
        <IconButton label={say('back')} icon={ArrowLeft} onPress={onClose} />
        <div className="case">
          <h1>{say('library')}</h1>
        </div>
      </header>
      <LibraryView
        key={shown.id}
        host={shown.host}
        name={shown.name}
        leading={shown.choice}
        onReport={path => void ways.openFile(path)}
      />
      {above === 'settings' && <SettingsDialog onClose={() => setAbove(null)} />}
      {above === 'team' && <TeamDialog onClose={() => setAbove(null)} />}
      {above === 'palette' && <CommandPalette commands={commands} onClose={() => setAbove(null)} />}
    </div>
  );
}
