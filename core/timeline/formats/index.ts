/** Reading a laboratory's file, whatever its format. */
import { decodeText } from '../../encoding.ts';
import { done, failed, type Outcome, problem } from '../../outcome.ts';
import { readDelimitedLabs } from './csv.ts';
import type { LabOptions, LabReading } from './types.ts';

interface LabFormat {
  readonly id: string;
  readonly recognises: (text: string) => boolean;
  readonly read: (text: string, options: LabOptions) => LabReading;
}

/** In the order they are tried. */
export const labFormats: readonly LabFormat[] = [
  { id: 'csv', recognises: text => /[,;\t|]/.test(text), read: readDelimitedLabs },
];

/** Reads lab values from the bytes of a file or from pasted text. */
export function readLabs(source: Uint8Array | string, options: LabOptions = {}, name = ''): Outcome<LabReading> {
  const text = typeof source === 'string' ? source : decodeText(source).text;
  const reading = text.includes('\0')
    ? null
    : (labFormats.find(format => format.recognises(text))?.read(text, options) ?? null);
  if (reading && (reading.values > 0 || reading.notUnderstood.length > 0)) return done(reading);
  return failed(
    problem(
      'lab.format',
      {
        en: `${name === '' ? 'The pasted text' : `“${name}”`} holds no table of lab values that could be recognised.`,
        fr: `${name === '' ? 'Le texte collé' : `«\u00a0${name}\u00a0»`} ne contient aucun tableau de résultats reconnaissable.`,
      },
      {
        en: 'Nothing was imported and your report is unchanged. Export the results as CSV, with a header row naming analyte, date, value and unit.',
        fr: 'Rien n’a été importé et votre document est inchangé. Exportez les résultats en CSV, avec une ligne d’en-tête nommant analyse, date, valeur et unité.',
      },
      ...(name === '' ? [] : [name]),
    ),
  );
}
