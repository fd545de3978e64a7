/** The formats in which references leave a library, as their users call them: what the window shows of `core/formats`, which it does not load. */
export const EXPORT_FORMATS = [
  { id: 'ris', label: 'RIS', extension: 'ris' },
  { id: 'bibtex', label: 'BibTeX', extension: 'bib' },
  { id: 'biblatex', label: 'BibLaTeX', extension: 'bib' },
  { id: 'endnote-xml', label: 'EndNote XML', extension: 'xml' },
  { id: 'enw', label: 'EndNote (ENW, Refer)', extension: 'enw' },
  { id: 'nbib', label: 'PubMed (nbib)', extension: 'nbib' },
  { id: 'refworks', label: 'RefWorks', extension: 'txt' },
  { id: 'csl-json', label: 'CSL-JSON', extension: 'json' },
  { id: 'csl-yaml', label: 'CSL-YAML', extension: 'yaml' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];
