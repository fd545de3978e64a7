import { describe, expect, it } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import { type ChangedText, changedText } from '../../../core/report/changed-text.ts';
import type { Block, Part } from '../../../core/report/document.ts';
import { fingerprint, fingerprintInSteps } from '../../../core/report/fingerprint.ts';
import { apply, applyFitting } from '../../../core/report/ops.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { cite, figureBlock, p, row, table } from '../fixtures.ts';

const part = (...children: Block[]): Part => ({ type: 'part', key: 'discussion', children });
const blank = blankReport({ id: 'r', language: 'en', template: 'plain-en', abstracts: [] });
const holding = (value: Part): CaseReport => apply(blank, { set: 'part', key: 'discussion', value }).report;
const discussion = (report: CaseReport | undefined) => report?.parts.find(({ key }) => key === 'discussion');

/** What changed, which must be something that can be told. */
function told(before: Part, now: Part): ChangedText {
  const change = changedText(before, now);
  if (!change) throw new Error('nothing that can be told');
  return change;
}

const [first, second, third] = [p('One.'), p('Two ', cite('c1', 'a'), '.'), p('Three.')] as const;
const before = part(first, second, third);
const grid = table('t1', 'Values', 1, row('Day', 'CRP'), row('1', '60'));

describe('what changed in a part', () => {
  it('of a letter is the text that it stands in, and not the paragraph', () => {
    const typed = { ...second, children: (second as { children: unknown[] }).children.with(0, { text: 'Two, ' }) };
    const change = told(before, part(first, typed as Block, third));
    expect(change).toMatchObject({ inside: [1], at: 0, remove: 1, insert: [{ text: 'Two, ' }] });
    expect(discussion(apply(holding(before), change).report)).toEqual(part(first, typed as Block, third));
  });

  it('of a cell of a table is the cell’s text, and not the table', () => {
    const cell = { type: 'table-cell' as const, children: [{ text: '61' }] };
    const rows = grid as Extract<Block, { type: 'table' }>;
    const last = { ...(rows.children[2] as { children: unknown[] }) };
    const now = {
      ...rows,
      children: rows.children.with(2, { ...last, children: last.children.with(1, cell) } as never),
    };
    const change = told(part(first, grid), part(first, now));
    expect(change).toMatchObject({ inside: [1, 2, 1], at: 0, remove: 1, insert: [{ text: '61' }] });
  });

  it('of a paragraph that became a heading is that block', () => {
    const heading = { ...third, type: 'heading', level: 1 } as unknown as Block;
    expect(told(before, part(first, second, heading))).toMatchObject({
      inside: [],
      at: 2,
      remove: 1,
      insert: [heading],
    });
  });

  it('of blocks that came and went in one place names no other', () => {
    expect(told(before, part(first, p('A'), p('B'), third))).toMatchObject({ inside: [], at: 1, remove: 1 });
    expect(told(before, part(first, third))).toMatchObject({ at: 1, remove: 1, insert: [] });
    expect(told(before, part(first, second, third, first))).toMatchObject({ at: 3, remove: 0, insert: [first] });
  });

  it('of a part in which nothing stayed is not told: the part says it best', () => {
    expect(changedText(before, part(p('Else.')))).toBeNull();
    expect(changedText(before, before)).toBeNull();
  });

  it('is taken back by its inverse exactly', () => {
    const { report, inverse } = apply(holding(before), told(before, part(first, p('A'), p('B'), third)));
    expect(apply(report, inverse).report).toEqual(holding(before));
  });
});

describe('a change of text that does not fit', () => {
  const change = told(before, part(first, p('A'), p('B'), third));
  const others: readonly (readonly [string, ChangedText])[] = [
    ['an index behind the end', { ...change, at: 3 }],
    ['more than there is to take out', { ...change, remove: 9 }],
    ['a part that is not there', { ...change, key: 'abstract:fr' }],
    ['a path to nothing', { ...change, inside: [7] }],
    ['a path through letters', { ...change, inside: [0, 0], at: 0, remove: 0, insert: [{ text: 'x' }] }],
    ['a path into a citation', { ...change, inside: [1, 1], at: 0, insert: [{ text: 'x' }] }],
    ['a block inside a paragraph', { ...change, inside: [0], at: 0, remove: 0 }],
    ['letters among blocks', { ...change, insert: [{ text: 'loose' }] }],
    ['another text than it was made on', { ...change, was: fingerprint(part(first, second)) }],
  ];
  it.each(others)('%s: nothing is done', (_, other) => {
    expect(applyFitting(holding(before), [{ set: 'language', value: 'fr' }, other])).toBeNull();
    expect(() => apply(holding(before), other)).toThrow('does not fit');
  });

  it('a figure never loses its caption, nor gets a second', () => {
    const figure = figureBlock('f1', 'Thigh');
    const held = part(figure);
    const inside = { ...change, inside: [0], at: 0, was: fingerprint(held) };
    expect(applyFitting(holding(held), [{ ...inside, remove: 1, insert: [] }])).toBeNull();
    expect(applyFitting(holding(held), [{ ...inside, remove: 0, insert: [...figure.children] }])).toBeNull();
  });

  it('the same change fits where it was made', () => {
    expect(applyFitting(holding(before), [change])).not.toBeNull();
  });
});

describe('the fingerprint of a part', () => {
  it('is the same where the part was read a block at a time before', () => {
    const steps = [...fingerprintInSteps(before)];
    expect(steps).toHaveLength(before.children.length);
    expect(fingerprint(before)).toBe(fingerprint(structuredClone(before)));
  });

  it('is the same for the same text, whatever the order of keys', () => {
    const turned = { children: second.children, type: 'paragraph' } as Block;
    expect(fingerprint(part(first, turned, third))).toBe(fingerprint(structuredClone(before)));
  });

  it('changes with a letter, a mark, an order, and what is cited', () => {
    const texts = [
      before,
      part(first, third, second),
      part(p('One'), second, third),
      part(p({ text: 'One.', bold: true }), second, third),
      part(first, p('Two ', cite('c1', 'b'), '.'), third),
      part(first, p('Two ', cite('c1', 'a')), p('.'), third),
    ];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  });

  it('stays what journals hold, from one version of the program to the next', () => {
    expect(fingerprint(before)).toBe(5235006890904027);
  });

  it('tells 200,000 short texts apart', () => {
    const seen = new Set<number>();
    for (let at = 0; at < 200_000; at++) seen.add(fingerprint(part(p(`Day ${at}`))));
    expect(seen.size).toBe(200_000);
  });
});
