/** Results that have no day yet: what stands in the place of their date is asked once for all that share it. */
import { type ReadTime, readTime } from '../read-moment.ts';
import { question } from './questions.ts';
import { AS_ABOVE, type Choice, type LabOptions, type LabResult, type LabWarning } from './types.ts';
import { warning } from './warnings.ts';

/** What a result says of its time where its source states none, or no day. */
export function undatedBy(time: ReadTime | null): Pick<LabResult, 'undated'> {
  if (time === null) return { undated: { kind: 'date-missing', text: '' } };
  return time.at === null ? { undated: { kind: 'date-partial', text: time.stated } } : {};
}

const ABOVE: Choice = {
  id: AS_ABOVE,
  words: { en: 'The day of the row above', fr: 'Le jour de la ligne au-dessus' },
};

/** Rows that are named beside the first. */
const NAMED = 8;

/** The results with the days that the options give them, and what is still to be given. */
export function placeResults(
  results: readonly LabResult[],
  { moments }: LabOptions,
): { readonly results: readonly LabResult[]; readonly warnings: readonly LabWarning[] } {
  const open = new Map<string, LabResult[]>();
  for (const result of results) {
    if (result.undated === undefined) continue;
    const { kind, text } = result.undated;
    const key = `${kind}\0${text}`;
    const group = open.get(key);
    if (group) group.push(result);
    else open.set(key, [result]);
  }
  if (open.size === 0) return { results, warnings: [] };
  const dated = results.findIndex(({ at }) => at !== null);
  const follows = ([first]: readonly LabResult[]) =>
    dated >= 0 && first !== undefined && results.indexOf(first) > dated;
  const warnings = [...open.values()].map(group => {
    const [{ undated, analyte, place }] = group as [
      LabResult & { readonly undated: NonNullable<LabResult['undated']> },
    ];
    const places = [...new Set(group.map(each => each.place))].filter(each => each !== place);
    const rows = places.length === 0 ? '' : `: ${places.slice(0, NAMED).join(', ')}${places.length > NAMED ? '…' : ''}`;
    const more = group.length === 1 ? '' : ` (+${group.length - 1}${rows})`;
    const ask = question(
      undated.text,
      undated.text === '' && follows(group) ? [ABOVE] : [],
      moments?.[undated.text] || undefined,
      'moment',
    );
    return warning(undated.kind, place, undated.text, analyte + more, ask);
  });
  if (moments === undefined) return { results, warnings };
  let above: LabResult | null = null;
  const placed = results.map(result => {
    const { undated, ...rest } = result;
    if (result.at !== null) above = result;
    const given = undated && moments[undated.text];
    if (given === AS_ABOVE) return above === null ? result : { ...rest, at: above.at, stated: above.stated };
    const time = given ? readTime(given) : null;
    return time === null || time === 'ambiguous' || time.at === null
      ? result
      : { ...rest, at: time.at, stated: time.stated };
  });
  return { results: placed, warnings };
}
