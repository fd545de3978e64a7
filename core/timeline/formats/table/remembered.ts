/** What was read once is not read again: columns repeat their units, ranges and dates. */

/** The same answer for the same text: columns repeat their units, ranges and dates. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let last = '\0';
  let value: T;
  return text => {
    if (text === last) return value;
    last = text;
    value = recall(text);
    return value;
  };
  function recall(text: string): T {
    const there = known.get(text);
    if (there !== undefined) return there;
    const made = read(text);
    known.set(text, made);
    return made;
  }
}
