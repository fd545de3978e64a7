/** Inline nodes as runs: citations as the style prints them, mentions and values as text. */
import { NAMES_JOINT, namesInSentence } from '../references/narrative.ts';
import type { Citation, Inline } from '../report/document.ts';
import { isText } from '../report/parts.ts';
import { elementKey } from '../roundtrip/keys.ts';
import { formatValue } from '../timeline/value.ts';
import { type Context, floatAnchor } from './context.ts';
import { frenchSpaces } from './french.ts';
import { mention } from './number.ts';
import { punctuated } from './punctuation.ts';
import type { FormattedCitations, Run } from './types.ts';

/** What stands where something cited, mentioned or quoted is gone: seen on paper, and found by the checks. */
const GONE = '[?]';

/** The runs of some inline nodes, with the spaces of French print where they are French; adjacent runs printed alike are joined. */
export function runsOf(children: readonly Inline[], context: Context): readonly Run[] {
  const runs: Run[] = [];
  const pieces = children.map(node => ({ node, runs: resolveInline(node, context) }));
  const kind = context.citations.notes ? 'note' : context.template.citations.kind;
  for (const run of punctuated(pieces, kind, context.language).flatMap(piece => piece.runs)) {
    const last = runs.at(-1);
    if (run.text === '') continue;
    if (last && sameMarks(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return context.language === 'fr' ? frenchSpaces(runs) : runs;
}

const MARKS = [
  'bold',
  'italic',
  'underline',
  'sup',
  'sub',
  'smallCaps',
  'link',
  'to',
  'citation',
  'element',
  'note',
] as const;
const sameMarks = (a: Run, b: Run) => MARKS.every(mark => a[mark] === b[mark]);

/** What stands in the text for a citation: what its style prints, or in a style of notes the number of its note. */
function callOf({ id }: Citation, { clusters, notes }: FormattedCitations): readonly Run[] {
  const said = clusters[id];
  const runs = said && said.length > 0 ? said : [{ text: GONE }];
  const number = notes?.[id];
  return number === undefined ? runs : [{ text: String(number), sup: true, note: { number, runs } }];
}

function resolveInline(child: Inline, context: Context): readonly Run[] {
  if (isText(child)) return [child];
  switch (child.type) {
    case 'link':
      return child.children.map(leaf => ({ ...leaf, link: child.url }));
    case 'citation': {
      const element = elementKey(child);
      const call = callOf(child, context.citations).map(run => ({ ...run, citation: child.id, element }));
      const { names: printed, clusters } = context.citations;
      // Those of the report's language; a part in another has its own "and".
      const own = context.language === context.report.language ? printed : undefined;
      const names = namesInSentence(child, id => context.references.get(id), context.language, own);
      // A style that cites by name alone has said all.
      if (names !== '' && printed?.[child.id] && clusters[child.id]?.length === 0) return [{ text: names, element }];
      // Part of the element, since nobody typed them, and not of the call.
      return names === '' ? call : [{ text: `${names}${NAMES_JOINT}`, element }, ...call];
    }
    case 'cross-reference': {
      const label = context.numbering.floats.get(child.target);
      const text = mention(label, child.panel, context.language);
      const element = elementKey(child);
      return [label ? { text, to: floatAnchor(child.target), element } : { text, element }];
    }
    case 'value': {
      const series = context.series.get(child.series);
      const point = context.points.get(`${child.series}/${child.point}`);
      const text = series && point ? formatValue(point, series, context.language, child.show) : GONE;
      return [{ text, element: elementKey(child) }];
    }
  }
}
