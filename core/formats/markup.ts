/** The markup that CSL-JSON texts may hold: i, b, sub, sup, small capitals, protected case. */

/** The text without it; any other "<" is a letter and stays. */
export function withoutMarkup(text: string): string {
  return text.includes('<') ? text.replace(/<\/?(?:i|b|u|sub|sup|span)(?: [^<>]*)?>/g, '') : text;
}
