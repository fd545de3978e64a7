/** Systolic and diastolic pressure, which are read as one: two series in one lane. */
import type { Language, Series } from '../../report/types.ts';

const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** What laboratories and monitors call them for short: PAS/PAD, TAS/TAD in French, SBP/DBP, NIBP and ABP with a letter in English. */
const SHORT: Readonly<Record<string, 'systolic' | 'diastolic'>> = {
  pas: 'systolic',
  tas: 'systolic',
  sbp: 'systolic',
  pad: 'diastolic',
  tad: 'diastolic',
  dbp: 'diastolic',
};
/** LOINC: systolic and diastolic blood pressure. */
const CODES: Readonly<Record<string, 'systolic' | 'diastolic'>> = { '8480-6': 'systolic', '8462-4': 'diastolic' };

const BLOOD = 'blood pressure';

interface Half {
  readonly is: 'systolic' | 'diastolic';
  /** What the two halves of a pair have in common: of "pulmonary artery systolic pressure" its name without "systolic". */
  readonly of: string;
}

function halfOf({ analyte, loinc }: Series): Half | null {
  const name = folded(analyte);
  const short = SHORT[name] ?? CODES[loinc ?? ''];
  if (short) return { is: short, of: BLOOD };
  const [word] = /\b(?:systolic|systolique|diastolic|diastolique)\b/.exec(name) ?? [];
  if (word === undefined) return null;
  const of = name.replace(word, ' ').replace(/\s+/g, ' ').trim();
  const isBlood = /^(?:blood pressure|bp|arterial pressure|pression arterielle|tension arterielle|ta|pa)?$/.test(of);
  return { is: word.startsWith('systol') ? 'systolic' : 'diastolic', of: isBlood ? BLOOD : of };
}

/** The diastolic series of each systolic one, by its id: of one pressure in one unit, where there is one of each. */
export function pressurePairs(series: readonly Series[]): ReadonlyMap<string, Series> {
  const halves = series.flatMap(one => {
    const half = halfOf(one);
    return half ? [{ ...half, one }] : [];
  });
  const pairs = new Map<string, Series>();
  for (const { is, of, one } of halves) {
    if (is !== 'systolic') continue;
    const alike = halves.filter(other => other.of === of && other.one.unit === one.unit);
    const others = alike.filter(other => other.is === 'diastolic');
    if (others.length === 1 && alike.length === 2) pairs.set(one.id, (others[0] as { one: Series }).one);
  }
  return pairs;
}

const NAMES = { en: 'Blood pressure', fr: 'Pression artérielle' } as const;

/** What a pair is called: its name without "systolic". */
export function pairName(systolic: Series, language: Language): string {
  if (halfOf(systolic)?.of === BLOOD) return NAMES[language];
  return systolic.analyte.replace(/\s*\bsystoli(?:c|que)\b\s*/i, ' ').trim();
}
