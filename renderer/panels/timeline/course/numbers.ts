/** Numbers as they are typed here and shown again. */
import type { Language } from '../../../../core/report/types.ts';
import { formatNumber } from '../../../../core/timeline/value.ts';

/** "25", "0,5", "1 125", "1,125.5": null where it is no number. A single comma is a decimal sign, as is a point. */
export function typedNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  const plain = /^-?\d+(?:[.,]\d+)?$/.test(bare)
    ? bare.replace(',', '.')
    : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
      ? bare.replaceAll(',', '')
      : null;
  return plain === null ? null : Number(plain);
}

/** With all its decimals and the decimal sign of the language. */
export function numberText(value: number, language: Language): string {
  return formatNumber(value, String(value).split('.')[1]?.length ?? 0, language);
}
