/** What the marks mean, where that is not written beside them. */
import { EVENT_KINDS, type EventKind } from '../../report/course.ts';
import type { Language } from '../../report/types.ts';
import { dayLabel, weekLabel } from '../moment.ts';
import { widthOf } from './letters.ts';
import { eventMarks } from './marks.ts';
import type { Style } from './style.ts';
import { escaped, shape, textElement } from './svg.ts';
import type { DrawingRequest } from './types.ts';

const WORDS = {
  en: {
    event: 'event',
    procedure: 'procedure',
    complication: 'complication',
    outcome: 'outcome',
    bound: 'open mark: limit of measurement',
    band: 'reference range',
    bold: 'bold: outside it',
    colon: ': ',
  },
  fr: {
    event: 'événement',
    procedure: 'geste',
    complication: 'complication',
    outcome: 'évolution',
    bound: 'marque ouverte\u00a0: limite de dosage',
    band: 'intervalle de référence',
    bold: 'en gras\u00a0: hors de celui-ci',
    colon: '\u00a0: ',
  },
} as const;

interface Entry {
  readonly words: string;
  readonly mark?: (x: number, y: number) => string;
}

export interface LegendNeeds {
  readonly request: DrawingRequest;
  readonly style: Style;
  readonly kinds: readonly EventKind[];
  readonly hasBounds: boolean;
  readonly hasBands: boolean;
  readonly hasBold: boolean;
}

function entriesOf({ request, style, kinds, hasBounds, hasBands, hasBold }: LegendNeeds): readonly Entry[] {
  const { language, time } = request;
  const words = WORDS[language];
  const zero = time.countFrom ? time.countFrom.is : time.dayZeroIs;
  const entries: Entry[] = [];
  if (zero !== '' && time.show !== 'dates')
    entries.push({
      words: `${time.show === 'weeks' ? weekLabel(0, language) : dayLabel(0, language)}${words.colon}${zero}`,
    });
  for (const kind of EVENT_KINDS.filter(each => kinds.includes(each) && kinds.length > 1))
    entries.push({
      words: words[kind],
      mark: (x, y) =>
        shape('path', {
          d: eventMarks[kind](x, y, 2.4 * style.scale),
          fill: kind === 'event' ? style.ground : style.ink,
          stroke: style.ink,
          'stroke-width': 0.8,
        }),
    });
  if (hasBands)
    entries.push({
      words: hasBold ? `${words.band}, ${words.bold}` : words.band,
      mark: (x, y) =>
        shape('rect', {
          x: x - 4,
          y: y - 3,
          width: 8,
          height: 6,
          fill: style.band,
          stroke: style.second,
          'stroke-width': 0.4,
        }),
    });
  if (hasBounds) entries.push({ words: words.bound });
  return entries;
}

/** The entries in lines from `left` on; nothing where nothing needs saying. */
export function drawLegend(
  needs: LegendNeeds,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): { readonly svg: string; readonly height: number } {
  const { style } = needs;
  const entries = entriesOf(needs);
  if (entries.length === 0) return { svg: '', height: 0 };
  const lineHeight = style.small * 1.5;
  let x = left;
  let baseline = top + style.small;
  const parts = entries.map(({ words, mark }) => {
    const width = widthOf(words, style.small) + (mark ? 12 : 0);
    if (x > left && x + width > right) {
      x = left;
      baseline += lineHeight;
    }
    const drawn =
      (mark ? mark(x + 4, baseline - style.small * 0.33) : '') +
      textElement(
        {
          x: x + (mark ? 12 : 0),
          y: baseline,
          'font-family': style.font,
          'font-size': style.small,
          fill: style.second,
        },
        escaped(words),
      );
    x += width + 12;
    return drawn;
  });
  return { svg: parts.join(''), height: baseline - top + 4 };
}

/** Names of the lanes that have no rows of their own. */
export const LANE_NAMES: Readonly<
  Record<'events' | 'stays' | 'images' | 'phases', Readonly<Record<Language, string>>>
> = {
  events: { en: 'Events', fr: 'Événements' },
  stays: { en: 'Stays', fr: 'Séjours' },
  images: { en: 'Images', fr: 'Images' },
  phases: { en: 'Phases', fr: 'Phases' },
};
