/**
 * Names by which a Word file made from a report is known again: bookmarks around blocks, tags of content controls around what is
 * made. Word hides bookmarks whose names begin with an underscore; names have at most 40 letters, digits and underscores.
 */
import { fingerprint } from './keys.ts';
import { evenSpaces } from './spaces.ts';

const BLOCK = '_cw_';
const PART = '_cws_';
const TAG = 'cw:';
const NOTE = '_cwn_';

/** Bookmark of a block by its `source`; of several alike, each but the first has its number. */
export const blockBookmark = (source: string, count: number): string =>
  `${BLOCK}${source}${count > 1 ? `_${count}` : ''}`;

/** The `source` in a block's bookmark; undefined for any other. */
export const sourceOfBookmark = (name: string): string | undefined =>
  new RegExp(`^${BLOCK}([0-9a-z]+)(?:_\\d+)?$`).exec(name)?.[1];

/** Bookmark of a part's heading by the anchor of its division. */
export const partBookmark = (anchor: string): string => `${PART}${anchor.replace(/-/g, '_')}`;

/** The anchor of a division in the bookmark of its heading. */
export const partOfBookmark = (name: string): string | undefined =>
  name.startsWith(PART) ? name.slice(PART.length).replace(/_/g, '-') : undefined;

/** The title's bookmark, which is that of a block that has no other name. */
export const TITLE_SOURCE = 'title';

/** Tag of the content control around something made. */
export const elementTag = (element: string): string => TAG + element;

export const elementOfTag = (tag: string): string | undefined =>
  tag.startsWith(TAG) ? tag.slice(TAG.length) : undefined;

/** What stands for the call of a note where texts are compared: its number is Word's, and another note above changes it. */
export const NOTE_CALL = '*';

/** Letters as they are compared after programs have handled their spaces. */
const plainly = (text: string): string => evenSpaces(text).trim();

/** Bookmark of a note: whose it is, and what was sent in it. A control is not enough there: LibreOffice takes the tags of those in notes. */
export const noteBookmark = (element: string, text: string): string =>
  `${NOTE}${element}_${fingerprint(plainly(text))}`;

/** The element of a note by its bookmark, and whether the note still says what was sent; undefined for any other bookmark. */
export function noteOfBookmark(
  name: string,
  text: string,
): { readonly element: string; readonly isAsSent: boolean } | undefined {
  const [, element, sent] = new RegExp(`^${NOTE}([0-9a-z]+)_([0-9a-z]+)$`).exec(name) ?? [];
  return element === undefined ? undefined : { element, isAsSent: sent === fingerprint(plainly(text)) };
}

/**
 * The same address wherever an item is cited, by which Zotero knows two citations of it for one. It leads nowhere: the names
 * below `.invalid` are kept for that (RFC 2606).
 */
export const itemAddress = (reference: string): string => `http://casewright.invalid/items/${fingerprint(reference)}`;

/** Document property in which a file says how it was made. */
export const ORIGIN = 'Casewright';
