/** The sheet of paper: one editable document, set as the journal will set it. */
import {
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Editor } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { Part } from '../../core/report/document.ts';
import { tellLeftOut } from '../app/notices/left-out.ts';
import { takeEntryOver, useEntryDrop } from '../library/case/dropping.ts';
import { addFigure } from '../panels/figures/adding.ts';
import { addPastedPictures } from '../panels/figures/pasted.ts';
import { addDroppedReferences, isOfReferences } from '../panels/references/dropped.ts';
import { citeField } from '../panels/references/pasted.ts';
import type { Insertion } from '../panels/timeline/InsertDialog.tsx';
import { useDesk, useDeskState, useOpenSession, useSession } from '../session/context.tsx';
import { printedFor, takingFrom } from '../session/copying.ts';
import { useWords } from '../words/index.ts';
import { giveCaret, takeCaret } from './browser-caret.ts';
import { insertBlock, newChart, newLabTable, takesVoids } from './commands/inserting.ts';
import { directTyping } from './direct-typing.ts';
import { textDragging } from './dragging.ts';
import { FindBar } from './find/FindBar.tsx';
import { handleKey } from './keys.ts';
import { Bibliography } from './nodes/Bibliography.tsx';
import { Chunk } from './nodes/Chunk.tsx';
import { ElementNode } from './nodes/Element.tsx';
import { Leaf, TextNode } from './nodes/Leaf.tsx';
import type { Carried } from './paste/carried.ts';
import { isLarge } from './paste/large.ts';
import { imagesOf } from './paste/pasting.ts';
import { insertLarge, tellChanges, tellNothing, tellTooLong } from './paste/saying.ts';
import { ChartCard } from './pickers/ChartCard.tsx';
import { CitationCard } from './pickers/CitationCard.tsx';
import { CitePicker } from './pickers/CitePicker.tsx';
import { type Choice, choicesAt, valuesAt } from './pickers/choices.ts';
import { InsertCourse } from './pickers/InsertCourse.tsx';
import { InsertPicker } from './pickers/InsertPicker.tsx';
import { LabTableCard } from './pickers/LabTableCard.tsx';
import { best } from './pickers/matching.ts';
import { QuoteOffer } from './pickers/QuoteOffer.tsx';
import { isAsking } from './pickers/trigger.ts';
import { useCiting } from './pickers/useCiting.ts';
import { type How, type Picker, usePicker } from './pickers/usePicker.ts';
import { spareSelectionWalk } from './selection-walk.ts';
import { SheetContext } from './sheet-context.ts';
import { currentPart, isType } from './structure/places.ts';
import { Toolbar } from './Toolbar.tsx';
import type { PastedPictures } from './types.ts';
import './sheet.css';
import './tools.css';

const PLAIN: How = { more: false, details: false };

