/** Units that laboratories hardly print, "[gal_br]" or "dyn.s/cm5": read by a UCUM library where a program has given one. */
import type { Measure } from './dimension.ts';
import { normalised, readUnit, type Unit } from './read.ts';

export type UnitLibrary = (ucum: string) => Measure | null;

let library: UnitLibrary | null = null;
const known = new Map<string, Unit | null>();

/**
 * Gives the domain a library for what its own tables do not have. A host does; a window, whose units are those of its report's
 * series, reads without: the library is larger than all the rest of it.
 */
export function giveUnitLibrary(read: UnitLibrary | null): void {
  library = read;
  known.clear();
}

/** What the unit of a series is, as {@link readUnit}, and by the library where there is one. No guess: only UCUM's own codes. */
export function readAnyUnit(printed: string): Unit | null {
  const unit = readUnit(printed);
  if (unit || !library) return unit;
  const there = known.get(printed);
  if (there !== undefined) return there;
  // Brackets around the whole are UCUM's own here: "[ft_i]".
  const code = printed.startsWith('[') ? printed.trim() : normalised(printed).replaceAll('^', '');
  const measure = code === '' ? null : library(code);
  const found = measure && { ucum: code, ...measure };
  if (known.size < 1000) known.set(printed, found);
  return found;
}
