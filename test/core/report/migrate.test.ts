/** Files of every older version come in whole: the fixtures of a version are reports that it wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../core/report/migrate.ts';
import { apply } from '../../../core/report/ops.ts';
import { parseReport, readReport } from '../../../core/report/parse.ts';
import { SCHEMA_VERSION } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';
import { reportOf } from '../fixtures.ts';

const folder = join(import.meta.dirname, 'versions');
const files = readdirSync(folder).flatMap(version =>
  readdirSync(join(folder, version)).map(name => [Number(version), join(folder, version, name)] as const),
);

describe('older files', () => {
  it('there are fixtures of every version before this one', () => {
    const versions = new Set(files.map(([version]) => version));
    expect([...versions]).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1));
  });

  it.each(files)('version %i comes in without a warning and without a loss: %s', (version, path) => {
    const text = readFileSync(path, 'utf8');
    const before = JSON.parse(text);
    expect(before.version).toBe(version);
    const read = parseReport(text, 'old.casereport');
    if (!read.ok) throw new Error(read.problem.message.en);
    expect(read.value.warnings).toEqual([]);
    const after = JSON.parse(writeReport(read.value.report));
    expect(after.version).toBe(SCHEMA_VERSION);
    for (const key of Object.keys(before)) if (key !== 'version') expect(after[key], key).toEqual(before[key]);
    // A second reading changes nothing more.
    const again = readReport(after, 'new.casereport');
    expect(again.ok && writeReport(again.value.report)).toBe(writeReport(read.value.report));
  });

  it('version 2 adds an empty course', () => {
    const { treatments, events, stays, phases, version } = migrate({ version: 1, format: 'casereport' }, 1);
    expect({ treatments, events, stays, phases, version }).toEqual({
      treatments: [],
      events: [],
      stays: [],
      phases: [],
      version: 2,
    });
  });

  it('a version that is not known yet is refused, and the file is said to be intact', () => {
    const read = readReport({ ...reportOf('en', {}), version: SCHEMA_VERSION + 1 }, 'new.casereport');
    expect(read.ok ? '' : read.problem.code).toBe('report.version');
  });
});

describe('ops on the course', () => {
  const report = reportOf('en', {});
  const treatment = { id: 't', name: 'Prednisone', start: { day: 0 }, changes: [] };

  it('each comes back with its inverse', () => {
    for (const op of [
      { set: 'treatment', id: 't', value: treatment },
      { set: 'event', id: 'e', value: { id: 'e', kind: 'procedure', label: 'Biopsy', at: { day: 2 } } },
      { set: 'stay', id: 's', value: { id: 's', label: 'Intensive care', start: { day: 0 }, stop: { day: 3 } } },
      { set: 'phase', id: 'p', value: { id: 'p', name: 'Attack', start: { day: 0 } } },
      { set: 'patient', value: { weight: 62 } },
    ] as const) {
      const { report: changed, inverse } = apply(report, op);
      expect(changed).not.toEqual(report);
      expect(apply(changed, inverse).report).toEqual(report);
    }
  });

  it('a course that is not as it should be loses only what is wrong, and says where', () => {
    const read = readReport({ ...report, treatments: [treatment, { id: 'x' }] }, 'a.casereport');
    if (!read.ok) throw new Error('not read');
    expect(read.value.report.treatments).toEqual([treatment]);
    expect(read.value.warnings.map(({ where }) => where)).toEqual(['a.casereport › treatments › 2']);
  });
});
