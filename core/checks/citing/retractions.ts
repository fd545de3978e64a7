import { knownStanding } from '../../lookup/file-notices.ts';
import { type Notice, notChecked, type Standing } from '../../lookup/standing.ts';
import type { Words } from '../../outcome.ts';
import { firstCitations, namedShortly } from '../../references/cited.ts';
import type { CaseReport, Reference } from '../../report/types.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

/** The notice and the day on which this was found. */
function told(notice: Notice | undefined, at: number | null): Words {
  const where = [notice?.date, notice?.doi && `DOI ${notice.doi}`].filter(Boolean).join(', ');
  const day = at === null ? '' : new Date(at).toISOString().slice(0, 10);
  const more = where === '' ? '' : ` (${where})`;
  return {
    en: `${more}${day === '' ? '' : `, as found on ${day}`}.`,
    fr: `${more}${day === '' ? '' : `, d’après la vérification du ${day}`}.`,
  };
}

function ofCited(reference: Reference): Pick<Finding, 'severity' | 'message' | 'hint'> | null {
  const { state, notices, noticeOf, at }: Standing = knownStanding(reference) ?? notChecked('never asked');
  const name = namedShortly(reference);
  const more = told(notices[0], at);
  switch (state) {
    case 'retracted':
      return {
        severity: 'error',
        message: { en: `${name.en} was retracted${more.en}`, fr: `${name.fr} a été rétractée${more.fr}` },
        hint: {
          en: 'Read the notice; remove the citation, or say in the text that the work was retracted.',
          fr: 'Lisez l’avis\u00a0; retirez l’appel, ou dites dans le texte que ce travail a été rétracté.',
        },
      };
    case 'concern':
      return {
        severity: 'warning',
        message: {
          en: `The publisher of ${name.en} expressed concern about it${more.en}`,
          fr: `L’éditeur de ${name.fr} a publié une mise en garde${more.fr}`,
        },
        hint: {
          en: 'Read the notice before you build on this work.',
          fr: 'Lisez l’avis avant de vous appuyer sur ce travail.',
        },
      };
    case 'corrected':
      return {
        severity: 'note',
        message: { en: `${name.en} was corrected${more.en}`, fr: `${name.fr} a été corrigée${more.fr}` },
        hint: {
          en: 'See whether the correction touches what you cite it for.',
          fr: 'Vérifiez si la correction touche ce pour quoi vous la citez.',
        },
      };
    case 'none':
    case 'not checked':
      return noticeOf.length === 0
        ? null
        : {
            severity: 'warning',
            message: {
              en: `${name.en} is itself a notice about another work${told(noticeOf[0], null).en}`,
              fr: `${name.fr} est elle-même un avis sur un autre travail${told(noticeOf[0], null).fr}`,
            },
            hint: {
              en: 'Cite the work itself, unless you mean the notice.',
              fr: 'Citez le travail lui-même, sauf si vous visez l’avis.',
            },
          };
  }
}

/** Cited works that were retracted, corrected or put in doubt; and those that could not be checked while others were. */
export const retractions: Check = {
  id: 'citing.retractions',
  area: 'citing',
  about: {
    en: 'No cited work is retracted, put in doubt or corrected, as far as was checked.',
    fr: 'Aucun travail cité n’est rétracté, mis en doute ni corrigé, pour ce qui a été vérifié.',
  },
  run: ({ report }) => {
    const first = firstCitations(report);
    const cited = report.references.filter(({ id }) => first.has(id));
    const findings = cited.flatMap((reference): Omit<Finding, 'check'>[] => {
      const said = ofCited(reference);
      return said ? [{ ...said, place: { ...first.get(reference.id), reference: reference.id } }] : [];
    });
    // Where nobody ever asked, the pane of references says so; here a list that was checked in part must not look whole.
    const open = cited.filter(({ standing }) => !standing || standing.state === 'not checked');
    if (open.length === 0 || cited.every(({ standing }) => standing === undefined)) return findings;
    const [one] = open;
    return [
      ...findings,
      {
        severity: 'note',
        message: {
          en: `${open.length === 1 ? 'One cited reference is' : `${open.length} cited references are`} not checked for retractions.`,
          fr: `${open.length === 1 ? 'Une référence citée n’est pas vérifiée' : `${open.length} références citées ne sont pas vérifiées`} quant aux rétractations.`,
        },
        hint: {
          en: 'Check again in the pane of references; what has no DOI or PMID has to be looked at by you.',
          fr: 'Vérifiez de nouveau dans le volet des références\u00a0; ce qui n’a ni DOI ni PMID est à regarder par vous.',
        },
        place: one ? { ...first.get(one.id), reference: one.id } : {},
      },
    ];
  },
  examples: {
    silent: report => withCited(report, { state: 'none', at: 1.7e12, source: 'crossref', notices: [], noticeOf: [] }),
    finds: report =>
      withCited(report, {
        state: 'retracted',
        at: 1.7e12,
        source: 'crossref',
        notices: [{ kind: 'retracted', date: '2021-06-04', doi: '10.5555/notice', from: 'retraction-watch' }],
        noticeOf: [],
      }),
  },
};

function withCited(report: CaseReport, standing: Standing): CaseReport {
  const item = { id: 'r', type: 'article-journal', title: 'A case', author: [{ family: 'Doe' }] };
  const citing = { type: 'citation' as const, id: 'c', items: [{ reference: 'r' }], children: [{ text: '' }] };
  return withPart(
    { ...report, references: [{ id: 'r', item, standing }] },
    'discussion',
    paragraph('As shown ', citing, '.'),
  );
}
