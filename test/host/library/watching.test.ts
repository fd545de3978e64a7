import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readSettled, watchFile } from '../../../host/library/following/watching.ts';
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

describe('a followed file that another program holds', () => {
  it('is looked at again until it can be read, and then left alone', async () => {
    const path = join(libraryFolder(), 'library.bib');
    writeFileSync(path, '0');
    let [looks, isLocked] = [0, true];
    const changed = async () => {
      looks++;
      return !isLocked;
    };
    const end = watchFile(path, null, changed, { interval: 20, settling: 5 });
    await vi.waitFor(() => expect(looks).toBeGreaterThan(2), { timeout: 20_000 });
    isLocked = false;
    const held = looks;
    await vi.waitFor(() => expect(looks).toBeGreaterThan(held), { timeout: 20_000 });
    const read = looks;
    await new Promise(resolve => setTimeout(resolve, 120));
    end();
    expect(looks).toBe(read);
  });
});
