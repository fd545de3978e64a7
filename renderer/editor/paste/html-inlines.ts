/** What stands in a line of a page, read into our inlines: letters with their marks, links, notes, citations of other programs. */
import type { Block, Inline, Text } from '../../../core/report/document.ts';

import type { Changes } from './changes.ts';
import { formula, SKIPPED } from './formula.ts';
import { cleaned } from './letters.ts';
import { isFilled, isLetters, settled } from './lines.ts';
import { inFont } from './symbols.ts';
import { type Content, isHidden, isTag, lettersIn, type Tag } from './tree.ts';
import { fieldIn, isCommentMark, isCommentText, isDeleted, isListSign, type Notes } from './word.ts';

type Marks = Omit<Text, 'text'>;

/** What surrounds a piece of a page. */
export interface Setting {
  readonly marks: Marks;
  /** Line ends in its letters are meant. */
  readonly keepsLines: boolean;
  readonly family: string;
  /** Inside a link, whose underline is its own. */
  readonly isLink: boolean;
  readonly isStruck: boolean;
}

export const PLAIN: Setting = { marks: {}, keepsLines: false, family: '', isLink: false, isStruck: false };

/** A citation of another program, by the code of its field; null where it is none or cannot come in. */
export type CiteField = (code: string) => Inline | null;

export interface Reading {
  readonly changes: Changes;
  readonly notes: Notes;
  readonly cite: CiteField;
  /** Captions that stand in paragraphs of their own. */
  readonly captions: WeakSet<Block>;
  /** How many fields are open whose printed text is not wanted. */
  hiddenFields: number;
}

/** Tags that stand in lines of their own. */
export const BLOCKS = new Set(
  'p div section article aside blockquote pre h1 h2 h3 h4 h5 h6 ul ol li table figure figcaption header footer main nav body dl dt dd address details summary form fieldset center hr'.split(
    ' ',
  ),
);

const LIST_OF_REFERENCES = /ZOTERO_BIBL|CSL_BIBLIOGRAPHY/;

export const isSkipped = (tag: Tag, { notes }: Reading) =>
  SKIPPED.has(tag.name) || isHidden(tag) || isCommentText(tag) || notes.isTaken(tag);

/** What a tag sets for what it holds, from its name and its style. */
export function settingIn(tag: Tag, setting: Setting): Setting {
  const { name, style } = tag;
  const on: Marks = { ...setting.marks };
  const weight = style['font-weight'] ?? '';
  if (name === 'b' || name === 'strong' || /^bold/.test(weight) || Number(weight) >= 600) on.bold = true;
  // Google Docs wraps everything in a <b> of normal weight.
  if (weight === 'normal' || weight === 'lighter' || (weight !== '' && Number(weight) < 600)) delete on.bold;
  const slant = style['font-style'] ?? '';
  if (name === 'i' || name === 'em' || name === 'cite' || /^(?:italic|oblique)/.test(slant)) on.italic = true;
  if (slant === 'normal') delete on.italic;
  const line = `${style['text-decoration-line'] ?? ''} ${style['text-decoration'] ?? ''}`;
  const isLink = setting.isLink || name === 'a';
  if ((name === 'u' || line.includes('underline')) && !isLink) on.underline = true;
  if (name === 'sup' || name === 'msup' || style['vertical-align'] === 'super') {
    on.sup = true;
    delete on.sub;
  }
  if (name === 'sub' || style['vertical-align'] === 'sub') {
    on.sub = true;
    delete on.sup;
  }
  return {
    marks: on,
    keepsLines: /^pre/.test(style['white-space'] ?? (name === 'pre' ? 'pre' : setting.keepsLines ? 'pre' : '')),
    family:
      style['mso-symbol-font-family'] ?? style['font-family'] ?? tag.attributes.face?.toLowerCase() ?? setting.family,
    isLink,
    isStruck: setting.isStruck || name === 's' || name === 'strike' || line.includes('line-through'),
  };
}

const fold = (text: string) => text.replace(/[ \t\r\n\f]+/g, ' ');

function lettersOf(text: string, { marks, keepsLines, family }: Setting): Inline[] {
  const shown = cleaned(inFont(keepsLines ? text.replace(/\t/g, ' ') : fold(text), family));
  return shown === '' ? [] : [{ text: shown, ...marks }];
}

/** Inlines of what stands side by side. Blocks inside a line begin a new one. */
export function line(contents: readonly Content[], setting: Setting, reading: Reading): Inline[] {
  return contents.flatMap(content => {
    if (!isTag(content))
      return typeof content === 'string' ? letters(content, setting, reading) : field(content, reading);
    return inlines(content, setting, reading);
  });
}

export const letters = (text: string, setting: Setting, reading: Reading) =>
  reading.hiddenFields > 0 ? [] : lettersOf(text, setting);

/** A citation that is taken over stands for what its field printed. */
function field(content: Content, reading: Reading): Inline[] {
  const found = fieldIn(content);
  if (found === null) return [];
  if (found === 'end') {
    reading.hiddenFields = Math.max(0, reading.hiddenFields - 1);
    return [];
  }
  if (reading.hiddenFields > 0) {
    reading.hiddenFields++;
    return [];
  }
  const citation = reading.cite(found.code);
  if (citation) reading.changes.cited++;
  // The list of references follows from the citations that were taken over.
  if (citation || (reading.changes.cited > 0 && LIST_OF_REFERENCES.test(found.code))) reading.hiddenFields = 1;
  return citation ? [citation] : [];
}

export function inlines(tag: Tag, setting: Setting, reading: Reading): Inline[] {
  if (isSkipped(tag, reading) || isListSign(tag)) return [];
  if (tag.name === 'br') return letters('\n', { ...setting, keepsLines: true }, reading);
  if (isDeleted(tag)) {
    if (lettersIn(tag).trim() !== '') reading.changes.deletions++;
    return [];
  }
  if (isCommentMark(tag)) {
    reading.changes.comments++;
    return [];
  }
  const note = reading.notes.at(tag);
  if (note) return noteInLine(note, reading);
  if (tag.name === 'math') return lettersOf(formula(tag).replace(/\s+/g, ' '), setting);
  // Word's tabulators are spaces of a certain width.
  if (tag.style['mso-tab-count'] !== undefined) return lettersOf(' ', setting);
  const inner = settingIn(tag, setting);
  if (inner.isStruck && !setting.isStruck && lettersIn(tag).trim() !== '') reading.changes.struck++;
  const children = line(tag.children, inner, reading);
  if (tag.name === 'a') return linked(tag, children);
  if (tag.name === 'li') return [{ text: '\n• ' }, ...children, { text: '\n' }];
  if (tag.name === 'td' || tag.name === 'th') return [...children, { text: ' ' }];
  return BLOCKS.has(tag.name) || tag.name === 'tr' ? [{ text: '\n' }, ...children, { text: '\n' }] : children;
}

export function linked(tag: Tag, children: Inline[]): Inline[] {
  const address = (tag.attributes.href ?? '').trim();
  const within = children.filter(isLetters);
  if (!/^(?:https?|mailto):/i.test(address) || within.every(({ text }) => text.trim() === '')) return children;
  return [{ type: 'link', url: address, children: within }];
}

/** A note in brackets, behind the words it belongs to. */
function noteInLine(note: Tag, reading: Reading): Inline[] {
  reading.changes.notes++;
  const inside = settled(line(note.children, PLAIN, reading)).map(inline =>
    isLetters(inline) ? { ...inline, text: inline.text.replace(/\n+/g, ' ') } : inline,
  );
  return isFilled(inside) ? [{ text: ' (' }, ...inside, { text: ')' }] : [];
}
