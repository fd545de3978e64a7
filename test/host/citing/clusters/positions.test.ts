import { describe, expect, it } from 'vitest';
import { type Cite, positionsOf } from '../../../../host/citing/clusters/positions.ts';

const [FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR] = [0, 1, 2, 3];
const notes = (...clusters: (readonly (string | Cite)[])[]) =>
  positionsOf(
    clusters.map((cites, index) => ({
      note: index + 1,
      cites: cites.map(cite => (typeof cite === 'string' ? { id: cite } : cite)),
    })),
    5,
  ).map(cluster => cluster.map(({ position, firstNote }) => [position, firstNote]));

describe('in notes', () => {
  it('a work right after itself is ibid., after another it is named again with its first note', () => {
    expect(notes(['a'], ['a'], ['b'], ['a'])).toEqual([[[FIRST, 0]], [[IBID, 1]], [[FIRST, 0]], [[SUBSEQUENT, 1]]]);
  });
  it('ibid. needs the note before to cite nothing else', () => {
    expect(notes(['a', 'b'], ['a'])[1]).toEqual([[SUBSEQUENT, 1]]);
  });
  it('another page is ibid. with its page; no page after a page is named again', () => {
    const at = (locator: string): Cite => ({ id: 'a', locator, label: 'page' });
    expect(notes([at('1')], [at('1')], [at('2')], ['a']).map(([cite]) => cite?.[0])).toEqual([
      FIRST,
      IBID,
      IBID_WITH_LOCATOR,
      SUBSEQUENT,
    ]);
  });
  it('a note is far from the sixth on', () => {
    const far = positionsOf(
      [1, 6, 12].map(note => ({ note, cites: [{ id: 'a' }] })),
      5,
    );
    expect(far.map(([cite]) => cite?.isNear)).toEqual([false, true, false]);
  });
});
