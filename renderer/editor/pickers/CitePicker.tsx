import type { Reference } from '../../../core/report/types.ts';
import { isCandidate } from '../../library/candidates.ts';
import { StandingMark } from '../../panels/references/lookup/StandingMark.tsx';
import { useSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { AtCaret } from './AtCaret.tsx';
import { hits } from './matching.ts';
import { authorsOf, titleOf, whereOf } from './reference-lines.ts';
import type { Picker } from './usePicker.ts';

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  let at = 0;
  return hits(text, query).map(piece => {
    at += piece.text.length;
    return piece.hit ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
  });
}

/** References at the caret while `@…` is typed. */
export function CitePicker({
  picker,
  onPick,
}: {
  readonly picker: Picker<Reference>;
  readonly onPick: (reference: Reference) => void;
}) {
  const say = useWords('editor');
  const library = useWords('library');
  const bibliography = useSession(state => state.citations.bibliography);
  const { query, items, index } = picker;
  const text = query?.text ?? '';
  return (
    <>
      <div role="status" className="unseen">
        {query && say('citeCount', { count: items.length })}
      </div>
      {query && (
        <AtCaret range={query.range} className="picker">
          {items.length === 0 && <p className="pick-none">{say('citeNone')}</p>}
          <div role="listbox" id={picker.id} aria-label={say('citePick')}>
            {items.map((reference, at) => {
              const entry = bibliography.findIndex(({ reference: id }) => id === reference.id);
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and points here by aria-activedescendant
                // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
                <div
                  key={reference.id}
                  id={picker.optionId(at)}
                  role="option"
                  aria-selected={at === index}
                  className="pick"
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => onPick(reference)}
                  onMouseMove={() => at !== index && picker.point(at)}
                >
                  <span className="who">
                    <Marked text={authorsOf(reference.item)} query={text} />
                  </span>
                  {isCandidate(reference) && <span className="badge tagline">{library('fromLibrary')}</span>}
                  {entry >= 0 && (
                    <span className="badge accent tagline">
                      {say('cited', { label: bibliography[entry]?.label.replace(/[.\s[\]()]+/g, '') || entry + 1 })}
                    </span>
                  )}
                  <StandingMark standing={reference.standing} />
                  <span className="what">
                    <Marked text={titleOf(reference.item)} query={text} />
                  </span>
                  <span className="where">{whereOf(reference.item)}</span>
                </div>
              );
            })}
          </div>
          <footer>
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {say('keyChoose')}
            </span>
            <span>
              <kbd>↵</kbd> {say('keyCite')}
            </span>
            <span>
              <kbd>Ctrl ↵</kbd> {say('keyAdd')}
            </span>
            <span>
              <kbd>Tab</kbd> {say('keyDetails')}
            </span>
            <span>
              <kbd>Esc</kbd> {say('keyClose')}
            </span>
          </footer>
        </AtCaret>
      )}
    </>
  );
}
