import { Globe } from 'lucide-react';
import { useEffect } from 'react';
import { knownStanding } from '../../../core/lookup/file-notices.ts';
import type { Reference } from '../../../core/report/types.ts';
import { isCandidate } from '../../library/case/candidates.ts';
import { StandingMark } from '../../panels/references/lookup/StandingMark.tsx';
import { useSession } from '../../session/context.tsx';
import { KeyHints } from '../../ui/Keys.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { useWords } from '../../words/index.ts';
import { AtCaret } from './AtCaret.tsx';
import { hits } from './matching.ts';
import { OnlineState, SERVICE_NAMES } from './OnlineState.tsx';
import { asksOnline, isFoundOnline, type OnlineSearch } from './online.ts';
import { PickOption } from './PickOption.tsx';
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
  online,
  instead,
  onPick,
}: {
  readonly picker: Picker<Reference>;
  readonly online: OnlineSearch;
  /** The words that were looked for instead of those typed; null where these were found. */
  readonly instead: string | null;
  readonly onPick: (reference: Reference) => void;
}) {
  const say = useWords('editor');
  const library = useWords('library');
  const bibliography = useSession(state => state.citations.bibliography);
  const { query, items, index } = picker;
  const text = query?.text ?? '';
  const here = items.filter(item => !asksOnline(item)).length;
  const pointed = picker.optionId(index);
  useEffect(() => {
    if (picker.isOpen) document.getElementById(pointed)?.scrollIntoView({ block: 'nearest' });
  }, [picker.isOpen, pointed]);
  return (
    <>
      <div role="status" className="unseen">
        {query &&
          [instead !== null && library('instead', { words: instead }), say('citeCount', { count: here })]
            .filter(Boolean)
            .join(' ')}
      </div>
      {query && (
        <AtCaret range={query.range} className="picker">
          {here === 0 && online.answered === null && <p className="pick-none">{say('citeNone')}</p>}
          {instead !== null && <p className="pick-none">{library('instead', { words: instead })}</p>}
          <div role="listbox" id={picker.id} aria-label={say('citePick')}>
            {items.map((reference, at) => {
              if (asksOnline(reference))
                return (
                  <PickOption
                    key={reference.id}
                    picker={picker}
                    at={at}
                    className="pick pick-ask"
                    onPick={() => onPick(reference)}
                  >
                    <Globe className="icon" />
                    {say('onlineAsk', { service: SERVICE_NAMES[reference.asks], words: text.trim() })}
                  </PickOption>
                );
              const entry = bibliography.findIndex(({ reference: id }) => id === reference.id);
              return (
                <PickOption
                  key={reference.id}
                  picker={picker}
                  at={at}
                  className="pick"
                  onPick={() => onPick(reference)}
                >
                  <span className="who">
                    <Marked text={authorsOf(reference.item)} query={text} />
                  </span>
                  <span className="marks">
                    {isCandidate(reference) && <span className="badge">{library('fromLibrary')}</span>}
                    {entry >= 0 && (
                      <span className="badge accent">
                        {say('cited', { label: bibliography[entry]?.label.replace(/[.\s[\]()]+/g, '') || entry + 1 })}
                      </span>
                    )}
                    <StandingMark standing={knownStanding(reference)} />
                  </span>
                  <span className="what">
                    <Marked text={titleOf(reference.item)} query={text} />
                  </span>
                  <span className="where">{whereOf(reference.item)}</span>
                  {isFoundOnline(reference) && at === index && typeof reference.item.abstract === 'string' && (
                    <span className="abstract">
                      <RichText text={reference.item.abstract} />
                    </span>
                  )}
                </PickOption>
              );
            })}
          </div>
          <OnlineState online={online} shown={here} />
          <KeyHints
            hints={[
              ['↑ ↓', say('keyChoose')],
              ['↵', say('keyCite')],
              ['mod+↵', say('keyAdd')],
              ['Tab', say('keyDetails')],
              ['escape', say('keyClose')],
            ]}
          />
        </AtCaret>
      )}
    </>
  );
}
