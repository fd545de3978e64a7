import { Columns3, ListFilter, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import { useSurroundings } from '../../app/surroundings.tsx';
import { TYPES } from '../../panels/references/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useWords } from '../../words/index.ts';
import { COLUMNS, type Column, columnsOf, toggledColumn, usualWidth, widthsOf, withWidth } from './columns.ts';
import { conditions, type Filter, NO_FILTER } from './filters.ts';

/** Narrows the list by type, years and marks. */
export const FilterPanel = memo(function FilterPanel({
  filter,
  onFilter,
}: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const say = useWords('library');
  const references = useWords('references');
  const set = <Name extends keyof Filter>(name: Name) => ({
    value: filter[name],
    onChange: (value: Filter[Name]) => onFilter({ ...filter, [name]: value }),
  });
  const count = conditions(filter);
  return (
    <Panel label={count === 0 ? say('filter') : say('filterSet', { count })} icon={ListFilter} badge={count}>
      <h3>{say('filter')}</h3>
      <Select
        label={say('type')}
        value={filter.type === '' ? 'any' : filter.type}
        onChange={type => onFilter({ ...filter, type: type === 'any' ? '' : type })}
        options={[
          { id: 'any', label: say('anyType') },
          ...TYPES.map(([id, key]) => ({ id: id as string, label: references(key) })),
        ]}
      />
      <div className="pair">
        <Field label={say('yearFrom')} inputMode="numeric" {...set('from')} />
        <Field label={say('yearTo')} inputMode="numeric" {...set('to')} />
      </div>
      <Tick {...set('unread')}>{say('onlyUnread')}</Tick>
      <Tick {...set('starred')}>{say('onlyStarred')}</Tick>
      <Tick {...set('withFile')}>{say('onlyWithFile')}</Tick>
      <Button small isDisabled={filter === NO_FILTER} onPress={() => onFilter(NO_FILTER)}>
        {say('filterClear')}
      </Button>
    </Panel>
  );
});

/** By so much a press makes a column wider or narrower (CSS pixels). */
const STEP = 24;

/** Chooses what the list shows of each reference, and how wide. */
export const ColumnsPanel = memo(function ColumnsPanel() {
  const say = useWords('library');
  const { settings, changeSettings } = useSurroundings();
  const shown = new Set(columnsOf(settings.libraryColumns).map(({ id }) => id));
  const widths = widthsOf(settings.libraryWidths);
  const widen = (column: Column, by: number) => {
    const now = widths.get(column.id) ?? usualWidth(column, window.innerWidth);
    changeSettings({ libraryWidths: withWidth(settings.libraryWidths, column.id, now + by) });
  };
  return (
    <Panel label={say('columns')} icon={Columns3}>
      <h3>{say('columns')}</h3>
      <div className="column-choices">
        {COLUMNS.map(column => {
          const { id, label } = column;
          return (
            <div key={id}>
              <Tick
                value={shown.has(id)}
                isDisabled={id === 'title'}
                onChange={() => changeSettings({ libraryColumns: toggledColumn(settings.libraryColumns, id) })}
              >
                {say(label)}
              </Tick>
              {id !== 'title' && shown.has(id) && (
                <>
                  <IconButton
                    label={say('narrower', { column: say(label) })}
                    icon={Minus}
                    onPress={() => widen(column, -STEP)}
                  />
                  <IconButton
                    label={say('wider', { column: say(label) })}
                    icon={Plus}
                    onPress={() => widen(column, STEP)}
                  />
                </>
              )}
            </div>
          );
        })}
      </div>
      <p className="quiet xs">{say('widthHint')}</p>
      <Button small isDisabled={widths.size === 0} onPress={() => changeSettings({ libraryWidths: '' })}>
        {say('usualWidths')}
      </Button>
    </Panel>
  );
});
