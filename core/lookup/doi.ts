/** DOIs as people paste them: inside an address, after "doi:", with the sentence's punctuation still at their end. */

/** Text as it was before a page or a clipboard changed it: entities of a web page, signs that are not seen, dashes that look like a hyphen. */
export function plainIdentifiers(text: string): string {
  return (
    text
      .replace(/&(lt|gt|amp);/gi, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name.toLowerCase()] as string)
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/\uff1a/g, ':')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      // Two addresses without a space between them.
      .replace(/(?<=[\w)])(?=https?:\/\/)/gi, ' ')
      .replace(/(?<![\d.])(10\.\d{4,9})\s*\/[^\S\n\r]*(?=[^\s\d]|\d{3})/g, '$1/')
  );
}

/** From "10." to the next white space or quotation mark; what else does not belong is taken off by {@link trimmed}. */
const DOI = /(?<![\d.])10\.\d{4,9}(?:\.\d+)*\/[^\s"“”«»]+/g;

/** What publishers put behind a DOI in the addresses of their pages. */
const PAGE_OF_DOI =
  /(?:\/suppl(?:_file|emental)?\/.*|\/(?:full(?:text|-text)?|abs(?:tract)?|e?pdf|epub|html|summary|meta|references|figures|tables|supplementary[\w-]*|download|citation|related|peer-review)|\.(?:article-(?:info|metrics)|supplementary-material|full(?:\.pdf|-text)?|pdf|abstract|short|long|html?|xml|full-text))+\/?$/i;

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

/** A DOI without what an address had behind it: the page's kind, and the version of preprints whose DOI has none. */
function withoutPage(doi: string): string {
  const path = doi.replace(PAGE_OF_DOI, '');
  // Preprint servers of Cold Spring Harbor put the version behind a DOI that has none.
  return /^10\.(?:1101|64898)\//.test(path) ? path.replace(/v\d+$/, '') : path;
}

/** The DOI in the address of an article's page, without what the publisher put behind it. */
export function doiOfAddress(address: string): string | null {
  const [found] = address.match(DOI) ?? [];
  if (found === undefined) return null;
  return withoutPage(trimmed(found.replace(/[?#&].*$/, '')));
}

export interface DoiFound {
  readonly doi: string;
  readonly from: number;
  readonly to: number;
}

/** What follows a DOI without a space: another address, DOI or label. */
const GLUED = /\]\(|[,;|.]?(?=(?:https?:\/\/|doi:|PMC?ID\b))|[,;|](?=10\.\d{4,9}\/)/i;

/** Every DOI of a text and where it stands; two that are glued to one another are two. */
export function doisOf(text: string): readonly DoiFound[] {
  return [...text.matchAll(DOI)].flatMap(({ 0: found, index }) => {
    const next = found.search(GLUED);
    const whole = trimmed(next < 0 ? found : found.slice(0, next));
    const doi = withoutPage(whole);
    const one = { doi, from: index, to: index + whole.length };
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
