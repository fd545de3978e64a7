/** A reference as a form holds it: plain text a field. What the form does not show is kept as it is. */
import type { CslDate, CslItem, CslName } from '../../../core/references/csl.ts';

export interface Fields {
  readonly type: string;
  readonly title: string;
  /** One a line. */
  readonly authors: string;
  readonly journal: string;
  readonly journalShort: string;
  readonly date: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly publisher: string;
  readonly doi: string;
  readonly pmid: string;
  readonly url: string;
}

const VARIABLES = {
  title: 'title',
  journal: 'container-title',
  journalShort: 'container-title-short',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  publisher: 'publisher',
  doi: 'DOI',
  pmid: 'PMID',
  url: 'URL',
} as const satisfies Partial<Record<keyof Fields, string>>;

function authorLine(name: CslName): string {
  if (name.literal) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle'], name.suffix].filter(Boolean).join(' ');
  return given ? `${family}, ${given}` : family;
}

function dateText(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  if (!parts) return date?.literal ?? date?.raw ?? '';
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** An item as text. */
export function fieldsOf(item: CslItem): Fields {
  const text = (variable: string) => String(item[variable] ?? '');
  return {
    type: item.type,
    authors: (item.author ?? []).map(authorLine).join('\n'),
    date: dateText(item.issued),
    title: text(VARIABLES.title),
    journal: text(VARIABLES.journal),
    journalShort: text(VARIABLES.journalShort),
    volume: text(VARIABLES.volume),
    issue: text(VARIABLES.issue),
    pages: text(VARIABLES.pages),
    publisher: text(VARIABLES.publisher),
    doi: text(VARIABLES.doi),
    pmid: text(VARIABLES.pmid),
    url: text(VARIABLES.url),
  };
}

function authorsFrom(lines: string, before: readonly CslName[]): readonly CslName[] {
  // A line that was not touched keeps its particles and suffixes.
  const known = new Map(before.map(name => [authorLine(name), name]));
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const same = known.get(line);
      if (same) return same;
      const comma = line.indexOf(',');
      if (comma < 0) return { literal: line };
      const given = line.slice(comma + 1).trim();
      return { family: line.slice(0, comma).trim(), ...(given && { given }) };
    });
}

function dateFrom(text: string): CslDate {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!match) return { literal: text.trim() };
  return { 'date-parts': [match.slice(1).filter(Boolean).map(Number)] };
}

/** The item with the fields' text; an emptied field is taken out, an untouched one stays exactly as it was. */
export function itemFrom(fields: Fields, before: CslItem): CslItem {
  const was = fieldsOf(before);
  const item: Record<string, unknown> = { ...before, type: fields.type };
  for (const [field, variable] of Object.entries(VARIABLES) as [keyof typeof VARIABLES, string][]) {
    const text = fields[field].trim();
    if (text === was[field].trim()) continue;
    if (text === '') delete item[variable];
    else item[variable] = text;
  }
  if (fields.authors !== was.authors) item.author = authorsFrom(fields.authors, before.author ?? []);
  if (fields.date.trim() !== was.date) {
    if (fields.date.trim() === '') delete item.issued;
    else item.issued = dateFrom(fields.date);
  }
  return item as unknown as CslItem;
}
