/** Words and names that are nearly the same. */
import { comparing, LONGEST_TYPED, lettersOf, mistakesAllowed } from '../library/near.ts';

/** Whether one is the other with as many mistakes as a word of the shorter's length may have. */
export function nearWords(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const most = mistakesAllowed(short.length);
  if (most === 0 || short.length > LONGEST_TYPED || long.length - short.length > most || /\d/.test(one + other))
    return false;
  return comparing(short, ({ between }) => between(lettersOf(long), 0, long.length, most) <= most);
}

/** Whether two folded family names may be of one person: one within the other (particles, double names), or a mistake in one. */
export const nearNames = (one: string, other: string): boolean =>
  one.includes(other) || other.includes(one) || (Math.min(one.length, other.length) > 4 && nearWords(one, other));
