/** Figures and tables where the editors of a journal want them: in the text, after it, or in files of their own. */
import type { Language } from '../report/types.ts';
import type { FloatPlace } from '../template/types.ts';
import type { Division, Manuscript, PrintedBlock, Run } from './types.ts';
import type { PrintedFloat } from './walk.ts';

export interface FloatPlaces {
  /** Of photographs, drawings and charts. */
  readonly figures: FloatPlace;
  readonly tables: FloatPlace;
}

const HEADINGS: Readonly<Record<'tables' | 'legends' | 'figures', Readonly<Record<Language, string>>>> = {
  tables: { en: 'Tables', fr: 'Tableaux' },
  legends: { en: 'Figure legends', fr: 'Légendes des figures' },
  figures: { en: 'Figures', fr: 'Figures' },
};

const isFloat = (block: PrintedBlock): block is PrintedFloat =>
  block.kind === 'table' || block.kind === 'figure' || block.kind === 'chart';

const placeOf = (float: PrintedFloat, places: FloatPlaces) => (float.kind === 'table' ? places.tables : places.figures);

/**
 * A manuscript whose figures and tables stand where `places` says. Tables come after everything else, then figures with
 * their captions; where figures are files of their own, their legends come instead. Numbers, anchors and mentions stay.
 */
export function arranged(manuscript: Manuscript, places: FloatPlaces): Manuscript {
  if (places.figures === 'text' && places.tables === 'text') return manuscript;
  const moved: PrintedFloat[] = [];
  const divisions = manuscript.divisions.map((division): Division => {
    const blocks = division.blocks.filter(block => {
      if (!isFloat(block) || placeOf(block, places) === 'text') return true;
      moved.push(block);
      return false;
    });
    return blocks.length === division.blocks.length ? division : { ...division, blocks };
  });
  const { language } = manuscript;
  const gathered = (name: keyof typeof HEADINGS, blocks: readonly PrintedBlock[]): readonly Division[] =>
    blocks.length === 0
      ? []
      : [
          {
            kind: 'floats',
            place: 'floats',
            anchor: `gathered-${name}`,
            number: '',
            heading: HEADINGS[name][language],
            language,
            blocks,
          },
        ];
  const tables = moved.filter(({ kind }) => kind === 'table');
  const figures = moved.filter(({ kind }) => kind !== 'table');
  return {
    ...manuscript,
    divisions: [
      ...divisions,
      // Those that a journal wants in files of their own are in this one too: reviewers read it without the others.
      ...gathered('tables', tables),
      ...gathered('legends', places.figures === 'separate' ? figures.map(legend) : []),
      ...gathered('figures', places.figures === 'end' ? figures : []),
    ],
  };
}

/** What a figure's caption says, as a paragraph. */
function legend(float: PrintedFloat): PrintedBlock {
  const credit = float.kind === 'figure' ? float.credit : '';
  const runs: Run[] = [{ text: float.label, bold: true }];
  if (float.caption.length > 0) runs.push({ text: ' ' }, ...float.caption);
  if (credit !== '') runs.push({ text: ` ${credit}`, italic: true });
  return {
    kind: 'paragraph',
    runs,
    anchor: float.anchor,
    ...(float.source === undefined ? {} : { source: float.source }),
  };
}
