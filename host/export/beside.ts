/** Where the files lie that an exported one names. */

/** The folder for files beside one called `name`: "case.tex" → "case-files". In letters that any text may hold. */
export function besideFolder(name: string): string {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${stem || 'report'}-files`;
}
