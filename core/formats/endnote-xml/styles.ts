/** EndNote's style runs (`<style face="italic">`) and the markup of CSL. */
import { isWritable, writable } from '../../writable.ts';
import { allText, encodeEntities, type XmlElement } from '../xml.ts';

const FACES: Readonly<Record<string, string>> = { italic: 'i', bold: 'b', subscript: 'sub', superscript: 'sup' };
const NAMES: Readonly<Record<string, string>> = { i: 'italic', b: 'bold', sub: 'subscript', sup: 'superscript' };

/** The text of an element, its styles as CSL's markup; neighbouring runs of one face are one. */
export function markedText(element: XmlElement): string {
  const text = allText(element, styled);
  const joined = text.includes('</') ? text.replace(/<\/(i|b|sub|sup)>(\s*)<\1>/g, '$2') : text;
  return (joined.includes('\r') ? joined.replace(/\r\n?/g, '\n') : joined).trim();
}

function styled({ name, attributes }: XmlElement, inside: string): string {
  const face = name === 'style' ? attributes.face : undefined;
  if (face === undefined || face === 'normal') return inside;
  const core = inside.trim();
  const tags = face.split(/\s+/).flatMap(word => FACES[word] ?? []);
  if (core === '' || tags.length === 0) return inside;
  // White space at the edges stays outside, as a typesetter has it.
  const before = inside.slice(0, inside.length - inside.trimStart().length);
  const after = inside.slice(inside.trimEnd().length);
  return before + tags.reduceRight((text, tag) => `<${tag}>${text}</${tag}>`, core) + after;
}

/**
 * A record without the runs that style nothing, which EndNote puts around every text (`<style face="normal" …>`): they are most of
 * its elements, and say what a text without them says.
 */
export function unstyled(record: string): string {
  return record.includes('<![CDATA[') ? record : record.replace(/<style face="normal"[^<>]*>([^<]*)<\/style>/g, '$1');
}

const TAG = /<(\/?)(i|b|sub|sup)>|<\/?span(?: [^<>]*)?>/g;

/** A text with CSL's markup as style runs; a tag without its partner is text, and a span nothing, or text where it is to stay. */
export function styleRuns(text: string, spans: 'left' | 'stay' = 'left'): string {
  if (!text.includes('<')) return text === '' ? '' : run('normal', text);
  const runs: { faces: string; text: string }[] = [];
  const open: string[] = [];
  const push = (piece: string) => {
    if (piece !== '') runs.push({ faces: open.map(tag => NAMES[tag]).join(' ') || 'normal', text: piece });
  };
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    const [whole, slash, tag] = found;
    if (tag === undefined && spans === 'stay') continue;
    const partnered =
      tag === undefined ||
      (slash === '/' ? open.at(-1) === tag : text.indexOf(`</${tag}>`, found.index + whole.length) >= 0);
    if (!partnered) continue;
    push(text.slice(from, found.index));
    from = found.index + whole.length;
    if (tag !== undefined && slash === '/') open.pop();
    else if (tag !== undefined) open.push(tag);
  }
  push(text.slice(from));
  return runs.map(({ faces, text: inside }) => run(faces, inside)).join('');
}

const run = (faces: string, text: string) =>
  `<style face="${faces}" font="default" size="100%">${encodeText(text)}</style>`;

const SPAN = /<\/?span(?: [^<>]*)?>/g;

/** Whether a text has nothing that {@link styleRuns} leaves out. */
export const isSettled = (text: string, spans: 'left' | 'stay'): boolean =>
  (spans === 'stay' || !/<\/?span/.test(text)) && isWritable(text);

/** A text without what style runs leave out. */
export const settledText = (text: string, spans: 'left' | 'stay'): string =>
  writable(spans === 'stay' ? text : text.replace(SPAN, ''));

/** A line break inside a field is a carriage return to EndNote, which XML readers would make a space of if it were not a reference. */
function encodeText(text: string): string {
  return encodeEntities(text).replace(/\n/g, '&#xD;');
}
