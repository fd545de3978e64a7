/** What has to be set of a report's citations. */
import { numberReport } from '../../core/manuscript/number.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import type { CitingRequest } from '../citing/citing.ts';

/** All of a report's clusters in reading order, as a template sets them. A form (`inForm`) changes nothing of it. */
export function citingOf(report: CaseReport, template: Template): CitingRequest {
  const { citations: clusters } = numberReport(report, template);
  return { clusters, references: report.references, template, language: report.language };
}
