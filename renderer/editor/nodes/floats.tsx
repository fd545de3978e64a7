/** Figures, charts and tables in the text. Their captions are text; what is drawn above them is not. */
import { Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Transforms } from 'slate';
import { ReactEditor, type RenderElementProps, useSlateStatic } from 'slate-react';
import { panelLetter } from '../../../core/manuscript/number.ts';
import type {
  Caption,
  ChartBlock,
  FigureBlock,
  Floating,
  LabTableBlock,
  Table,
  TableCell,
  TableRow,
} from '../../../core/report/document.ts';
import type { Series } from '../../../core/report/types.ts';
import { drawChart } from '../../../core/timeline/chart.ts';
import { momentLabel } from '../../../core/timeline/moment.ts';
import { labTable } from '../../../core/timeline/table.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { useSheet } from '../sheet-context.ts';

type Props<T> = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: T };

/** Width of the text column in CSS pixels, as points at the same number: a chart is drawn once, for both. */
const COLUMN = 580;

/** Buttons of a float, shown when it is hovered or holds the caret. */
function FloatTools({ element, onEdit }: { readonly element: Floating; readonly onEdit?: () => void }) {
  const say = useWords('editor');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const remove = () =>
    session.transact(say('remove'), () =>
      Transforms.removeNodes(editor, { at: ReactEditor.findPath(editor, element) }),
    );
  return (
    <div className="float-tools" contentEditable={false}>
      {onEdit && <IconButton label={say('figureEdit')} icon={Pencil} onPress={onEdit} />}
      <IconButton label={say('remove')} icon={Trash2} onPress={remove} />
    </div>
  );
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
  const time = useSession(state => state.report.time);
  const language = useSession(state => state.report.language);
  const panels = figure?.panels ?? [];
  const columns = Math.max(1, Math.min(figure?.columns ?? 1, panels.length));
  return (
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
  );
}

function useChosen(ids: readonly string[]): readonly Series[] {
  const series = useSession(state => state.report.series);
  return useMemo(() => ids.flatMap(id => series.find(one => one.id === id) ?? []), [ids, series]);
}

export function ChartNode({ attributes, children, element }: Props<ChartBlock>) {
  const say = useWords('editor');
  const series = useChosen(element.series);
  const time = useSession(state => state.report.time);
  const language = useSession(state => state.report.language);
  const chart = useMemo(() => drawChart({ series, time, language, width: COLUMN }), [series, time, language]);
  return (
    <figure {...attributes} className="fig">
      <FloatTools element={element} />
      {series.length === 0 ? (
        <p className="hint" contentEditable={false}>
          {say('chartEmpty')}
        </p>
      ) : (
        <div
          className="chart"
          contentEditable={false}
          role="img"
          aria-label={chart.alt}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG of our own making; its words are escaped where it is drawn
          dangerouslySetInnerHTML={{ __html: chart.svg }}
        />
      )}
      {children}
    </figure>
  );
}

export function LabTableNode({ attributes, children, element }: Props<LabTableBlock>) {
  const series = useChosen(element.series);
  const time = useSession(state => state.report.time);
  const language = useSession(state => state.report.language);
  const table = useMemo(() => labTable({ series, time, language }), [series, time, language]);
  const [head, ...rows] = table.rows;
  return (
    <figure {...attributes} className="fig table">
      <FloatTools element={element} />
      {children}
      <div className="table-scroll" contentEditable={false}>
        <table className="rules">
          <thead>
            <tr>
              {head?.map(cell => (
                <th key={cell.text} scope="col" className={cell.align}>
                  {cell.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={series[index]?.id}>
                {row.map((cell, column) =>
                  cell.header ? (
                    <th key={head?.[column]?.text} scope="row">
                      {cell.text}
                    </th>
                  ) : (
                    <td key={head?.[column]?.text} className={cell.align}>
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
  );
}

export function TableNode({ attributes, children, element }: Props<Table>) {
  const [caption, ...rows] = children as React.ReactNode[];
  return (
    <figure {...attributes} className="fig table">
      <FloatTools element={element} />
      {caption}
      <div className="table-scroll">
        <table className="rules">
          <tbody>{rows}</tbody>
        </table>
      </div>
    </figure>
  );
}

export function RowNode({ attributes, children }: Props<TableRow>) {
  return <tr {...attributes}>{children}</tr>;
}

export function CellNode({ attributes, children, element }: Props<TableCell>) {
  const editor = useSlateStatic();
  const [row = 0] = ReactEditor.findPath(editor, element).slice(-2);
  const table = editor.children[0] && tableOf(editor, element);
  const header = (table?.headerRows ?? 0) >= row;
  return header || element.header ? (
    <th {...attributes} scope={header ? 'col' : 'row'}>
      {children}
    </th>
  ) : (
    <td {...attributes}>{children}</td>
  );
}

function tableOf(editor: ReturnType<typeof useSlateStatic>, element: TableCell): Table | null {
  const path = ReactEditor.findPath(editor, element);
  const [part = 0, block = 0] = path;
  const node = (editor.children[part] as unknown as { children: unknown[] }).children[block] as Table;
  return node?.type === 'table' ? node : null;
}

export function CaptionNode({
  attributes,
  children,
  element,
  owner,
}: Props<Caption> & { readonly owner: string | null }) {
  const say = useWords('editor');
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
