/** Reading JSON that somebody else's service wrote: nothing is taken to be there. */

export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is something else. */
export function objectOf(value: unknown): Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list; one that is alone counts as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Text or a number as text, trimmed, on one line; else empty. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The first of a list that says something. */
export function firstOf(value: unknown): string {
  for (const each of listOf(value)) {
    const words = wordsOf(each);
    if (words !== '') return words;
  }
  return '';
}

/** The list of a text; null where the text is no JSON list. */
export function parsedList(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The object of a text; null where the text is no JSON object. */
export function parsedObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}
