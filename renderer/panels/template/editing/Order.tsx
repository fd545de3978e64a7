import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import type { Editing } from './TemplateEditor.tsx';

/** The order of the parts on paper. */
export function Order({ template, change }: Editing) {
  const say = useWords('template');
  const { order } = template;
  const swap = (at: number, by: 1 | -1) => {
    const [here, there] = [order[at], order[at + by]];
    if (here !== undefined && there !== undefined) change({ order: order.with(at, there).with(at + by, here) });
  };
  return (
    <ol>
      {order.map((place, at) => {
        const name = say(`place_${place}`);
        return (
          <li key={place} className="order-row">
            <span className="grow">{name}</span>
            <IconButton label={say('up', { name })} icon={ArrowUp} isDisabled={at === 0} onPress={() => swap(at, -1)} />
            <IconButton
              label={say('down', { name })}
              icon={ArrowDown}
              isDisabled={at === order.length - 1}
              onPress={() => swap(at, 1)}
            />
          </li>
        );
      })}
    </ol>
  );
}
