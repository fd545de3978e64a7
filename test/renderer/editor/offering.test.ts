import { createEditor } from 'slate';
import { expect, it } from 'vitest';
import type { CaseReport, Series } from '../../../core/report/types.ts';
import { offerAt } from '../../../renderer/editor/pickers/offering.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';

const crp: Series = {
  id: 'crp',
  analyte: 'CRP',
  unit: 'mg/L',
  range: {},
  points: [
    { id: 'a', at: { day: 0 }, value: 60, asPrinted: '60' },
    { id: 'b', at: { day: 3 }, value: 20.5, asPrinted: '20.5' },
  ],
};
const report = { series: [crp], language: 'fr' } as unknown as CaseReport;

/** What is offered behind a text with the caret at its end. */
function offered(text: string): string | null {
  const editor = createEditor() as unknown as CaseEditor;
  editor.children = [{ type: 'paragraph', children: [{ text }] }] as never;
  editor.selection = { anchor: { path: [0, 0], offset: text.length }, focus: { path: [0, 0], offset: text.length } };
  const offer = offerAt(editor, report);
  return offer && `${offer.point.id} ${text.slice(offer.range.anchor.offset, offer.range.focus.offset)}`;
}

it('a number that a series holds is offered where its analyte is named', () => {
  expect(offered('La CRP était à 60 ')).toBe('a 60');
  expect(offered('La CRP était à 60 mg/L.')).toBe('a 60 mg/L');
  expect(offered('La CRP baissait à 20,5 ')).toBe('b 20,5');
});

it('nothing is offered for other numbers, other sentences and words still being typed', () => {
  expect(offered('La CRP était à 61 ')).toBeNull();
  expect(offered('Un homme de 60 ans ')).toBeNull();
  expect(offered('La CRP était haute. Un homme de 60 ')).toBeNull();
  expect(offered('La CRP était à 60')).toBeNull();
});
