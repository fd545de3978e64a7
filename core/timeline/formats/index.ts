/** Reading a laboratory's file, whatever its format. */
import { decodeText } from '../../encoding.ts';
import { done, failed, type Outcome, problem } from '../../outcome.ts';
import { isDelimited, readDelimitedLabs, readEncodedLabs } from './csv.ts';
import { isDoubtful } from './delimited.ts';
import { beginsLikeFhir, isFhir, readFhirLabs } from './fhir/index.ts';
import { finish } from './finish.ts';
import { isFixedWidth, readFixedWidth } from './fixed-width.ts';
import { isHl7, readHl7Labs } from './hl7/index.ts';
import { isReportText, readReportText } from './report-text.ts';
import { isSpaced, readSpaced } from './spaced.ts';
import { type LabOptions, type LabReading, type RawReading, type Step, within } from './types.ts';
import { isWorkbook, readWorkbookLabs } from './xlsx/index.ts';

/** What a format is recognised by and read from: its bytes, and the same as text where they are text. */
export interface LabSource {
  readonly bytes: Uint8Array | null;
  /** Empty where the bytes are no text. */
  readonly text: string;
}

interface LabFormat {
  readonly id: string;
  readonly recognises: (source: LabSource) => boolean;
  readonly read: (source: LabSource, options: LabOptions, step: Step) => RawReading;
}

/** In the order they are tried: by content, never by a file's name. */
export const labFormats: readonly LabFormat[] = [
  {
    id: 'xlsx',
    recognises: ({ bytes }) => bytes !== null && isWorkbook(bytes),
    read: ({ bytes }, options, step) => readWorkbookLabs(bytes as Uint8Array, options, step),
  },
  { id: 'fhir', recognises: ({ text }) => isFhir(text), read: ({ text }, options) => readFhirLabs(text, options) },
  { id: 'hl7v2', recognises: ({ text }) => isHl7(text), read: ({ text }, options) => readHl7Labs(text, options) },
  {
    id: 'fixed-width',
    recognises: ({ text }) => isFixedWidth(text),
    read: ({ text }, options) => readFixedWidth(text, options),
  },
  { id: 'spaced', recognises: ({ text }) => isSpaced(text), read: ({ text }, options) => readSpaced(text, options) },
  {
    id: 'report',
    recognises: ({ text }) => isReportText(text),
    read: ({ text }, options) => readReportText(text, options),
  },
  {
    id: 'csv',
    recognises: ({ text }) => isDelimited(text),
    read: ({ text }, options, step) => readDelimitedLabs(text, options, step),
  },
];

const recognised = (source: LabSource) => labFormats.find(each => each.recognises(source));

/** Bytes whose letters are, in UTF-8, more than any format but FHIR is recognised by: 40,000. */
const BEGINNING = 128 * 1024;

/**
 * A long table in UTF-8: recognised by its beginning and read from its bytes, so that the whole of it is never made a text of.
 * Null where it is anything else.
 */
function readLongTable(bytes: Uint8Array, options: LabOptions, step: Step): RawReading | null {
  if (bytes.length <= BEGINNING) return null;
  let end = BEGINNING;
  // Not within a letter of several bytes.
  while (end > BEGINNING - 4 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  const text = new TextDecoder().decode(bytes.subarray(0, end));
  if (isDoubtful(text) || beginsLikeFhir(text) || recognised({ bytes, text })?.id !== 'csv') return null;
  return readEncodedLabs(bytes, text, options, step);
}

/** Reads a file or a text in the format that it is recognised as; null where it is in none. */
function readRaw(source: Uint8Array | string, options: LabOptions, step: Step): { id: string; raw: RawReading } | null {
  const bytes = typeof source === 'string' ? null : source;
  const table = bytes && readLongTable(bytes, options, step);
  if (table) return { id: 'csv', raw: table };
  const letters = typeof source === 'string' ? source : isWorkbook(source) ? '' : decodeText(source).text;
  const from: LabSource = { bytes, text: letters.includes('\0') ? '' : letters.replace(/^\ufeff/, '') };
  const format = recognised(from);
  return format ? { id: format.id, raw: format.read(from, options, step) } : null;
}

/** Share of the work that is done when a format's reader has ended. */
const RAW = 0.7;

/** Reads lab values from the bytes of a file or from pasted text. `step` hears how far it is, where the file is long. */
export function readLabs(
  source: Uint8Array | string,
  options: LabOptions = {},
  name = '',
  step: Step = () => undefined,
): Outcome<LabReading> {
  const found = readRaw(source, options, within(step, 0, RAW));
  const isRead = ({ results, warnings }: RawReading) =>
    results.length > 0 || warnings.some(({ kind }) => kind !== 'column-not-used' && kind !== 'comment');
  if (found && isRead(found.raw)) return done(finish(found.id, found.raw, options, within(step, RAW, 1)));
  return failed(
    problem(
      'lab.format',
      {
        en: `${name === '' ? 'The pasted text' : `“${name}”`} holds no lab values that could be recognised.`,
        fr: `${name === '' ? 'Le texte collé' : `«\u00a0${name}\u00a0»`} ne contient aucun résultat reconnaissable.`,
      },
      {
        en: 'Nothing was imported and your report is unchanged. CSV, Excel (.xlsx), FHIR, HL7 v2 and pasted results are read; a table needs a header row naming analyte, date, value and unit.',
        fr: 'Rien n’a été importé et votre document est inchangé. CSV, Excel (.xlsx), FHIR, HL7 v2 et résultats collés sont lus\u00a0; un tableau doit avoir une ligne d’en-tête nommant analyse, date, valeur et unité.',
      },
      ...(name === '' ? [] : [name]),
    ),
  );
}
