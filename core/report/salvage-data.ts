/** Data that does not pass its validator made to pass by leaving out as little as there is to: a field, an item of a list. */
import type { z } from 'zod';

interface Salvaged<T> {
  readonly value: T;
  /** Where something was left out: keys and indices from the value's root. */
  readonly places: readonly (readonly PropertyKey[])[];
}

type Box = Record<PropertyKey, unknown>;

/** Fields first, then items, and so outwards. */
const MOST_PASSES = 12;

/** Marks an item of a list that goes. */
const GONE = Symbol('gone');

/** What a required field is where what stood in it was none of its kind. */
const EMPTY: Readonly<Record<string, unknown>> = { string: '', array: [] };

function holderOf(root: unknown, path: readonly PropertyKey[]): Box | null {
  let at = root;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Box)[key];
  }
  return typeof at === 'object' && at !== null ? (at as Box) : null;
}

/** Drops the marked items of every list. */
function swept(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(item => item !== GONE).map(swept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, swept(item)]));
}

/** Leaves out a field, or the unknown ones beside it. Gives whether there was one to leave out. */
function withoutField(value: unknown, issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'unrecognized_keys') {
    const holder = holderOf(value, [...issue.path, '']);
    for (const key of issue.keys) delete holder?.[key];
    return holder !== null;
  }
  const key = issue.path.at(-1);
  const holder = holderOf(value, issue.path);
  if (key === undefined || !holder || Array.isArray(holder)) return false;
  const empty = issue.code === 'invalid_type' ? EMPTY[issue.expected] : undefined;
  if (empty === undefined) delete holder[key];
  else holder[key] = empty;
  return true;
}

/** Marks the innermost item of a list that holds what is wrong. Gives whether there was a list. */
function withoutItem(value: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.findLastIndex(key => typeof key === 'number');
  const list = at < 0 ? null : holderOf(value, path.slice(0, at + 1));
  if (!list) return false;
  list[path[at] as number] = GONE;
  return true;
}

/**
 * A value of `schema` from one that is not. Unknown fields go. With `words`, a field that is none of its kind goes too (a
 * required text becomes empty, and a list without items); where that does not help, and always without `words`, the item of
 * a list that holds it: a result without its "<", or a dose without its "per day", would say something else. Null where
 * nothing is left that passes.
 */
export function salvaged<T>(schema: z.ZodType<T>, raw: unknown, of: 'words' | 'numbers'): Salvaged<T> | null {
  let value = structuredClone(raw);
  let places: readonly (readonly PropertyKey[])[] | null = null;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const read = schema.safeParse(value);
    if (read.success) return { value: read.data, places: places ?? [] };
    const { issues } = read.error;
    places ??= issues.map(({ path }) => path);
    const byField = (issue: z.core.$ZodIssue) =>
      pass % 2 === 0 && (of === 'words' || issue.code === 'unrecognized_keys') && withoutField(value, issue);
    const changed = issues.map(issue => byField(issue) || withoutItem(value, issue.path));
    if (!changed.some(Boolean)) return null;
    value = swept(value);
  }
  return null;
}