/** Needs nothing of the window around it: what that draws anew, as the name of what can be undone, leaves the text alone. */
export const Sheet = memo(function Sheet() {
  const say = useWords('editor');
  const words = useWords('pasting');
  const session = useOpenSession();
  const desk = useDesk();
  const { editor } = session;
  const language = useSession(state => state.report.language);
  const finding = useDeskState(state => state.finding);
  const sought = useDeskState(state => state.sought);
  const zoom = useDeskState(state => state.zoom);
  const [citation, setCitation] = useState<string | null>(null);
  const [chart, setChart] = useState<string | null>(null);
  const [labTable, setLabTable] = useState<string | null>(null);
  const [asking, setAsking] = useState<Insertion['type'] | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const onImages = useCallback((chosen: readonly File[]) => void addFigure(session, desk, chosen), [session, desk]);
  editor.onImages = onImages;
  editor.onPictures = useCallback((pasted: PastedPictures) => void addPastedPictures(session, pasted), [session]);
  editor.onPasted = tellChanges;
  editor.onTooLong = tellTooLong;
  const takeOthers = (others: readonly File[]) => {
    const references = others.filter(({ name }) => isOfReferences(name));
    void addDroppedReferences(session, references);
    tellLeftOut(others.filter(file => !references.includes(file)));
  };
  editor.onNothing = files => (files.length > 0 ? takeOthers(files) : tellNothing());
  editor.isLarge = isLarge;
  editor.onLarge = useCallback((data, steps) => insertLarge(session, data, steps), [session]);
  editor.onCitation = useCallback((code: string) => citeField(session, code), [session]);
  editor.onCopied = useCallback((parts: readonly Part[]) => printedFor(session, parts), [session]);
  editor.isForeign = report => report !== session.store.getState().report.id;
  editor.onForeign = useCallback((carried: Carried) => takingFrom(session, carried, words('undo')), [session, words]);
  editor.asOne = useCallback(change => session.transact(words('undo'), change), [session, words]);

  const allowed = useCallback(() => takesVoids(editor), [editor]);
  const { picker: citing, online, instead, cite } = useCiting(allowed, setCitation);
  const dropEntry = useEntryDrop();
  const dragging = useMemo(() => textDragging(editor), [editor]);
  // Files that are no images are the window's; among images they are taken or told here.
  const onDrop = (event: DragEvent) => {
    if (dragging.drop(event)) return true;
    const { dataTransfer } = event;
    if (dropEntry(event)) return true;
    const images = imagesOf(dataTransfer);
    if (dataTransfer.files.length > 0 && images.length === 0) return true;
    takeOthers([...dataTransfer.files].filter(file => !images.includes(file)));
    return false;
  };

  const choose = useCallback(
    (text: string): readonly Choice[] =>
      best(
        choicesAt({
          editor,
          state: session.store.getState(),
          say,
          onFigure: () => files.current?.click(),
          onCourse: setAsking,
        }),
        text,
        ({ label }) => label,
        9,
      ),
    [editor, session, say],
  );
  const inserting = usePicker<Choice>({
    editor,
    sign: '/',
    search: choose,
    allowed,
    pick: (choice, query) => choice.run(query.range),
  });

  const values = useCallback(
    (text: string): readonly Choice[] =>
      best(valuesAt({ editor, state: session.store.getState(), say }), text, ({ label }) => label, 9),
    [editor, session, say],
  );
  const quoting = usePicker<Choice>({
    editor,
    sign: '=',
    search: values,
    allowed,
    pick: (choice, query) => choice.run(query.range),
  });
  const changed = useMemo(changes, []);

  const look = () => {
    citing.look();
    inserting.look();
    quoting.look();
    changed.say();
    const part = currentPart(editor);
    if (part !== desk.getState().part) desk.setState({ part });
  };

  const isOpen = useRef(false);
  isOpen.current = citing.isOpen || inserting.isOpen || quoting.isOpen;
  const typing = useMemo(
    () =>
      directTyping({
        editor,
        onCaret: caret => scrollGently(editor, caret),
        needsDrawing() {
          changed.say();
          return isOpen.current || isAsking(editor);
        },
      }),
    [editor, changed],
  );
  const onDOMBeforeInput = useCallback(
    (event: InputEvent) => dragging.prevents(event) || typing.handle(event),
    [dragging, typing],
  );

  /** Enter on a citation or a quoted value opens what a press of the mouse opens. */
  const openHere = (event: KeyboardEvent): boolean => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !editor.selection) return false;
    const [here] = Editor.void(editor, { at: editor.selection.focus }) ?? [];
    if (!here || !isType(here, 'citation', 'value')) return false;
    if (here.type === 'citation') setCitation(here.id);
    else desk.show('timeline');
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Letters and deletions are given their place by the browser itself.
    if (!event.nativeEvent.isComposing && (event.key.length > 1 || event.ctrlKey || event.metaKey)) takeCaret(editor);
    if (event.key === 'Escape' && citing.isOpen && online.asked) {
      online.stop();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (
      citing.handleKey(event) ||
      inserting.handleKey(event) ||
      quoting.handleKey(event) ||
      openHere(event) ||
      handleKey(editor, event)
    ) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const actions = useMemo(
    () => ({
      openCitation: setCitation,
      openSeries: () => desk.show('timeline'),
      openFigure: (id: string) => desk.open('figures', id),
      openChart: setChart,
      openLabTable: setLabTable,
      editFront: () => desk.enter('front'),
    }),
    [desk],
  );
  const closeCard = useCallback(() => setCitation(null), []);
  const closeLabTable = useCallback(() => setLabTable(null), []);
  const closeChart = useCallback(() => setChart(null), []);
  const insertCourse = ({ type, series, lanes }: Insertion) => {
    setAsking(null);
    const [label, block] =
      type === 'chart' ? [say('insertChart'), newChart(series, lanes)] : [say('insertLabTable'), newLabTable(series)];
    session.transact(label, () => insertBlock(editor, block));
    ReactEditor.focus(editor);
  };

  const onDragStart = (event: DragEvent) => {
    dragging.start(event);
    return true;
  };

  useEffect(() => spareSelectionWalk(ReactEditor.toDOMNode(editor, editor)), [editor]);
  useEffect(() => typing.watch(ReactEditor.toDOMNode(editor, editor)), [editor, typing]);

  useEffect(() => {
    // A report that was just opened is ready to be written in.
    if (!editor.selection && !finding) ReactEditor.blur(editor);
  }, [editor, finding]);

  return (
    <SheetContext value={actions}>
      <Slate editor={editor} initialValue={editor.children} onChange={look}>
        <div className="sheet-head">
          <Toolbar />
          {finding && (
            <FindBar key={sought} first={sought} onClose={() => desk.setState({ finding: false, sought: undefined })} />
          )}
        </div>
        <div className="desk-scroll">
          <article
            className="sheet"
            data-surface="paper"
            lang={language}
            style={{ '--sheet-zoom': zoom } as CSSProperties}
          >
            <Editable
              className="text"
              aria-label={say('sheet')}
              aria-multiline="true"
              aria-autocomplete="list"
              {...pointer(citing)}
              {...pointer(inserting)}
              {...pointer(quoting)}
              role="textbox"
              spellCheck
              renderElement={ElementNode}
              renderLeaf={Leaf}
              renderText={TextNode}
              renderChunk={Chunk}
              onDOMBeforeInput={onDOMBeforeInput}
              onKeyDown={onKeyDown}
              onDragStart={onDragStart}
              onDragEnd={dragging.end}
              onDragOver={takeEntryOver}
              onDrop={onDrop}
              onFocus={() => giveCaret(editor)}
              onBlur={() => {
                citing.close();
                inserting.close();
                quoting.close();
              }}
              scrollSelectionIntoView={scrollGently}
            />
            <Bibliography />
          </article>
        </div>
        <CitePicker
          picker={citing}
          online={online}
          instead={instead}
          onPick={reference => citing.query && cite(reference, citing.query, PLAIN)}
        />
        <InsertPicker picker={inserting} onPick={choice => inserting.query && choice.run(inserting.query.range)} />
        <InsertPicker picker={quoting} onPick={choice => quoting.query && choice.run(quoting.query.range)} />
        <QuoteOffer changed={changed} />
        {citation !== null && <CitationCard key={citation} id={citation} onClose={closeCard} />}
        {chart !== null && <ChartCard key={chart} id={chart} onClose={closeChart} />}
        {labTable !== null && <LabTableCard key={labTable} id={labTable} onClose={closeLabTable} />}
        {asking && <InsertCourse only={asking} onInsert={insertCourse} onClose={() => setAsking(null)} />}
        <input
          ref={files}
          type="file"
          accept="image/png,image/jpeg,image/tiff,image/webp"
          multiple
          hidden
          onChange={event => {
            onImages([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </Slate>
    </SheetContext>
  );
});

/** Who wants to hear of changes, without the sheet being drawn anew for them. */
function changes() {
  const listeners = new Set<() => void>();
  return {
    say: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What tells a screen reader which option is current. */
function pointer<T>(picker: Picker<T>) {
  return picker.isOpen && picker.items.length > 0
    ? { 'aria-controls': picker.id, 'aria-activedescendant': picker.optionId(picker.index) }
    : {};
}

/** Brings the caret into view only where it is not: a page that jumps at every key is hard to read. */
function scrollGently(editor: ReactEditor, range: globalThis.Range): void {
  const box = range.getBoundingClientRect();
  const sheet = ReactEditor.toDOMNode(editor as never, editor as never).closest('.desk-scroll');
  if (!sheet || box.height === 0) return;
  const frame = sheet.getBoundingClientRect();
  if (box.top < frame.top + 24) sheet.scrollTop -= frame.top + 24 - box.top;
  else if (box.bottom > frame.bottom - 48) sheet.scrollTop += box.bottom - frame.bottom + 48;
}
