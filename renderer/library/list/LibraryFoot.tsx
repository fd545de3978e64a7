import { Keys } from '../../ui/Keys.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';

interface Props {
  /** References in the list; null while the library opens, absent where another thing stands in its place. */
  readonly total: number | null | undefined;
  readonly selected: number;
  /** What Enter does with a row; null where there are none. */
  readonly enter: 'keyCite' | 'keyEdit' | null;
}

/** Below the list: how many there are, how many are selected, and the keys that act on them. */
export function LibraryFoot({ total, selected, enter }: Props) {
  const say = useWords('library');
  const format = useFormat();
  return (
    <footer className="library-foot">
      <span role="status">
        {total === null
          ? say('opening')
          : total !== undefined && say('sorted', { count: total, formatted: format.number(total) })}
      </span>
      {/* One is told by its row: how many there are is said from two on. */}
      <span role="status">
        {selected > 1 && say('selected', { count: selected, formatted: format.number(selected) })}
      </span>
      {selected === 1 && <span>{say('selected', { count: 1 })}</span>}
      <span className="grow" />
      {enter !== null && (
        <>
          <span>
            <Keys of="↵" /> {say(enter)}
          </span>
          <span>
            <Keys of="mod+d" /> {say('keyStar')}
          </span>
        </>
      )}
    </footer>
  );
}
