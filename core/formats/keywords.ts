/** Keywords: a list in every format, one text in CSL. */

/** One text, parted by commas, or by semicolons where a keyword holds a comma ("History, 20th Century"). */
export function joinKeywords(keywords: readonly string[]): string {
  const list = [...new Set(keywords.map(keyword => keyword.trim()).filter(keyword => keyword !== ''))];
  return list.join(list.some(keyword => /[,;]/.test(keyword)) ? '; ' : ', ');
}

/** The keywords of such a text. */
export function splitKeywords(text: string): string[] {
  return text
    .split(text.includes(';') ? /\s*;\s*/ : /\s*,\s*/)
    .map(keyword => keyword.trim())
    .filter(keyword => keyword !== '');
}
