import { CalendarDays, ChartLine } from 'lucide-react';
import { type DragEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Op } from '../../../core/report/ops.ts';
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { mergeAll, moveMoment, removeMoment, replacedValues } from '../../../core/timeline/edit.ts';
import { roleOfName } from '../../../core/timeline/formats/columns.ts';
import { parseDelimited } from '../../../core/timeline/formats/delimited.ts';
import type { LabImport } from '../../../core/timeline/formats/types.ts';
import { dayLabel, sameMoment } from '../../../core/timeline/moment.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { readFile } from '../../connect/reading.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goToBlock } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasteDialog } from '../../ui/PasteDialog.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { ANALYTE, changes, type Edit, opsOf, sheetOf } from './cells.ts';
import { DayZeroDialog } from './DayZeroDialog.tsx';
import { Grid, type GridHandle } from './Grid.tsx';
import { Head } from './Head.tsx';
import { InsertDialog } from './InsertDialog.tsx';
import { ImportView } from './importing/ImportView.tsx';
import type { Source } from './importing/reading.ts';
import { hasPlace, insertLabs, isUsed } from './inserting.ts';
import { Lanes } from './Lanes.tsx';
import { MomentDialog } from './MomentDialog.tsx';
import { canShow, firstDate, isMixed } from './typed.ts';
import './timeline.css';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.ndjson,.hl7,.oru,.dat,text/csv,text/tab-separated-values';

/** What is asked at the moment. */
type Asking =
  | { readonly of: 'day-zero'; readonly show: TimeSettings['show'] | null }
  | { readonly of: 'moment'; readonly moment: Moment | null }
  | { readonly of: 'insert' }
  | { readonly of: 'paste' }
  | { readonly of: 'remove'; readonly series: Series };

/** The case over time: charts of the lab values above, the grid they are edited in below. */
export function TimelineView() {
  const say = useWords('timeline');
  const language = useLanguage();
  const session = useOpenSession();
  const desk = useDesk();
  const series = useSession(state => state.report.series);
  const time = useSession(state => state.report.time);
  const [added, setAdded] = useState<readonly Moment[]>([]);
  const [typing, setTyping] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [look, setLook] = useState<Moment | null>(null);
  const grid = useRef<GridHandle>(null);
  const file = useRef<HTMLInputElement>(null);
  const sheet = useMemo(() => sheetOf(series, added, time, language), [series, added, time, language]);
  const close = useCallback(() => setAsking(null), []);

  const change = (ops: readonly Op[], label: string) => {
    if (ops.length > 0) session.dispatch(ops, label);
  };
  const edit = (edits: readonly Edit[], why: 'value' | 'paste' | 'clear') => {
    const { ops, refused } = opsOf(sheet, edits, () => `series-${crypto.randomUUID().slice(0, 8)}`);
    change(ops, say(why === 'value' ? 'undoValue' : why === 'paste' ? 'undoPaste' : 'undoClear'));
    if (refused > 0) notify({ severity: 'warning', title: say('rangeNotRead'), hint: say('rangeHint') });
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
    if (canShow(series, time, wanted)) setTime({ ...time, show: wanted });
    else setAsking({ of: 'day-zero', show: wanted });
  };
  const remove = (one: Series) => {
    change([{ set: 'series', id: one.id, value: null }], say('undoSeries'));
    setAsking(null);
  };
  const removeRow = (row: number) => {
    const one = series[row];
    if (!one) return;
    if (isUsed(session.store.getState().report.parts, one.id)) setAsking({ of: 'remove', series: one });
    else remove(one);
  };
  const saveMoment = (before: Moment | null, moment: Moment) => {
    setAsking(null);
    setAdded(now => [...now.filter(each => !before || !sameMoment(each, before, time)), moment]);
    if (before)
      change(
        changes(
          series,
          series.map(one => moveMoment(one, before, moment, time)),
        ),
        say('undoMoment'),
      );
  };
  const dropMoment = (moment: Moment) => {
    setAsking(null);
    setAdded(now => now.filter(each => !sameMoment(each, moment, time)));
    change(
      changes(
        series,
        series.map(one => removeMoment(one, moment, time)),
      ),
      say('undoClear'),
    );
  };
  const insert = (kind: 'chart' | 'lab-table', ids: readonly string[]) => {
    setAsking(null);
    const id = insertLabs(session, kind, ids, say(kind === 'chart' ? 'undoChart' : 'undoTable'));
    desk.show('text');
    if (id) requestAnimationFrame(() => goToBlock(session.editor, id));
  };
  const onDrop = (event: DragEvent) => {
    const dropped = event.dataTransfer.files[0];
    if (!dropped || dropped.name.endsWith('.casereport')) return;
    event.preventDefault();
    void takeFile(dropped);
  };
  const startTyping = () => {
    setTyping(true);
    if (added.length === 0) setAdded([{ day: 0 }]);
    requestAnimationFrame(() => grid.current?.focusCell(series.length, ANALYTE));
  };

  const isEmpty = series.length === 0 && !typing;

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
          time={time}
          proposed={firstDate(series, time)}
          needed={asking.show !== null}
          onClose={close}
          onSave={next => {
            setAsking(null);
            setTime(asking.show ? { ...next, show: asking.show } : next);
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
        <InsertDialog series={series} atCaret={hasPlace(session)} onInsert={insert} onClose={close} />
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
        hasSeries={series.length > 0}
        onShow={show}
        onFile={() => setTimeout(() => file.current?.click())}
        onPaste={() => setAsking({ of: 'paste' })}
        onAnalyte={() => setTimeout(() => grid.current?.focusCell(series.length, ANALYTE))}
        onMoment={() => setAsking({ of: 'moment', moment: null })}
        onInsert={() => setAsking({ of: 'insert' })}
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
          {isMixed(series, time) && (
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
          <Lanes
            series={series}
            time={time}
            look={look}
            corner={
              <Button kind="link" small icon={CalendarDays} onPress={() => setAsking({ of: 'day-zero', show: null })}>
                <span className="cut">
                  {time.dayZeroIs === ''
                    ? say('dayZeroSet')
                    : say('dayZeroIs', { day: dayLabel(0, language), what: time.dayZeroIs })}
                </span>
              </Button>
            }
          />
          <div className="values">
            <div className="values-scroll">
              <Grid
                ref={grid}
                sheet={sheet}
                onEdit={edit}
                onTable={takeTable}
                onRemoveSeries={removeRow}
                onMoment={moment => setAsking({ of: 'moment', moment })}
                onLook={setLook}
              />
            </div>
            <p className="tip">
              <kbd>F2</kbd> {say('tipType')}
              <span />
              <kbd>&lt;</kbd> {say('tipBound')}
              <span />
              {say('tipMoment')}
              <span />
              {say('tipPaste')}
            </p>
          </div>
        </div>
      )}
      {dialogs}
    </div>
  );
}
