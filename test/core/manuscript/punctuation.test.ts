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

describe('calls of notes', () => {
  /** The letters printed, each call as the number of its note in brackets. */
  function called(language: Language, ...children: (Inline | string)[]): string {
    const report = reportOf(language, { introduction: [p(...children)] });
    const citations = { ...BRACKETS, notes: { a: 1, b: 2 } };
    const { divisions } = resolve(report, house('plain-fr'), citations);
    const block = divisions.find(({ anchor }) => anchor === 'introduction')?.blocks[0];
    if (block?.kind !== 'paragraph') throw new Error('no paragraph');
    return block.runs.map(run => (run.note ? `[${run.note.number}]` : run.text)).join('');
  }

  it('stand against the word, raised, whatever kind of citations the template says', () => {
    expect(called('fr', 'rare ', a, ' chez l’adulte')).toBe('rare[1] chez l’adulte');
  });
  it('follow any punctuation in English, and the quotation mark behind it', () => {
    expect(called('en', 'rare ', a, '. Then')).toBe('rare.[1] Then');
    expect(called('en', 'rare ', a, '; then')).toBe('rare;[1] then');
    expect(called('en', 'rare ', a, ': then')).toBe('rare:[1] then');
    expect(called('en', 'is it rare ', a, '? Yes')).toBe('is it rare?[1] Yes');
    expect(called('en', '“rare ', a, '.” Then')).toBe('“rare.”[1] Then');
  });
  it('precede a dash and a closing bracket in English', () => {
    expect(called('en', 'rare ', a, '—or not')).toBe('rare[1]—or not');
    expect(called('en', '(rare ', a, ') here')).toBe('(rare[1]) here');
  });
  it('precede all punctuation in French, and the guillemet', () => {
    expect(called('fr', 'rare ', a, '. Puis')).toBe('rare[1]. Puis');
    expect(called('fr', 'rare ', a, '\u00a0; puis')).toBe('rare[1]\u202f; puis');
    expect(called('fr', '«\u00a0rare ', a, '\u00a0».')).toBe('«\u00a0rare[1]\u00a0».');
  });
  it('side by side are parted by a comma', () => {
    expect(called('fr', 'rare ', a, ' ', b, '.')).toBe('rare[1],[2].');
  });
  it('hold what the style prints, all works of a cluster in one note', () => {
    const { divisions } = resolve(reportOf('en', { introduction: [p('rare ', b, '.')] }), house('plain-en'), {
      ...BRACKETS,
      notes: { b: 1 },
    });
    const block = divisions.find(({ anchor }) => anchor === 'introduction')?.blocks[0];
    expect(block?.kind === 'paragraph' && block.runs.map(({ note }) => note).filter(Boolean)).toEqual([
      { number: 1, runs: [{ text: '[2,3]' }] },
    ]);
  });
});
