/** The character references of XML and HTML 4 (https://www.w3.org/TR/html401/sgml/entities.html). */

/** The names of U+00A0 to U+00FF, in their order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** Those of U+0391 to U+03A9, and with a small first letter of U+03B1 to U+03C9; the final sigma stands where no capital does. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf Sigma Tau Upsilon Phi Chi Psi Omega';
const OTHERS =
  'lt< gt> amp& quot" apos\' OEligŒ oeligœ ScaronŠ scaronš YumlŸ fnofƒ ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ ' +
  'dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ darr↓ harr↔ part∂ sum∑ ' +
  'minus− radic√ infin∞ cap∩ int∫ sim∼ asymp≈ ne≠ equiv≡ le≤ ge≥ ensp\u2002 emsp\u2003 thinsp\u2009';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...GREEK.split(' ').flatMap(
    (name, index) =>
      [
        [name === 'Sigmaf' ? '' : name, String.fromCharCode(0x391 + index)],
        [name.toLowerCase(), String.fromCharCode(0x3b1 + index)],
      ] as const,
  ),
  ...OTHERS.split(' ').map(each => [each.slice(0, -1), each.slice(-1)] as const),
]);

/** Text with its character references put in; a name that is not known stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));/gi, (reference, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? reference;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code === 13) return '\n';
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}
