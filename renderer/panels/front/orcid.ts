/** ORCID identifiers, checked by their check digit (ISO 7064, MOD 11-2). */

/** Bare and in groups ("0000-0002-1825-0097"), from whatever was pasted: an address, no hyphens. Null where it has not 16 characters. */
export function readOrcid(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(www\.)?orcid\.org\//i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(bare)) return null;
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}

/** Whether the last character agrees with the fifteen digits before it. */
export function orcidAgrees(orcid: string): boolean {
  const bare = orcid.replace(/-/g, '');
  let total = 0;
  for (const digit of bare.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === bare.at(-1);
}
