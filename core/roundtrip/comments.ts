/** Comments of a returned file, each with the text of the report it stands in. */
import type { PartKey } from '../report/document.ts';
import type { Arrival } from './arrivals.ts';
import type { Expected } from './expected.ts';
import type { ReturnedComment } from './returned.ts';
import { type Comment, lineOf, type Place } from './review.ts';

/** What was expected, what came, and the place of what came for each expected one; -1 where nothing did. */
export interface Aligned {
  readonly expected: readonly Expected[];
  readonly arrivals: readonly Arrival[];
  readonly of: readonly number[];
}

export function commentsOf(comments: readonly ReturnedComment[], aligned: Aligned): readonly Comment[] {
  return comments.map(({ author, date, text, about, block, resolved }, index) => ({
    id: `comment-${index + 1}`,
    author,
    date,
    text,
    about,
    resolved,
    place: placeOf(block, aligned),
  }));
}

/** The last place of the report that stands at or before a block of the file. */
function placeOf(block: number, { expected, arrivals, of }: Aligned): Place {
  let place: Place = { what: 'line' };
  let part: PartKey | undefined;
  of.forEach((index, at) => {
    const entry = expected[at] as Expected;
    const arrival = arrivals[index];
    if (!arrival || arrival.block > block) return;
    if (entry.kind === 'text') place = { part: entry.unit.part, what: entry.unit.kind };
    else {
      if (entry.bookmark !== undefined) part = entry.begins;
      place = lineOf(part);
    }
  });
  return place;
}
