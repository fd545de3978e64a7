import { expect, it } from 'vitest';
import { readyKeys } from '../../../renderer/editor/readying.ts';

it('the keys that ready an editor run to their end in both languages, a step for each', () => {
  for (const language of ['en', 'fr'] as const) expect([...readyKeys(language)].length).toBeGreaterThan(50);
});
