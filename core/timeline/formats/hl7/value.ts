/** OBX-5 as it would be printed, by the type that OBX-2 states. */
import { component, field, type Segment } from './message.ts';

export interface Printed {
  readonly text: string;
  /** Whether the standard says that it is a number. */
  readonly isNumber: boolean;
}

/** A structured number: comparator, number, separator, number; such as ">^100", "^1^:^80", "^10^-^20", "^2^+". */
function structured(parts: readonly string[]): string {
  const [comparator = '', first = '', separator = '', second = ''] = parts.map(part => part.trim());
  const sign = comparator === '=' ? '' : comparator;
  return `${sign === '<>' ? '≠' : sign}${first}${separator}${second}`;
}

/** A coded value: its text, its own words, or its code. */
function coded(parts: readonly string[]): string {
  return (
    [parts[1], parts[8], parts[4], parts[0], parts[3]].map(part => part?.trim() ?? '').find(part => part !== '') ?? ''
  );
}

/** The values of a segment: one for each repetition of numbers and codes; the lines of a text are one. Empty where there is none. */
export function printedValues(segment: Segment): readonly Printed[] {
  const type = component(segment, 2).toUpperCase();
  const repetitions = field(segment, 5);
  const present = (texts: readonly string[], isNumber: boolean) =>
    texts.map(text => ({ text: text.trim(), isNumber })).filter(({ text }) => text !== '' && text !== '""');
  switch (type) {
    case 'NM':
      return present(
        repetitions.map(parts => parts.join('^')),
        true,
      );
    case 'SN':
      return present(repetitions.map(structured), true);
    case 'CE':
    case 'CWE':
    case 'CNE':
    case 'CF':
      return present(repetitions.map(coded), false);
    // Quantity and units.
    case 'CQ':
      return present(
        repetitions.map(parts => parts[0] ?? ''),
        true,
      );
    // Numeric range.
    case 'NR':
      return present(
        repetitions.map(parts => parts.join('–')),
        true,
      );
    case 'ED':
    case 'RP':
      return [];
    default:
      return present([repetitions.map(parts => parts.join(' ').trim()).join('\n')], false).map(
        ({ text, isNumber }) => ({
          text: text.slice(0, 2000),
          isNumber,
        }),
      );
  }
}
