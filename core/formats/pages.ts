/** Page ranges whose last page MEDLINE and many authors give short: "1704-14" is 1704 to 1714. */
import { cslPages } from './item.ts';

/** Pages as CSL wants them, the last page in full: "454-81" → "454-481"; anything else as it is. */
export function fullPages(text: string): string {
  return cslPages(text).replace(
    /(?<![\w-])([A-Za-z]?)(\d+)-\1?(\d+)(?![\w-])/g,
    (range, letter: string, first: string, last: string) => {
      const end = first.slice(0, -last.length) + last;
      return last.length < first.length && end > first ? `${letter}${first}-${letter}${end}` : range;
    },
  );
}

/** The way MEDLINE prints them: "454-481" → "454-81". */
export function shortPages(text: string): string {
  return text.replace(
    /(?<![\w-])([A-Za-z]?)(\d+)-(\1\d+)(?![\w-])/g,
    (range, letter: string, first: string, end: string) => {
      const last = end.slice(letter.length);
      if (first.length !== last.length || first >= last) return range;
      let shared = 0;
      while (first[shared] === last[shared]) shared++;
      return `${letter}${first}-${last.slice(shared)}`;
    },
  );
}
