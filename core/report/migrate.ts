/** Older files brought to the present schema, one step a version. Forward only. */
import { SCHEMA_VERSION } from './types.ts';

type Json = Readonly<Record<string, unknown>>;

/** `steps[n]` brings version n + 1 to version n + 2. Version 1 is the first there was. */
const steps: readonly ((report: Json) => Json)[] = [];

/** A report of an older version as one of the present version. */
export function migrate(report: Json, from: number): Json {
  return steps.slice(from - 1, SCHEMA_VERSION - 1).reduce((older, step) => step(older), report);
}
