import { Folder, Mail, MailOpen, Pencil, Plus, Star, StarOff, Trash2, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../../core/contract/contract.ts';
import { plainText } from '../../../core/library/texts.ts';
import type { Change, CollectionCount, KeptEntry, TagCount } from '../../../core/library/types.ts';
import type { Standing } from '../../../core/lookup/standing.ts';
import { labelOf } from '../../panels/references/form-rows.ts';
import { StandingMark } from '../../panels/references/lookup/StandingMark.tsx';
import { TYPES } from '../../panels/references/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { freshId } from '../asking.ts';
import type { Shelf } from '../shelves/shelf.ts';
import type { Work } from '../working.ts';
import { CitedIn } from './CitedIn.tsx';
import { EditEntry } from './EditEntry.tsx';
import { Files } from './Files.tsx';
import { History } from './History.tsx';
import { MergedInto } from './MergedInto.tsx';
import { People } from './People.tsx';
import { TakeButtons } from './TakeButtons.tsx';

interface Props {
  /** Of the library that the entry is in: the own one, or a team's. */
  readonly host: HostClient;
  readonly entry: KeptEntry;
  readonly collections: readonly CollectionCount[];
  readonly tags: readonly TagCount[];
  readonly work: Work;
  /** What is known against it; undefined where that was never asked. */
  readonly standing: Standing | undefined;
  /** Asks for it; null while that goes on. */
  readonly onCheck: (() => void) | null;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** Shows a collection, or narrows the list to a tag. */
  readonly onShelf: (shelf: Shelf) => void;
  readonly onTag: (tag: string) => void;
  /** To another entry. */
  readonly onShow: (id: string) => void;
  /** Only beside an open report. */
  readonly onTake?: ((cite: boolean) => void) | undefined;
  /** Opens a report that cites it; absent where another one is open. */
  readonly onReport?: ((path: string) => void) | undefined;
}

/** One entry, whole: what it is, where it is filed, what was noted on it; edited in place. */
export function EntryDetail(props: Props) {
  const { host, entry, standing, onCheck, collections, tags, work, editing, onEditing, onTake, onReport } = props;
  const say = useWords('library');
  const references = useWords('references');
  const lookup = useWords('lookup');
  const format = useFormat();
  const { id, item } = entry;
  const change = (field: string, value: unknown): Change => ({ entry: id, field, value });
  const apply = (label: string, ...changes: Change[]) => void work.apply(changes, label);

  if (editing) return <EditEntry key={id} entry={entry} work={work} onEnd={() => onEditing(false)} />;

  const text = (variable: string) => plainText(item[variable]);
  const pages = [
    item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? item.issued?.raw,
    [item.volume, item.issue && `(${item.issue})`].filter(Boolean).join(''),
    item.page?.replace('-', '–'),
  ];
  const doi = text('DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  const facts: readonly (readonly [name: string, value: string, address?: string | undefined])[] = [
    [references('type'), references(TYPES.find(([type]) => type === item.type)?.[1] ?? 'typeOther')],
    [references(labelOf(item.type, 'journal')), text('container-title')],
    [
      references(labelOf(item.type, 'publisher')),
      [text('publisher'), text('publisher-place')].filter(Boolean).join(', '),
    ],
    [say('published'), pages.filter(Boolean).join(', ')],
    ['DOI', doi, `https://doi.org/${encodeURI(doi)}`],
    ['PMID', text('PMID'), `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(text('PMID'))}/`],
    ['PMCID', text('PMCID'), `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(text('PMCID'))}/`],
    ['ISBN', text('ISBN')],
    [say('keywords'), text('keyword')],
    [references('url'), text('URL'), /^https?:\/\//i.test(text('URL')) ? text('URL') : undefined],
  ];
  const spoken = item.language === 'fr' || item.language === 'en' ? { lang: item.language } : {};
  const filed = collections.filter(({ id: collection, trashed }) => !trashed && entry.collections.includes(collection));
  return (
    <div className="library-detail">
      <div className="library-actions">
        {onTake && !entry.trashed && <TakeButtons onTake={onTake} />}
        <span className="library-icons">
          <IconButton
            label={say(entry.starred ? 'unstar' : 'star')}
            icon={entry.starred ? StarOff : Star}
            onPress={() => apply('star', change('starred', !entry.starred))}
          />
          <IconButton
            label={say(entry.read ? 'markUnread' : 'markRead')}
            icon={entry.read ? Mail : MailOpen}
            onPress={() => apply('read', change('read', !entry.read))}
          />
          <IconButton label={say('edit')} icon={Pencil} onPress={() => onEditing(true)} />
          <IconButton
            label={say(entry.trashed ? 'restore' : 'toTrash')}
            icon={entry.trashed ? Undo2 : Trash2}
            onPress={() =>
              void work.apply([change('trashed', !entry.trashed)], 'trash', {
                title: say(entry.trashed ? 'restored' : 'trashed', { count: 1 }),
              })
            }
          />
        </span>
      </div>
      {entry.mergedInto !== null && <MergedInto host={host} into={entry.mergedInto} onShow={props.onShow} />}
      <h2 {...spoken} dir="auto">
        {plainText(item.title) || references('untitled')}
      </h2>
      <People key={`people ${id}`} names={item.author ?? item.editor ?? []} />
      <p className="library-standing">
        <StandingMark standing={standing} always />
        {standing?.at === null && standing.state !== 'not checked' && (
          <span className="quiet xs">{lookup('standingFile')}</span>
        )}
        {standing?.at != null && standing.state === 'none' && (
          <span className="quiet xs">{lookup('standingNone', { when: format.moment(standing.at) })}</span>
        )}
        <Button kind="plain" small isDisabled={onCheck === null} onPress={() => onCheck?.()}>
          {lookup('check')}
        </Button>
      </p>
      <dl className="library-facts">
        {facts.map(
          ([name, value, address]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">
                  {address ? (
                    <a href={address} target="_blank" rel="noreferrer">
                      {value}
                    </a>
                  ) : (
                    value
                  )}
                </dd>
              </div>
            ),
        )}
        <div>
          <dt>{say('key')}</dt>
          <dd>
            <KeyField entry={entry} onKey={key => apply('key', change('key', key))} />
          </dd>
        </div>
      </dl>
      {text('abstract') && (
        <>
          <h3>{say('abstract')}</h3>
          <p className="second library-abstract" dir="auto" {...spoken}>
            <RichText text={String(item.abstract)} />
          </p>
        </>
      )}
      <h3>{say('tagsAndCollections')}</h3>
      <div className="library-chips">
        {entry.tags.map(tag => (
          <Chip
            key={tag}
            label={tag}
            show={say('showTag', { tag })}
            onShow={() => props.onTag(tag)}
            remove={say('removeTag', { tag })}
            onRemove={() => apply('tag', change(`tag.${tag}`, null))}
          />
        ))}
        {filed.map(({ id: collection, name }) => (
          <Chip
            key={collection}
            folder
            label={name}
            show={say('showIn', { name })}
            onShow={() => props.onShelf({ kind: 'collection', id: collection })}
            remove={say('leaveCollection', { name })}
            onRemove={() => apply('file', change(`collection.${collection}`, null))}
          />
        ))}
        <NewTag
          known={tags.map(({ tag }) => tag).filter(tag => !entry.tags.includes(tag))}
          onTag={tag => apply('tag', change(`tag.${tag}`, true))}
        />
        <CollectionMenu
          collections={collections.filter(each => !filed.includes(each))}
          onChosen={collection => apply('file', change(`collection.${collection}`, true))}
        />
      </div>
      <h3>{say('notes')}</h3>
      {entry.notes.map(note => (
        <NoteField
          key={note.id}
          text={note.text}
          onText={now => apply('note', change(`note.${note.id}`, now || null))}
        />
      ))}
      <NoteField
        key={`new ${entry.notes.length}`}
        text=""
        onText={now => now && apply('note', change(`note.${freshId()}`, now))}
      />
      <Files host={host} entry={entry} work={work} />
      <CitedIn host={host} cited={entry.cited} onReport={onReport} />
      <History host={host} entry={entry} collections={collections} work={work} />
    </div>
  );
}

/** A tag or collection, with the way to take it off. */
export function Chip(props: {
  readonly label: string;
  readonly folder?: boolean;
  /** Goes to it, where that can be done: the name of that, and what does it. */
  readonly show?: string;
  readonly onShow?: () => void;
  readonly remove: string;
  readonly onRemove: () => void;
}) {
  return (
    <span className="badge library-chip">
      {props.folder && <Folder className="icon" />}
      {props.onShow ? (
        <AriaButton className="library-chip-name" aria-label={props.show ?? props.label} onPress={props.onShow}>
          {props.label}
        </AriaButton>
      ) : (
        props.label
      )}
      <IconButton label={props.remove} icon={X} onPress={props.onRemove} />
    </span>
  );
}

function KeyField({ entry, onKey }: { readonly entry: KeptEntry; readonly onKey: (key: string) => void }) {
  const say = useWords('library');
  const draft = useDraft(entry.key, onKey, 'left');
  return <Field label={say('key')} quietLabel {...draft} />;
}

function NoteField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const say = useWords('library');
  const { onEnter: _, ...draft } = useDraft(text, onText, 'left');
  return (
    <Field label={say(text === '' ? 'addNote' : 'note')} quietLabel multiline placeholder={say('addNote')} {...draft} />
  );
}

/** A tag typed or chosen among those in use. */
export function NewTag({ known, onTag }: { readonly known: readonly string[]; readonly onTag: (tag: string) => void }) {
  const say = useWords('library');
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed?.trim()) onTag(typed.trim());
    setTyped(null);
  };
  if (typed === null) return <IconButton label={say('addTag')} icon={Plus} onPress={() => setTyped('')} />;
  return (
    <Field
      label={say('newTag')}
      quietLabel
      autoFocus
      placeholder={say('newTag')}
      value={typed}
      suggestions={known}
      onChange={setTyped}
      onEnter={keep}
      onBlur={keep}
    />
  );
}

/** A collection chosen among those that are there. */
export function CollectionMenu(props: {
  readonly collections: readonly CollectionCount[];
  readonly onChosen: (id: string) => void;
}) {
  const say = useWords('library');
  const shown = props.collections.filter(({ trashed }) => !trashed);
  if (shown.length === 0) return null;
  return (
    <Menu
      label={say('addCollection')}
      trigger={<IconButton label={say('addCollection')} icon={Folder} />}
      entries={shown.map(({ id, name }) => ({ id, label: name, icon: Folder, onAction: () => props.onChosen(id) }))}
    />
  );
}
