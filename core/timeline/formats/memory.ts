/**
 * What a user answered about a file, kept for the next file of the same shape. A shape is the format with the names of the columns,
 * days among them counted as one; names are kept as hashes alone, and nothing that differs from patient to patient is kept at all:
 * no moments, no year, no sheet.
 */
import type { Decimal } from '../quantity.ts';
import type { DateOrder } from '../read-moment.ts';
import { momentOfHead } from './columns.ts';
import type { ColumnRole, LabOptions, LabReading, Shape } from './types.ts';
import type { Epoch } from './xlsx/dates.ts';

/** Keys are hashes of folded names. */
export interface Remembered {
  /** The day it was last answered, `YYYY-MM-DD`. */
  readonly at: string;
  readonly shape?: Shape;
  readonly roles?: Readonly<Record<string, ColumnRole>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: Decimal;
  readonly epoch?: Epoch;
  readonly units?: Readonly<Record<string, string>>;
  readonly analytes?: Readonly<Record<string, string>>;
  readonly joined?: Readonly<Record<string, string>>;
  readonly meantUnits?: Readonly<Record<string, string>>;
}

/** All that is remembered, by {@link shapeKey}. */
export type ShapeMemory = Readonly<Record<string, Remembered>>;

/** Two 26-bit lanes of multiplicative hashing, as base 36: tells names apart and does not give them back. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(36);
}

const hashes = new Map<string, string>();

/** The hash that a name is remembered by. */
export function nameHash(name: string): string {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  const made = hash(folded);
  if (hashes.size < 5000) hashes.set(name, made);
  return made;
}

const isDay = (name: string) => momentOfHead(name) !== '';

/** The shape of a file: its format and the names of its columns in their order; none where the format has no columns. */
export function shapeKey(format: string, header: readonly string[]): string {
  const names = header.map(name => (isDay(name) ? '#' : nameHash(name)));
  return hash([format, ...names.filter((name, index) => name !== '#' || names[index - 1] !== '#')].join('\0'));
}

/** The hashes of columns; the second of a name is another than the first, and columns of days have none. */
function columnHashes(header: readonly string[]): readonly (string | null)[] {
  const times = new Map<string, number>();
  return header.map(name => {
    if (isDay(name)) return null;
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return nameHash(count === 1 ? name : `${name}\0${count}`);
  });
}

/** Options with what is remembered of columns; what the user says now comes first. */
export function withRemembered(
  options: LabOptions,
  remembered: Remembered | undefined,
  header: readonly string[],
): LabOptions {
  if (!remembered) return options;
  const roles = Object.fromEntries(
    columnHashes(header).flatMap((key, index) => {
      const role = key === null ? undefined : remembered.roles?.[key];
      return role === undefined ? [] : [[index, role] as const];
    }),
  );
  return {
    ...(remembered.shape ? { shape: remembered.shape } : {}),
    ...(Object.keys(roles).length > 0 ? { roles } : {}),
    ...(remembered.epoch ? { epoch: remembered.epoch } : {}),
    ...options,
    recalled: remembered,
  };
}

type ByName = 'units' | 'analytes' | 'joined' | 'meantUnits';

/** What the user says of a name, now or as last time. */
export function said(options: LabOptions, what: ByName, name: string): string | undefined {
  return options[what]?.[name] ?? options.recalled?.[what]?.[nameHash(name)];
}

const hashed = (answers: Readonly<Record<string, string>> | undefined) =>
  Object.fromEntries(Object.entries(answers ?? {}).map(([name, answer]) => [nameHash(name), answer] as const));

/** What is to be remembered of a reading that was taken in; null where nothing was answered. `today` is `YYYY-MM-DD`. */
export function rememberedOf(
  { table, recalled }: Pick<LabReading, 'table' | 'recalled'>,
  options: LabOptions,
  today: string,
): Remembered | null {
  const keys = columnHashes(table?.columns.map(({ header }) => header) ?? []);
  const roles = options.roles
    ? Object.fromEntries(
        keys.flatMap((key, index) => {
          const role = options.roles?.[index];
          return key === null || role === undefined ? [] : [[key, role] as const];
        }),
      )
    : recalled?.roles;
  const [shape, dateOrder, decimal, epoch] = [
    options.shape ?? recalled?.shape,
    options.dateOrder ?? recalled?.dateOrder,
    options.decimal ?? recalled?.decimal,
    options.epoch ?? recalled?.epoch,
  ];
  const byName = (['units', 'analytes', 'joined', 'meantUnits'] as const).flatMap(what => {
    const answers = { ...recalled?.[what], ...hashed(options[what]) };
    return Object.keys(answers).length > 0 ? [[what, answers] as const] : [];
  });
  const kept = {
    ...(shape ? { shape } : {}),
    ...(roles && Object.keys(roles).length > 0 ? { roles } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimal ? { decimal } : {}),
    ...(epoch ? { epoch } : {}),
    ...Object.fromEntries(byName),
  };
  return Object.keys(kept).length === 0 ? null : { at: today, ...kept };
}
