/** Commands of an open report. */
import {
  Archive,
  BookOpen,
  ChartLine,
  CircleCheck,
  Eye,
  FileInput,
  FileOutput,
  Image,
  LibraryBig,
  Newspaper,
  PanelLeft,
  PanelRight,
  Printer,
  Redo2,
  Save,
  SaveAll,
  Search,
  Undo2,
  Users,
  X,
} from 'lucide-react';
import { useRef } from 'react';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { goToPlace } from '../../session/going.ts';
import type { Undone } from '../../session/timeline.ts';
import { useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';
import { notify } from '../notices/notices.ts';
import { focusNextPane, focusTools } from './focus.ts';

interface Needs {
  readonly onSave: (elsewhere: boolean) => void;
  readonly onClose: () => void;
}

/** Save, export, undo, panes, points to see, zoom. */
export function useReportCommands({ onSave, onClose }: Needs): readonly Command[] {
  const say = useWords('commands');
  const library = useWords('library');
  const desk = useDesk();
  const session = useOpenSession();
  const lastFinding = useRef(-1);

  // Asked when a command is shown or run: a window drawn anew whenever they change would be felt in typing.
  const now = () => session.store.getState();

  const nextFinding = () => {
    const { findings } = now();
    if (findings.length === 0) {
      desk.open('checks');
      return;
    }
    lastFinding.current = (lastFinding.current + 1) % findings.length;
    desk.show('text');
    desk.open('checks');
    const finding = findings[lastFinding.current];
    if (finding) requestAnimationFrame(() => goToPlace(session.editor, finding.place));
  };
  /** What happened where one is not looking is told. */
  const tellUndone = (how: 'undone' | 'redone', undone: Undone | null) => {
    if (undone === null || (undone.inText && desk.getState().centre === 'text')) return;
    notify({ severity: 'note', title: say(how, { label: undone.label }), about: 'undo' });
  };
  const toggle = (side: 'outlineOpen' | 'paneOpen') => desk.setState(state => ({ [side]: !state[side] }));

  const file = say('groupFile');
  const edit = say('groupEdit');
  const view = say('groupView');
  const go = say('groupGo');
  return [
    { id: 'save', group: file, label: say('save'), shortcut: 'mod+s', icon: Save, run: () => onSave(false) },
    {
      id: 'save-as',
      group: file,
      label: say('saveAs'),
      shortcut: 'mod+shift+s',
      icon: SaveAll,
      run: () => onSave(true),
    },
    {
      id: 'export-pdf',
      group: file,
      label: say('exportPdf'),
      shortcut: 'mod+shift+e',
      icon: FileOutput,
      also: 'PDF',
      run: () => desk.enter('export'),
    },
    {
      id: 'print',
      group: file,
      label: say('print'),
      shortcut: 'mod+p',
      icon: Printer,
      // What is printed is the page, not the window.
      run: () => desk.enter('export', 'pdf'),
    },
    {
      id: 'export-other',
      group: file,
      label: say('exportOther'),
      icon: FileOutput,
      also: 'Word DOCX HTML JATS LaTeX Markdown',
      run: () => desk.enter('export', 'docx'),
    },
    {
      id: 'package',
      group: file,
      label: say('package'),
      icon: Archive,
      also: 'zip',
      run: () => desk.enter('export', 'package'),
    },
    {
      id: 'review',
      group: file,
      label: say('review'),
      icon: FileInput,
      also: 'docx co-authors coauteurs',
      run: () => desk.enter('review'),
    },
    { id: 'close', group: file, label: say('closeReport'), icon: X, run: onClose },
    {
      id: 'undo',
      group: edit,
      get label() {
        const label = now().undoLabel;
        return label ? say('undoThis', { label }) : say('undo');
      },
      shortcut: 'mod+z',
      notInFields: true,
      icon: Undo2,
      get isDisabled() {
        // Over the case stands the library, which has an undo of its own.
        return desk.getState().centre === 'library' || now().undoLabel === null;
      },
      run: () => tellUndone('undone', session.undo()),
    },
    {
      id: 'redo',
      group: edit,
      get label() {
        const label = now().redoLabel;
        return label ? say('redoThis', { label }) : say('redo');
      },
      shortcut: 'mod+shift+z',
      notInFields: true,
      icon: Redo2,
      get isDisabled() {
        return desk.getState().centre === 'library' || now().redoLabel === null;
      },
      run: () => tellUndone('redone', session.redo()),
    },
    {
      id: 'find',
      group: edit,
      label: say('find'),
      shortcut: 'mod+f',
      icon: Search,
      run: () => desk.setState({ centre: 'text', finding: true }),
    },
    { id: 'text', group: go, label: say('text'), run: () => desk.show('text') },
    { id: 'timeline', group: go, label: say('timeline'), icon: ChartLine, run: () => desk.show('timeline') },
    { id: 'library', group: go, label: library('open'), icon: LibraryBig, run: () => desk.show('library') },
    { id: 'preview', group: go, label: say('preview'), icon: Eye, run: () => desk.enter('preview') },
    {
      id: 'on-page',
      group: go,
      label: say('onPage'),
      shortcut: 'mod+shift+p',
      icon: Eye,
      run: () => desk.showOnPage(),
    },
    { id: 'references', group: go, label: say('references'), icon: BookOpen, run: () => desk.enter('references') },
    { id: 'checks', group: go, label: say('checks'), icon: CircleCheck, run: () => desk.enter('checks') },
    { id: 'figures', group: go, label: say('figures'), icon: Image, run: () => desk.enter('figures') },
    { id: 'front', group: go, label: say('front'), icon: Users, run: () => desk.enter('front') },
    {
      id: 'template',
      group: file,
      label: say('template'),
      icon: Newspaper,
      also: say('templateAlso'),
      run: () => desk.enter('template'),
    },
    { id: 'next-finding', group: go, label: say('nextFinding'), shortcut: 'f8', run: nextFinding },
    { id: 'tools', group: go, label: say('tools'), shortcut: 'alt+f10', run: focusTools },
    { id: 'next-pane', group: go, label: say('nextPane'), shortcut: 'f6', run: () => focusNextPane(1) },
    {
      id: 'previous-pane',
      group: go,
      label: say('nextPane'),
      shortcut: 'shift+f6',
      unlisted: true,
      run: () => focusNextPane(-1),
    },
    { id: 'outline', group: view, label: say('outline'), icon: PanelLeft, run: () => toggle('outlineOpen') },
    { id: 'pane', group: view, label: say('pane'), icon: PanelRight, run: () => toggle('paneOpen') },
    { id: 'focus', group: view, label: say('focus'), shortcut: 'mod+shift+f', run: () => desk.toggleFocus() },
    { id: 'zoom-in', group: view, label: say('zoomIn'), run: () => desk.zoomBy(1) },
    { id: 'zoom-out', group: view, label: say('zoomOut'), run: () => desk.zoomBy(-1) },
    { id: 'zoom-reset', group: view, label: say('zoomReset'), run: () => desk.zoomBy(0) },
  ];
}
