/** What `/` can insert here: blocks, mentions of what is in the text, values of the series. */
import {
  ChartLine,
  FlaskConical,
  Heading1,
  Heading2,
  Image,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Table,
} from 'lucide-react';
import type { Range } from 'slate';
import { mention, panelLetter } from '../../../core/manuscript/number.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import type { SessionState } from '../../session/types.ts';
import type { Say } from '../../words/index.ts';
import { toggleHeading, toggleList } from '../commands/blocks.ts';
import { insertBlock, insertInline, newLabTable, newTable, takesFloats } from '../commands/inserting.ts';
import type { CaseEditor } from '../types.ts';
import { clear } from './clearing.ts';
import { valueChoices } from './quoting.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly group: 'block' | 'mention' | 'value';
  readonly run: (instead: Range) => void;
}

interface Needs {
  readonly editor: CaseEditor;
  readonly state: SessionState;
  readonly say: Say<'editor'>;
  /** Opens the choice of image files. */
  readonly onFigure: () => void;
  /** Asks what a chart or a table of values is to show. */
  readonly onCourse: (type: 'chart' | 'lab-table') => void;
}

/** All choices at the caret, in the order they are offered. */
export function choicesAt({ editor, state, say, onFigure, onCourse }: Needs): readonly Choice[] {
  return [
    ...(takesFloats(editor) ? blockChoices(editor, state.report, say, { onFigure, onCourse }) : []),
    ...mentionChoices(editor, state, say),
    ...valueChoices(editor, state.report, say),
  ];
}

/** What `=` can insert: values alone. */
export function valuesAt({ editor, state, say }: Pick<Needs, 'editor' | 'state' | 'say'>): readonly Choice[] {
  return valueChoices(editor, state.report, say);
}

function blockChoices(
  editor: CaseEditor,
  report: CaseReport,
  say: Say<'editor'>,
  { onFigure, onCourse }: Pick<Needs, 'onFigure' | 'onCourse'>,
): readonly Choice[] {
  const block = (id: string, icon: LucideIcon, label: string, run: (instead: Range) => void): Choice => ({
    id,
    icon,
    label,
    group: 'block',
    run,
  });
  const series = report.series.map(({ id }) => id);
  return [
    block('table', Table, say('insertTable'), instead => insertBlock(editor, newTable(), instead)),
    block('figure', Image, say('insertFigure'), instead => {
      clear(editor, instead);
      onFigure();
    }),
    ...(series.length + report.treatments.length + report.events.length === 0
      ? []
      : [
          block('chart', ChartLine, say('insertChart'), instead => {
            clear(editor, instead);
            onCourse('chart');
          }),
        ]),
    ...(series.length === 0
      ? []
      : [
          block('lab-table', FlaskConical, say('insertLabTable'), instead => {
            // Of one series there is nothing to choose.
            if (series.length === 1) {
              insertBlock(editor, newLabTable(series), instead);
              return;
            }
            clear(editor, instead);
            onCourse('lab-table');
          }),
        ]),
    block('heading', Heading1, say('insertHeading'), instead => {
      clear(editor, instead);
      toggleHeading(editor, 1);
    }),
    block('subheading', Heading2, say('insertSubheading'), instead => {
      clear(editor, instead);
      toggleHeading(editor, 2);
    }),
    block('bullets', List, say('insertBullets'), instead => {
      clear(editor, instead);
      toggleList(editor, false);
    }),
    block('numbers', ListOrdered, say('insertNumbers'), instead => {
      clear(editor, instead);
      toggleList(editor, true);
    }),
  ];
}

function mentionChoices(
  editor: CaseEditor,
  { numbering, report }: SessionState,
  say: Say<'editor'>,
): readonly Choice[] {
  return [...numbering.floats].flatMap(([target, label]) => {
    const panels = report.figures.find(({ id }) => id === target)?.panels ?? [];
    const letters = panels.length > 1 ? panels.map((_, index) => panelLetter(index)) : [];
    return [undefined, ...letters].map(
      (panel): Choice => ({
        id: `mention ${target} ${panel ?? ''}`,
        icon: Link2,
        label: say('insertMention', { label: mention(label, panel, report.language) }),
        group: 'mention',
        run: instead =>
          insertInline(
            editor,
            { type: 'cross-reference', target, ...(panel === undefined ? {} : { panel }), children: [{ text: '' }] },
            instead,
          ),
      }),
    );
  });
}
