/**
 * Kept fields that mean nothing outside of the program or database that wrote them. Everything else is carried into other formats:
 * a name that nobody knows is a field that somebody made.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** When and by whom a record was touched there, where its window puts it, how it is sorted or printed there. */
const NOISE: Readonly<Record<string, ReadonlySet<string>>> = {
  bibtex: words(
    'timestamp date-added date-modified added-at creationdate modificationdate owner __markedentry bdsk-color crossref xdata ids ' +
      'options sortkey sortname sorttitle sortyear sortshorthand presort execute langidopts entryset related relatedoptions ' +
      'relatedtype interhash intrahash username biburl bibsource doc-delivery-number da oa cited-references number-of-cited-references ' +
      'times-cited usage-count-last-180-days usage-count-since-2013 research-areas web-of-science-categories esi-highly-cited-paper ' +
      'esi-hot-paper adsnote adsurl numpages',
  ),
  ris: words('TY ER ID J9 JI WE'),
  // Dates of the database's own work, its numbers of journals and subsets, who made the record, and the country of a journal.
  nbib: words('OWN STAT DCOM DRDT CTDT DA LR PMCR JID SB EDAT MHDA CRDT PHST PST OTO PL RF OCI SFM SO'),
  'endnote-xml': words('database source-app rec-number ref-type# modified-date foreign-keys/key reprint-status'),
  refworks: words('SR OL RT'),
  // How often it is cited and read, what it cites, what class it is filed in.
  wos: words('TC NR Z8 Z9 ZB ZS ZR ZA U1 U2 PG GA WC SC WE CR DA OA HC HP J9 FN VR ER EF'),
  ovid: words('VN UP ED EM EP YR RF CC'),
};

/** Colours, bookmarks and addresses in BibDesk's own form; attributes of EndNote's elements. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  bibtex: /^bdsk-(?:url|file)-\d|^bdsk-/,
  'endnote-xml': /@[\w.:-]+$/,
};

/** Whether a kept field is of no use in another format; names that begin with "@" only say how something was written. */
export const isNoise = (format: string, name: string): boolean =>
  name.startsWith('@') ||
  (format === 'refworks' && name === 'ID') ||
  (NOISE[format]?.has(name) ?? false) ||
  (PATTERNS[format]?.test(name) ?? false);
