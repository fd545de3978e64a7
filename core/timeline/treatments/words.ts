/** Treatments in words: what stands in a bar, and what it adds up to. */
import type { Dose, Treatment } from '../../report/course.ts';
import type { Language } from '../../report/types.ts';
import { formatNumber } from '../value.ts';
import type { Total } from './total.ts';

const AROUND = { en: 'about', fr: 'environ' } as const;

function plain(amount: number, language: Language): string {
  const decimals = String(amount).split('.')[1]?.replace(/e.*$/, '').length ?? 0;
  return formatNumber(amount, decimals, language);
}

/** "25 g", "1 mg/kg", "375 mg/m²". */
export function doseText({ amount, unit, per }: Dose, language: Language): string {
  const each = per === 'kg' ? '/kg' : per === 'm2' ? '/m²' : '';
  // The weight stands before the time: mg/kg/h.
  const [, bare, rate = ''] = /^(.*?)(\/(?:h|j|d|jour|day|24 ?h))?$/.exec(unit) ?? [];
  return `${plain(amount, language)}${unit === '' ? '' : `\u00a0${bare}`}${each}${rate}`;
}

/** "25 g 3×/semaine IV"; what is not known is left out, a pause is said. */
export function regimenText(
  { dose, frequency, route }: Pick<Treatment, 'dose' | 'frequency' | 'route'>,
  language: Language,
): string {
  if (dose?.amount === 0) return language === 'fr' ? 'pause' : 'paused';
  const parts = [dose && doseText(dose, language), frequency?.trim(), route?.trim()].filter(Boolean);
  // "60 mg/j", but "60 mg 2/j".
  return parts.join(' ').replace(' /', '/');
}

/** "1 125 g"; rounded to three figures and said to be about where it is not exact. Empty where it is not known. */
export function totalText(total: Total, language: Language): string {
  if (!total.known) return '';
  const rounded = total.exact && Number.isInteger(total.amount) ? total.amount : Number(total.amount.toPrecision(4));
  const text = `${plain(rounded, language)}\u00a0${total.unit}`;
  return total.exact ? text : `${AROUND[language]} ${text}`;
}
