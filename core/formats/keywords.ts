/** Keywords: a list in every format, one text in CSL. */

/** So many keywords a record has, mostly. */
const FEW = 16;

/** One text, parted by commas, or by semicolons where a keyword holds a comma ("History, 20th Century"). */
export function joinKeywords(keywords: readonly string[]): string {
  const list: string[] = [];
  // Of a few, a look at all of them is quicker.
  const seen = keywords.length > FEW ? new Set<string>() : null;
  let joint = ', ';
  for (const each of keywords) {
    const keyword = each.trim();
    if (keyword === '' || (seen === null ? list.includes(keyword) : seen.has(keyword))) continue;
    seen?.add(keyword);
    list.push(keyword);
    if (keyword.includes(',') || keyword.includes(';')) joint = '; ';
  }
  return list.join(joint);
}

/** The keywords of such a text. */
export function splitKeywords(text: string): string[] {
  return text
    .split(text.includes(';') ? /\s*;\s*/ : /\s*,\s*/)
    .map(keyword => keyword.trim())
    .filter(keyword => keyword !== '');
}
