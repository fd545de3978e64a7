/** Tables as lines of text of one width. */

export interface TextCell {
  readonly text: string;
  readonly right: boolean;
}

/** Columns that an eye sees: combining marks take none, East Asian wide letters and emoji take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFC')) {
    if (/^\p{M}$|^[\u200b-\u200f]$/u.test(letter)) continue;
    width += /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\p{Emoji_Presentation}]$/u.test(letter)
      ? 2
      : 1;
  }
  return width;
}

/** Rows with their columns aligned, two spaces apart, and a rule below the heads. */
export function alignedTable(rows: readonly (readonly TextCell[])[], headerRows: number): string {
  const count = Math.max(0, ...rows.map(row => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map(row => widthOf(row[column]?.text ?? ''))),
  );
  const lines = rows.map(row =>
    widths
      .map((width, column) => {
        const { text, right } = row[column] ?? { text: '', right: false };
        const room = ' '.repeat(width - widthOf(text));
        return right ? room + text : text + room;
      })
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + Math.max(0, count - 1) * 2);
  const heads = Math.min(headerRows, lines.length);
  return [...lines.slice(0, heads), ...(heads > 0 ? [rule] : []), ...lines.slice(heads)].join('\n');
}
