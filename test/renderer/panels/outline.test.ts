import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/checks/types.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { Part } from '../../../core/report/document.ts';
import { partOf, standings } from '../../../renderer/panels/outline/standing.ts';

const words = { en: 'x', fr: 'x' };
const finding = (severity: Finding['severity'], place: Finding['place']): Finding => ({
  check: 'c',
  severity,
  message: words,
  hint: words,
  place,
});
const parts: readonly Part[] = blankReport({ id: 'r', language: 'fr', template: 't' }).parts.map(part =>
  part.key === 'observation'
    ? {
        ...part,
        children: [
          {
            type: 'paragraph',
            children: [
              { text: 'Seen.' },
              { type: 'citation', id: 'c1', items: [{ reference: 'a' }], children: [{ text: '' }] },
            ],
          },
          { type: 'figure', id: 'f1', children: [{ type: 'caption', children: [{ text: '' }] }] },
        ],
      }
    : part,
);

describe('how parts stand', () => {
  it('counts errors and warnings where they are, by figure and citation too; notes ask for nothing', () => {
    const states = standings(parts, [
      finding('warning', { block: 'f1' }),
      finding('error', { citation: 'c1' }),
      finding('note', { part: 'observation' }),
      finding('note', { part: 'discussion' }),
      finding('warning', {}),
    ]);
    expect(states.get('observation')).toEqual({ due: 2, worst: 'error', complete: false });
    expect(states.get('discussion')).toEqual({ due: 0, worst: null, complete: false });
  });

  it('is complete where something is written and nothing is due', () => {
    expect(standings(parts, []).get('observation')?.complete).toBe(true);
    expect(standings(parts, []).get('introduction')?.complete).toBe(false);
  });

  it('is nowhere for what is about the whole case', () => {
    expect(partOf(finding('warning', {}), parts)).toBeNull();
  });
});
