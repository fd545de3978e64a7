/** What can be done to the text at the caret: one quiet row above the sheet. */
import {
  AtSign,
  Bold,
  Columns2,
  Heading1,
  Heading2,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  PanelTop,
  Plus,
  Rows2,
  Subscript,
  Superscript,
  Trash2,
  Underline,
} from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Toolbar as AriaToolbar,
  Dialog,
  DialogTrigger,
  Popover,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Editor, type Range, Transforms } from 'slate';
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react';
import { Button, IconButton } from '../ui/Button.tsx';
import { useWords } from '../words/index.ts';
import { headingLevel, listKind, toggleHeading, toggleList } from './commands/blocks.ts';
import { takesFloats, takesVoids } from './commands/inserting.ts';
import { linkAt, marksHere, setLink, toggleMark } from './commands/marks.ts';
import { addColumn, addRow, removeColumn, removeRow, tableHere, toggleHeaderRow } from './commands/tables.ts';
import type { CaseEditor, Mark } from './types.ts';

const MARKS: readonly { mark: Mark; icon: LucideIcon }[] = [
  { mark: 'bold', icon: Bold },
  { mark: 'italic', icon: Italic },
  { mark: 'underline', icon: Underline },
  { mark: 'sup', icon: Superscript },
  { mark: 'sub', icon: Subscript },
];

