import { firstCitations, namedShortly } from '../../references/cited.ts';
import type { Check } from '../types.ts';

/** More than these are said in one sentence. */
const MOST = 10;

const hint = {
  en: 'They are not printed. Cite them, or remove them from the report.',
  fr: 'Elles ne sont pas imprimées. Citez-les, ou retirez-les du document.',
};

/** References that the report holds and nobody cites. */
export const unusedReferences: Check = {
  id: 'citing.unused-references',
  area: 'citing',
  about: { en: 'Every reference of the report is cited.', fr: 'Chaque référence du document est citée.' },
  run: ({ report }) => {
    const cited = firstCitations(report);
    const unused = report.references.filter(({ id }) => !cited.has(id));
    if (unused.length > MOST) {
      return [
        {
          severity: 'note',
          message: {
            en: `${unused.length} references of the report are cited nowhere.`,
            fr: `${unused.length} références du document ne sont citées nulle part.`,
          },
          hint,
          place: { reference: (unused[0] as (typeof unused)[number]).id },
        },
      ];
    }
    return unused.map(reference => ({
      severity: 'note' as const,
      message: {
        en: `${namedShortly(reference).en} is cited nowhere.`,
        fr: `${namedShortly(reference).fr} n’est citée nulle part.`,
      },
      hint: {
        en: 'It is not printed. Cite it, or remove it from the report.',
        fr: 'Elle n’est pas imprimée. Citez-la, ou retirez-la du document.',
      },
      place: { reference: reference.id },
    }));
  },
  examples: {
    silent: report => report,
    finds: report => ({ ...report, references: [{ id: 'r', item: { id: 'r', type: 'book', title: 'A book' } }] }),
  },
};
