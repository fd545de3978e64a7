/** Figures, charts and tables of values in the text. Their captions are text; what is drawn above them is not. */
import { use, useMemo } from 'react';
import type { RenderElementProps } from 'slate-react';
import { panelLetter } from '../../../core/manuscript/number.ts';
import type { Caption, ChartBlock, FigureBlock, LabTableBlock } from '../../../core/report/document.ts';
import type { Series } from '../../../core/report/types.ts';
import { frameOf } from '../../../core/template/page.ts';
import { drawTimeline } from '../../../core/timeline/drawing/draw.ts';
import { chartRequest } from '../../../core/timeline/drawing/of-block.ts';
import { pictureOf, withPictures } from '../../../core/timeline/drawing/pictures.ts';
import { momentLabel } from '../../../core/timeline/moment.ts';
import { printedTime } from '../../../core/timeline/printed-time.ts';
import { labTable, labTableChoices } from '../../../core/timeline/table.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import type { Session } from '../../session/types.ts';
import { useWords } from '../../words/index.ts';
import { useSheet } from '../sheet-context.ts';
import { FloatTools } from './FloatTools.tsx';
import { Owner } from './owner.ts';

type Props<T> = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: T };

/** Time as the document prints it, whatever the timeline's window shows. */
function usePrintedTime() {
  return useSession(state => printedTime(state.report));
}

function PanelImage({ asset, alt }: { readonly asset: string; readonly alt: string }) {
  const say = useWords('editor');
  const session = useOpenSession();
  const known = useSession(state => state.report.assets.find(({ name }) => name === asset));
  if (!known) return <div className="gone">{say('imageMissing')}</div>;
  return (
    <img
      className="photo"
      src={session.assetUrl(asset)}
      alt={alt}
      loading="lazy"
      decoding="async"
      width={known.width}
      height={known.height}
      draggable={false}
    />
  );
}

export function FigureNode({ attributes, children, element }: Props<FigureBlock>) {
  const say = useWords('editor');
  const { openFigure } = useSheet();
  const figure = useSession(state => state.report.figures.find(({ id }) => id === element.id));
  const time = usePrintedTime();
  const language = useSession(state => state.report.language);
  const panels = figure?.panels ?? [];
  const columns = Math.max(1, Math.min(figure?.columns ?? 1, panels.length));
  return (
    <Owner value={element.id}>
      <figure {...attributes} className="fig">
        <FloatTools element={element} onEdit={() => openFigure(element.id)} />
        <div className="panels" contentEditable={false} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
          {panels.map((panel, index) => {
            const label = panel.label || (panel.moment ? momentLabel(panel.moment, time, language) : '');
            return (
              <div className="panel" key={panel.id}>
                <PanelImage asset={panel.asset} alt={panel.alt || figure?.alt || label} />
                {panels.length > 1 && <b>{panelLetter(index)}</b>}
                {label !== '' && <span>{label}</span>}
              </div>
            );
          })}
          {panels.length === 0 && <p className="hint">{say('figureGone')}</p>}
        </div>
        {children}
      </figure>
    </Owner>
  );
}

function useChosen(ids: readonly string[]): readonly Series[] {
  const series = useSession(state => state.report.series);
  return useMemo(() => ids.flatMap(id => series.find(one => one.id === id) ?? []), [ids, series]);
}

/** The very drawing of the printed page, and its share of the text's width. */
function useChart(element: ChartBlock) {
  const report = useSession(state => state.report);
  const page = useSession(state => state.template.page);
  const floats = useSession(state => state.numbering.floats);
  const { series, treatments, events, stays, phases, figures, patient, time, language } = report;
  return useMemo(() => {
    const { line: room, height } = frameOf(page);
    const part = { series, treatments, events, stays, phases, figures, time, ...(patient && { patient }) };
    const numberOf = (figure: string) => floats.get(figure)?.number;
    const chart = drawTimeline(chartRequest({ block: element, report: part, language, room, height, numberOf }));
    return { chart, share: Math.min(1, chart.width / Math.floor(room)), isEmpty: chart.lanes.length === 0 };
  }, [element, series, treatments, events, stays, phases, figures, patient, time, language, page, floats]);
}

/** Where a picture of a chart is; the style sheet takes the colour from one that is wanted grey. */
function pictureUrl(name: string, session: Pick<Session, 'assetUrl'>): string {
  const { asset, isGrey } = pictureOf(name);
  return isGrey ? `${session.assetUrl(asset)}#grey` : session.assetUrl(asset);
}

export function ChartNode({ attributes, children, element }: Props<ChartBlock>) {
  const say = useWords('editor');
  const { openChart } = useSheet();
  const session = useOpenSession();
  const { chart, share, isEmpty } = useChart(element);
  const svg = useMemo(() => withPictures(chart.svg, name => pictureUrl(name, session)), [chart, session]);
  return (
    <Owner value={element.id}>
      <figure {...attributes} className="fig">
        <FloatTools element={element} onChoose={() => openChart(element.id)} />
        {isEmpty ? (
          <p className="hint" contentEditable={false}>
            {say('chartEmpty')}
          </p>
        ) : (
          <div
            className="chart"
            contentEditable={false}
            style={{ width: `${share * 100}%` }}
            role="img"
            aria-label={chart.alt}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG of our own making; its words are escaped where it is drawn
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        )}
        {children}
      </figure>
    </Owner>
  );
}

export function LabTableNode({ attributes, children, element }: Props<LabTableBlock>) {
  const { openLabTable } = useSheet();
  const series = useChosen(element.series);
  const time = usePrintedTime();
  const language = useSession(state => state.report.language);
  const { moments, across, bothUnits } = element;
  const table = useMemo(
    () => labTable({ series, ...labTableChoices({ moments, across, bothUnits }), time, language }),
    [series, moments, across, bothUnits, time, language],
  );
  const heads = table.rows.slice(0, table.headerRows);
  const rows = table.rows.slice(table.headerRows);
  return (
    <Owner value={element.id}>
      <figure {...attributes} className="fig table">
        <FloatTools element={element} onChoose={() => openLabTable(element.id)} />
        {children}
        <div className="table-scroll" contentEditable={false}>
          <table className="rules">
            <thead>
              {heads.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of the head is its place
                <tr key={index}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same head
                    <th key={column} scope="col" className={cell.align}>
                      {cell.text}
                    </th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <tr key={index}>
                  {row.map((cell, column) =>
                    cell.header ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                      <th key={column} scope="row">
                        {cell.text}
                      </th>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                      <td key={column} className={cell.align}>
                        {cell.bold ? <b>{cell.text}</b> : cell.text}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {table.note !== '' && (
          <p className="table-note" contentEditable={false}>
            {table.note}
          </p>
        )}
      </figure>
    </Owner>
  );
}

export function CaptionNode({ attributes, children, element }: Props<Caption>) {
  const say = useWords('editor');
  const owner = use(Owner);
  const label = useSession(state => (owner === null ? undefined : state.numbering.floats.get(owner)));
  const after = useSession(state => state.template.labels.after);
  const empty = element.children.length === 1 && (element.children[0] as { text?: string }).text === '';
  return (
    <figcaption {...attributes}>
      <b contentEditable={false}>{label ? `${label.label}${after}` : ''}&nbsp;</b>
      {empty && (
        <span className="guide inline" contentEditable={false}>
          {say('captionHint')}
        </span>
      )}
      {children}
    </figcaption>
  );
}
