/** Files of the user on their way to the host: what is too large for it is said here, before it is read into memory. */
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';

/** Bytes of one file that the host takes (`LARGEST_MESSAGE` of the loopback host is a bit more). */
const LARGEST = 100 * 2 ** 20;

/** The bytes of a file that was chosen, dropped or pasted. */
export async function readFile(file: File): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  if (file.size > LARGEST) {
    const size = Math.round(file.size / 2 ** 20);
    return failed(
      problem(
        'file.too-large',
        {
          en: `“${file.name}” is too large (${size} MB).`,
          fr: `«\u00a0${file.name}\u00a0» est trop volumineux (${size} Mo).`,
        },
        {
          en: 'Nothing was added and your report is unchanged. Save a smaller copy (at most 100 MB) and add that.',
          fr: 'Rien n’a été ajouté et votre document est inchangé. Enregistrez-en une copie réduite (100 Mo au plus) et ajoutez-la.',
        },
        file.name,
      ),
    );
  }
  return done(new Uint8Array(await file.arrayBuffer()));
}
