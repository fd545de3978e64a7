import { ChartLine } from 'lucide-react';
import { type DragEvent, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import type { Target } from '../../../core/timeline/drawing/types.ts';
import { roleOfName } from '../../../core/timeline/formats/columns.ts';
import { parseDelimited } from '../../../core/timeline/formats/delimited.ts';
import { sameMoment } from '../../../core/timeline/moment.ts';
import { momentsOf } from '../../../core/timeline/zero.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { readFile } from '../../connect/reading.ts';
import { useDesk, useOpenSession } from '../../session/context.tsx';
import { goInText, goToBlock } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Later } from '../../ui/Later.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { ANALYTE, FIRST_MOMENT, sheetOf } from './cells.ts';
import { CourseDrawing } from './course/CourseDrawing.tsx';
import { CourseParts, type PartTab, TAB_OF } from './course/CourseParts.tsx';
import { type Change, type Chosen, changed, type Kind, type Thing } from './course/changes.ts';
import { useCourse, useImages } from './course/drawn.ts';
import type { View } from './course/view.ts';
import type { GridHandle } from './grid/Grid.tsx';
import type { Direction } from './grid/model.ts';
import { Head } from './Head.tsx';
import type { Insertion } from './InsertDialog.tsx';
import { ImportView } from './importing/ImportView.tsx';
import type { Source } from './importing/reading.ts';
import { insertLabs, isUsed } from './inserting.ts';
import { LabGrid } from './LabGrid.tsx';
import { labChanges } from './lab-changes.ts';
import { inSorting, type SortBy, type Sorting, sortedSeries } from './sorting.ts';
import { type Asking, TimelineDialogs } from './TimelineDialogs.tsx';
import { canShow, isMixed } from './typed.ts';
import './timeline.css';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.ndjson,.hl7,.oru,.dat,text/csv,text/tab-separated-values';

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
  const setView = (next: View) => {
    showView(next);
    onView(next);
  };

  const labs = labChanges(session, say);
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
  const show = (wanted: TimeSettings['show']) => {
    if (canShow(moments, time, wanted)) labs.setTime({ ...time, show: wanted });
    else setAsking({ of: 'day-zero', show: wanted });
  };
  const removeRow = (row: number) => {
    const one = sheet.series[row];
    if (!one) return;
    if (isUsed(session.store.getState().report.parts, one.id)) setAsking({ of: 'remove', series: one });
    else labs.remove(one);
  };
  const setUnit = (row: number, unit: string) => {
    const one = sheet.series[row];
    if (one) labs.setUnit(one, unit);
  };
  const insert = (insertion: Insertion) => {
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
  const dispatch = ({ op, label }: Change) => session.dispatch([op], words(label));
  const focusCell = (row: number, at: Moment | null) => {
    setTab('values');
    const column = at ? sheet.moments.findIndex(each => sameMoment(each, at, time)) : -1;
    whenThere(
      () => grid.current,
      each => each.focusCell(row, column < 0 ? FIRST_MOMENT : FIRST_MOMENT + column),
    );
  };
  const addMeasure = (value: Series) => {
    session.dispatch([{ set: 'series', id: value.id, value }], words('undoMeasure'));
    setTyping(true);
    focusCell(series.length, null);
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

  if (source)
    return (
      <ImportView
        key={source.name ?? ''}
        source={source}
        time={time}
        onDone={reading => {
          labs.take(reading);
          setSource(null);
        }}
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
                      onEdit={labs.edit}
                      onMoments={labs.addColumns}
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
      {asking && (
        <TimelineDialogs
          asking={asking}
          course={course}
          hasImages={images.length > 0}
          view={view}
          moments={sheet.moments}
          onClose={() => setAsking(null)}
          onTime={labs.setTime}
          onMeasure={addMeasure}
          onMoment={(before, moment) => (before ? labs.moveMoment(before, moment) : labs.addColumns([moment]))}
          onRemoveMoment={labs.removeMoment}
          onInsert={insert}
          onText={takeText}
          onRemove={labs.remove}
        />
      )}
    </div>
  );
}
