import { useVirtualizer } from '@tanstack/react-virtual';
import { LibraryBig, Plus, Quote } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { EntryRow } from '../../../core/library/types.ts';
import { StandingMark } from '../../panels/references/lookup/StandingMark.tsx';
import { type ShownLibrary, useShownLibrary } from '../../panels/team/whose.tsx';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';
import { settled, useRevision, useRows } from '../asking.ts';
import { DRAGGED } from '../dragging.ts';
import { useTaking } from './CaseLibrary.tsx';
import { wholeEntries } from './whole.ts';

/** Of a row (CSS pixels). */
const HEIGHT = 76;

/** The library beside the text: searched, added to the case, cited, dragged into the text. */
export function CompactLibrary() {
  const shown = useShownLibrary(useOpenSession().host);
  return <Compact key={shown.id} {...shown} />;
}

function Compact({ host, choice }: ShownLibrary) {
  const say = useWords('library');
  const desk = useDesk();
  const take = useTaking();
  const revision = useRevision(host);
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const query = useMemo(() => (words.trim() === '' ? {} : { text: words }), [words]);
  const rows = useRows(host, query, revision);
  const isStale = rows.stale || words !== text;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 6,
  });
  const items = list.getVirtualItems();
  const { want } = rows;
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    want(first, last);
  }, [want, first, last]);
  const takeOne = async (id: string, cite: boolean) => {
    const answer = await settled(wholeEntries(host, [id]));
    if (answer.ok) take(answer.value, cite);
  };
  return (
    <>
      {choice}
      <div className="references-tools">
        <SearchField label={say('searchLabel')} value={text} onChange={setText} />
        <Button icon={LibraryBig} onPress={() => desk.show('library')}>
          {say('library')}
        </Button>
      </div>
      {rows.instead !== null && <p className="quiet xs">{say('instead', { words: rows.instead })}</p>}
      <div ref={scroller} className="references-list">
        {rows.total === 0 && !rows.waiting && <p className="quiet">{say(words.trim() === '' ? 'none' : 'noMatch')}</p>}
        <ul
          aria-label={say('references')}
          aria-busy={isStale}
          className={isStale ? 'library-stale' : ''}
          style={{ height: list.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const row = rows.row(index);
            return (
              <li
                key={index}
                className="library-compact"
                aria-setsize={rows.total}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
                draggable={row !== undefined && !isStale}
                onDragStart={event => {
                  if (row) event.dataTransfer.setData(DRAGGED, row.id);
                }}
              >
                {row && <Entry row={row} isStale={isStale} onTake={cite => void takeOne(row.id, cite)} />}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function Entry(props: {
  readonly row: EntryRow;
  /** What is shown is of the words before: nothing is taken from it. */
  readonly isStale: boolean;
  readonly onTake: (cite: boolean) => void;
}) {
  const { row, isStale, onTake } = props;
  const say = useWords('library');
  const references = useWords('references');
  const title = row.title || references('untitled');
  return (
    <>
      <div>
        <span className="library-compact-who">
          <StandingMark standing={row.standing} />
          <b className="cut">{[row.authors, row.year].filter(Boolean).join(', ')}</b>
        </span>
        <span className="second cut" title={title}>
          {title}
        </span>
        <small className="quiet cut">{row.journal}</small>
      </div>
      <IconButton
        label={say('actionOn', { action: say('cite'), title })}
        icon={Quote}
        isDisabled={isStale}
        onPress={() => onTake(true)}
      />
      <IconButton
        label={say('actionOn', { action: say('addToCase'), title })}
        icon={Plus}
        isDisabled={isStale}
        onPress={() => onTake(false)}
      />
    </>
  );
}
