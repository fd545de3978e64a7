/** Texts of clusters by their numbers, made by an engine that knows works by their number only. */

import { emptied } from '../bibliography/comparing.ts';
import type { Engine } from '../engine.ts';
import { type Cluster, textOf } from './clusters.ts';

/** Numbers that an engine is shown beyond those in use, since each time it looks at all of them. */
const SPARE = 100;

/** Texts remembered for a style; more are forgotten together. */
const MOST = 20_000;

export function numbered(makeEngine: () => Engine) {
  let engine: Engine | null = null;
  let most = 0;
  const texts = new Map<string | number, string>();
  return ({ references, items, additions }: Cluster, numbers: ReadonlyMap<string, number>): string => {
    const own = references.map(id => numbers.get(id) as number);
    // Most clusters are one number, which needs no text to be found by.
    const key = own.length === 1 && additions === '' ? (own[0] as number) : `${own.join()},${additions}`;
    const before = texts.get(key);
    if (before !== undefined) return before;
    if (!engine) {
      engine = makeEngine();
      engine.sys.retrieveItem = id => ({ id, type: 'article-journal', title: 'A work' });
      emptied(engine);
    }
    if (numbers.size > most) {
      most = numbers.size + SPARE;
      engine.updateItems(Array.from({ length: most }, (_, index) => String(index + 1)));
    }
    const text = textOf(engine, {
      citationID: 'cluster',
      citationItems: items.map((item, index) => ({ ...item, id: String(own[index]) })),
      properties: { noteIndex: 0 },
    });
    if (texts.size >= MOST) texts.clear();
    texts.set(key, text);
    return text;
  };
}
