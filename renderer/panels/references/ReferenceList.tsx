import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { Reference } from '../../../core/report/types.ts';
import { useWords } from '../../words/index.ts';

/** Of a row before it is measured (CSS pixels). */
const USUAL_HEIGHT = 86;

interface Props {
  readonly references: readonly Reference[];
  readonly row: (reference: Reference) => ReactNode;
}

/** Rows near the view only: hundreds of references cost no more than a few. */
export function ReferenceList({ references, row }: Props) {
  const say = useWords('references');
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: references.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: index => references[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <div ref={scroller} className="references-list">
      {references.length === 0 && <p className="quiet">{say('noMatch')}</p>}
      <ul aria-label={say('list')} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const reference = references[index];
          if (!reference) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="reference"
              aria-setsize={references.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row(reference)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
