/** Pandoc's Markdown in the texts of CSL-YAML, and the markup of CSL-JSON. Only what stands for type or case is translated. */

/** The rich texts of an item; all others are letters. */
export const RICH: ReadonlySet<string> = new Set([
  'title',
  'title-short',
  'original-title',
  'container-title',
  'container-title-short',
  'collection-title',
  'volume-title',
  'abstract',
  'note',
]);

const SPAN = { nocase: '<span class="nocase">', smallcaps: '<span style="font-variant:small-caps;">' } as const;

/** Any sign of ASCII that is no letter may be escaped, in every text. */
const SIGN = '[!-/:-@[-`{-~]';
const ESCAPED = new RegExp(`\\\\(${SIGN})`, 'g');
const TO_ESCAPE = new RegExp(`\\\\(?=${SIGN})`, 'g');

/** The letters of a text that has no marks, as of an address: escaped signs are signs. */
export const unescaped = (text: string): string => (text.includes('\\') ? text.replace(ESCAPED, '$1') : text);
/** The same the other way. */
export const escaped = (text: string): string => (text.includes('\\') ? text.replace(TO_ESCAPE, '\\\\') : text);

/** `*Candida*`, `**b**`, `H~2~O`, `10^9^`, `[DNA]{.nocase}`, dashes of two and three hyphens, and escaped marks. */
export function fromMarkdown(text: string): string {
  if (!/[*_^~\\[]|--/.test(text) || /[\ue000-\ue07f]/.test(text)) return text;
  // Escaped marks step aside while the others are read.
  return (
    text
      .replace(ESCAPED, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)))
      .replace(
        /\[([^[\]]*)\]\{\.(nocase|smallcaps)\}/g,
        (_, inside: string, kind: keyof typeof SPAN) => `${SPAN[kind]}${inside}</span>`,
      )
      .replace(/(?<!-)---(?!-)/g, '—')
      .replace(/(?<!-)--(?!-)/g, '–')
      .replace(/(?<!\*)\*\*(?=\S)([^*]+?)(?<=\S)\*\*(?!\*)/g, '<b>$1</b>')
      // Asterisks may stand within a word, underlines not.
      .replace(/(?<!\*)\*(?=\S)([^*]+?)(?<=\S)\*(?!\*)/g, '<i>$1</i>')
      .replace(/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, '<i>$1</i>')
      .replace(/\^([^\s^]+)\^/g, '<sup>$1</sup>')
      .replace(/(?<!~)~([^\s~]+)~(?!~)/g, '<sub>$1</sub>')
      .replace(/[\ue000-\ue07f]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xe000))
  );
}

/** The same the other way; marks that are letters are escaped. What Markdown cannot say stays the markup it is. */
export function toMarkdown(text: string): string {
  const plain = text.replace(/[*_^~\\]|-(?=-)/g, mark => `\\${mark}`);
  const marked = withMarks(plain);
  return fromMarkdown(marked) === text ? marked : plain;
}

function withMarks(text: string): string {
  return text
    .replace(/<\/?i>/g, '*')
    .replace(/<\/?b>/g, '**')
    .replace(/<\/?sup>/g, '^')
    .replace(/<\/?sub>/g, '~')
    .replace(/<span class="nocase">([^<]*)<\/span>/g, '[$1]{.nocase}')
    .replace(/<span style="font-variant:\s*small-caps;?">([^<]*)<\/span>/g, '[$1]{.smallcaps}');
}
