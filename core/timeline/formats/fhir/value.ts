/** FHIR's `value[x]` as it would be printed. */
import { asList, asObject, asText, conceptText, type Json, type Resource } from './resource.ts';

export interface PrintedValue {
  readonly text: string;
  readonly unit: string;
  /** Whether it is a number with FHIR's decimal point. */
  readonly isNumber: boolean;
  /** As the laboratory printed it, where the file was written by this program. */
  readonly printed?: string;
}

/** The extension that keeps what a laboratory printed where that is more than the number. */
export const AS_PRINTED = 'urn:casewright:as-printed';

function printedIn(quantity: Resource): { readonly printed?: string } {
  const printed = asText(asList(quantity.extension).find(({ url }) => url === AS_PRINTED)?.valueString);
  return printed === '' ? {} : { printed };
}

const COMPARATORS = new Set(['<', '<=', '>', '>=']);

function unitOf(quantity: Resource): string {
  return asText(quantity.unit) || asText(quantity.code);
}

function quantityText(quantity: Resource): string {
  const comparator = asText(quantity.comparator);
  return `${COMPARATORS.has(comparator) ? comparator : ''}${asText(quantity.value)}`;
}

function rangeText(value: Json): PrintedValue | null {
  const { low, high } = asObject(value);
  const [from, to] = [asText(asObject(low).value), asText(asObject(high).value)];
  const text = from !== '' && to !== '' ? `${from}–${to}` : from !== '' ? `≥${from}` : to === '' ? '' : `≤${to}`;
  const unit = unitOf(asObject(low)) || unitOf(asObject(high));
  return text === '' ? null : { text, unit, isNumber: true };
}

/** "1:80" for titres; a quotient with units ("mg/mmol") where the denominator is one. */
function ratioText(value: Json): PrintedValue | null {
  const { numerator, denominator } = asObject(value);
  const [above, below] = [asObject(numerator), asObject(denominator)];
  const first = quantityText(above);
  if (first === '') return null;
  const second = asText(below.value);
  const units = [unitOf(above), unitOf(below)];
  if (units.some(unit => unit !== '' && unit !== '1') && (second === '' || Number(second) === 1))
    return {
      text: first,
      unit: units
        .map(unit => unit || '1')
        .join('/')
        .replace(/\/1$/, ''),
      isNumber: true,
    };
  return { text: second === '' ? first : `${first}:${second}`, unit: '', isNumber: true };
}

const plain = (text: string, isNumber = false): PrintedValue | null =>
  text === '' ? null : { text, unit: '', isNumber };

/** The value of an observation or of one of its components; null where it has none. */
export function valueIn(holder: Resource): PrintedValue | null {
  const quantity = asObject(holder.valueQuantity ?? holder.valueAge ?? holder.valueDuration);
  const printed = quantityText(quantity);
  if (asText(quantity.value) !== '')
    return { text: printed, unit: unitOf(quantity), isNumber: true, ...printedIn(quantity) };
  if (holder.valueRange !== undefined) return rangeText(holder.valueRange);
  if (holder.valueRatio !== undefined) return ratioText(holder.valueRatio);
  if (holder.valueCodeableConcept !== undefined) return plain(conceptText(holder.valueCodeableConcept));
  if (holder.valueInteger !== undefined) return plain(asText(holder.valueInteger), true);
  if (holder.valuePeriod !== undefined) {
    const { start, end } = asObject(holder.valuePeriod);
    return plain([asText(start), asText(end)].filter(Boolean).join(' – '));
  }
  return plain(asText(holder.valueString ?? holder.valueBoolean ?? holder.valueDateTime ?? holder.valueTime));
}

/** Why there is no value, in the file's words; empty where it does not say. */
export function absence(holder: Resource): string {
  return conceptText(holder.dataAbsentReason) || (holder.valueSampledData === undefined ? '' : 'SampledData');
}

export interface PrintedRange {
  readonly low: string;
  readonly high: string;
  /** Where it is only said in words, or where several hold for different people. */
  readonly text: string;
}

/** The normal range: the only one, or the one that is said to be normal and holds for everyone. */
export function rangeOf(holder: Resource): PrintedRange {
  const ranges = asList(holder.referenceRange);
  const isNormal = (range: Resource) => {
    const codes = asList(asObject(range.type).coding).map(({ code }) => asText(code));
    return range.type === undefined || codes.includes('normal') || /normal/i.test(conceptText(range.type));
  };
  const normal = ranges.filter(isNormal);
  const general = normal.filter(range => range.age === undefined && range.appliesTo === undefined);
  const [only] = general.length === 1 ? general : normal.length === 1 ? normal : [];
  const printed = ({ low, high, text }: Resource): PrintedRange => ({
    low: asText(asObject(low).value),
    high: asText(asObject(high).value),
    text: asText(text),
  });
  if (only) return printed(only);
  if (ranges.length === 0) return { low: '', high: '', text: '' };
  const words = ranges.map(range => {
    const { low, high, text } = printed(range);
    const who = [conceptText(asList(range.appliesTo)[0]), conceptText(range.type)].filter(Boolean).join(' ');
    return `${who === '' ? '' : `${who}: `}${text || `${low}–${high}`}`;
  });
  return { low: '', high: '', text: words.join('; ') };
}

/** The codes of an interpretation that say something, such as "H"; words where there is no code. */
export function flagOf(holder: Resource): string {
  for (const concept of asList(holder.interpretation)) {
    const code =
      asList(concept.coding)
        .map(({ code: each }) => asText(each))
        .find(Boolean) ?? conceptText(concept);
    if (code !== '' && code !== 'N') return code;
  }
  return '';
}
