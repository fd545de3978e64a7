/** The drawing in words, written from the data. */
import type { ClinicalEvent, Patient, Phase, Stay, Treatment } from '../../report/course.ts';
import type { Language, Moment, Point, Series, TimeSettings } from '../../report/types.ts';
import { momentLabel } from '../moment.ts';
import { totalOf } from '../treatments/total.ts';
import { regimenText, totalText } from '../treatments/words.ts';
import { abnormality, formatPoint, formatRange } from '../value.ts';
import type { TimelineData } from './types.ts';

const WORDS = {
  en: {
    none: 'No lab values.',
    reference: 'reference',
    at: 'at',
    on: 'on',
    from: 'from',
    to: 'to',
    since: 'from',
    onward: 'onward',
    total: 'in all',
    colon: ': ',
    semicolon: '; ',
    values: (count: number) => `${count} values`,
    least: 'lowest',
    most: 'highest',
    doses: (count: number) => `${count} times`,
    image: 'Image',
  },
  fr: {
    none: 'Aucune valeur biologique.',
    reference: 'référence',
    at: 'à',
    on: 'le',
    from: 'de',
    to: 'à',
    since: 'à partir de',
    onward: '',
    total: 'au total',
    colon: '\u00a0: ',
    semicolon: '\u202f; ',
    values: (count: number) => `${count} valeurs`,
    least: 'minimum',
    most: 'maximum',
    doses: (count: number) => `${count} fois`,
    image: 'Image',
  },
} as const;

/** Series with more values are told by their ends and extremes. */
const MOST_TOLD = 24;

interface Telling {
  readonly time: TimeSettings;
  readonly language: Language;
  readonly patient: Patient | undefined;
}

/** "at D3", "on 12 May 2021". */
function when(at: Moment, { time, language }: Telling): string {
  const label = momentLabel(at, time, language);
  const words = WORDS[language];
  return `${/^[DJSW]/.test(label) ? words.at : words.on} ${label}`;
}

function span(start: Moment, stop: Moment | undefined, telling: Telling): string {
  const words = WORDS[telling.language];
  const label = (at: Moment) => momentLabel(at, telling.time, telling.language);
  if (stop === undefined) return `${words.since} ${label(start)}${words.onward === '' ? '' : ` ${words.onward}`}`;
  if (label(start) === label(stop)) return when(start, telling);
  return `${words.from} ${label(start)} ${words.to} ${label(stop)}`;
}

function told(point: Point, series: Series, telling: Telling): string {
  const out = abnormality(point, series);
  const arrow = out === 'high' ? '\u00a0↑' : out === 'low' ? '\u00a0↓' : '';
  return `${formatPoint(point, telling.language)}${arrow} ${when(point.at, telling)}`;
}

/** "CRP (mg/L): 60 ↑ at D0, 20 at D105; reference < 5." */
function seriesText(series: Series, telling: Telling): string {
  const words = WORDS[telling.language];
  const points = series.points.filter(({ status }) => status !== 'superseded');
  const range = formatRange(series.range, telling.language);
  const name = series.unit === '' ? series.analyte : `${series.analyte} (${series.unit})`;
  const values =
    points.length > MOST_TOLD
      ? extremes(points, series, telling)
      : points.map(point => told(point, series, telling)).join(', ');
  return `${name}${words.colon}${values}${range === '' ? '' : `${words.semicolon}${words.reference} ${range}`}.`;
}

function extremes(points: readonly Point[], series: Series, telling: Telling): string {
  const words = WORDS[telling.language];
  let least: Point | undefined;
  let most: Point | undefined;
  for (const point of points) {
    if (point.value === null) continue;
    if (least?.value === undefined || point.value < (least.value as number)) least = point;
    if (most?.value === undefined || point.value > (most.value as number)) most = point;
  }
  const ends = [points[0], points.at(-1)].map(point => (point ? told(point, series, telling) : '')).join(', ');
  const extreme = (label: string, point: Point | undefined) =>
    point ? `, ${label} ${told(point, series, telling)}` : '';
  return `${words.values(points.length)}, ${ends}${extreme(words.least, least)}${extreme(words.most, most)}`;
}

function treatmentText(treatment: Treatment, telling: Telling): string {
  const { language, time } = telling;
  const words = WORDS[language];
  const given = treatment.given ?? [];
  const changes = treatment.changes.map(change => `${regimenText(change, language)} ${when(change.at, telling)}`);
  const when_ =
    given.length > 0
      ? `${words.doses(given.length)}, ${span(given[0] as Moment, given.at(-1), telling)}`
      : span(treatment.start, treatment.stop, telling);
  const total = totalText(totalOf(treatment, time, { patient: telling.patient }), language);
  const parts = [regimenText(treatment, language), when_, ...changes, total === '' ? '' : `${total} ${words.total}`];
  return `${treatment.name}${words.colon}${parts.filter(part => part !== '').join(', ')}.`;
}

const eventText = ({ label, at }: ClinicalEvent, telling: Telling) => `${label} ${when(at, telling)}.`;
const stayText = ({ label, start, stop }: Stay, telling: Telling) => `${label} ${span(start, stop, telling)}.`;
const phaseText = ({ name, start, stop }: Phase, telling: Telling) =>
  `${name}${WORDS[telling.language].colon}${span(start, stop, telling)}.`;

/** What a drawing shows, lane by lane, in the language of the document. */
export function alternativeText(data: TimelineData, language: Language): string {
  const telling: Telling = { time: data.time, language, patient: data.patient };
  const words = WORDS[language];
  const all = [
    ...(data.phases ?? []).map(phase => phaseText(phase, telling)),
    ...(data.stays ?? []).map(stay => stayText(stay, telling)),
    ...(data.events ?? []).map(event => eventText(event, telling)),
    ...(data.treatments ?? []).map(treatment => treatmentText(treatment, telling)),
    ...data.series.map(series => seriesText(series, telling)),
    ...(data.images ?? []).map(({ label, at }) => `${words.image} ${label} ${when(at, telling)}.`),
  ];
  return all.length === 0 ? words.none : all.join(' ');
}
