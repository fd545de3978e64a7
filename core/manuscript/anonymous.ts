/** A manuscript for readers who must not know who wrote it. */
import type { Division, Manuscript } from './types.ts';

/** Parts that name authors or those around them. */
const TELLING: readonly Division['place'][] = ['contributions', 'acknowledgements', 'funding', 'conflicts'];

/** Without authors, affiliations, correspondence, and the statements that tell of them; all else as it was. */
export function anonymised(manuscript: Manuscript): Manuscript {
  return {
    ...manuscript,
    authors: [],
    affiliations: [],
    correspondence: [],
    divisions: manuscript.divisions.filter(({ place }) => !TELLING.includes(place)),
  };
}
