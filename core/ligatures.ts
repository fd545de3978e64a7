/** Letters that a typeface joined and a file kept joined, as texts from PDFs have them. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** A text with each of them as its letters. */
export const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, ligature => LIGATURES[ligature] as string);
