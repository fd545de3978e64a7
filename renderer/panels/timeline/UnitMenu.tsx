import { Check, ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Series } from '../../../core/report/types.ts';
import { unitChoices } from '../../../core/timeline/shown.ts';
import { useWords } from '../../words/index.ts';

/** The unit that a series is shown in wherever it is read: its own, or one that its values go over into. Nothing where there is none. */
export function UnitMenu(props: {
  readonly series: Series;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChoose: (unit: string) => void;
}) {
  const say = useWords('timeline');
  const { series, isOpen, onOpen, onChoose } = props;
  const units = useMemo(() => unitChoices(series), [series]);
  if (units.length < 2) return null;
  const current = series.shownUnit ?? series.unit;
  const label = say('unitOf', { analyte: series.analyte });
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <AriaButton excludeFromTabOrder className="icon-btn unit-btn" aria-label={label}>
        <ChevronDown className="icon small" />
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={6}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current]}
          onAction={key => onChoose(String(key))}
        >
          {units.map(unit => (
            <MenuItem key={unit} id={unit} textValue={unit} className="menu-item">
              <span className="grow">
                {unit}
                {unit === series.unit && <small>{say('unitMeasured')}</small>}
              </span>
              {unit === current && <Check className="icon" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
