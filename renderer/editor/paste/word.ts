/** What Word and Writer write into their HTML beside the text: notes, comments, tracked changes, list signs, fields. */
import { allTags, type Content, isTag, lettersIn, type Tag } from './tree.ts';

const classesOf = ({ attributes }: Tag): readonly string[] => (attributes.class ?? '').toLowerCase().split(/\s+/);
const hasClass = (tag: Tag, ...names: readonly string[]): boolean => classesOf(tag).some(name => names.includes(name));

/** The id of the note that an anchor stands for, in the text or before the note itself. */
function noteIdAt(tag: Tag): string | null {
  if (tag.name !== 'a') return null;
  const ofWord = tag.style['mso-footnote-id'] ?? tag.style['mso-endnote-id'];
  if (ofWord !== undefined) return ofWord;
  if (!hasClass(tag, 'sdfootnoteanc', 'sdendnoteanc', 'sdfootnotesym', 'sdendnotesym')) return null;
  return /^#(sd(?:foot|end)note\d+)(?:sym|anc)$/.exec(tag.attributes.href ?? '')?.[1] ?? null;
}

/** The id of a note's own text. */
function noteIdOf(tag: Tag): string | null {
  const { id } = tag.attributes;
  if (id === undefined) return null;
  return /^(?:foot|end)note$/.test(tag.style['mso-element'] ?? '') || /^sd(?:foot|end)note\d+$/.test(id) ? id : null;
}

export interface Notes {
  /** The text of the note that an anchor in the running text stands for; null for any other tag. */
  at(tag: Tag): Tag | null;
  /** Whether a tag is a note, or the number before one, which stand where they are mentioned. */
  isTaken(tag: Tag): boolean;
}

/** The notes of a page. One that nothing in the page mentions stays where it is. */
export function notesOf(page: Tag): Notes {
  const texts = new Map<string, Tag>();
  for (const tag of allTags(page)) {
    const id = noteIdOf(tag);
    if (id !== null) texts.set(id, tag);
  }
  const mentioned = new Set<string>();
  for (const tag of allTags(page, inner => noteIdOf(inner) === null)) {
    const id = noteIdAt(tag);
    if (id !== null) mentioned.add(id);
  }
  const inside = new Set<Tag>();
  for (const [id, text] of texts) {
    if (!mentioned.has(id)) continue;
    inside.add(text);
    for (const tag of allTags(text)) if (noteIdAt(tag) === id) inside.add(tag);
  }
  return {
    at: tag => (inside.has(tag) ? null : (texts.get(noteIdAt(tag) ?? '') ?? null)),
    isTaken: tag => inside.has(tag),
  };
}

/** The mark of a comment in the text. */
export const isCommentMark = (tag: Tag): boolean => hasClass(tag, 'msocomanchor', 'sdcommentanchor');

/** Where the comments themselves stand, and the space that Word writes behind their mark. */
export const isCommentText = (tag: Tag): boolean =>
  tag.style['mso-element'] === 'comment-list' ||
  tag.style['mso-special-character'] === 'comment' ||
  hasClass(tag, 'msocomtxt', 'msocomtext');

/** What tracked changes take out. */
export const isDeleted = (tag: Tag): boolean => tag.name === 'del' || hasClass(tag, 'msodel');

/** The sign before an item of a list, which the list prints by itself. */
export const isListSign = (tag: Tag): boolean => tag.style['mso-list'] === 'ignore';

/** Level and sign of a paragraph that is an item of a list; null for any other. */
export function listParagraph(tag: Tag): { readonly level: number; readonly sign: string } | null {
  const level = /\blevel(\d+)/.exec(tag.style['mso-list'] ?? '')?.[1];
  if (level === undefined) return null;
  const sign = allTags(tag).find(isListSign);
  return {
    level: Number(level),
    sign: sign
      ? lettersIn(sign)
          .replace(/\u00a0/g, ' ')
          .trim()
      : '',
  };
}

/** A caption that Word numbers. */
export const isCaption = (tag: Tag): boolean => hasClass(tag, 'msocaption');

/** A caption without its number, which the report gives by itself. */
export const withoutNumber = (text: string): string =>
  text.replace(/^\s*(?:table(?:au)?|tabelle)\s*(?:\d+|[ivxlc]+)\s*[.:–—-]?\s*/i, '');

/** A field's code, where a comment that only Word reads begins one; `end` where it ends one. */
export function fieldIn(content: Content): { readonly code: string } | 'end' | null {
  if (typeof content === 'string' || isTag(content) || !/^\[if supportFields\]/i.test(content.comment)) return null;
  if (/mso-element:\s*field-begin/.test(content.comment))
    return {
      code: decoded(content.comment.replace(/^\[if[^\]]*\]>|<!\[endif\]$/gi, '').replace(/<\/?[a-z][^>]*>/gi, '')),
    };
  return /mso-element:\s*field-end/.test(content.comment) ? 'end' : null;
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
