/** ISSN and ISBN by their form (ISO 3297, ISO 2108), with what exporters write around and between them. */

const HYPHENS = /[‐‑–−]/g;
const ISSN = /(?<![\d-])\d{4}-?\d{3}[\dXx](?![\d-])/;
const WHOLE_ISSN = /^\d{4}-\d{3}[\dXx]$/;
const ISBN = /(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-])/;

/** The first number of a field that may hold several, or words beside it: "0028-4793 (Print); 1533-4406", "20488505 (ISSN)". */
export function firstSerial(text: string): { readonly kind: 'ISSN' | 'ISBN'; readonly number: string } | null {
  // Nothing but an ISSN, as nearly all are written.
  if (text.length === 9 && WHOLE_ISSN.test(text)) return { kind: 'ISSN', number: text };
  const plain = text.replace(HYPHENS, '-');
  const [issn, isbn] = [ISSN.exec(plain), ISBN.exec(plain)];
  if (isbn && (!issn || isbn.index <= issn.index)) return { kind: 'ISBN', number: isbn[0].trim() };
  return issn ? { kind: 'ISSN', number: issn[0] } : null;
}
