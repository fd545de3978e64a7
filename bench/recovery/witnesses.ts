/**
 * What a file holds, told by looks that share nothing with the readers: where entries begin, and their fields as written.
 * They know less than the readers (nothing of repairing a broken entry), and err rather on the side of expecting more.
 */
import { parseAllDocuments } from 'yaml';
import { withoutLatex } from './words.ts';

export interface Witnessed {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface Witness {
  readonly format: string;
  readonly sees: (name: string, text: string) => boolean;
  readonly entries: (text: string) => readonly Witnessed[];
  /** The fields that references are printed from. */
  readonly printed: RegExp;
}

/** The number of the line at a place; asked in rising order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return at => {
    line += text.slice(from, at).split(/\r\n|\r|\n/).length - 1;
    from = at;
    return line;
  };
}

interface Piece {
  readonly line: number;
  readonly text: string;
  readonly head: RegExpMatchArray;
}

/** The pieces of a text from one match to the next. */
function pieces(text: string, start: RegExp): readonly Piece[] {
  const heads = [...text.matchAll(start)];
  const lineAt = lineCounter(text);
  return heads.map((head, index) => ({
    head,
    line: lineAt(head.index as number),
    text: text.slice(head.index, heads[index + 1]?.index ?? text.length),
  }));
}

function bibtexFields(entry: string, macros: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const fields: [string, string][] = [];
  const name = /([a-z][\w-]*)\s*=\s*/iy;
  let at = entry.search(/[{(]/) + 1;
  while (at > 0 && at < entry.length) {
    name.lastIndex = at;
    const found = name.exec(entry);
    if (!found) {
      at++;
      continue;
    }
    let value = '';
    let depth = 0;
    let quoted = false;
    let end = name.lastIndex;
    for (; end < entry.length; end++) {
      const letter = entry[end] as string;
      if (letter === '\\') {
        value += letter + (entry[++end] ?? '');
        continue;
      }
      if (letter === '"' && depth === 0) quoted = !quoted;
      else if (letter === '{') depth++;
      else if (letter === '}' && --depth < 0) break;
      else if (letter === ',' && depth === 0 && !quoted) break;
      value += letter;
    }
    const whole = value
      .split(/\s+#\s+/)
      .map(part => macros.get(part.trim().toLowerCase()) ?? part)
      .join(' ');
    fields.push([(found[1] as string).toLowerCase(), withoutLatex(whole)]);
    at = end + 1;
  }
  return fields;
}

const bibtex: Witness = {
  format: 'BibTeX, BibLaTeX',
  sees: (name, text) => /\.bib(?:tex)?$/i.test(name) && /@\s*\w+\s*[{(]/.test(text),
  printed:
    /^(?:author|editor|title|booktitle|journal|journaltitle|year|date|volume|number|pages|doi|publisher|school|institution|edition|isbn|url)$/,
  entries: text => {
    const macros = new Map<string, string>();
    for (const [, name, braced, quoted] of text.matchAll(
      /@string\s*[{(]\s*([^\s=]+)\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)")/gi,
    ))
      macros.set((name as string).toLowerCase(), braced ?? quoted ?? '');
    return pieces(text, /^[ \t]*@\s*(\w+)\s*[{(]\s*([^\s,={}]*)/gm)
      .filter(({ head }) => !/^(?:comment|preamble|string|xdata)$/i.test(head[1] as string))
      .map(({ line, head, text: entry }) => ({
        key: head[2] as string,
        line,
        fields: bibtexFields(entry, macros),
      }))
      .filter(({ fields }) => fields.length > 0);
  },
};

type GoesOn = (line: string, afterBlank: boolean, name: string) => boolean;

/** Lines of a tag and a value, going on where a line has none. */
function tagged(entry: string, line: RegExp, goesOn: GoesOn): readonly (readonly [string, string])[] {
  const fields: [string, string][] = [];
  let afterBlank = false;
  for (const each of entry.split(/\r\n|\r|\n/)) {
    const found = line.exec(each);
    const last = fields.at(-1);
    if (found) fields.push([found[1] as string, (found[2] ?? '').trim()]);
    else if (last && each.trim() !== '' && goesOn(each, afterBlank, last[0])) last[1] += ` ${each.trim()}`;
    afterBlank = each.trim() === '';
  }
  return fields.filter(([, value]) => value !== '');
}

const byTags = (
  format: string,
  sees: Witness['sees'],
  start: RegExp,
  tagLine: RegExp,
  printed: RegExp,
  left: RegExp,
  goesOn: GoesOn = () => true,
): Witness => ({
  format,
  sees,
  printed,
  entries: text =>
    pieces(text, start)
      .map(({ line, text: entry }) => ({
        key: '',
        line,
        fields: tagged(entry, tagLine, goesOn).filter(([name]) => !left.test(name)),
      }))
      .filter(({ fields }) => fields.length > 0),
});

const ris = byTags(
  'RIS',
  (name, text) => /\.(?:ris|txt)$/i.test(name) && /^\s*TY {1,3}-/m.test(text),
  /^\s{0,3}TY {1,3}-/gm,
  /^\s{0,3}([A-Z][A-Z0-9]) {1,3}-(.*)$/,
  /^(?:A[U1-4]|ED|T[I123]|JO|JF|J[A12]|BT|PY|Y1|DA|VL|IS|SP|EP|DO|PB|CY|SN|UR)$/,
  /^(?:TY|ER)$/,
);

const nbib = byTags(
  'PubMed (nbib)',
  (name, text) => /\.(?:nbib|txt)$/i.test(name) && /^PMID- ?\d/m.test(text),
  // A record may begin with any tag, and its hyphen stand without a space ("PMC -22664230").
  /^PMID- ?(?=\d)|(?<=\n\s*\n)[A-Z]{2,4} {0,2}-/gm,
  /^([A-Z]{2,4}) {0,2}-(.*)$/,
  /^(?:FAU|AU|CN|TI|BTI|JT|TA|DP|VI|IP|PG|LID|AID|PMID|PMC|IS)$/,
  /^$/,
  // MEDLINE indents what goes on, and a mail that lost the indents keeps the lines together: after a blank line, or under a bare
  // number, words belong to no field. Readers have to report them, and they are no field lost.
  (line, afterBlank, name) => !afterBlank && (/^\s/.test(line) || name !== 'PMID'),
);

const enw = byTags(
  'EndNote (ENW), Refer',
  (name, text) => /\.(?:enw|refer|txt)$/i.test(name) && /^%[A0T] /m.test(text),
  /^%0 /gm,
  /^(%\S)(?: (.*))?$/,
  /^%[AETJBDVNPRI@CUSY]$/,
  /^%0$/,
);

const refworks = byTags(
  'RefWorks',
  (name, text) => /\.txt$/i.test(name) && /^RT (?!- )\w/m.test(text),
  /^RT (?=\w)/gm,
  /^([A-Z][A-Z0-9])(?: (.*))?$/,
  /^(?:A1|T1|JF|YR|FD|VO|IS|SP|OP|DO|PB|PP|SN|T2|A2)$/,
  /^RT$/,
);

/** Leaves of an XML record, by their tags. */
function leaves(record: string): readonly (readonly [string, string])[] {
  return (
    [...record.matchAll(/<([\w-]+)(?:\s[^>]*)?>([^<]+)<\/(?:\1|style)>/g)]
      .map(([, name, value]) => [name as string, (value as string).trim()] as const)
      // A book's table of contents is no field of its reference.
      .filter(([name, value]) => value !== '' && !/^(?:SectionTitle|LocationLabel)$/.test(name))
  );
}

const byRecords = (format: string, sees: RegExp, record: RegExp, printed: RegExp): Witness => ({
  format,
  sees: (name, text) => /\.xml$/i.test(name) && sees.test(text),
  printed,
  entries: text => pieces(text, record).map(({ line, head }) => ({ key: '', line, fields: leaves(head[0]) })),
});

const pubmedXml = byRecords(
  'PubMed XML',
  /<Pubmed(?:Book)?Article\b|<MedlineCitation\b/,
  /<(Pubmed(?:Book)?Article)\b[\s\S]*?<\/\1>/g,
  /^(?:LastName|ForeName|CollectiveName|ArticleTitle|Title|ISOAbbreviation|Year|Volume|Issue|MedlinePgn|PMID|ELocationID|ISSN|BookTitle)$/,
);

const endnoteXml = byRecords(
  'EndNote XML',
  /<records>\s*<record>/,
  /<record>[\s\S]*?<\/record>/g,
  /^(?:author|title|secondary-title|full-title|year|volume|number|pages|electronic-resource-num|publisher|pub-location|isbn|style)$/,
);

const flat = (item: Readonly<Record<string, unknown>>) =>
  Object.entries(item).map(([name, value]) => [name, JSON.stringify(value) ?? ''] as const);

function cslList(value: unknown): readonly Witnessed[] {
  const list = Array.isArray(value)
    ? value
    : ((value as { references?: unknown[]; items?: unknown[] }).references ??
      (value as { items?: unknown[] }).items ??
      (value as { message?: { items?: unknown[] } }).message?.items ??
      []);
  return list.map(item => ({ key: String(item.id ?? ''), line: 1, fields: flat(item) }));
}

const CSL =
  /^(?:author|editor|title|container-title|issued|volume|issue|page|DOI|publisher|publisher-place|ISBN|ISSN|URL|type)$/;

const cslJson: Witness = {
  format: 'CSL-JSON',
  sees: (name, text) =>
    /\.json$/i.test(name) && /^\s*[[{]/.test(text) && /"type"\s*:/.test(text) && /"(?:author|title)"\s*:/.test(text),
  printed: CSL,
  entries: text => cslList(JSON.parse(text)),
};

const cslYaml: Witness = {
  format: 'CSL-YAML',
  sees: (name, text) => /\.ya?ml$/i.test(name) && /^\s*-?\s*(?:references:|id:)/m.test(text),
  printed: CSL,
  // What follows the front matter is prose.
  entries: text => cslList(parseAllDocuments(text)[0]?.toJS()),
};

export const witnesses: readonly Witness[] = [
  bibtex,
  ris,
  nbib,
  pubmedXml,
  endnoteXml,
  enw,
  refworks,
  cslJson,
  cslYaml,
];
