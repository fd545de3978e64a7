/** One thing of the timeline in words: for the card beside it, and for who hears it. */
import type { ClinicalEvent, Patient } from '../../../../core/report/course.ts';
import type { CaseReport, Language, Moment, Point, Series, TimeSettings } from '../../../../core/report/types.ts';
import type { ImageMark, Target } from '../../../../core/timeline/drawing/types.ts';
import { dateOf, hourLabel, momentLabel, orderOf, shownDayOf } from '../../../../core/timeline/moment.ts';
import { shownPoint, shownSeries } from '../../../../core/timeline/shown.ts';
import { arithmeticOf } from '../../../../core/timeline/treatments/arithmetic.ts';
import { regimenText } from '../../../../core/timeline/treatments/words.ts';
import { abnormality, formatPoint, formatRange, formatValue } from '../../../../core/timeline/value.ts';
import type { Say } from '../../../words/index.ts';

export interface Described {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where it begins. */
  readonly at: Moment;
  /** Name of the asset of a picture. */
  readonly asset?: string;
}

export interface Describing {
  readonly report: Pick<CaseReport, 'series' | 'treatments' | 'events' | 'stays' | 'phases' | 'time'> & {
    readonly patient?: Patient;
  };
  readonly images: readonly ImageMark[];
  readonly language: Language;
  readonly say: Say<'course'>;
}

/** "D15 · 12 Apr 2024, 08:30": the day and the date, as far as they are known. */
export function whenText(at: Moment, time: TimeSettings, language: Language): string {
  const day =
    shownDayOf(at, time) === null
      ? ''
      : momentLabel(at, { ...time, show: time.show === 'weeks' ? 'weeks' : 'days' }, language);
  const date = dateOf(at, time) === null ? '' : momentLabel(at, { ...time, show: 'dates' }, language);
  const hour = hourLabel(at, language);
  const dated = [date, hour].filter(part => part !== '').join(', ');
  return [day, dated].filter(part => part !== '').join(' · ');
}

/** "D0 to D6 · 7 days", "from D3 on". */
export function spanText(
  { start, stop }: { readonly start: Moment; readonly stop?: Moment },
  { report: { time }, language, say }: Pick<Describing, 'report' | 'language' | 'say'>,
): string {
  const label = (at: Moment) => momentLabel(at, time, language);
  if (!stop) return say('since', { start: label(start) });
  const count = Math.floor(orderOf(stop, time)) - Math.floor(orderOf(start, time)) + 1;
  const days = say('lasts', { count });
  return label(start) === label(stop)
    ? `${label(start)} · ${days}`
    : `${say('fromTo', { start: label(start), stop: label(stop) })} · ${days}`;
}

function describePoint(series: Series, point: Point, needs: Describing): Described {
  const { report, language, say } = needs;
  const shown = shownSeries(series);
  const [shownAt] = shownPoint(point, series);
  const out = abnormality(point, { ...series, range: point.range ?? series.range });
  const reference = formatRange(shownAt.range ?? shown.range, language);
  const value = formatValue(point, series, language, 'both-units');
  // In the unit it was measured in, which the value in another one follows in brackets.
  const measured = formatPoint(point, language);
  const isOther =
    point.value !== null &&
    point.asPrinted !== '' &&
    ![value, measured].some(text => sameLetters(point.asPrinted, text));
  return {
    title: `${series.analyte} ${value}`,
    at: point.at,
    lines: [
      reference === '' ? '' : [say('reference', { range: reference }), out ? say(out) : ''].filter(Boolean).join(', '),
      isOther ? say('asPrinted', { text: point.asPrinted }) : '',
      point.status === undefined ? '' : say(`status_${point.status}`),
      whenText(point.at, report.time, language),
    ].filter(line => line !== ''),
  };
}

/** Whether what was printed is said by the value already, spaces and the decimal sign aside. */
function sameLetters(printed: string, value: string): boolean {
  const bare = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return bare(value).startsWith(bare(printed));
}

function describeEvent(event: ClinicalEvent, { report, language, say }: Describing): Described {
  return {
    title: event.label,
    at: event.at,
    lines: [say(`kind_${event.kind}`), whenText(event.at, report.time, language), event.note ?? ''].filter(
      line => line !== '',
    ),
  };
}

/** What a target is; null where the report holds it no more. */
export function describe(target: Pick<Target, 'of' | 'id' | 'point'>, needs: Describing): Described | null {
  const { report, images, language } = needs;
  const byId = <T extends { readonly id: string }>(list: readonly T[]) => list.find(({ id }) => id === target.id);
  switch (target.of) {
    case 'point': {
      const series = byId(report.series);
      const point = series?.points.find(({ id }) => id === target.point);
      return series && point ? describePoint(series, point, needs) : null;
    }
    case 'treatment': {
      const treatment = byId(report.treatments);
      if (!treatment) return null;
      const { lines } = arithmeticOf(treatment, report.time, { patient: report.patient, language });
      return {
        title: treatment.name,
        at: treatment.start,
        lines: [regimenText(treatment, language), spanText(treatment, needs), ...lines, treatment.note ?? ''].filter(
          line => line !== '',
        ),
      };
    }
    case 'dose': {
      const treatment = byId(report.treatments);
      const at = treatment?.given?.[Number(target.point)];
      if (!treatment?.given || !at) return null;
      const place = { place: Number(target.point) + 1, count: treatment.given.length };
      return {
        title: treatment.name,
        at,
        lines: [
          regimenText(treatment, language),
          needs.say('doseOf', place),
          whenText(at, report.time, language),
        ].filter(line => line !== ''),
      };
    }
    case 'event': {
      const event = byId(report.events);
      return event ? describeEvent(event, needs) : null;
    }
    case 'stay': {
      const stay = byId(report.stays);
      return stay ? { title: stay.label, at: stay.start, lines: [spanText(stay, needs)] } : null;
    }
    case 'phase': {
      const phase = byId(report.phases);
      return phase ? { title: phase.name, at: phase.start, lines: [spanText(phase, needs)] } : null;
    }
    case 'image': {
      const image = byId(images);
      return image
        ? {
            title: needs.say('image', { label: image.label }),
            at: image.at,
            asset: image.asset,
            lines: [whenText(image.at, report.time, language)],
          }
        : null;
    }
  }
}
