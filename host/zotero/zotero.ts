/** A running Zotero's library, read through its local API. Nothing is written there, nothing leaves the machine, no account. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import {
  readCollections,
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
  /** The files of an item that are on this computer, PDFs first. */
  files(key: string, signal?: AbortSignal): Promise<Outcome<readonly FoundFile[]>>;
  collections(signal?: AbortSignal): Promise<Outcome<readonly ZoteroCollection[]>>;
  /** The newest items, or those with these words in title, creators, year or tags; within a collection where one is named. */
  items(query: string, collection: string | null, signal?: AbortSignal): Promise<Outcome<ZoteroItems>>;
}

/** Where Zotero listens ("Zotero Local API"); its first library is the user's own. */
const BASE = 'http://127.0.0.1:23119/';
const ROWS = 100;

export function createZotero(base = BASE): Zotero {
  async function ask<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    read: (text: string, total: number) => T | null,
    signal?: AbortSignal,
  ): Promise<Outcome<T>> {
    const url = new URL(`api/users/0/${path}`, base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    try {
      const { status, text, headers } = await request(url, {
        headers: { 'zotero-api-version': '3', accept: 'application/json' },
        timeout: 15_000,
        signal,
        proxy: null,
      });
      if (status === 403) return failed(notAllowed());
      const value = status === 200 ? read(text, Number(headers['total-results'])) : null;
      return value === null ? failed(notUnderstood()) : done(value);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return failed(error.kind === 'offline' ? notRunning() : notUnderstood());
    }
  }

  return {
    async files(key, signal) {
      const answer = await ask(`items/${encodeURIComponent(key)}/children`, {}, readZoteroFiles, signal);
      if (!answer.ok) return answer;
      const pdfFirst = answer.value.toSorted((a, b) => Number(isPdf(b.type)) - Number(isPdf(a.type)));
      return done(
        pdfFirst.flatMap(({ name, address }) => {
          const path = pathOf(address);
          return path !== null && existsSync(path) ? [{ name, path }] : [];
        }),
      );
    },
    collections: signal => ask('collections', { limit: String(ROWS) }, readCollections, signal),
    items: (words, collection, signal) =>
      ask(
        collection === null ? 'items/top' : `collections/${encodeURIComponent(collection)}/items/top`,
        {
          include: 'data,csljson',
          limit: String(ROWS),
          sort: 'dateModified',
          direction: 'desc',
          ...(words === '' ? {} : { q: words }),
        },
        (text, total) => {
          const references = readZoteroItems(text);
          return references && { references, total: Number.isFinite(total) ? total : references.length };
        },
        signal,
      ),
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
