/**
 * Addresses of a pull export, as Better BibTeX documents them ("Pull export") and its programs call them:
 *
 *     /export?format=biblatex&q=words&tag=skin&collection=Thesis/Skin
 *     /better-bibtex/export/library?/1/library.biblatex
 *     /better-bibtex/export/collection?/0/Thesis/Skin.bibtex&useJournalAbbreviation=true
 *     /better-bibtex/export/item?citationKeys=roy2019,lo2016&translator=csljson
 */
import { referenceFormats } from '../../core/formats/index.ts';
import type { LibraryQuery } from '../../core/library/types.ts';

/** Names that Better BibTeX has for formats, and the ids of its translators and Zotero's, beside our names. */
const ALSO: Readonly<Record<string, string>> = {
  betterbiblatex: 'biblatex',
  'better-biblatex': 'biblatex',
  'f895aa0d-f28e-47fe-b247-2ea77c6ed583': 'biblatex',
  'b6e39b57-8942-4d11-8259-342c46ce395f': 'biblatex',
  bib: 'biblatex',
  betterbibtex: 'bibtex',
  'better-bibtex': 'bibtex',
  'ca65189f-8815-4afe-8c8b-8c7c15f0edca': 'bibtex',
  '9cb70025-a888-4a29-a210-93ec52da40d4': 'bibtex',
  csljson: 'csl-json',
  'better-csl-json': 'csl-json',
  bettercsljson: 'csl-json',
  json: 'csl-json',
  'f4b52ab0-f878-4556-85a0-c7aeedd09dfc': 'csl-json',
  'bc03b4fe-436d-4a1f-ba59-de4d2d7a63f7': 'csl-json',
  cslyaml: 'csl-yaml',
  'better-csl-yaml': 'csl-yaml',
  yaml: 'csl-yaml',
  yml: 'csl-yaml',
  '32d59d2d-b65a-4da4-b0a3-bdd3cfb979e7': 'ris',
};

export type PullRequest =
  | {
      readonly ok: true;
      /** Id of a format that is written. */
      readonly format: string;
      readonly query: LibraryQuery;
      /** Of the collections that are wanted. */
      readonly paths?: readonly string[];
      readonly keys?: readonly string[];
      readonly shortJournals?: boolean;
      readonly withNotes?: boolean;
    }
  | { readonly ok: false; readonly status: number; readonly because: string };

const refused = (status: number, because: string): PullRequest => ({ ok: false, status, because });

/** The own library is called 0 or 1 there. */
const OWN = /^[01]$/;

/** What an address asks for. */
export function pullRequest(url: string): PullRequest {
  const { pathname, searchParams, search } = new URL(url, 'http://127.0.0.1');
  const [, kind] =
    /^\/(?:better-bibtex\/)?(?:export\/)?(library|collection|item)\/?$/.exec(pathname) ??
    /^\/(?:better-bibtex\/)?(export)(?:\/[\w.-]+)?\/?$/.exec(pathname) ??
    [];
  if (kind === undefined) return refused(404, 'Ask for /export?format=biblatex.');

  // "?/1/Thesis/Skin.biblatex&exportNotes=true": what stands first has no value.
  const [first = ''] = search.slice(1).split('&');
  const place = first.includes('=') ? '' : first;
  const [, library, path, ending] = /^\/?(?:(\d+)\/)?(.*?)(?:\.([\w-]+))?$/.exec(place) ?? [];
  const inLibrary = searchParams.get('libraryID') ?? library ?? '0';
  if (!OWN.test(inLibrary)) return refused(404, `There is no library ${inLibrary}: this computer’s own is 0 or 1.`);
  const named = /\.([a-z-]+)$/i.exec(pathname)?.[1];
  const wanted = searchParams.get('format') ?? searchParams.get('translator') ?? ending ?? named ?? 'biblatex';
  const format = ALSO[wanted.toLowerCase()] ?? wanted.toLowerCase();
  const written = referenceFormats.filter(({ write }) => write !== undefined).map(({ id }) => id);
  if (!written.includes(format)) return refused(400, `No such format. There are: ${written.join(', ')}.`);

  const isSet = (name: string) => /^(?:y|yes|true|1)$/i.test(searchParams.get(name) ?? '');
  const how = {
    ok: true,
    format,
    query: { text: (searchParams.get('q') ?? '').slice(0, 1000), tags: searchParams.getAll('tag').slice(0, 100) },
    ...(isSet('useJournalAbbreviation') && { shortJournals: true }),
    ...(isSet('exportNotes') && { withNotes: true }),
  } as const;
  if (kind === 'item') {
    const keys = (searchParams.get('citationKeys') ?? '').split(',').filter(Boolean).slice(0, 10_000);
    return keys.length === 0 ? refused(400, 'Name the entries: citationKeys=key,key.') : { ...how, keys };
  }
  const collection = searchParams.get('collection');
  if (collection !== null) return { ...how, paths: [collection] };
  if (kind !== 'collection') return how;
  const paths = (path ?? '').split('+').map(decoded).filter(Boolean);
  return paths.length === 0 ? refused(404, 'Name the collection: ?/0/path/of/collection.biblatex.') : { ...how, paths };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
