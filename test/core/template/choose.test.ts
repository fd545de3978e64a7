import { describe, expect, it } from 'vitest';
import { apply } from '../../../core/report/ops.ts';
import { parseReport } from '../../../core/report/parse.ts';
import { writeReport } from '../../../core/report/write.ts';
import { carried, carriedTemplate, templateOf } from '../../../core/template/choose.ts';
import type { Template } from '../../../core/template/types.ts';
import { house, reportOf } from '../fixtures.ts';

const here = [house('plain-en'), house('plain-fr')];
const mine: Template = { ...house('plain-en'), id: 'own-1', name: { en: 'Mine', fr: 'Le mien' } };
const withMine = apply(reportOf('fr', {}), { set: 'template', value: mine.id, ...carried(mine) }).report;

describe('the template of a report', () => {
  it('is the one of its name; else the one it carries; else the plain one of its language', () => {
    expect(templateOf(reportOf('fr', {}), here)?.id).toBe('plain-fr');
    expect(templateOf(withMine, here)).toEqual(mine);
    const changed = { ...mine, description: { en: 'changed here', fr: 'changé ici' } };
    expect(templateOf(withMine, [...here, changed])).toBe(changed);
    expect(templateOf({ ...reportOf('fr', {}), template: 'gone' }, here)?.id).toBe('plain-fr');
    expect(templateOf(reportOf('fr', {}), [])).toBe(null);
  });
  it('travels in its file when it is the user’s own, and only then', () => {
    const read = parseReport(writeReport(withMine), 'x');
    expect(read.ok && read.value.warnings).toEqual([]);
    expect(read.ok && carriedTemplate(read.value.report)).toEqual(mine);
    expect(carried(house('bmj-case-reports'))).toEqual({});
    const back = apply(withMine, { set: 'template', value: 'plain-fr' });
    expect('ownTemplate' in back.report).toBe(false);
    expect(apply(back.report, back.inverse).report).toEqual(withMine);
  });
  it('that is carried and damaged is left out, and the report opens all the same', () => {
    const broken = { ...withMine, ownTemplate: { id: 'own-1', page: 7 } as unknown as Template };
    expect(carriedTemplate(broken)).toBe(null);
    expect(templateOf(broken, here)?.id).toBe('plain-fr');
    const odd = parseReport(JSON.stringify({ ...withMine, ownTemplate: 'no object' }), 'x');
    expect(odd.ok && odd.value.report.template).toBe('own-1');
    expect(odd.ok && odd.value.warnings).toHaveLength(1);
  });
});
