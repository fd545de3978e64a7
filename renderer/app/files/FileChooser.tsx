import { ArrowUp, FileText, Folder } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FolderListing } from '../../../core/contract/values.ts';
import type { Problem } from '../../../core/outcome.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { EXTENSION } from '../opening.ts';
import { useSurroundings } from '../surroundings.tsx';
import { type FileQuestion, fileName, folderName, joinPath, withExtension } from './choosing.ts';
import './files.css';

interface Props {
  readonly question: FileQuestion;
  readonly onDone: (path: string | null) => void;
}

/** Where a file was chosen last: the next one is most often beside it. */
let lastFolder: string | undefined;

/** The window's own file dialog, for a host that has none: places, folders, a name, and care before replacing. */
export function FileChooser({ question: { mode, extension, suggested = '' }, onDone }: Props) {
  const say = useWords('files');
  const shell = useWords('shell');
  const choose = useChoose();
  const format = useFormat();
  const { host } = useSurroundings();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const [name, setName] = useState(suggested && fileName(suggested));
  const [replacing, setReplacing] = useState<string | null>(null);

  const goTo = useCallback(
    async (folder?: string) => {
      setReplacing(null);
      const answer = await host.call('files.list', folder === undefined ? { extension } : { folder, extension });
      if (answer.ok) setListing(answer.value);
      setTrouble(answer.ok ? null : answer.problem);
      return answer.ok;
    },
    [host, extension],
  );
  useEffect(() => {
    void goTo(lastFolder).then(isThere => isThere || goTo());
  }, [goTo]);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What is most often typed over: the name without its extension.
    const field = nameField.current;
    if (!field) return;
    const end = field.value.lastIndexOf('.');
    field.setSelectionRange(0, end < 0 ? field.value.length : end);
    field.scrollIntoView({ block: 'nearest' });
  }, []);

  const choosePath = (path: string) => {
    lastFolder = folderName(path) ?? undefined;
    onDone(path);
  };
  const accept = async () => {
    if (!listing || name.trim() === '') return;
    const full = mode === 'save' ? withExtension(name, extension) : name.trim();
    const path = joinPath(listing.folder, full);
    if (mode === 'open' || replacing === path) {
      choosePath(path);
      return;
    }
    // As it is now, and where a whole path was typed, as it is there.
    const folder = folderName(path) ?? listing.folder;
    const answer = await host.call('files.list', { folder, extension });
    if (!answer.ok) {
      setTrouble(answer.problem);
      return;
    }
    const chosen = fileName(path);
    const there = answer.value.entries.some(entry => entry.kind === 'file' && entry.name === chosen);
    if (there) setReplacing(path);
    else choosePath(path);
  };
  const enter = (path: string) => {
    const entry = listing?.entries.find(each => each.path === path);
    if (!entry) return;
    if (entry.kind === 'folder') void goTo(entry.path);
    else if (mode === 'open') choosePath(entry.path);
    else setName(entry.name);
  };
  const isCase = extension === EXTENSION;
  const title = mode === 'open' ? say(isCase ? 'openTitle' : 'chooseTitle') : say(isCase ? 'saveTitle' : 'exportTitle');

  return (
    <Dialog
      title={title}
      wide
      onClose={() => onDone(null)}
      footer={
        replacing ? (
          <>
            <Button onPress={() => setReplacing(null)}>{say('replaceNo')}</Button>
            <Button kind="primary" onPress={() => choosePath(replacing)}>
              {say('replaceYes')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => onDone(null)}>{shell('cancel')}</Button>
            <Button kind="primary" isDisabled={!listing || name.trim() === ''} onPress={accept}>
              {say(mode === 'open' ? 'open' : 'save')}
            </Button>
          </>
        )
      }
    >
      <div className="files">
        <nav aria-label={say('places')} className="files-places">
          {listing?.places.map(place => (
            <Button key={place.path} kind="plain" icon={Folder} onPress={() => void goTo(place.path)}>
              {say(place.kind)}
            </Button>
          ))}
        </nav>
        <div className="files-main">
          <div className="files-path">
            <IconButton
              label={say('up')}
              icon={ArrowUp}
              isDisabled={!listing?.parent}
              onPress={() => listing?.parent && void goTo(listing.parent)}
            />
            <span className="cut quiet" title={listing?.folder}>
              {listing?.folder ?? say('loading')}
            </span>
          </div>
          {trouble && (
            <Banner severity="error" live>
              {choose(trouble.message)} {choose(trouble.hint)}
            </Banner>
          )}
          <ListBox
            key={listing?.folder}
            className="files-list"
            dependencies={[format]}
            aria-label={say('list')}
            items={(listing?.entries ?? []).map(entry => ({ ...entry, id: entry.path }))}
            selectionMode="single"
            selectionBehavior="replace"
            autoFocus={mode === 'open' ? 'first' : false}
            onSelectionChange={keys => {
              const entry = listing?.entries.find(each => keys !== 'all' && keys.has(each.path));
              if (entry?.kind === 'file') setName(entry.name);
            }}
            onAction={key => enter(String(key))}
            renderEmptyState={() => <p className="quiet files-none">{listing && say('empty', { extension })}</p>}
          >
            {entry => (
              <ListBoxItem id={entry.id} textValue={entry.name} className="menu-item">
                {entry.kind === 'folder' ? <Folder className="icon" /> : <FileText className="icon" />}
                <span className="cut files-name">{entry.name}</span>
                <small className="quiet">{format.moment(entry.at)}</small>
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </div>
      {mode === 'save' && (
        <Field
          label={say('name')}
          value={name}
          onChange={text => {
            setName(text);
            setReplacing(null);
            setTrouble(null);
          }}
          onEnter={accept}
          autoFocus
          inputRef={nameField}
        />
      )}
      {replacing && (
        <Banner severity="warning" live>
          {say('replace', { name: fileName(replacing) })}
        </Banner>
      )}
    </Dialog>
  );
}
