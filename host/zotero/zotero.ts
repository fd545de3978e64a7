/** A running Zotero's library, read through its local API. Nothing is written there, nothing leaves the machine, no account. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { objectOf, parsedList, wordsOf } from '../../core/lookup/answers/json.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import {
  readCollections,
  readGroups,
  readZoteroFiles,
  readZoteroItems,
  type ZoteroCollection,
} from '../../core/references/zotero.ts';
import type { Reference } from '../../core/report/types.ts';
import { Fault, request } from '../lookup/request.ts';

export interface ZoteroItems {
  readonly total: number;
  readonly references: readonly Reference[];
}

export interface FoundFile {
  readonly name: string;
  readonly path: string;
}

export interface Zotero {
  /** The files of an item that are on this computer, PDFs first. `group` is the group whose library it is in, where it is in one. */
  files(key: string, group?: number, signal?: AbortSignal): Promise<Outcome<readonly FoundFile[]>>;
  /** All collections of the own library, then each group with its own. */
  collections(signal?: AbortSignal): Promise<Outcome<readonly ZoteroCollection[]>>;
  /**
   * A hundred items from `from` on, the newest first, or of those with these words in title, creators, year or tags; within a
   * collection or group where one is named.
   */
  items(query: string, collection: string | null, from?: number, signal?: AbortSignal): Promise<Outcome<ZoteroItems>>;
}

/** Where Zotero listens ("Zotero Local API"); its first library is the user's own. */
const BASE = 'http://127.0.0.1:23119/';
const ROWS = 100;
/** Pages of collections that are read; nobody has so many. */
const MOST_PAGES = 50;

/** "groups/123/ABCD2345" → the library it is in and the collection; null where the whole library is meant. */
function placeOf(collection: string | null): { readonly library: string; readonly within: string | null } {
  const [, group, key] = /^groups\/(\d+)(?:\/(.+))?$/.exec(collection ?? '') ?? [];
  return group === undefined
    ? { library: 'users/0', within: collection }
    : { library: `groups/${group}`, within: key ?? null };
}

export function createZotero(base = BASE, timeout = 15_000): Zotero {
  async function ask<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    read: (text: string, total: number) => T | null,
    signal?: AbortSignal,
  ): Promise<Outcome<T>> {
    const url = new URL(`api/${path}`, base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    try {
      const { status, text, headers } = await request(url, {
        headers: { 'zotero-api-version': '3', accept: 'application/json' },
        timeout,
        signal,
        proxy: null,
      });
      if (status === 403) return failed(notAllowed());
      // Zotero 6 knows its connector's addresses alone.
      if (status === 404 && /^\s*No endpoint found/i.test(text)) return failed(tooOld());
      if (status === 404) return failed(gone());
      const value = status === 200 ? read(text, Number(headers['total-results'])) : null;
      return value === null ? failed(notUnderstood()) : done(value);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return failed(error.kind === 'offline' ? notRunning() : error.kind === 'slow' ? tooSlow() : notUnderstood());
    }
  }

  /** All collections of a library, page by page: they can only be set below one another when all are there. */
  async function collectionsOf(library: string, signal?: AbortSignal): Promise<Outcome<readonly ZoteroCollection[]>> {
    const parts = new Map<string, unknown>();
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = { limit: String(ROWS), start: String(page * ROWS) };
      const some = await ask(
        `${library}/collections`,
        query,
        (text, total) => {
          const list = parsedList(text);
          return list && { list, total };
        },
        signal,
      );
      if (!some.ok) return some;
      const { list, total } = some.value;
      const before = parts.size;
      for (const each of list) parts.set(wordsOf(objectOf(each).key), each);
      // Without a total an incomplete page is the last; one that brings nothing new is it in any case.
      const isAll = Number.isFinite(total) ? parts.size >= total : list.length < ROWS;
      if (isAll || parts.size === before) break;
    }
    return done(readCollections(JSON.stringify([...parts.values()])) ?? []);
  }

  return {
    async files(key, group, signal) {
      const library = group === undefined ? 'users/0' : `groups/${group}`;
      const answer = await ask(`${library}/items/${encodeURIComponent(key)}/children`, {}, readZoteroFiles, signal);
      if (!answer.ok) return answer;
      const pdfFirst = answer.value.toSorted((a, b) => Number(isPdf(b.type)) - Number(isPdf(a.type)));
      return done(
        pdfFirst.flatMap(({ name, address }) => {
          const path = pathOf(address);
          return path !== null && existsSync(path) ? [{ name, path }] : [];
        }),
      );
    },
    async collections(signal) {
      const own = await collectionsOf('users/0', signal);
      if (!own.ok) return own;
      // Somebody without groups, or a Zotero that does not tell them, has their own library.
      const groups = await ask('users/0/groups', {}, readGroups, signal);
      const all = [...own.value];
      for (const { id, name } of groups.ok ? groups.value : []) {
        const library = `groups/${id}`;
        all.push({ key: library, name, depth: 0 });
        const within = await collectionsOf(library, signal);
        for (const one of within.ok ? within.value : [])
          all.push({ ...one, key: `${library}/${one.key}`, depth: one.depth + 1 });
      }
      return done(all);
    },
    items(words, collection, from = 0, signal) {
      const { library, within } = placeOf(collection);
      return ask(
        within === null ? `${library}/items/top` : `${library}/collections/${encodeURIComponent(within)}/items/top`,
        {
          include: 'data,csljson',
          limit: String(ROWS),
          ...(from === 0 ? {} : { start: String(from) }),
          sort: 'dateModified',
          direction: 'desc',
          ...(words === '' ? {} : { q: words.normalize('NFC') }),
        },
        (text, total) => {
          const references = readZoteroItems(text);
          return references && { references, total: Number.isFinite(total) ? total : from + references.length };
        },
        signal,
      );
    },
  };
}

