import { KeyHints } from '../../ui/Keys.tsx';
import { useWords } from '../../words/index.ts';
import { AtCaret } from './AtCaret.tsx';
import type { Choice } from './choices.ts';
import { PickOption } from './PickOption.tsx';
import type { Picker } from './usePicker.ts';

/** What can be inserted, at the caret while `/…` is typed. */
export function InsertPicker({
  picker,
  onPick,
}: {
  readonly picker: Picker<Choice>;
  readonly onPick: (choice: Choice) => void;
}) {
  const say = useWords('editor');
  const { query, items } = picker;
  if (!query) return null;
  return (
    <AtCaret range={query.range} className="picker inserting">
      {items.length === 0 && <p className="pick-none">{say('insertNone')}</p>}
      <div role="listbox" id={picker.id} aria-label={say('insertPick')}>
        {items.map((choice, at) => (
          <PickOption
            key={choice.id}
            picker={picker}
            at={at}
            className={at > 0 && items[at - 1]?.group !== choice.group ? 'pick one-line apart' : 'pick one-line'}
            onPick={() => onPick(choice)}
          >
            <choice.icon className="icon" />
            <span>{choice.label}</span>
          </PickOption>
        ))}
      </div>
      <KeyHints
        hints={[
          ['↑ ↓', say('keyChoose')],
          ['↵', say('keyInsert')],
          ['escape', say('keyClose')],
        ]}
      />
    </AtCaret>
  );
}
