/**
 * Fields that were kept of a file of another format, as lines among those of `../spare.ts`: "nbib-GR: R01 HL107147/NHLBI NIH HHS".
 * They are read back into the reference, so that a file that goes from one program to another and returns has them in their places.
 */
import { encodeLatex } from '../bibtex/encode.ts';
import type { Foreign } from './fields.ts';

/** What the formats are called in lines, by what their kept fields are named by. */
const CALLED: Readonly<Record<string, string>> = { 'endnote-xml': 'endnote' };
const NAMED = new Map(Object.entries(CALLED).map(([format, called]) => [called, format]));

const LINE = /^(bibtex|ris|nbib|endnote|refworks|zotero|wos|ovid)-([^\s:][^:\n]{0,80}): (\S.*)$/;

const escaped = (name: string) => name.replace(/[%:\n]/g, sign => encodeURIComponent(sign));

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a line says such a field. */
export const isForeign = (line: string): boolean => LINE.test(line);

/** As it stands in a line: JSON where it has more than one line or spaces that would not come back. */
const asText = (value: string) =>
  /[\r\n\t]| {2}|^["[{]|^\s|\s$/.test(value)
    ? JSON.stringify(value).replace(/ {2,}/g, spaces => '\\u0020'.repeat(spaces.length))
    : value;

function fromText(text: string): string {
  if (text.startsWith('"'))
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'string') return value;
    } catch {}
  return text;
}

/** The lines that say a field, one for each of its values. */
export function foreignLines({ format, name, values }: Foreign): readonly string[] {
  return values.map(value => `${CALLED[format] ?? format}-${escaped(name)}: ${asText(value)}`);
}

/** The fields that lines say, by their full names ("nbib:GR"), as their format keeps them; lines that say none are left out. */
export function foreignOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const line of lines) {
    const found = LINE.exec(line.trim());
    if (!found) continue;
    const [, called = '', name = '', text = ''] = found;
    const format = NAMED.get(called) ?? called;
    const full = `${format}:${unescaped(name)}`;
    const value = fromText(text);
    const written = format === 'bibtex' ? encoded(value) : format === 'zotero' ? value : value.replace(/\n/g, '\n\t');
    kept[full] = kept[full] === undefined ? written : `${kept[full]}\n${written}`;
  }
  return kept;
}

/** A path's backslashes are no LaTeX. */
const encoded = (value: string) => (/\\[:;]|:\\/.test(value) ? value : encodeLatex(value));