function Toggle({
  label,
  icon: Icon,
  isOn,
  isDisabled,
  onPress,
}: {
  label: string;
  icon: LucideIcon;
  isOn: boolean;
  isDisabled?: boolean;
  onPress: () => void;
}) {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton
        className="icon-btn"
        aria-label={label}
        isSelected={isOn}
        isDisabled={isDisabled ?? false}
        onChange={onPress}
      >
        <Icon className="icon" />
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The place the caret was at, kept while a field of the toolbar has the focus. */
function LinkButton({ editor, isDisabled }: { readonly editor: CaseEditor; readonly isDisabled: boolean }) {
  const say = useWords('editor');
  const [place, setPlace] = useState<Range | null>(null);
  const [address, setAddress] = useState('');
  const look = () => {
    setPlace(editor.selection);
    setAddress(linkAt(editor) ?? '');
  };
  const apply = (url: string, close: () => void) => {
    if (place) Transforms.select(editor, place);
    setLink(editor, url);
    close();
    ReactEditor.focus(editor);
  };
  return (
    <DialogTrigger onOpenChange={open => open && look()}>
      <AriaButton className="icon-btn" aria-label={say('link')} isDisabled={isDisabled}>
        <Link className="icon" />
      </AriaButton>
      <Popover className="popover link-card" placement="bottom start" offset={6}>
        <Dialog aria-label={say('link')}>
          {({ close }) => (
            <form
              onSubmit={event => {
                event.preventDefault();
                apply(String(new FormData(event.currentTarget).get('address') ?? ''), close);
              }}
            >
              <input
                className="field"
                name="address"
                aria-label={say('linkAddress')}
                placeholder="https://"
                defaultValue={address}
                autoFocus
              />
              <Button kind="primary" small type="submit">
                {say('linkSet')}
              </Button>
              {address !== '' && (
                <Button kind="plain" small onPress={() => apply('', close)}>
                  {say('linkRemove')}
                </Button>
              )}
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function TableTools({ editor }: { readonly editor: CaseEditor }) {
  const say = useWords('editor');
  const act = (command: (editor: CaseEditor) => void) => () => {
    command(editor);
    ReactEditor.focus(editor);
  };
  return (
    <fieldset className="tool-group" data-tools="table" aria-label={say('tableTools')}>
      <IconButton label={say('rowBelow')} icon={Rows2} onPress={act(at => addRow(at, 'below'))} />
      <IconButton label={say('columnRight')} icon={Columns2} onPress={act(at => addColumn(at, 'right'))} />
      <IconButton label={say('headerRow')} icon={PanelTop} onPress={act(toggleHeaderRow)} />
      <AriaButton className="btn plain sm" onPress={act(removeRow)}>
        <Trash2 className="icon" /> {say('removeRow')}
      </AriaButton>
      <AriaButton className="btn plain sm" onPress={act(removeColumn)}>
        {say('removeColumn')}
      </AriaButton>
    </fieldset>
  );
}

/** What the caret stands in, as far as the toolbar shows it. */
interface Standing {
  readonly nowhere: boolean;
  readonly marks: string;
  readonly heading: 1 | 2 | null;
  readonly list: 'bullets' | 'numbers' | null;
  readonly voids: boolean;
  readonly floats: boolean;
  readonly inTable: boolean;
}

function standingOf(editor: CaseEditor): Standing {
  const marked = marksHere(editor);
  return {
    nowhere: !editor.selection,
    marks: MARKS.filter(({ mark }) => marked[mark])
      .map(({ mark }) => mark)
      .join(' '),
    heading: headingLevel(editor),
    list: listKind(editor),
    voids: takesVoids(editor),
    floats: takesFloats(editor),
    inTable: tableHere(editor) !== null,
  };
}

const isSame = (a: Standing | null, b: Standing): boolean =>
  a !== null && (Object.keys(b) as (keyof Standing)[]).every(key => a[key] === b[key]);

/** Drawn anew only when something it shows has changed: not for every key. */
export function Toolbar() {
  const say = useWords('editor');
  const editor = useSlateStatic();
  const { nowhere, marks, heading, list, voids, floats, inTable } = useSlateSelector(standingOf, isSame, {
    deferred: true,
  });
  const marked = marks.split(' ');
  const act = (command: () => void) => () => {
    command();
    ReactEditor.focus(editor);
  };
  /** Types the sign that opens a picker, with a space before it where a word stands there. */
  const sign = (text: '@' | '/') =>
    act(() => {
      const before = editor.selection && Editor.before(editor, editor.selection.anchor);
      const letter =
        before && editor.selection ? Editor.string(editor, { anchor: before, focus: editor.selection.anchor }) : '';
      Editor.insertText(editor, text === '/' && /\S/.test(letter) ? ` ${text}` : text);
    });
  return (
    <AriaToolbar className="toolbar" aria-label={say('format')}>
      <fieldset className="tool-group">
        {MARKS.map(({ mark, icon }) => (
          <Toggle
            key={mark}
            label={say(mark)}
            icon={icon}
            isOn={marked.includes(mark)}
            isDisabled={nowhere}
            onPress={act(() => toggleMark(editor, mark))}
          />
        ))}
        <LinkButton editor={editor} isDisabled={nowhere} />
      </fieldset>
      <fieldset className="tool-group">
        <Toggle
          label={say('heading')}
          icon={Heading1}
          isOn={heading === 1}
          isDisabled={nowhere}
          onPress={act(() => toggleHeading(editor, 1))}
        />
        <Toggle
          label={say('subheading')}
          icon={Heading2}
          isOn={heading === 2}
          isDisabled={nowhere}
          onPress={act(() => toggleHeading(editor, 2))}
        />
        <Toggle
          label={say('bullets')}
          icon={List}
          isOn={list === 'bullets'}
          isDisabled={nowhere}
          onPress={act(() => toggleList(editor, false))}
        />
        <Toggle
          label={say('numbers')}
          icon={ListOrdered}
          isOn={list === 'numbers'}
          isDisabled={nowhere}
          onPress={act(() => toggleList(editor, true))}
        />
      </fieldset>
      <fieldset className="tool-group">
        <IconButton label={say('cite')} icon={AtSign} isDisabled={nowhere || !voids} onPress={sign('@')} />
        <IconButton label={say('insert')} icon={Plus} isDisabled={nowhere || !(floats || voids)} onPress={sign('/')} />
      </fieldset>
      {inTable && <TableTools editor={editor} />}
    </AriaToolbar>
  );
}
