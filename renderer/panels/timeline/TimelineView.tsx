import { ChartLine } from 'lucide-react';
import { type DragEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Op } from '../../../core/report/ops.ts';
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import type { Target } from '../../../core/timeline/drawing/types.ts';
import { mergeAll, moveMoment, removeMoment, replacedValues, shownIn } from '../../../core/timeline/edit.ts';
import { roleOfName } from '../../../core/timeline/formats/columns.ts';
import { parseDelimited } from '../../../core/timeline/formats/delimited.ts';
import type { LabImport } from '../../../core/timeline/formats/types.ts';
import { sameMoment } from '../../../core/timeline/moment.ts';
import { momentsOf } from '../../../core/timeline/zero.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { readFile } from '../../connect/reading.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToBlock } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Later } from '../../ui/Later.tsx';
import { PasteDialog } from '../../ui/PasteDialog.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { ANALYTE, changes, FIRST_MOMENT, opsOf, type Sheet, sheetOf } from './cells.ts';
import { withColumns, withoutColumn } from './columns.ts';
import { CourseDrawing } from './course/CourseDrawing.tsx';
import { CourseParts, type PartTab, TAB_OF } from './course/CourseParts.tsx';
import { type Change, type Chosen, changed, type Kind, type Thing } from './course/changes.ts';
import { useCourse, useImages } from './course/drawn.ts';
import { MeasureDialog } from './course/MeasureDialog.tsx';
import type { View } from './course/view.ts';
import { DayZeroDialog } from './DayZeroDialog.tsx';
import { ExportDialog } from './exporting/ExportDialog.tsx';
import { followMoment } from './following.ts';
import type { GridHandle, Why } from './grid/Grid.tsx';
import type { Direction, Edit } from './grid/model.ts';
import { Head } from './Head.tsx';
import { InsertDialog, type Insertion } from './InsertDialog.tsx';
import { ImportView } from './importing/ImportView.tsx';
import type { Source } from './importing/reading.ts';
import { hasPlace, insertLabs, isUsed } from './inserting.ts';
import { LabGrid } from './LabGrid.tsx';
import { MomentDialog } from './MomentDialog.tsx';
import { inSorting, type SortBy, type Sorting, sortedSeries } from './sorting.ts';
import { canShow, isMixed } from './typed.ts';
import './timeline.css';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.ndjson,.hl7,.oru,.dat,text/csv,text/tab-separated-values';

const UNDO_OF = { value: 'undoValue', paste: 'undoPaste', clear: 'undoClear', fill: 'undoFill' } as const;

/** Frames in which a grid comes whose tab or view was only just opened. */
const COMING = 30;

/** Does something with what is drawn, once it is; where it never comes, nothing. */
function whenThere<T>(find: () => T | null, run: (there: T) => void, left = COMING): void {
  setTimeout(() => {
    const there = find();
    if (there) run(there);
    else if (left > 0) requestAnimationFrame(() => whenThere(find, run, left - 1));
  });
}

/** What is asked at the moment. */
type Asking =
  | { readonly of: 'day-zero'; readonly show: TimeSettings['show'] | null }
  | { readonly of: 'moment'; readonly moment: Moment | null }
  | { readonly of: 'insert' }
  | { readonly of: 'export'; readonly what: 'values' | 'chart' }
  | { readonly of: 'measure' }
  | { readonly of: 'paste' }
  | { readonly of: 'remove'; readonly series: Series };

