import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettled } from '../../../host/library/following/watching.ts';
import { libraryFolder } from './sample.ts';

describe('a followed file that is just being written', () => {
  it('is read when it is whole', async () => {
    const path = join(libraryFolder(), 'library.bib');
    writeFileSync(path, '0');
    let count = 0;
    const writing = setInterval(() => {
      appendFileSync(path, String(++count));
      if (count === 5) clearInterval(writing);
    }, 40);
    const { bytes } = await readSettled(path, { interval: 5000, settling: 400 });
    expect(new TextDecoder().decode(bytes)).toBe('012345');
  });
});
