import { Ban, Copy, Inbox, LibraryBig, type LucideIcon, MailOpen, Star, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { CollectionCount, LibraryCounts, TagCount } from '../../../core/library/types.ts';
import { useWords } from '../../words/index.ts';
import type { Work } from '../working.ts';
import { Collections } from './Collections.tsx';
import { Count } from './Count.tsx';
import type { Shelf } from './shelf.ts';
import { Tags } from './Tags.tsx';

interface Props {
  readonly host: HostClient;
  /** Whose library it is. */
  readonly name: string;
  readonly counts: LibraryCounts | null;
  readonly collections: readonly CollectionCount[];
  readonly tags: readonly TagCount[];
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  /** Tags that the list is narrowed to. */
  readonly chosenTags: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
  /** How many seem to be in twice, pairs and what waits; undefined where that was not looked for. */
  readonly doubles: number | undefined;
  readonly work: Work;
}

/** The arrows go from one shelf to the next, whatever stands between them; Tab goes on as usual. */
function stepBetween(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.nav-row')];
  const at = rows.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
}

/** What the library can be narrowed to: everything, what is not filed, collections in one another, tags. */
export const LibrarySide = memo(function LibrarySide(props: Props) {
  const { host, name, counts, collections, tags, shelf, onShelf, work } = props;
  const say = useWords('library');
  const kinds: readonly [Exclude<Shelf['kind'], 'collection'>, LucideIcon, number | undefined][] = [
    ['all', LibraryBig, counts?.entries],
    ['unfiled', Inbox, counts?.unfiled],
    ['starred', Star, counts?.starred],
    ['unread', MailOpen, counts?.unread],
    ['noticed', Ban, counts?.noticed],
    ['duplicates', Copy, props.doubles],
    ['trash', Trash2, counts?.trash],
  ];
  // Mostly nothing was retracted, and nothing is to be looked for there.
  const isShown = ([kind, , count]: (typeof kinds)[number]) =>
    kind !== 'noticed' || shelf.kind === kind || Boolean(count);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go between its buttons
    <div className="library-shelves" onKeyDown={stepBetween}>
      <h2>{name}</h2>
      <ul>
        {kinds.filter(isShown).map(([kind, Icon, count]) => (
          <li key={kind}>
            <AriaButton
              className="nav-row"
              {...(shelf.kind === kind && { 'aria-current': 'page' })}
              onPress={() => onShelf({ kind })}
            >
              <Icon className="icon" />
              <span className="name">{say(kind)}</span>
              {count === undefined ? <span className="meta" /> : <Count of={count} />}
            </AriaButton>
          </li>
        ))}
      </ul>
      <Collections collections={collections} shelf={shelf} onShelf={onShelf} work={work} />
      <Tags host={host} tags={tags} chosen={props.chosenTags} onChosen={props.onTags} work={work} />
    </div>
  );
});
