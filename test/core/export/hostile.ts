/** Manuscripts that reports can make and nobody expects: for every exporter to hold. */
import type { PartKey } from '../../../core/report/document.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { complete, figureBlock, h, p, see, table } from '../fixtures.ts';
import { inNotes } from './in-notes.ts';
import { oneOfEverything, type Printed } from './manuscripts.ts';

const parts = (change: Partial<Record<PartKey, CaseReport['parts'][number]['children']>>): CaseReport['parts'] =>
  complete.parts.map(part => ({ ...part, children: change[part.key] ?? part.children }));

const NASTY =
  'a & b < c > d "e" \u0000\u0007\u001b\ud800 {\\x} $5 % # _ ^ ~ [1] `c` *d* |e| <!-- ]]> @who ![x](y) 10⁹/L µ μ ≥ ≤ ± × → − ‑ \u202f\u00a0\u200b\u2009 “q” « r » 𝛼 é e\u0301 日本 🙂';

/** By what is odd about them. */
export const HOSTILE: Readonly<Record<string, Printed>> = {
  'nothing written': oneOfEverything({
    parts: complete.parts.map(part => ({ ...part, children: [p('')] })),
    front: { runningTitle: '', authors: [], affiliations: [], keywords: [] },
    figures: [],
    references: [],
  }),
  'every letter that means something elsewhere': oneOfEverything({
    parts: parts({
      title: [p(NASTY)],
      introduction: [
        h(1, NASTY),
        p(NASTY, { text: NASTY, bold: true, sup: true }),
        p(`- ${NASTY}`),
        p('1. one'),
        p('# two'),
      ],
      observation: [
        table('t"1', NASTY, 1, { type: 'table-row', children: [{ type: 'table-cell', children: [{ text: NASTY }] }] }),
      ],
      consent: [p(NASTY)],
    }),
    front: {
      runningTitle: NASTY,
      authors: [{ id: 'a', given: NASTY, family: NASTY, affiliations: ['i'], corresponding: true, email: 'a&b@x.org' }],
      affiliations: [{ id: 'i', name: NASTY, city: NASTY, country: NASTY }],
      keywords: [{ language: 'fr', words: [NASTY] }],
    },
  }),
  'headings of rank 2 first, empty tables, figures without images': oneOfEverything({
    parts: parts({
      'abstract:fr': [h(2, 'But'), p('a'), h(1, 'Cas'), h(2, 'Suite'), p('b')],
      observation: [
        h(2, 'Un'),
        h(2, 'Deux'),
        h(1, 'Trois'),
        table('empty', '', 1),
        table('heads', 'Titre', 2, {
          type: 'table-row',
          children: [{ type: 'table-cell', children: [{ text: 'x' }] }],
        }),
        figureBlock('bare'),
        { type: 'chart', id: 'none', series: [], children: [{ type: 'caption', children: [{ text: '' }] }] },
        { type: 'lab-table', id: 'no-labs', series: [], children: [{ type: 'caption', children: [{ text: '' }] }] },
        p(see('gone'), see('bare')),
      ],
      funding: [{ type: 'list', ordered: false, children: [{ type: 'list-item', children: [p('un') as never] }] }],
      conflicts: [
        p('a'),
        { type: 'list', ordered: true, children: [{ type: 'list-item', children: [p('') as never] }] },
      ],
      contributions: [h(1, 'Rôles'), p('b')],
      acknowledgements: [
        { type: 'list', ordered: false, children: [{ type: 'list-item', children: [p('un') as never] }] },
      ],
      perspective: [p('c')],
      ethics: [p('d')],
    }),
    figures: [...complete.figures, { id: 'bare', panels: [], columns: 1, alt: '', credit: '' }],
    front: {
      ...complete.front,
      authors: [
        { id: 'a1', given: '', family: 'Groupe', affiliations: [], corresponding: true },
        { id: 'a2', given: 'Solo', family: '', affiliations: ['i1'], corresponding: true, email: 'solo@example.org' },
      ],
    },
  }),
  'notes wherever one can be called': inNotes('fr', 'chicago-fullnote-bibliography-fr'),
};
