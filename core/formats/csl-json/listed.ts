/** The items of a JSON list one by one, each parsed by itself. */

/** Follows the last item of a list that is sound to its end. */
export const END: unique symbol = Symbol('end');

const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [34, 92, 44, 123, 125, 91, 93] as const;

/** Every object of a list, and then {@link END}; what is no list of objects, or no JSON, ends before. */
export function* listedItems(text: string): Generator<unknown> {
  let at = afterSpace(text, 0);
  if (text.charCodeAt(at) !== OPEN_LIST) return;
  at = afterSpace(text, at + 1);
  while (text.charCodeAt(at) === OPEN) {
    const end = endOfObject(text, at);
    if (end < 0) return;
    let item: unknown;
    try {
      item = JSON.parse(text.slice(at, end));
    } catch {
      return;
    }
    yield item;
    at = afterSpace(text, end);
    if (text.charCodeAt(at) === CLOSE_LIST && afterSpace(text, at + 1) === text.length) yield END;
    if (text.charCodeAt(at) !== COMMA) return;
    at = afterSpace(text, at + 1);
  }
}

/** JSON's four kinds of white space are left behind. */
function afterSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12); )
    code = text.charCodeAt(++at);
  return at;
}

/** Just after the bracket that closes the object at a place; -1 where there is none. What is between, JSON's own parser tells. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at + 1);
      if (at < 0) return -1;
    } else if (code === OPEN || code === OPEN_LIST) depth++;
    else if ((code === CLOSE || code === CLOSE_LIST) && --depth === 0) return at + 1;
  }
  return -1;
}

/** The quotation mark that closes a string; -1 where there is none. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
