/** Values as the server has them, read: whoever may edit can send what no Casewright writes. */

/** Deeper than anything that is written here. What is nested some thousand times can be read, and not written again. */
const DEEPEST = 50;

/** A field's value; null also for one that nobody could show or write. */
export function readValue(text: string | null): unknown {
  if (text === null || isTooDeep(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTooDeep(text: string): boolean {
  // Most values are a word or a title.
  if (text.charCodeAt(0) !== 0x5b && text.charCodeAt(0) !== 0x7b && !/^\s/.test(text)) return false;
  let depth = 0;
  let isWithin = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isWithin) {
      if (unit === 0x5c) at++;
      else if (unit === 0x22) isWithin = false;
    } else if (unit === 0x22) isWithin = true;
    else if (unit === 0x5b || unit === 0x7b) {
      depth++;
      if (depth > DEEPEST) return true;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return false;
}
