/** The tags of MEDLINE records and how their lines are told (NLM, "MEDLINE/PubMed Data Element (Field) Descriptions", 2023). */
import type { Fields } from '../rows.ts';
import { addField } from '../rows.ts';
import type { TaggedDialect, TaggedLine } from '../tagged.ts';

/** In the order PubMed prints them; a writer follows it. */
export const ORDER: ReadonlySet<string> = new Set(
  (
    'PMID OWN STAT DCOM DRDT CTDT DA LR PMCR IS ISBN VI IP DP TI VTI BTI PG LID AB OAB OABL CI CN FAU AUID FED CTI EN CP LA SI GR PT PS FPS TT PL PB TA JT JID NM ' +
    'RN SB CIN CON EIN EFR ECI ECF CRI CRF DRI DDI ROF RIN RPI RPF RRI RRF UIN UOF SPIN ORI OTO OT OCI MH GS GN SFM NR OID PMC MID RF FIR COIS EDAT MHDA CRDT PHST DEP AID PST SO'
  ).split(' '),
);

const ATTACHED = ['AU', 'AD', 'AUID', 'ED', 'IR', 'IRAD'];
const KNOWN: ReadonlySet<string> = new Set([...ORDER, ...ATTACHED, 'DCON', 'KW']);
/** Tags whose text is often broken into lines that are not indented, when it comes out of a mail or a web page. */
const RUNNING: ReadonlySet<string> = new Set('AB OAB TI TT BTI CTI VTI AD CI COIS GN OT MH IRAD CN SO'.split(' '));

const PADDED = /^([A-Z][A-Z0-9]{1,3}) {0,2}- (.*)$/;
/** Without the space after the hyphen, or without the padding before it; glued on both sides it is a word ("IS-6110"). */
const LOOSE = /^([A-Z][A-Z0-9]{1,3}(?= )|[A-Z][A-Z0-9]{3}|[A-Z][A-Z0-9]{1,3}(?=-(?: |$))) {0,2}-(.*)$/;

export const medlineLines: TaggedDialect = {
  tagOf: line => {
    const first = line.charCodeAt(0);
    // A capital letter, or a line that continues the one before: most lines are told by their first letter.
    if (first < 65 || first > 90) return null;
    const padded = PADDED.exec(line);
    const tag = padded?.[1] as string;
    if (padded && (line[4] === '-' || KNOWN.has(tag))) return [tag, padded[2] as string];
    const loose = LOOSE.exec(line);
    return loose && KNOWN.has(loose[1] as string) ? [loose[1] as string, loose[2] as string] : null;
  },
  begins: (tag, open, afterBlank) => afterBlank || (tag === 'PMID' && open.length > 0),
  joins: (last, line, afterBlank) => (!afterBlank && (/^\s/.test(line) || RUNNING.has(last.tag)) ? ' ' : null),
};

/** Tags that open a person's or body's lines, with the field that holds the whole list. */
const PEOPLE: Readonly<Record<string, string>> = {
  FAU: 'FAU',
  AU: 'FAU',
  CN: 'FAU',
  FED: 'FED',
  ED: 'FED',
  FIR: 'FIR',
  IR: 'FIR',
};

/**
 * The lines of a record as fields. The people's lines stay together in one field (`FAU`, `FED`, `FIR`), tags and all:
 * an affiliation or an ORCID belongs to the author above it.
 */
export function medlineFields(lines: readonly TaggedLine[]): Fields {
  const fields: Fields = new Map();
  let people = 'FAU';
  for (const { tag, value } of lines) {
    const list = PEOPLE[tag];
    if (list !== undefined) people = list;
    if (value === '') continue;
    if (list !== undefined || tag === 'AD' || tag === 'AUID' || tag === 'IRAD')
      addField(fields, people, medlineLine(tag, value));
    else addField(fields, tag, value);
  }
  return fields;
}

/** A line as MEDLINE has it, its tag padded to four letters. */
export function medlineLine(tag: string, value: string): string {
  return `${tag.padEnd(4)}- ${value}`;
}

/** The tag and value of such a line. */
export function partsOfLine(line: string): readonly [tag: string, value: string] {
  return [line.slice(0, 4).trimEnd(), line.slice(6)];
}
