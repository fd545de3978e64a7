import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import type { useAdding } from '../incoming/Adding.tsx';
import { conditions } from './filters.ts';
import type { Looking } from './looking.ts';

/** In place of the list while the library has nothing at all: how something comes into it. */
export function EmptyLibrary({ adding }: { readonly adding: ReturnType<typeof useAdding> }) {
  const say = useWords('library');
  const online = useWords('lookup');
  return (
    <div className="blank">
      <h2>{say('none')}</h2>
      <p>{say('noneHint')}</p>
      <div className="blank-actions">
        <Button onPress={adding.chooseFiles}>{say('fromFile')}</Button>
        <Button onPress={adding.paste}>{say('fromText')}</Button>
        <Button onPress={() => adding.ask('identifier')}>{online('byIdentifier')}</Button>
      </div>
    </div>
  );
}

/** What is said where a shelf has nothing on it. */
const EMPTY = {
  starred: 'noneStarred',
  unread: 'noneUnread',
  unfiled: 'noneUnfiled',
  noticed: 'noneNoticed',
  trash: 'noneTrash',
  collection: 'noneCollection',
} as const;

/** In place of the list where it has no row: why. */
export function NothingFound({ words, filter, shelf }: Pick<Looking, 'words' | 'filter' | 'shelf'>) {
  const say = useWords('library');
  return (
    <p className="library-none quiet">
      {say(
        words.trim() !== ''
          ? 'noMatch'
          : conditions(filter) > 0
            ? 'noneFiltered'
            : (EMPTY[shelf.kind as keyof typeof EMPTY] ?? 'noneHere'),
      )}
    </p>
  );
}
