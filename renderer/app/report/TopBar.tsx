import {
  Archive,
  ChevronDown,
  FileText,
  FileType,
  Menu as MenuIcon,
  PanelLeft,
  PanelRight,
  Search,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { isEmptyPart } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import { useDesk, useDeskState, useSession } from '../../session/context.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';
import { fileName } from '../files/choosing.ts';

interface Props {
  readonly commands: readonly Command[];
  readonly onPalette: () => void;
}

const IN_MENU = [
  'new',
  'open',
  'sample',
  'line',
  'save',
  'save-as',
  'export-pdf',
  'package',
  'line',
  'library',
  'team',
  'settings',
  'line',
  'close',
];

/** Menu, title, where the changes are kept, the way to any command, export, and the two folds. */
export function TopBar({ commands, onPalette }: Props) {
  const say = useWords('report');
  const shell = useWords('shell');
  const desk = useDesk();
  const outlineOpen = useDeskState(state => state.outlineOpen);
  const paneOpen = useDeskState(state => state.paneOpen);
  const title = useSession(state => {
    const part = state.report.parts.find(({ key }) => key === 'title');
    return part ? textOf(part).trim() : '';
  });
  const empty = useSession(state => state.report.parts.every(isEmptyPart));
  const entries = IN_MENU.flatMap((id): (MenuEntry | 'line')[] => {
    if (id === 'line') return ['line'];
    const command = commands.find(each => each.id === id);
    if (!command) return [];
    const { label, shortcut, icon, run } = command;
    return [{ id, label, shortcut, onAction: run, ...(icon && { icon }) }];
  });
  return (
    <header className="titlebar">
      <Menu label={shell('menu')} trigger={<IconButton label={shell('menu')} icon={MenuIcon} />} entries={entries} />
      <IconButton
        label={say(outlineOpen ? 'foldOutline' : 'showOutline')}
        icon={PanelLeft}
        onPress={() => desk.setState({ outlineOpen: !outlineOpen })}
      />
      <div className="case">
        <h1 className="cut">{title || say('untitled')}</h1>
        <Kept />
      </div>
      <span className="grow" />
      <AriaButton className="search-commands" onPress={onPalette} aria-label={say('search')}>
        <Search className="icon" />
        <span className="cut">{say('search')}</span>
        <Keys of="mod+k" />
      </AriaButton>
      <Menu
        label={say('export')}
        placement="bottom end"
        trigger={
          <AriaButton className="btn sm primary" isDisabled={empty}>
            {say('export')}
            <ChevronDown className="icon" />
          </AriaButton>
        }
        entries={[
          {
            id: 'pdf',
            label: say('exportPdf'),
            note: say('exportPdfNote'),
            icon: FileText,
            onAction: () => desk.enter('export'),
          },
          {
            id: 'other',
            label: say('exportOther'),
            note: say('exportOtherNote'),
            icon: FileType,
            onAction: () => desk.enter('export', 'docx'),
          },
          'line',
          {
            id: 'package',
            label: say('exportPackage'),
            note: say('exportPackageNote'),
            icon: Archive,
            onAction: () => desk.enter('export', 'package'),
          },
        ]}
      />
      <IconButton
        label={say(paneOpen ? 'foldPane' : 'showPane')}
        icon={PanelRight}
        onPress={() => desk.setState({ paneOpen: !paneOpen })}
      />
    </header>
  );
}

/** Where the latest change is: on its way, on this computer, in the file. Only what the author asked for is read aloud. */
function Kept() {
  const say = useWords('report');
  const format = useFormat();
  const { state, at } = useSession(session => session.keeping);
  const path = useSession(session => session.path);
  const saved = state === 'file' && at !== null && path !== null;
  return (
    <>
      <KeptNow />
      <span role="status" className="unseen">
        {saved && say('savedFile', { time: format.time(at), file: fileName(path) })}
      </span>
    </>
  );
}

function KeptNow() {
  const say = useWords('report');
  const format = useFormat();
  const { state, at } = useSession(session => session.keeping);
  const isLate = useSession(session => session.isLate);
  const path = useSession(session => session.path);
  const empty = useSession(session => session.report.parts.every(isEmptyPart));
  if (state === 'failed') return <span className="kept failed">{say('notKept')}</span>;
  if (state === 'sending')
    return <span className={isLate ? 'kept failed' : 'kept'}>{say(isLate ? 'notKept' : 'saving')}</span>;
  if (at === null) {
    const file = path === null ? '' : fileName(path);
    const nowhere = say(empty ? 'notSavedYet' : 'keptHereOnly');
    const words = path === null ? nowhere : state === 'file' ? file : say('keptHere', { file });
    return (
      <span className="kept" title={words}>
        {words}
      </span>
    );
  }
  const time = format.time(at);
  const words =
    state === 'file' && path ? say('savedFile', { time, file: fileName(path) }) : say('savedHere', { time });
  return (
    <span className="kept" title={words}>
      {words}
    </span>
  );
}
