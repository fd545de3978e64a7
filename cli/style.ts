/** Reports whose citation style is not on this computer: the shell says so, and which stands in. */
import type { Finding } from '../core/checks/types.ts';
import type { CaseReport } from '../core/report/types.ts';
import type { Shell } from './shell.ts';
import { templateFor } from './template.ts';

/** The finding of a report that is printed in another style than its template asks for; null where the style is here. */
export async function styleFinding(shell: Shell, report: CaseReport): Promise<Finding | null> {
  const template = await templateFor(shell, report);
  const { withKnownStyle } = await import('../host/citing/styles/catalogue.ts');
  const { style: used } = withKnownStyle(template).citations;
  const { style: asked } = template.citations;
  if (used === asked) return null;
  return {
    check: 'citing/style',
    severity: 'warning',
    message: {
      en: `The citation style “${asked}” is not on this computer; citations are printed in “${used}”.`,
      fr: `Le style de citation «\u00a0${asked}\u00a0» n’est pas sur cet ordinateur\u00a0; les appels sont imprimés dans «\u00a0${used}\u00a0».`,
    },
    hint: {
      en: 'Add its .csl file in the window (Template, Style), or choose another style.',
      fr: 'Ajoutez son fichier .csl dans la fenêtre (Modèle, Style), ou choisissez un autre style.',
    },
    place: {},
  };
}
