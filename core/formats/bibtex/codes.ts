/** The letters that BibTeX is made of, by code. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const CLOSE_PAREN = 41;
export const COMMA = 44;
export const EQUALS = 61;
export const AT = 64;
export const BACKSLASH = 92;
export const OPEN = 123;
export const CLOSE = 125;

export const isSpace = (code: number) => code === SPACE || code === LF || code === TAB || code === CR || code === 0xa0;

export const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