const isPdf = (type: string) => type === 'application/pdf';

/** The path of a file's address; null where it is none of this computer. */
function pathOf(address: string): string | null {
  try {
    const url = new URL(address);
    return url.hostname === '' || process.platform === 'win32' ? fileURLToPath(url) : null;
  } catch {
    return null;
  }
}

const notRunning = () =>
  problem(
    'zotero.not-running',
    { en: 'Zotero is not running on this computer.', fr: 'Zotero n’est pas ouvert sur cet ordinateur.' },
    { en: 'Open Zotero, then try again.', fr: 'Ouvrez Zotero, puis réessayez.' },
  );

const notAllowed = () =>
  problem(
    'zotero.not-allowed',
    {
      en: 'Zotero does not let other programs read its library.',
      fr: 'Zotero n’autorise pas les autres programmes à lire sa bibliothèque.',
    },
    {
      en: 'In Zotero: Settings, Advanced, “Allow other applications on this computer to communicate with Zotero”.',
      fr: 'Dans Zotero\u00a0: Paramètres, Avancées, autorisez les autres applications de cet ordinateur à communiquer avec Zotero.',
    },
  );

const notUnderstood = () =>
  problem(
    'zotero.unreadable',
    { en: 'The answer of Zotero could not be read.', fr: 'La réponse de Zotero n’a pas pu être lue.' },
    {
      en: 'Nothing was changed. Zotero 7 or newer is needed; try again.',
      fr: 'Rien n’a été modifié. Zotero 7 ou plus récent est nécessaire\u00a0; réessayez.',
    },
  );

const tooOld = () =>
  problem(
    'zotero.too-old',
    { en: 'This Zotero is older than version 7.', fr: 'Ce Zotero est antérieur à la version 7.' },
    {
      en: 'Nothing was changed. Update Zotero, or follow a file that Better BibTeX exports.',
      fr: 'Rien n’a été modifié. Mettez Zotero à jour, ou suivez un fichier exporté par Better BibTeX.',
    },
  );

const tooSlow = () =>
  problem(
    'zotero.slow',
    { en: 'Zotero did not answer in time.', fr: 'Zotero n’a pas répondu à temps.' },
    {
      en: 'Nothing was changed. It may be synchronising: try again in a moment.',
      fr: 'Rien n’a été modifié. Il se synchronise peut-être\u00a0: réessayez dans un instant.',
    },
  );

const gone = () =>
  problem(
    'zotero.gone',
    { en: 'Zotero does not have this any more.', fr: 'Zotero ne contient plus cet élément.' },
    {
      en: 'Nothing was changed. Open the list of collections again.',
      fr: 'Rien n’a été modifié. Rouvrez la liste des collections.',
    },
  );
