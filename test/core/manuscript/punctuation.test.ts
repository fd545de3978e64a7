import { describe, expect, it } from 'vitest';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { FormattedCitations, Run } from '../../../core/manuscript/types.ts';
import type { Inline } from '../../../core/report/document.ts';
import type { Language } from '../../../core/report/types.ts';
import { cite, house, p, reportOf } from '../fixtures.ts';

const raisedRun = (text: string): Run[] => [{ text, sup: true }];
const RAISED: FormattedCitations = {
  clusters: { a: raisedRun('1'), b: raisedRun('2,3') },
  bibliography: [],
  missing: [],
};
const BRACKETS: FormattedCitations = {
  clusters: { a: [{ text: '[1]' }], b: [{ text: '[2,3]' }] },
  bibliography: [],
  missing: [],
};

/** The letters printed, raised ones behind a caret. */
function printed(style: 'plain-fr' | 'plain-en', language: Language, ...children: (Inline | string)[]): string {
  const report = reportOf(language, { introduction: [p(...children)] });
  const citations = style === 'plain-fr' ? RAISED : BRACKETS;
  const { divisions } = resolve(report, house(style), citations);
  const block = divisions.find(({ anchor }) => anchor === 'introduction')?.blocks[0];
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  const text = block.runs.map(run => (run.sup ? `^${run.text}^` : run.text)).join('');
  // Runs of different clusters are not joined; the letters stand side by side all the same.
  return text.replaceAll('^^', '');
}

const a = cite('a', 'x');
const b = cite('b', 'y');

describe('raised numbers', () => {
  it('stand against the word, whatever space was typed', () => {
    expect(printed('plain-fr', 'fr', 'rare ', a, ' chez l’adulte')).toBe('rare^1^ chez l’adulte');
    expect(printed('plain-fr', 'fr', 'rare\u00a0', a, '.')).toBe('rare^1^.');
  });
  it('precede the full stop in French and follow it in English', () => {
    expect(printed('plain-fr', 'fr', 'rare ', a, '. Puis')).toBe('rare^1^. Puis');
    expect(printed('plain-fr', 'en', 'rare ', a, '. Then')).toBe('rare.^1^ Then');
    expect(printed('plain-fr', 'en', 'rare', a, ', and')).toBe('rare,^1^ and');
  });
  it('precede colons and semicolons in English too', () => {
    expect(printed('plain-fr', 'en', 'rare', a, '; then')).toBe('rare^1^; then');
  });
  it('stay where they were put when they were typed after the stop', () => {
    expect(printed('plain-fr', 'fr', 'rare. ', a)).toBe('rare.^1^');
  });
  it('of two calls side by side are never read as one number', () => {
    expect(printed('plain-fr', 'fr', 'rare', a, '', b, '.')).toBe('rare^1,2,3^.');
    expect(printed('plain-fr', 'fr', 'rare ', a, ' ', b, '.')).toBe('rare^1,2,3^.');
    expect(printed('plain-fr', 'en', 'rare ', a, ' ', b, '. Then')).toBe('rare.^1,2,3^ Then');
  });
});

describe('a raised call with its place', () => {
  const withPlace = (text: string) => {
    const report = reportOf('fr', { introduction: [p('rare ', a, ' chez')] });
    const citations = { clusters: { a: raisedRun(text) }, bibliography: [], missing: [] };
    const block = resolve(report, house('plain-fr'), citations).divisions.find(
      ({ anchor }) => anchor === 'introduction',
    )?.blocks[0];
    return block?.kind === 'paragraph' ? block.runs.find(({ sup }) => sup)?.text : undefined;
  };
  it('stays on one line where it is short', () => {
    expect(withPlace('3(p. 12)')).toBe('3(p.\u00a012)');
  });
  it('may be broken where it is long', () => {
    expect(withPlace('3(chap. 12, figure 4), 5')).toBe('3(chap. 12, figure 4), 5');
  });
});

describe('numbers in brackets', () => {
  it('stand a space away from the word, whether it was typed or not', () => {
    expect(printed('plain-en', 'en', 'rare', a, '.')).toBe('rare [1].');
    expect(printed('plain-en', 'en', 'rare ', a, '.')).toBe('rare [1].');
    expect(printed('plain-en', 'en', 'rare\u00a0', a, '.')).toBe('rare\u00a0[1].');
  });
  it('need none after an opening bracket or at the start', () => {
    expect(printed('plain-en', 'en', '(', a, ')')).toBe('([1])');
    expect(printed('plain-en', 'en', a, ' says')).toBe('[1] says');
  });
  it('side by side are parted', () => {
    expect(printed('plain-en', 'en', 'rare', a, '', b)).toBe('rare [1] [2,3]');
  });
});
