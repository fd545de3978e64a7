/** Names of the package's files: as the template says, else plain ones; safe on every disk. */
import type { PackageFile, Template } from '../template/types.ts';

const USUAL: Readonly<Record<PackageFile, string>> = {
  manuscript: 'manuscript',
  anonymous: 'manuscript-anonymised',
  titlePage: 'title-page',
  coverLetter: 'cover-letter',
  consent: 'patient-consent',
  figure: 'figure-{n}',
  table: 'table-{n}',
  references: 'references',
};

/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name without what a disk or a zip would trip over. */
function safe(name: string, usual: string): string {
  const clean = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .slice(0, 100);
  return clean === '' || DEVICES.test(clean) ? usual : clean;
}

/** The name of a file without its ending; `number` takes the place of `{n}`. */
export function nameOf(file: PackageFile, { files }: Pick<Template, 'files'>, number = ''): string {
  const filled = (pattern: string) => pattern.replaceAll('{n}', number);
  const wanted = files[file]?.value;
  // A pattern without {n} would give all figures one name.
  const numbered = wanted !== undefined && number !== '' && !wanted.includes('{n}') ? `${wanted}-{n}` : wanted;
  return safe(filled(numbered ?? USUAL[file]), filled(USUAL[file]));
}

/** Names made different where two are alike; letter case does not part names on every disk. */
export function distinct<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const taken = new Set<string>();
  return files.map(file => {
    const [, stem = file.name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(file.name) ?? [];
    let name = file.name;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}${ending}`;
    taken.add(name.toLowerCase());
    return { ...file, name };
  });
}
