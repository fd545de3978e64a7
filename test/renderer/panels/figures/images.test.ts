import { afterEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { notices } from '../../../../renderer/app/notices/notices.ts';
import { addImages } from '../../../../renderer/panels/figures/images.ts';
import { imageWorks } from '../../../../renderer/panels/figures/work.ts';
import type { Session } from '../../../../renderer/session/types.ts';
import { fakeHost } from '../../fake-host.ts';

/** A host that takes the milliseconds in a file's name for it, and refuses what is named "bad". */
function setUp() {
  let atOnce = 0;
  let most = 0;
  const host = fakeHost({
    'assets.add': async ({ name }) => {
      most = Math.max(most, ++atOnce);
      await new Promise(resolve => setTimeout(resolve, Number.parseInt(name, 10) || 0));
      atOnce--;
      const refused = { code: 'image.kind', message: { en: name, fr: name }, hint: { en: '', fr: '' } };
      if (name === 'bad') return { ok: false, problem: refused };
      return {
        ok: true,
        value: { asset: { name, type: 'image/jpeg', width: 1, height: 1, size: 1 }, removed: ['gps'] },
      };
    },
  });
  const store = createStore(() => ({ report: { assets: [] } }));
  return { session: { host, document: 'd', store } as unknown as Session, most: () => most };
}

const files = (...names: readonly string[]) => names.map(name => new File(['x'], name));

afterEach(() => notices.setState({ list: [] }));

describe('images on their way into a report', () => {
  it('keep their order, two at a time, and one that is refused does not stop the others', async () => {
    const { session, most } = setUp();
    const { assets, taken, ops } = await addImages(session, files('60', 'bad', '5', '1'));
    expect(assets.map(({ name }) => name)).toEqual(['60', '5', '1']);
    expect(taken).toEqual([0, 2, 3]);
    expect(ops).toHaveLength(3);
    expect(most()).toBe(2);
  });

  it('show their count when they take long, and add nothing where they are stopped', async () => {
    const { session } = setUp();
    const adding = addImages(session, files('500', '501', '502', '503', '504'));
    await new Promise(resolve => setTimeout(resolve, 450));
    const [work] = imageWorks.getState().list;
    expect(work).toMatchObject({ of: 5 });
    work?.stop();
    expect(await adding).toEqual({ assets: [], taken: [], ops: [] });
    expect(imageWorks.getState().list).toEqual([]);
    expect(notices.getState().list).toEqual([]);
  });
});
