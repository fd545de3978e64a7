// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows near the view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points to its rows and cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of a row are the grid's
import { Paperclip, Quote, ShieldQuestionMark, Star } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { EntryRow } from '../../../core/library/types.ts';
import { StandingMark } from '../../panels/references/lookup/StandingMark.tsx';
import { TYPES } from '../../panels/references/types.ts';
import { type Format, useFormat } from '../../words/format.ts';
import { type Say, useWords } from '../../words/index.ts';
import { DRAGGED } from '../dragging.ts';
import type { Column } from './columns.ts';

/** One reference in the list: what its columns show, its marks, and what it is dragged as; drawn anew only where it changed. */
export const LibraryRow = memo(function LibraryRow(props: {
  readonly id: string;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly row: EntryRow | undefined;
  readonly isStale: boolean;
  readonly start: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly isHeldOver: boolean;
  readonly onDragged: (row: EntryRow) => readonly string[];
  readonly onPress: (index: number, event: MouseEvent) => void;
  readonly onOpen: (id: string) => void;
}) {
  const say = useWords('library');
  const lookup = useWords('lookup');
  const { row, index, isSelected, isCurrent } = props;
  const place = { transform: `translateY(${props.start}px)` };
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isCurrent ? 'library-row current' : 'library-row'}
      data-entry={row && !props.isStale ? row.id : undefined}
      data-drop-target={props.isHeldOver ? '' : undefined}
      style={place}
      draggable={row !== undefined && !props.isStale}
      onDragStart={event => {
        if (!row) return;
        event.dataTransfer.setData(DRAGGED, props.onDragged(row).join('\n'));
        event.dataTransfer.effectAllowed = 'copyLink';
      }}
      onClick={event => props.onPress(index, event)}
      onDoubleClick={() => row && !props.isStale && props.onOpen(row.id)}
    >
      {props.columns.map(({ id }) => (
        <Cell key={id} column={id} row={row} />
      ))}
      <span role="gridcell" className="library-marks">
        {row && (row.standing?.state ?? 'not checked') === 'not checked' && (
          <ShieldQuestionMark className="icon unchecked" aria-label={lookup('standingUnchecked')} />
        )}
        {row && row.cited > 0 && <Quote className="icon" aria-label={say('isCited', { count: row.cited })} />}
        {row?.starred && <Star className="icon starred" aria-label={say('isStarred')} />}
        {row && row.files > 0 && <Paperclip className="icon" aria-label={say('hasFile')} />}
      </span>
    </div>
  );
});

/** What a column shows of an entry; of a row that was not read yet nothing. */
function Cell({ column, row }: { readonly column: Column['id']; readonly row: EntryRow | undefined }) {
  const references = useWords('references');
  const format = useFormat();
  switch (column) {
    case 'author':
      return (
        <span role="gridcell" className={row && !row.read ? 'cut library-who unread' : 'cut library-who'}>
          {row && <bdi>{shortAuthors(row.authors, references('others')) || '—'}</bdi>}
        </span>
      );
    case 'title':
      return (
        <span role="gridcell" className="library-title">
          {row && <StandingMark standing={row.standing} />}
          {row && (
            <bdi className={row.title === '' ? 'cut quiet' : 'cut'} title={row.title}>
              {row.title || references('untitled')}
            </bdi>
          )}
        </span>
      );
    default:
      return (
        <span
          role="gridcell"
          className="second cut numeric"
          dir="auto"
          title={
            row && (column === 'journal' || column === 'tags') ? textOf(column, row, format, references) : undefined
          }
        >
          {row && textOf(column, row, format, references)}
        </span>
      );
  }
}

function textOf(
  column: Exclude<Column['id'], 'author' | 'title'>,
  row: EntryRow,
  format: Format,
  references: Say<'references'>,
): string {
  switch (column) {
    case 'year':
      return row.year === null ? '' : String(row.year);
    case 'journal':
      return row.journal;
    case 'key':
      return row.key;
    case 'tags':
      return row.tags.join(', ');
    case 'type':
      return references(TYPES.find(([id]) => id === row.type)?.[1] ?? 'typeOther');
    case 'added':
    case 'changed':
      return format.day(row[column]);
  }
}

/** "Haldane, Pires"; of more than two the first, and the others not named. */
function shortAuthors(authors: string, others: string): string {
  const names = authors.split(', ');
  return names.length > 2 ? `${names[0]} ${others}` : authors;
}
