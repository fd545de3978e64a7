/** Endings of files that may hold references, apart from the readers: a window that only chooses files needs none of them. */
export const referenceEndings: readonly string[] = [
  '.bib',
  '.bibtex',
  '.biblatex',
  '.ris',
  '.nbib',
  '.medline',
  '.xml',
  '.enw',
  '.refer',
  '.refworks',
  '.ciw',
  '.ovd',
  '.json',
  '.csljson',
  '.yaml',
  '.yml',
  '.md',
  // Databases give RIS, MEDLINE, RefWorks and their own under this one too; what a file is, its content says.
  '.txt',
];
