import { Keys } from '../ui/Keys.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';

interface Props {
  /** References in the list; null while the library opens. */
  readonly total: number | null;
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
        {total === null ? say('opening') : say('sorted', { count: total, formatted: format.number(total) })}
      </span>
      {selected > 0 && <span>{say('selected', { count: selected, formatted: format.number(selected) })}</span>}
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
