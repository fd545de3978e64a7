import { useEffect, useRef, useState } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import { momentLabel } from '../../../core/timeline/moment.ts';
import { formatValue } from '../../../core/timeline/value.ts';
import { useOpenSession } from '../../session/context.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useWords } from '../../words/index.ts';
import type { CaseEditor } from '../types.ts';
import { AtCaret } from './AtCaret.tsx';
import { type Offer, offerAt } from './offering.ts';
import { quoteOf } from './quoting.ts';

/** So long (milliseconds) after the last key a number is looked for: never while one types. */
const PAUSE = 350;

/** Puts the value in the place of the number that was typed; the caret stays where it is. */
export function acceptOffer(editor: CaseEditor, { range, series, point, withUnit }: Offer): void {
  const caret = editor.selection && Editor.pointRef(editor, editor.selection.anchor);
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: range });
    Transforms.insertNodes(editor, quoteOf(series.id, point.id, withUnit ? 'value-unit' : 'value'), {
      at: range.anchor,
    });
  });
  const back = caret?.unref();
  if (back) Transforms.select(editor, back);
}

/** A line below a number that a series holds, to make it a quoted value. It takes no focus and no key but its own. */
export function QuoteOffer({ changed }: { readonly changed: { listen(listener: () => void): () => void } }) {
  const say = useWords('editor');
  const editor = useSlateStatic() as CaseEditor;
  const session = useOpenSession();
  const [offer, setOffer] = useState<Offer | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const stop = changed.listen(() => {
      clearTimeout(timer.current);
      setOffer(null);
      timer.current = setTimeout(() => setOffer(offerAt(editor, session.store.getState().report)), PAUSE);
    });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [changed, editor, session]);

  useEffect(() => {
    if (!offer) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOffer(null);
      else if (event.key === '.' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        session.transact(say('quote'), () => acceptOffer(editor, offer));
        setOffer(null);
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [offer, editor, session, say]);

  if (!offer) return null;
  const { report } = session.store.getState();
  const { series, point } = offer;
  return (
    <AtCaret range={offer.range} className="picker quoting">
      <button
        type="button"
        className="pick one-line"
        tabIndex={-1}
        onMouseDown={event => event.preventDefault()}
        onClick={() => {
          session.transact(say('quote'), () => acceptOffer(editor, offer));
          setOffer(null);
        }}
      >
        {say('quoteThis', {
          value: `${series.analyte} ${formatValue(point, series, report.language, 'value-unit')}`,
          moment: momentLabel(point.at, report.time, report.language),
        })}{' '}
        <Keys of="mod+." />
      </button>
    </AtCaret>
  );
}
