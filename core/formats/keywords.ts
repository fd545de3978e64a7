/** Keywords: a list in every format, one text in CSL. */

/** One text, parted by commas, or by semicolons where a keyword holds a comma ("History, 20th Century"). */
export function joinKeywords(keywords: readonly string[]): string {
  const list = new Set<string>();
  let joint = ', ';
  for (const each of keywords) {
    const keyword = each.trim();
    if (keyword === '') continue;
    list.add(keyword);
    if (keyword.includes(',') || keyword.includes(';')) joint = '; ';
  }
  return [...list].join(joint);
}

/** The keywords of such a text. */
export function splitKeywords(text: string): string[] {
  return text
    .split(text.includes(';') ? /\s*;\s*/ : /\s*,\s*/)
    .map(keyword => keyword.trim())
    .filter(keyword => keyword !== '');
}
