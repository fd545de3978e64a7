/** The parts of a .docx as text. The file comes from outside: its size is bounded, and nothing is read that is not wanted. */
import { strFromU8, unzipSync } from 'fflate';
import { done, failed, type Outcome, problem } from '../../../core/outcome.ts';

/** Bytes of one part unpacked, and of all: a text of 400 pages has some 20 MB. */
const LARGEST_PART = 100 * 2 ** 20;
const LARGEST = 200 * 2 ** 20;

export type Parts = ReadonlyMap<string, string>;

/** Every XML part by its path. Fails where the bytes are no Word file or would unpack to more than any text has. */
export function partsOf(bytes: Uint8Array): Outcome<Parts> {
  let size = 0;
  let isTooLarge = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        isTooLarge ||= originalSize > LARGEST_PART || size > LARGEST;
        return !isTooLarge;
      },
    });
  } catch {
    return failed(notWord());
  }
  if (isTooLarge) return failed(tooLarge());
  const parts = new Map(Object.entries(files).map(([name, data]) => [name.replace(/^\//, ''), strFromU8(data)]));
  // Word writes none; a file that declares its own entities is not read.
  if ([...parts.values()].some(text => /<!DOCTYPE/i.test(text))) return failed(notWord());
  return done(parts);
}

/** Bytes of all pictures unpacked that are looked at; those beyond are as if they were not there. */
const MOST_PICTURES = 400 * 2 ** 20;

/** Pictures of a Word file by their path. */
export function picturesIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/(?:^|\/)media\//.test(name) || size + originalSize > MOST_PICTURES) return false;
      size += originalSize;
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, data]) => [name.replace(/^\//, ''), data]));
}

export const notWord = () =>
  problem(
    'review.file',
    { en: 'This is not a Word file (.docx).', fr: 'Ceci n’est pas un fichier Word (.docx).' },
    {
      en: 'Your report is unchanged. If it is an older .doc, open it in Word and save it as .docx.',
      fr: 'Votre cas clinique est inchangé. Si c’est un ancien .doc, ouvrez-le dans Word et enregistrez-le en .docx.',
    },
  );

const tooLarge = () =>
  problem(
    'review.size',
    {
      en: 'This file would unpack to more than any manuscript holds.',
      fr: 'Une fois décompressé, ce fichier serait plus grand que n’importe quel manuscrit.',
    },
    {
      en: 'It was not read; your report is unchanged. Ask for the file again.',
      fr: 'Il n’a pas été lu\u00a0; votre cas clinique est inchangé. Redemandez le fichier.',
    },
  );
