import type { Treatment } from '../../../../core/report/course.ts';
import { arithmeticOf } from '../../../../core/timeline/treatments/arithmetic.ts';
import { WHY_UNKNOWN } from '../../../../core/timeline/treatments/total.ts';
import { useChoose, useLanguage, useWords } from '../../../words/index.ts';
import type { Draft } from './changes.ts';
import type { Course } from './drawn.ts';

/** What a treatment adds up to, as it is reckoned; or why it does not. Nothing where nobody wrote down a dose. */
export function TreatmentSum({ treatment, course }: { readonly treatment: Draft<Treatment>; readonly course: Course }) {
  const say = useWords('course');
  const choose = useChoose();
  const language = useLanguage();
  const { start, dose } = treatment;
  if (!start || !dose) return null;
  const { lines, because } = arithmeticOf({ ...treatment, start }, course.time, { patient: course.patient, language });
  return (
    <div className="course-sum" role="status" aria-label={say('sum')}>
      {lines.map(line => (
        <b key={line}>{line}</b>
      ))}
      {because && <span>{choose(WHY_UNKNOWN[because])}</span>}
    </div>
  );
}
