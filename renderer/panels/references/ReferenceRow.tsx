import { Ellipsis, MapPin, Pencil, Quote, RefreshCw, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { knownStanding } from '../../../core/lookup/file-notices.ts';
import type { Lacking } from '../../../core/references/complete.ts';
import type { Reference } from '../../../core/report/types.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { plainTitle, whoAndWhen } from './lines.ts';
import { StandingMark } from './lookup/StandingMark.tsx';

interface Props {
  readonly reference: Reference;
  /** As the bibliography prints it; empty where it is not cited, or the style has no numbers. */
  readonly label: string;
  readonly times: number;
  /** What it would print without; undefined where it is complete, or not printed. */
  readonly lacks?: Lacking | undefined;
  readonly onCite: () => void;
  readonly onShow: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** Where the library's entry says something else by now. */
  readonly onTakeChange?: (() => void) | undefined;
}

/** One reference: its number, who and when, what, where, and how often it is cited. */
export function ReferenceRow({ reference, label, times, lacks, ...on }: Props) {
  const { item } = reference;
  const say = useWords('references');
  const library = useWords('library');
  const choose = useChoose();
  const title = plainTitle(item) || say('untitled');
  return (
    <>
      <span className="reference-number">{label.replace(/[.\])]+$/, '').replace(/^[[(]+/, '')}</span>
      <AriaButton className="reference-main" onPress={on.onEdit} aria-label={`${say('edit')} ${title}`}>
        <b>{whoAndWhen(item, say('others'))}</b>
        <span className="second">{title}</span>
        <StandingMark standing={knownStanding(reference)} />
        {item['container-title'] && <small className="quiet">{item['container-title']}</small>}
        {lacks && (
          <small className="reference-lacks">
            {say('lacks', { what: lacks.names.map(name => choose(name)).join(', ') })}
          </small>
        )}
        {on.onTakeChange && <small className="reference-behind">{library('changedHere')}</small>}
      </AriaButton>
      <span className="reference-times quiet xs">{times > 0 ? say('times', { count: times }) : say('notCited')}</span>
      <Menu
        label={say('actions', { title })}
        placement="bottom end"
        trigger={<IconButton label={say('actions', { title })} icon={Ellipsis} />}
        entries={[
          { id: 'cite', label: say('cite'), icon: Quote, onAction: on.onCite },
          { id: 'show', label: say('show'), icon: MapPin, isDisabled: times === 0, onAction: on.onShow },
          { id: 'edit', label: say('edit'), icon: Pencil, onAction: on.onEdit },
          ...(on.onTakeChange
            ? [{ id: 'take', label: library('takeChange'), icon: RefreshCw, onAction: on.onTakeChange }]
            : []),
          'line',
          { id: 'remove', label: say('remove'), icon: Trash2, onAction: on.onRemove },
        ]}
      />
    </>
  );
}
