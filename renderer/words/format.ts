/** Numbers, times and sizes as the interface's language writes them. */
import type { Language } from '../../core/report/types.ts';
import { interfaceLanguage, useLanguage } from './index.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

export interface Format {
  /** 1684 is "1,684" or "1 684". */
  number(value: number): string;
  /** For little room: 20000 is "20k" or "20 k", and what is under ten thousand as it is. */
  short(value: number): string;
  /** "14:32". */
  time(at: number): string;
  /** "today, 14:32", "yesterday, 18:05", "17 November", "3 March 2024". */
  moment(at: number, now?: number): string;
  /** "17 Nov", "3 Mar 2024". */
  day(at: number, now?: number): string;
  /** Bytes as "820 kB" or "9.4 MB". */
  size(bytes: number): string;
}

const DAY = 86_400_000;

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The writing of one language. */
export function formatIn(language: Language): Format {
  const locale = LOCALES[language];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Made once: a formatter costs more than what it formats.
  const numbers = new Intl.NumberFormat(locale);
  const rounded = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 });
  const time = (at: number) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
  return {
    number: value => numbers.format(value),
    short: value => (value < 10_000 ? numbers : rounded).format(value),
    time,
    moment(at, now = Date.now()) {
      const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
      if (days === 0 || days === -1) return `${relative.format(days, 'day')}, ${time(at)}`;
      const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        ...(!sameYear && { year: 'numeric' }),
      }).format(at);
    },
    day(at, now = Date.now()) {
      const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        ...(!sameYear && { year: 'numeric' }),
      }).format(at);
    },
    size(bytes) {
      const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0,
      }).format(value);
    },
  };
}

const formats: Readonly<Record<Language, Format>> = { en: formatIn('en'), fr: formatIn('fr') };

/** The writing of the interface's language as it is now. */
export const formatNow = (): Format => formats[interfaceLanguage()];

/** The writing of the interface's language, following changes. */
export function useFormat(): Format {
  return formats[useLanguage()];
}
