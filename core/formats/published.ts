/**
 * Titles and abstracts as publishers deposit them and as their sites export them: HTML, JATS, MathML and TeX in the midst of the
 * text, entities escaped once or twice (JATS 1.3, https://jats.nlm.nih.gov/publishing/tag-library/1.3/; MathML 3).
 */
import { decodeLatex } from './bibtex/latex.ts';
import { decodeEntities } from './entities.ts';

/** Elements that CSL prints, and the tags it knows; everything else gives its text. */
const PRINTED: Readonly<Record<string, readonly [string, string]>> = {
  i: ['<i>', '</i>'],
  em: ['<i>', '</i>'],
  italic: ['<i>', '</i>'],
  b: ['<b>', '</b>'],
  bold: ['<b>', '</b>'],
  strong: ['<b>', '</b>'],
  sub: ['<sub>', '</sub>'],
  inf: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
  sc: ['<span style="font-variant:small-caps;">', '</span>'],
  scp: ['<span style="font-variant:small-caps;">', '</span>'],
};
const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*`;
const TAG = new RegExp(`<(/?)(?:[a-z]+:)?([a-z][a-z\\d-]*)(${ATTRIBUTES})(/?)>`, 'gi');
const CSL_SPAN = /^\s+(?:class="nocase"|style="font-variant:\s?small-caps;")\s*$/;

/** A formula: MathML, TeX, or both of the same, one beside the other. */
const FORMULA =
  /<((?:[a-z]+:)?(?:inline-formula|disp-formula|formula|math|tex-math|tex))\b[^<>]*>[\s\S]{0,4000}?<\/\1>/gi;
const TEX = /<(?:[a-z]+:)?(tex-math|tex|annotation)\b[^<>]*>([\s\S]*?)<\/(?:[a-z]+:)?\1>/i;
const MATH = /<(?:[a-z]+:)?math\b[^<>]*>([\s\S]*?)<\/(?:[a-z]+:)?math>/i;

/** A formula as a line of text: what its MathML says, or its TeX where it has nothing else. */
function formula(source: string): string {
  const math = MATH.exec(source)?.[1];
  if (math !== undefined) {
    const said = mathText(math.replace(/<(?:[a-z]+:)?(annotation(?:-xml)?)\b[\s\S]*?<\/(?:[a-z]+:)?\1>/gi, ''));
    if (said.trim() !== '') return said;
  }
  const tex = TEX.exec(source)?.[2];
  if (tex === undefined) return source;
  // A whole document around one formula, as Springer writes it.
  const inside = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const bare = inside.trim().replace(/^(?:\$\$?|\\[[(])([\s\S]*?)(?:\$\$?|\\[\])])$/, '$1');
  return bare === inside.trim() && !/[\\_^]/.test(bare) ? bare : decodeLatex(`$${bare}$`);
}

const SCRIPTS: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  msub: ([base = '', sub = '']) => `${base}<sub>${sub}</sub>`,
  msup: ([base = '', sup = '']) => `${base}<sup>${sup}</sup>`,
  msubsup: ([base = '', sub = '', sup = '']) => `${base}<sub>${sub}</sub><sup>${sup}</sup>`,
  mfrac: ([above = '', below = '']) => `${above}/${below}`,
  msqrt: parts => `√${parts.join('')}`,
};

/** The text of MathML, with its indices and powers. */
function mathText(source: string): string {
  const open: { readonly name: string; readonly parts: string[] }[] = [{ name: '', parts: [] }];
  const close = () => {
    const { name, parts } = open.pop() as { name: string; parts: string[] };
    open.at(-1)?.parts.push(SCRIPTS[name]?.(parts) ?? parts.join(''));
  };
  for (const [, tag, slash, name = '', empty, words = ''] of source.matchAll(
    /(<(\/?)(?:[a-z]+:)?([a-z]+)\b[^<>]*?(\/?)>)|([^<]+|<)/gi,
  ))
    if (tag === undefined) {
      if (words.trim() !== '') open.at(-1)?.parts.push(words.trim());
    } else if (slash !== '') {
      if (open.length > 1) close();
    } else if (empty === '') open.push({ name: name.toLowerCase(), parts: [] });
    else if (/^mspace$/i.test(name)) open.at(-1)?.parts.push(' ');
  while (open.length > 1) close();
  return (open[0] as { parts: string[] }).parts.join('');
}

/** Replaces the elements of a text by those of CSL, each closing tag by that of the element it closes. */
function printed(text: string, between: (name: string) => string): string {
  const open: { readonly name: string; readonly end: string }[] = [];
  const out = text.replace(TAG, (tag, slash: string, written: string, attributes: string, empty: string) => {
    const name = written.toLowerCase();
    if (slash !== '') {
      const at = open.findLastIndex(each => each.name === name);
      return at < 0 ? between(name) : (open.splice(at, 1)[0]?.end ?? '');
    }
    const [start, end] =
      PRINTED[name] ??
      (name === 'span' && CSL_SPAN.test(attributes) ? [tag, '</span>'] : [between(name), between(name)]);
    if (empty === '') open.push({ name, end });
    return empty === '' || PRINTED[name] === undefined ? start : '';
  });
  return out.replace(/<(i|b|sub|sup)>\s*<\/\1>/g, '');
}

const oneLine = (text: string) =>
  printed(text.replace(FORMULA, formula), name => (/^(?:br|p|title|sec)$/.test(name) ? ' ' : ''))
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();

/** One line of text with CSL's own markup alone. */
export function richText(text: string): string {
  // "&amp;lt;i&amp;gt;" and "&lt;i&gt;" are both common.
  return oneLine(decodeEntities(decodeEntities(text)));
}

/** Paragraphs of text with CSL's own markup alone, the headings of a structured abstract before theirs ("Background: …"). */
export function abstractText(text: string): string {
  return paragraphs(decodeEntities(text), decodeEntities);
}

function paragraphs(text: string, decoded: (text: string) => string): string {
  const lines = text
    .replace(FORMULA, formula)
    .replace(/<(?:jats:)?title>\s*(?:abstract|summary|résumé)\s*<\/(?:jats:)?title>/gi, '')
    .replace(/<(?:jats:)?(?:title|h\d)>([\s\S]{0,500}?)<\/(?:jats:)?(?:title|h\d)>/gi, (_, heading: string) => {
      const words = heading.replace(/\s+/g, ' ').trim();
      return `\n${words}${/[:.?!]$/.test(words) ? '' : ':'} `;
    })
    .replace(/<\/(?:jats:)?(?:p|sec)>/gi, '\n');
  // Powers and indices stay what they are: "10<sup>9</sup>/L" is not "109/L".
  return (
    printed(decoded(lines), () => '')
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim())
      .filter(line => line !== '')
      // A heading stands before its paragraph, not above it.
      .reduce<string[]>((all, line) => {
        const last = all.at(-1);
        if (last?.endsWith(':') && last.length < 60) all[all.length - 1] = `${last} ${line}`;
        else all.push(line);
        return all;
      }, [])
      .join('\n')
  );
}

/** Elements that only publishers' own markup has, or that CSL calls otherwise. */
const FOREIGN = new RegExp(
  `</?(?:(?:jats|mml|xhtml|x):[a-z][a-z-]*|tex-math|tex|(?:inline-|disp-)?formula|math|alternatives|italic|bold|em|strong|inf|scp?|` +
    `sec|p|br|title|named-content|styled-content|xref|ext-link|underline|roman|sans-serif|monospace|list|list-item|h[1-6]|div|font|small|u)` +
    `(?:${ATTRIBUTES})/?>`,
  'i',
);
const ESCAPED = /&(?:lt|gt|amp|quot|apos|nbsp|#\d{2,6}|#x[\da-f]{2,6});/i;

/** Whether publishers' markup or escaped characters may stand in a text: spans are CSL's own, and BibTeX's titles are full of them. */
function isSuspect(text: string): boolean {
  if (text.includes('&')) return true;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
    if (!text.startsWith('span', at + 1) && !text.startsWith('/span', at + 1)) return true;
  return false;
}

/** A title from a file: as it is, unless publishers' markup or escaped characters stand in it. */
export function publishedTitle(text: string): string {
  if (!isSuspect(text)) return text;
  const decoded = ESCAPED.test(text) ? decodeEntities(decodeEntities(text)) : text;
  return FOREIGN.test(decoded) ? oneLine(decoded) : decoded;
}

/** An abstract from a file, likewise; its paragraphs stay apart. */
export function publishedAbstract(text: string): string {
  if (!isSuspect(text)) return text;
  const decoded = ESCAPED.test(text) ? decodeEntities(text) : text;
  return FOREIGN.test(decoded) ? paragraphs(decoded, decodeEntities) : decoded;
}
