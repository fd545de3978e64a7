import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Editor, Node, Range, Transforms } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { notify } from '../../app/notices/notices.ts';
import { useOpenSession } from '../../session/context.tsx';
import { useResting } from '../../session/resting.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import type { CaseEditor } from '../types.ts';
import { findAll, firstFrom } from './matches.ts';
import { replaceRange } from './replacing.ts';

/** Draws the matches without touching the text's elements. */
function useHighlights(editor: CaseEditor, ranges: readonly Range[], current: number): void {
  useEffect(() => {
    if (!('highlights' in CSS)) return;
    const drawn = (range: Range): globalThis.Range[] => {
      try {
        return [ReactEditor.toDOMRange(editor, range)];
      } catch {
        return [];
      }
    };
    // More than can be seen at once would only cost time.
    CSS.highlights.set('found', new Highlight(...ranges.slice(0, 2000).flatMap(drawn)));
    const here = ranges[current];
    CSS.highlights.set('found-here', new Highlight(...(here ? drawn(here) : [])));
    return () => {
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-here');
    };
  }, [editor, ranges, current]);
}

/** A place that is in view stays where it is: a page that jumps at every letter is hard to read. */
function bringIntoView(place: HTMLElement): void {
  const frame = place.closest('.desk-scroll')?.getBoundingClientRect();
  const { top, bottom } = place.getBoundingClientRect();
  if (!frame || top < frame.top || bottom > frame.bottom) place.scrollIntoView({ block: 'center' });
}

interface Props {
  /** What is looked for at once; otherwise what is selected is put into the field. */
  readonly first: string | undefined;
  readonly onClose: () => void;
}

/** Find and replace, above the text and never over it. */
export function FindBar({ first, onClose }: Props) {
  const say = useWords('editor');
  const session = useOpenSession();
  const editor = useSlate() as CaseEditor;
  const [sought, setSought] = useState(
    () => first ?? (editor.selection ? Editor.string(editor, editor.selection).slice(0, 100) : ''),
  );
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(false);
  const [index, setIndex] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  // What is drawn follows when typing rests; what is acted on is looked for anew.
  const parts = useResting(editor.children, 150);
  const look = () => findAll(editor, sought, { matchCase, wholeWord });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is one object; its value is what changes
  const ranges = useMemo(look, [editor, parts, sought, matchCase, wholeWord]);
  const at = Math.min(index, Math.max(ranges.length - 1, 0));
  useHighlights(editor, ranges, at);

  const show = (next: number) => {
    const now = look();
    if (now.length === 0) return;
    const wrapped = (next + now.length) % now.length;
    setIndex(wrapped);
    const range = now[wrapped] as Range;
    bringIntoView(ReactEditor.toDOMNode(editor, Node.parent(editor, range.anchor.path) as never));
  };
  const isOpened = useRef(false);
  // What is typed is shown where it stands next, from the caret on; what is looked for from elsewhere, where it stands first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is sought, not for each change of the text
  useEffect(() => {
    const from = first !== undefined && !isOpened.current ? null : editor.selection;
    isOpened.current = true;
    show(from ? firstFrom(look(), Range.start(from)) : 0);
  }, [sought, matchCase, wholeWord]);
  const close = () => {
    const range = look()[at];
    if (range) Transforms.select(editor, range);
    onClose();
    ReactEditor.focus(editor);
  };
  const put = (range: Range) => replaceRange(editor, range, by);
  /** The buttons go out with the last place: a key that comes then must still be the bar's. */
  const stay = () => {
    if (look().length === 0) field.current?.focus();
  };
  const replaceOne = () => {
    const range = look()[at];
    if (range) {
      const { path, offset } = Range.start(range);
      session.transact(say('replace'), () => put(range));
      // The next one, once the text is drawn.
      setTimeout(() => show(firstFrom(look(), { path, offset: offset + by.length })));
    }
    stay();
  };
  const replaceAll = () => {
    const now = look();
    session.transact(say('replaceAll'), () => {
      // From the end, so that earlier places stay where they are.
      for (const range of now.toReversed()) put(range);
    });
    notify({ severity: 'ok', title: say('replaced', { count: now.length }) });
    stay();
  };

  return (
    <search className="find-bar" aria-label={say('find')}>
      <form
        onSubmit={event => event.preventDefault()}
        onKeyDown={event => {
          if (event.key === 'Escape') close();
          // A form of two fields is not submitted by Enter.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement))
            return;
          event.preventDefault();
          if (event.target !== field.current) replaceOne();
          else show(event.shiftKey ? at - 1 : at + 1);
        }}
      >
        <div className="find-group">
          <input
            ref={field}
            className="field"
            type="search"
            aria-label={say('find')}
            placeholder={say('find')}
            value={sought}
            onChange={event => setSought(event.target.value)}
          />
          <ToggleButton
            className="icon-btn"
            aria-label={say('matchCase')}
            isSelected={matchCase}
            onChange={setMatchCase}
          >
            <CaseSensitive className="icon" />
          </ToggleButton>
          <ToggleButton
            className="icon-btn"
            aria-label={say('wholeWord')}
            isSelected={wholeWord}
            onChange={setWholeWord}
          >
            <WholeWord className="icon" />
          </ToggleButton>
          <span className="find-count" role="status">
            {sought === ''
              ? ''
              : ranges.length === 0
                ? say('foundNone')
                : say('found', { at: at + 1, total: ranges.length })}
          </span>
          <IconButton
            label={say('previous')}
            icon={ChevronUp}
            isDisabled={ranges.length === 0}
            onPress={() => show(at - 1)}
          />
          <IconButton
            label={say('next')}
            icon={ChevronDown}
            isDisabled={ranges.length === 0}
            onPress={() => show(at + 1)}
          />
        </div>
        <div className="find-group">
          <input
            className="field"
            aria-label={say('replaceBy')}
            placeholder={say('replaceBy')}
            value={by}
            onChange={event => setBy(event.target.value)}
          />
          <Button small kind="plain" isDisabled={ranges.length === 0} onPress={replaceOne}>
            {say('replace')}
          </Button>
          <Button small kind="plain" isDisabled={ranges.length === 0} onPress={replaceAll}>
            {say('replaceAll')}
          </Button>
        </div>
        <div className="find-close">
          <IconButton label={say('closeFind')} icon={X} onPress={close} />
        </div>
      </form>
    </search>
  );
}
