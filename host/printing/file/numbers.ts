/** A length or coordinate as written into the file: to a thousandth of a point. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A text string in the file's object syntax (a bare JavaScript string would be written as a name). */
export function textString(value: string): unknown {
  return new String(value);
}
