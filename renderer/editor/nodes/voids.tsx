/** Citations, mentions and quoted values: printed text first. Each follows only what it prints. */
import type { RenderElementProps } from 'slate-react';
import { mention } from '../../../core/manuscript/number.ts';
import { NAMES_JOINT, namesInSentence } from '../../../core/references/narrative.ts';
import type { Citation, CrossReference, QuotedValue } from '../../../core/report/document.ts';
import { momentLabel } from '../../../core/timeline/moment.ts';
import { formatValue } from '../../../core/timeline/value.ts';
import { usePrinting } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { useSheet } from '../sheet-context.ts';
import { Runs } from './runs.tsx';

type Props<T> = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: T };

export function CitationNode({ attributes, children, element }: Props<Citation>) {
  const say = useWords('editor');
  const { openCitation } = useSheet();
  const runs = usePrinting(state => state.citations.clusters[element.id]);
  const note = usePrinting(state => state.citations.notes?.[element.id]);
  const raised = usePrinting(
    ({ template, citations }) => citations.notes !== undefined || template.citations.kind === 'superscript',
  );
  const names = usePrinting(({ report, citations }) =>
    namesInSentence(element, id => report.references.find(one => one.id === id), report.language, citations.names),
  );
  const text = runs?.map(run => run.text).join('') ?? '';
  const printed = note === undefined ? (runs ?? []) : [{ text: String(note), sup: true as const }];
  // A style that cites by name alone has said all in the sentence.
  const isSaid = text === '' && names !== '';
  const title = note === undefined ? say('citationOf', { text }) : say('noteOf', { number: note, text });
  const shown = runs === undefined ? say('citationPending') : text === '' && !isSaid ? say('gone') : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: inside an editable text; the card also opens from the keyboard with the citation selected
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
    <span
      {...attributes}
      className={raised && shown === null && names === '' ? 'cite raised' : 'cite'}
      onClick={() => openCitation(element.id)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: inside one editable text, whose caret walks over it and whose Enter opens it */}
      <span contentEditable={false} title={title} role="doc-biblioref" aria-label={title}>
        {names === '' ? null : `${names}${raised || isSaid ? '' : NAMES_JOINT}`}
        {shown ?? <Runs runs={printed.map(raised && names === '' ? withoutRise : same)} />}
      </span>
      {children}
    </span>
  );
}

/** The element itself is raised, so that a line keeps its height. */
function withoutRise<T extends { sup?: true }>({ sup: _, ...run }: T) {
  return run as Omit<T, 'sup'>;
}
const same = <T,>(run: T) => run;

export function MentionNode({ attributes, children, element }: Props<CrossReference>) {
  const label = usePrinting(state => state.numbering.floats.get(element.target));
  const language = usePrinting(state => state.report.language);
  return (
    <span {...attributes} className={label ? 'xref' : 'xref gone-mark'}>
      <span contentEditable={false}>{mention(label, element.panel, language)}</span>
      {children}
    </span>
  );
}

export function ValueNode({ attributes, children, element }: Props<QuotedValue>) {
  const say = useWords('editor');
  const { openSeries } = useSheet();
  const series = usePrinting(state => state.report.series.find(({ id }) => id === element.series));
  const time = usePrinting(state => state.report.time);
  const language = usePrinting(state => state.report.language);
  const point = series?.points.find(({ id }) => id === element.point);
  const title =
    series && point
      ? say('valueOf', { analyte: series.analyte, moment: momentLabel(point.at, time, language) })
      : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: inside an editable text; the timeline has its own command
    <span
      {...attributes}
      className={series && point ? 'value' : 'value gone-mark'}
      onDoubleClick={() => openSeries(element.series)}
    >
      <span contentEditable={false} title={title}>
        {series && point ? formatValue(point, series, language, element.show) : say('gone')}
      </span>
      {children}
    </span>
  );
}
