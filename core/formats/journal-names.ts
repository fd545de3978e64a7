/** Which of two names of a journal is the other's abbreviation (ISO 4: words cut short or contracted, small words left out). */

const SMALL = /^(?:the|of|and|in|for|on|to|at|a|an|de|la|le|les|des|du|et|der|die|das|und|für|el|y|e|i)$/;

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !SMALL.test(word));

/** Whether the letters of a word stand in another in their order, the first at its start: "Rheumatol", "Int", "Kinderheilkd". */
function isCutFrom(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at >= short.length;
}

/** Whether `short` is the same name as `full`, its abbreviation ("N Engl J Med") or its initials ("PNAS"). */
export function abbreviates(short: string, full: string): boolean {
  const [cut, whole] = [wordsOf(short), wordsOf(full)];
  let at = 0;
  for (const word of whole) if (at < cut.length && isCutFrom(cut[at] as string, word)) at++;
  if (cut.length > 0 && at === cut.length) return true;
  if (!/^\p{Lu}{2,8}$/u.test(short.trim())) return false;
  const initials = whole.map(word => word[0]).join('');
  return isCutFrom(short.trim().toLowerCase(), initials);
}