/** The case over time: its drawing above, what it is made of below. `left` is how it was looked at when it was left. */
export function TimelineView({ left, onView }: { readonly left: View; readonly onView: (view: View) => void }) {
  const say = useWords('timeline');
  const language = useLanguage();
  const session = useOpenSession();
  const desk = useDesk();
  const words = useWords('course');
  const course = useCourse();
  const images = useImages();
  const { series, time } = course;
  const written = useSession(state => state.report.language);
  const moments = useMemo(() => momentsOf(course), [course]);
  const [view, showView] = useState<View>(left);
  const [tab, setTab] = useState<PartTab>('values');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [typing, setTyping] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [look, setLook] = useState<Moment | null>(null);
  const grid = useRef<GridHandle>(null);
  const file = useRef<HTMLInputElement>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [latestFirst, setLatestFirst] = useState(false);
  const sheet = useMemo(
    () => sheetOf(inSorting(series, sorting), time.columns ?? [], time, language, latestFirst),
    [series, sorting, time, language, latestFirst],
  );
  const close = useCallback(() => setAsking(null), []);
  const setView = (next: View) => {
    showView(next);
    onView(next);
  };

  const change = (ops: readonly Op[], label: string) => {
    if (ops.length > 0) session.dispatch(ops, label);
  };
  /** Ops that give the grid columns, or nothing where it has them. */
  const columnOps = (next: TimeSettings): readonly Op[] => (next === time ? [] : [{ set: 'time', value: next }]);
  const addColumns = (columns: readonly Moment[]) => change(columnOps(withColumns(time, columns)), say('undoColumn'));
  const edit = (edits: readonly Edit[], why: Why, on: Sheet, columns: readonly Moment[] = []): number => {
    const { ops, refused } = opsOf(on, edits, () => `series-${crypto.randomUUID().slice(0, 8)}`);
    change([...columnOps(withColumns(time, columns)), ...ops], say(UNDO_OF[why]));
    if (refused > 0)
      notify(
        why === 'value'
          ? { severity: 'warning', title: say('rangeNotRead'), hint: say('rangeHint') }
          : { severity: 'warning', title: say('cellsLeft', { count: refused }), hint: say('cellsLeftHint') },
      );
    return edits.length - refused;
  };
  const sort = (by: SortBy, direction: Direction | null) => {
    const rows = direction && sortedSeries(inSorting(series, sorting), { by, direction }, time, language);
    setSorting(rows && direction ? { by, direction, ids: rows.map(({ id }) => id) } : null);
  };
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    const bytes = await readFile(chosen);
    if (bytes.ok) setSource({ name: chosen.name, bytes: bytes.value });
    else notifyProblem(bytes.problem);
  };
  const takeText = (text: string) => setSource({ bytes: new TextEncoder().encode(text) });
  const takeTable = (text: string) => {
    const [head = [], ...rest] = parseDelimited(text, '\t');
    const isTable = rest.length > 0 && head.length > 1 && roleOfName(head[0] ?? '') !== null;
    if (isTable) takeText(text);
    return isTable;
  };
  const imported = (reading: LabImport) => {
    const merged = mergeAll(series, reading.series, time);
    const replaced = replacedValues(series, merged);
    change(changes(series, merged), say('undoImport'));
    notify({
      severity: 'ok',
      title: say('imported', { count: reading.values }),
      ...(replaced > 0 && { hint: say('replaced', { count: replaced }) }),
    });
    setSource(null);
  };
  const setTime = (next: TimeSettings) => change([{ set: 'time', value: next }], say('undoTime'));
  const show = (wanted: TimeSettings['show']) => {
    if (canShow(moments, time, wanted)) setTime({ ...time, show: wanted });
    else setAsking({ of: 'day-zero', show: wanted });
  };
  const remove = (one: Series) => {
    change([{ set: 'series', id: one.id, value: null }], say('undoSeries'));
    setAsking(null);
  };
  const removeRow = (row: number) => {
    const one = sheet.series[row];
    if (!one) return;
    if (isUsed(session.store.getState().report.parts, one.id)) setAsking({ of: 'remove', series: one });
    else remove(one);
  };
  const setUnit = (row: number, unit: string) => {
    const one = sheet.series[row];
    if (one && (one.shownUnit ?? one.unit) !== unit)
      change([{ set: 'series', id: one.id, value: shownIn(one, unit) }], say('undoUnit'));
  };
  /** The values of a moment and the tables that show it, as one undo step. */
  const moveValues = (after: readonly Series[], from: Moment, to: Moment | null) => {
    const columns = withoutColumn(time, from);
    // A column without a value moves as one with values does.
    const kept = to && columns !== time ? withColumns(columns, [to]) : columns;
    const ops = [...changes(series, after), ...columnOps(kept)];
    const label = say(to ? 'undoMoment' : 'undoClear');
    if (ops.length > 0)
      session.transact(label, () => {
        session.dispatch(ops, label);
        followMoment(session.editor, from, to, time);
      });
  };
  const saveMoment = (before: Moment | null, moment: Moment) => {
    setAsking(null);
    if (!before) addColumns([moment]);
    else
      moveValues(
        series.map(one => moveMoment(one, before, moment, time)),
        before,
        moment,
      );
  };
  const dropMoment = (moment: Moment) => {
    setAsking(null);
    moveValues(
      series.map(one => removeMoment(one, moment, time)),
      moment,
      null,
    );
  };
  const insert = (insertion: Insertion) => {
    setAsking(null);
    const id = insertLabs(session, insertion, say(insertion.type === 'chart' ? 'undoChart' : 'undoTable'));
    goInText(desk, () => id && goToBlock(session.editor, id));
  };
  const choose = (next: Chosen | null) => {
    setChosen(next);
    if (!next) return;
    setTab(TAB_OF[next.of]);
    if (view.tables) setView({ ...view, tables: false });
  };
  const begin = (of: Kind) => {
    setTyping(true);
    choose({ of, id: null });
  };
  const dispatch = ({ op, label }: Change) => change([op], words(label));
  const focusCell = (row: number, at: Moment | null) => {
    setTab('values');
    const column = at ? sheet.moments.findIndex(each => sameMoment(each, at, time)) : -1;
    whenThere(
      () => grid.current,
      each => each.focusCell(row, column < 0 ? FIRST_MOMENT : FIRST_MOMENT + column),
    );
  };
  const open = ({ of, id, point }: Target) => {
    if (of === 'image') desk.open('figures', id.split('/')[0]);
    else if (of === 'point') {
      const row = sheet.series.findIndex(one => one.id === id);
      focusCell(row, sheet.series[row]?.points.find(each => each.id === point)?.at ?? null);
    } else choose({ of: of === 'dose' ? 'treatment' : of, id });
  };
  const onDrop = (event: DragEvent) => {
    const dropped = event.dataTransfer.files[0];
    if (!dropped || dropped.name.endsWith('.casereport')) return;
    event.preventDefault();
    void takeFile(dropped);
  };
  const startTyping = () => {
    setTyping(true);
    setTab('values');
    whenThere(
      () => grid.current,
      each => each.focusCell(series.length, ANALYTE),
    );
  };

  const isEmpty = moments.length === 0 && series.length === 0 && !typing;

  const dialogs = (
    <>
      <input
        ref={file}
        type="file"
        hidden
        accept={ACCEPTED}
        data-purpose="lab-results"
        onChange={event => {
          void takeFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {asking?.of === 'day-zero' && (
        <DayZeroDialog
          course={course}
          show={asking.show}
          onClose={close}
          onSave={next => {
            setAsking(null);
            setTime(next);
          }}
        />
      )}
      {asking?.of === 'measure' && (
        <MeasureDialog
          series={series}
          language={written}
          onClose={close}
          onAdd={value => {
            setAsking(null);
            change([{ set: 'series', id: value.id, value }], words('undoMeasure'));
            setTyping(true);
            focusCell(series.length, null);
          }}
        />
      )}
      {asking?.of === 'moment' && (
        <MomentDialog
          moment={asking.moment}
          others={sheet.moments}
          time={time}
          onClose={close}
          onSave={moment => saveMoment(asking.moment, moment)}
          onRemove={() => asking.moment && dropMoment(asking.moment)}
        />
      )}
      {asking?.of === 'insert' && (
        <InsertDialog
          course={course}
          hasImages={images.length > 0}
          atCaret={hasPlace(session)}
          onInsert={insert}
          onClose={close}
        />
      )}
      {asking?.of === 'export' && (
        <ExportDialog of={asking.what} course={course} hasImages={images.length > 0} view={view} onClose={close} />
      )}
      {asking?.of === 'paste' && (
        <PasteDialog
          title={say('pasteTitle')}
          field={say('pasteField')}
          note={say('pasteNote')}
          accept={say('pasteRead')}
          onClose={close}
          onText={text => {
            setAsking(null);
            takeText(text);
          }}
        />
      )}
      {asking?.of === 'remove' && (
        <Dialog
          alert
          title={say('usedTitle', { analyte: asking.series.analyte })}
          onClose={close}
          footer={
            <>
              <Button onPress={close}>{say('cancel')}</Button>
              <Button danger onPress={() => remove(asking.series)}>
                {say('removeAnyway')}
              </Button>
            </>
          }
        >
          <p className="second">{say('usedHint')}</p>
        </Dialog>
      )}
    </>
  );

  if (source)
    return (
      <ImportView
        key={source.name ?? ''}
        source={source}
        time={time}
        onDone={imported}
        onCancel={() => setSource(null)}
      />
    );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere on it; the menu does the same by keyboard
    <div className="timeline" onDrop={onDrop} onDragOver={event => event.preventDefault()}>
      <Head
        time={time}
        isEmpty={isEmpty}
        onZero={() => setAsking({ of: 'day-zero', show: null })}
        onShow={show}
        onFile={() => setTimeout(() => file.current?.click())}
        onPaste={() => setAsking({ of: 'paste' })}
        onAnalyte={startTyping}
        onMeasure={() => setAsking({ of: 'measure' })}
        onThing={begin}
        onMoment={() => setAsking({ of: 'moment', moment: null })}
        onInsert={() => setAsking({ of: 'insert' })}
        onExport={what => setAsking({ of: 'export', what })}
      />
      {isEmpty ? (
        <div className="blank">
          <ChartLine className="icon large" />
          <h3>{say('none')}</h3>
          <p>{say('noneHint')}</p>
          <div className="blank-actions">
            <Button onPress={() => file.current?.click()}>{say('fromFile')}</Button>
            <Button onPress={() => setAsking({ of: 'paste' })}>{say('fromText')}</Button>
            <Button onPress={startTyping}>{say('typeThem')}</Button>
          </div>
        </div>
      ) : (
        <div className="timeline-body">
          {isMixed(moments, time) && (
            <div className="timeline-banner">
              <Banner
                severity="warning"
                actions={
                  <Button small onPress={() => setAsking({ of: 'day-zero', show: time.show })}>
                    {say('setDayZero')}
                  </Button>
                }
              >
                {say('mixed')}
              </Banner>
            </div>
          )}
          <Group orientation="vertical" className="course-halves">
            <Panel id="drawing" minSize={120}>
              <Later frames={1}>
                <CourseDrawing
                  course={course}
                  images={images}
                  view={view}
                  onView={setView}
                  look={look}
                  onOpen={open}
                  onChange={op => dispatch(changed(op.set as Kind, op.value as Thing))}
                />
              </Later>
            </Panel>
            <Separator id="drawing-edge" className="edge course-edge" aria-label={words('resize')} />
            <Panel id="parts" defaultSize="46%" minSize={200}>
              <Later frames={2}>
                <CourseParts
                  course={course}
                  tab={tab}
                  onTab={setTab}
                  chosen={chosen}
                  onChoose={choose}
                  tables={view.tables}
                  onTables={tables => setView({ ...view, tables })}
                >
                  <div className="values">
                    <LabGrid
                      ref={grid}
                      sheet={sheet}
                      sorting={sorting}
                      onSort={sort}
                      onLatestFirst={setLatestFirst}
                      onEdit={edit}
                      onMoments={addColumns}
                      onTable={takeTable}
                      onRemoveSeries={removeRow}
                      onUnit={setUnit}
                      onMoment={moment => setAsking({ of: 'moment', moment })}
                      onWrongMoment={() => notify({ severity: 'warning', title: say('momentWrong') })}
                      onLook={setLook}
                    />
                    <p className="tip">
                      <Keys of="f2" /> {say('tipType')}
                      <span />
                      <Keys of="<" /> {say('tipBound')}
                      <span />
                      <Keys of="mod+d" /> {say('tipFill')}
                      <span />
                      {say('tipPaste')}
                    </p>
                  </div>
                </CourseParts>
              </Later>
            </Panel>
          </Group>
        </div>
      )}
      {dialogs}
    </div>
  );
}
