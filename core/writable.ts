/** Letters that XML 1.0 documents, and so most formats, can hold. */

/** Those that they cannot: control characters but tab and line ends, halves of surrogate pairs, two non-characters (production 2). */
const FORBIDDEN = /\p{Cs}|[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/gu;

/** Those and the halves of every pair, in units: nearly no text has one, and this is told at once. */
const DOUBTFUL = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;

/** Whether every letter of a text can be held. */
export const isWritable = (text: string): boolean => !DOUBTFUL.test(text) || text.search(FORBIDDEN) < 0;

/** A text without the letters that cannot. */
export const writable = (text: string): string => (DOUBTFUL.test(text) ? text.replace(FORBIDDEN, '') : text);
