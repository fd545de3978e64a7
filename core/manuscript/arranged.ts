/** A manuscript with its figures and tables where a journal wants them: in the text, after it, or in files of their own. */
import type { Words } from '../outcome.ts';
import type { FloatPlaces } from '../template/form.ts';
import type { Division, Manuscript, PrintedBlock } from './types.ts';
import type { PrintedFloat } from './walk.ts';

const HEADINGS = {
  tables: { en: 'Tables', fr: 'Tableaux' },
  figures: { en: 'Figures', fr: 'Figures' },
  legends: { en: 'Figure legends', fr: 'Légendes des figures' },
} as const satisfies Record<string, Words>;

const isTable = (block: PrintedBlock): block is PrintedFloat => block.kind === 'table';
const isFigure = (block: PrintedBlock): block is PrintedFloat => block.kind === 'figure' || block.kind === 'chart';

/** What is printed of a figure whose image is in a file of its own. */
const legend = ({ label, caption, source }: PrintedFloat): PrintedBlock => ({
  kind: 'paragraph',
  runs: [{ text: label, bold: true }, ...(caption.length > 0 ? [{ text: ' ' }] : []), ...caption],
  ...(source === undefined ? {} : { source }),
});

/** The manuscript with what does not stay in the text moved behind it, in its order; tables come first, each kind under its heading. */
export function arranged(manuscript: Manuscript, { figures, tables }: FloatPlaces): Manuscript {
  const moved = (block: PrintedBlock) =>
    (tables !== 'text' && isTable(block)) || (figures !== 'text' && isFigure(block));
  const floats = manuscript.divisions.flatMap(({ blocks }) => blocks.filter(moved)) as readonly PrintedFloat[];
  if (floats.length === 0) return manuscript;
  const { language } = manuscript;
  const behind = (key: keyof typeof HEADINGS, blocks: readonly PrintedBlock[]): readonly Division[] =>
    blocks.length === 0
      ? []
      : [
          {
            kind: 'floats',
            place: 'floats',
            anchor: key,
            number: '',
            heading: HEADINGS[key][language],
            language,
            blocks,
          },
        ];
  const pictures = floats.filter(isFigure);
  return {
    ...manuscript,
    divisions: [
      ...manuscript.divisions.map(division =>
        division.blocks.some(moved)
          ? { ...division, blocks: division.blocks.filter(block => !moved(block)) }
          : division,
      ),
      // Those that a journal wants in files of their own are in this one too: a table is nowhere else in words.
      ...behind('tables', floats.filter(isTable)),
      ...(figures === 'end' ? behind('figures', pictures) : []),
      ...(figures === 'separate' ? behind('legends', pictures.map(legend)) : []),
    ],
  };
}
