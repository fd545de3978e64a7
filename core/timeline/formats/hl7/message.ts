/** HL7 v2 messages as segments of fields, with the separators that each message states. */
import { decodeWestern } from '../../../encoding.ts';

/** The characters that part a message; those after the field separator stand in MSH-2. */
export interface Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escaping: string;
  readonly subcomponent: string;
}

export interface Segment {
  readonly name: string;
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly separators: Separators;
  /** Raw fields, numbered as in the standard: 1 is the first after the name. */
  readonly fields: readonly string[];
}

const USUAL: Separators = { field: '|', component: '^', repetition: '~', escaping: '\\', subcomponent: '&' };

/** MLLP frames a message by a vertical tab before it and a file separator after it. */
const FRAMING = ['\u000b', '\u001c', '\ufeff'];

const unframed = (text: string) => FRAMING.reduce((rest, sign) => rest.replaceAll(sign, ''), text);

/** Whether a text begins like an HL7 v2 message or batch, with or without the framing of MLLP. */
export function beginsLikeHl7(text: string): boolean {
  return /^\s*(?:MSH|FHS|BHS)[^A-Za-z0-9\s]/.test(unframed(text.slice(0, 200)));
}

function separatorsOf(header: string): Separators {
  const field = header[3] ?? USUAL.field;
  const [component = '^', repetition = '~', escaping = '\\', subcomponent = '&'] =
    header.slice(4).split(field)[0] ?? '';
  return { field, component, repetition, escaping, subcomponent };
}

/** The segments of all messages of a file, in order. A line that begins no segment goes on with the one before it. */
export function readSegments(text: string): readonly Segment[] {
  const segments: { name: string; line: number; separators: Separators; raw: string }[] = [];
  let separators = USUAL;
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    const raw = unframed(written).replace(/^\s+(?=[A-Z][A-Z0-9]{2}\|)/, '');
    if (raw.trim() === '') return;
    const name = raw.slice(0, 3);
    if (/^(?:MSH|FHS|BHS)$/.test(name) && raw.length > 4) separators = separatorsOf(raw);
    const begins = /^[A-Z][A-Z0-9]{2}$/.test(name) && (raw.length === 3 || raw[3] === separators.field);
    const last = segments.at(-1);
    if (begins) segments.push({ name, line: index + 1, separators, raw });
    else if (last) last.raw += `\n${raw}`;
  });
  return segments.map(({ raw, ...segment }) => {
    const [, ...fields] = raw.split(segment.separators.field);
    // In a header the separator itself is the first field.
    const isHeader = /^(?:MSH|FHS|BHS)$/.test(segment.name);
    return { ...segment, fields: isHeader ? ['', segment.separators.field, ...fields] : ['', ...fields] };
  });
}

/** The repetitions of a field, each as its components, unescaped. Empty where the field is empty. */
export function field(segment: Segment, number: number): readonly (readonly string[])[] {
  const raw = segment.fields[number] ?? '';
  // Two quotation marks are HL7's "delete this value".
  if (raw === '' || raw === '""') return [];
  const { repetition, component } = segment.separators;
  return raw.split(repetition).map(one => one.split(component).map(part => unescaped(part, segment.separators)));
}

/** The first repetition's component, trimmed; empty where there is none. */
export function component(segment: Segment, number: number, part = 1): string {
  return field(segment, number)[0]?.[part - 1]?.trim() ?? '';
}

function hexText(digits: string): string {
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
  // "\X00E9\": two bytes a letter, as Unicode counts them.
  if (bytes.length % 2 === 0 && bytes.length > 0 && bytes.every((byte, index) => index % 2 === 1 || byte === 0))
    return String.fromCharCode(...bytes.filter((_, index) => index % 2 === 1));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWestern(bytes);
  }
}

/** Letters behind HL7's escapes: separators, hexadecimal bytes, line breaks; highlighting is dropped. */
export function unescaped(text: string, separators: Separators): string {
  const { escaping, field: fields, component: components, subcomponent, repetition } = separators;
  if (escaping === '' || !text.includes(escaping)) return text;
  let out = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf(escaping, at);
    const close = open < 0 ? -1 : text.indexOf(escaping, open + 1);
    if (close < 0) return out + text.slice(at);
    out += text.slice(at, open);
    const code = text.slice(open + 1, close);
    const known: Readonly<Record<string, string>> = {
      F: fields,
      S: components,
      T: subcomponent,
      R: repetition,
      E: escaping,
      P: '#',
      H: '',
      N: '',
      '.br': '\n',
      '.sp': '\n',
      '.ce': '\n',
    };
    const plain = known[code];
    if (plain !== undefined) out += plain;
    else if (/^X(?:[0-9A-Fa-f]{2})+$/.test(code)) out += hexText(code.slice(1));
    else if (/^(?:[CMZ][0-9A-Fa-f]*|\.[a-z]{2}[+-]?\d*)$/.test(code)) out += '';
    else {
      // No escape after all: a lone backslash in "10\L" stays.
      out += escaping;
      at = open + 1;
      continue;
    }
    at = close + 1;
  }
}
