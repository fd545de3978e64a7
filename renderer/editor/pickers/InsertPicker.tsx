import { useWords } from '../../words/index.ts';
import { AtCaret } from './AtCaret.tsx';
import type { Choice } from './choices.ts';
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
  const { query, items, index } = picker;
  if (!query) return null;
  return (
    <AtCaret range={query.range} className="picker inserting">
      {items.length === 0 && <p className="pick-none">{say('insertNone')}</p>}
      <div role="listbox" id={picker.id} aria-label={say('insertPick')}>
        {items.map((choice, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and points here by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
          <div
            key={choice.id}
            id={picker.optionId(at)}
            role="option"
            aria-selected={at === index}
            className="pick one-line"
            onMouseDown={event => event.preventDefault()}
            onClick={() => onPick(choice)}
            onMouseMove={() => at !== index && picker.point(at)}
          >
            {choice.label}
          </div>
        ))}
      </div>
      <footer>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {say('keyChoose')}
        </span>
        <span>
          <kbd>↵</kbd> {say('insert')}
        </span>
        <span>
          <kbd>Esc</kbd> {say('keyClose')}
        </span>
      </footer>
    </AtCaret>
  );
}
