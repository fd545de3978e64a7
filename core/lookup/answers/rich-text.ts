/** Titles and abstracts as publishers deposit them: HTML, JATS and MathML, entities escaped once or twice. */
import { decodeEntities } from '../../formats/xml.ts';

/** Elements that CSL prints; everything else gives its text. */
const KEPT: Readonly<Record<string, string>> = {
  i: 'i',
  em: 'i',
  italic: 'i',
  b: 'b',
  bold: 'b',
  strong: 'b',
  sub: 'sub',
  inf: 'sub',
  sup: 'sup',
};
const TAG = /<(\/?)(?:[a-z]+:)?([a-z][a-z\d-]*)(?:\s[^<>]*)?\/?>/gi;

/** One line of text with CSL's own markup alone. */
export function richText(text: string): string {
  // "&amp;lt;i&amp;gt;" and "&lt;i&gt;" are both common.
  const decoded = decodeEntities(decodeEntities(text));
  return decoded
    .replace(/<(?:[a-z]+:)?(annotation|annotation-xml|tex-math)\b[\s\S]*?<\/(?:[a-z]+:)?\1>/gi, '')
    .replace(TAG, (_, slash: string, name: string) => {
      const kept = KEPT[name.toLowerCase()];
      return kept === undefined ? (/^(?:br|p|title|sec)$/i.test(name) ? ' ' : '') : `<${slash}${kept}>`;
    })
    .replace(/<(i|b|sub|sup)>\s*<\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Paragraphs of plain text, the headings of a structured abstract before theirs ("Background: …"). */
export function abstractText(text: string): string {
  const decoded = decodeEntities(text)
    .replace(/<(?:jats:)?title>\s*(?:abstract|summary|résumé)\s*<\/(?:jats:)?title>/gi, '')
    .replace(/<(?:jats:)?(?:title|h\d)>([\s\S]*?)<\/(?:jats:)?(?:title|h\d)>/gi, (_, heading: string) => {
      const words = heading.replace(/\s+/g, ' ').trim();
      return `\n${words}${/[:.?!]$/.test(words) ? '' : ':'} `;
    })
    .replace(/<\/(?:jats:)?(?:p|sec)>/gi, '\n');
  return (
    decodeEntities(decoded)
      .replace(TAG, '')
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim())
      .filter(line => line !== '')
      // A heading stands before its paragraph, not above it.
      .reduce<string[]>((lines, line) => {
        const last = lines.at(-1);
        if (last?.endsWith(':') && last.length < 60) lines[lines.length - 1] = `${last} ${line}`;
        else lines.push(line);
        return lines;
      }, [])
      .join('\n')
  );
}
