import { describe, expect, it } from 'vitest';
import { arranged } from '../../../core/manuscript/arranged.ts';
import { lettersOf } from '../../../core/manuscript/letters.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import { printedFloats } from '../../../core/manuscript/walk.ts';
import { floatPlaces, inForm } from '../../../core/template/form.ts';
import { complete, house, plainCitations } from '../fixtures.ts';

const template = house('plain-fr');
const manuscript = resolve(complete, template, plainCitations(complete));
const floats = printedFloats(manuscript);
const gathered = (made: typeof manuscript) => made.divisions.filter(({ kind }) => kind === 'floats');

describe('figures and tables', () => {
  it('stay in the text of an article', () => {
    expect(floats.length).toBeGreaterThan(1);
    expect(arranged(manuscript, floatPlaces(template, 'article'))).toBe(manuscript);
  });

  it('asked for after the text stand there, tables first, none lost, numbers and anchors as they were', () => {
    const made = arranged(manuscript, floatPlaces(template, 'manuscript', 'end'));
    expect(gathered(made).map(({ heading }) => heading)).toEqual(['Tableaux', 'Figures']);
    expect(made.divisions.slice(0, -2).flatMap(({ blocks }) => blocks)).not.toContainEqual(
      expect.objectContaining({ kind: 'figure' }),
    );
    const byAnchor = (list: readonly { readonly anchor: string }[]) => list.map(({ anchor }) => anchor).sort();
    expect(byAnchor(printedFloats(made))).toEqual(byAnchor(floats));
    expect(new Set(printedFloats(made))).toEqual(new Set(floats));
  });

  it('that are files of their own leave their legends, to which mentions still lead', () => {
    const made = arranged(manuscript, floatPlaces(template, 'article', 'separate'));
    const legends = gathered(made).find(({ heading }) => heading === 'Légendes des figures')?.blocks ?? [];
    const figures = floats.filter(({ kind }) => kind !== 'table');
    expect(legends).toHaveLength(figures.length);
    legends.forEach((block, index) => {
      if (block.kind !== 'paragraph') throw new Error(block.kind);
      expect(block.anchor).toBe(figures[index]?.anchor);
      expect(lettersOf(block.runs).startsWith(figures[index]?.label ?? '?')).toBe(true);
    });
    expect(printedFloats(made).every(({ kind }) => kind === 'table')).toBe(true);
  });
});

describe('the manuscript form', () => {
  it('is double spaced, numbered and in one column where the template has no rule of its own', () => {
    expect(inForm(template, 'manuscript').page).toMatchObject({
      lineHeight: 2,
      lineNumbers: true,
      columns: 1,
      justified: false,
      titlePage: true,
    });
  });

  it('follows the rule of a journal that has one', () => {
    const basis = { source: '', read: '', confidence: 'not confirmed' } as const;
    const rules = { spacing: { value: 1.5, ...basis }, figures: { value: 'end', ...basis } } as const;
    const journal = { ...template, manuscript: rules };
    expect(inForm(journal, 'manuscript').page.lineHeight).toBe(1.5);
    expect(floatPlaces(journal, 'manuscript')).toEqual({ figures: 'end', tables: 'text' });
  });
});
