/** Older files brought to the present schema, one step a version. Forward only. */
import { SCHEMA_VERSION } from './types.ts';

type Json = Readonly<Record<string, unknown>>;

type Step = (report: Json) => Json;

/** Version 2 has the clinical course: treatments, events, stays and phases. What else is new in it is optional. */
const withCourse: Step = report => ({ ...report, version: 2, treatments: [], events: [], stays: [], phases: [] });

/** `steps[n]` brings version n + 1 to version n + 2. Version 1 is the first there was. */
const steps: readonly Step[] = [withCourse];

/** A report of an older version as one of the present version. */
export function migrate(report: Json, from: number): Json {
  return steps.slice(from - 1, SCHEMA_VERSION - 1).reduce((older, step) => step(older), report);
}
