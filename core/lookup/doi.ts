/** DOIs as people paste them: inside an address, after "doi:", with the sentence's punctuation still at their end. */

/** From "10." to the next white space or quotation mark; what else does not belong is taken off by {@link trimmed}. */
const DOI = /(?<![\d.])10\.\d{4,9}(?:\.\d+)*\/[^\s"“”«»]+/g;

/** What publishers put behind a DOI in the addresses of their pages. */
const PAGE_OF_DOI =
  /(?:\/(?:full(?:text|-text)?|abs(?:tract)?|e?pdf|epub|html|summary|meta|references|figures|tables|supplementary[\w-]*|download|citation|related|peer-review)|\.(?:full(?:\.pdf)?|pdf|abstract|short|long|html?|xml|full-text))+\/?$/i;

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Takes off punctuation and brackets that were not opened inside, and tags or entities of a web page. */
function trimmed(text: string): string {
  let doi = text.replace(/<\/?[a-z][^<>]*>.*$/i, '').replace(/&(?:gt|lt|quot|nbsp);?.*$/i, '');
  for (;;) {
    const last = doi.at(-1) ?? '';
    const opening = PAIRS[last];
    const isSpare = opening === undefined ? /[.,;:!?'’‘*_~|\\/…-]/.test(last) : !isBalanced(doi, opening, last);
    if (!isSpare) return doi;
    doi = doi.slice(0, -1);
  }
}

function isBalanced(text: string, opening: string, closing: string): boolean {
  return text.split(opening).length >= text.split(closing).length;
}

/** The DOI in the address of an article's page, without what the publisher put behind it. */
export function doiOfAddress(address: string): string | null {
  const [found] = address.match(DOI) ?? [];
  if (found === undefined) return null;
  const path = trimmed(found.replace(/[?#&].*$/, '')).replace(PAGE_OF_DOI, '');
  // Preprint servers of Cold Spring Harbor put the version behind a DOI that has none.
  return /^10\.(?:1101|64898)\//.test(path) ? path.replace(/v\d+$/, '') : path;
}

export interface DoiFound {
  readonly doi: string;
  readonly from: number;
  readonly to: number;
}

/** Every DOI of a text and where it stands; two glued by a comma or semicolon are two. */
export function doisOf(text: string): readonly DoiFound[] {
  return [...text.matchAll(DOI)].flatMap(({ 0: found, index }) => {
    const next = found.search(/[,;|](?=(?:https?:|doi:|10\.\d{4,9}\/))/i);
    const doi = trimmed(next < 0 ? found : found.slice(0, next));
    const one = { doi, from: index, to: index + doi.length };
    if (next < 0) return [one];
    return [
      one,
      ...doisOf(found.slice(next)).map(more => ({
        doi: more.doi,
        from: more.from + index + next,
        to: more.to + index + next,
      })),
    ];
  });
}

/** The same DOI in one spelling: DOIs are compared without case (ISO 26324). */
export function sameDoi(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
