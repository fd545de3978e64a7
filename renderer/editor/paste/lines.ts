/** Letters of a pasted line put right: one space between words, one break between lines, nothing at its ends. */
import type { Inline, Link, Paragraph, Text } from '../../../core/report/document.ts';

export const isLetters = (inline: Inline): inline is Text => 'text' in inline;

const sameMarks = (one: Text, other: Text) =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.underline === other.underline &&
  one.sup === other.sup &&
  one.sub === other.sub;

/** A single no-break space is the author's; of several spaces one is left. */
const single = (text: string) => text.replace(/[ \u00a0]{2,}/g, ' ').replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n');

function joined(out: Inline[], next: Text): void {
  const last = out.at(-1);
  let { text } = next;
  if (last === undefined) text = text.replace(/^[\s\u00a0]+/, '');
  else if (isLetters(last) && /[\s\u00a0]$/.test(last.text)) text = text.replace(/^[ \u00a0]+/, '');
  if (text === '') return;
  if (last === undefined || !isLetters(last)) out.push({ ...next, text });
  else if (text.startsWith('\n') || sameMarks(last, next)) {
    // What ends a line ends without a space, whatever marks follow.
    const before = { ...last, text: text.startsWith('\n') ? last.text.replace(/[ \u00a0]+$/, '') : last.text };
    out.pop();
    if (sameMarks(last, next)) out.push({ ...before, text: before.text + text });
    else out.push(...(before.text === '' ? [] : [before]), { ...next, text });
  } else out.push({ ...next, text });
}

/** Inlines of one line or several, never none. */
export function settled(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    if (isLetters(inline)) joined(out, { ...inline, text: single(inline.text) });
    else if (inline.type === 'link') {
      const children = inline.children
        .map(child => ({ ...child, text: single(child.text) }))
        .filter(({ text }) => text !== '');
      if (children.length > 0) out.push({ ...inline, children } satisfies Link);
    } else out.push(inline);
  }
  for (let last = out.at(-1); last && isLetters(last); last = out.at(-1)) {
    const text = last.text.replace(/[\s\u00a0]+$/, '');
    out.pop();
    if (text === '') continue;
    out.push({ ...last, text });
    break;
  }
  return out.length > 0 ? out : [{ text: '' }];
}

export const isFilled = (inlines: readonly Inline[]): boolean =>
  inlines.some(inline => !isLetters(inline) || inline.text.trim() !== '');

/** Paragraphs of inlines: an empty line parts them, as mails and web pages write them. */
export function paragraphsOf(inlines: readonly Inline[]): Paragraph[] {
  const groups: Inline[][] = [[]];
  for (const inline of settled(inlines)) {
    if (!isLetters(inline)) {
      groups.at(-1)?.push(inline);
      continue;
    }
    const [first = '', ...others] = inline.text.split(/\n{2,}/);
    groups.at(-1)?.push({ ...inline, text: first });
    for (const text of others) groups.push([{ ...inline, text }]);
  }
  return groups.filter(isFilled).map(children => ({ type: 'paragraph', children: settled(children) }));
}
