/** What somebody may have meant who typed a word that is none. */
import { comparing, LONGEST_TYPED, lettersOf } from '../core/library/near.ts';

/**
 * The candidates nearest to a word, a third of its letters wrong at most, or that it begins; none where nothing is near. Dashes
 * before it do not count.
 */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const typed = bare(word);
  if (typed === '' || typed.length > LONGEST_TYPED) return [];
  const most = Math.max(1, Math.floor(typed.length / 3));
  const mistakes = (candidate: string) => {
    const letters = lettersOf(bare(candidate));
    return typed.length > 2 && bare(candidate).startsWith(typed)
      ? 1
      : comparing(typed, ({ between }) => between(letters, 0, letters.length, most));
  };
  const rated = [...new Set(candidates)].map(candidate => ({ candidate, off: mistakes(candidate) }));
  const least = Math.min(...rated.map(({ off }) => off));
  return least > most ? [] : rated.filter(({ off }) => off === least).map(({ candidate }) => candidate);
}

const bare = (word: string): string => word.replace(/^-+/, '').toLowerCase();
