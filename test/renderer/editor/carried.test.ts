import { describe, expect, it } from 'vitest';
import type { Citation, DocumentNode, Part } from '../../../core/report/document.ts';
import { carriedIn, keyOf, settledElsewhere } from '../../../renderer/editor/paste/carried.ts';
import { htmlOf, type Printed, plainOf } from '../../../renderer/editor/paste/written.ts';
import { citation, figure, heading, paragraph, table, text } from './sample.ts';

const value = { type: 'value' as const, series: 's1', point: 'p1', show: 'value-unit' as const, children: [text('')] };
const mention = (target: string) => ({ type: 'cross-reference' as const, target, children: [text('')] });

const printed: Printed = {
  report: 'a',
  printed: {
    [keyOf(citation('c1', 'r1') as Citation)]: '[1]',
    [keyOf(value)]: '60\u00a0mg/L',
    [keyOf(mention('f1'))]: 'Figure 1',
    [keyOf(mention('t1'))]: 'Table 1',
  },
  references: [],
  headings: { observation: 'II. Case', discussion: 'III. Discussion' },
  labels: { t1: 'Table 1', f1: 'Figure 1' },
  isRaised: false,
};

const blocks = [
  paragraph('CRP was ', value, ' ', citation('c1', 'r1'), ', see ', mention('t1'), ' and ', mention('f1'), '.'),
  figure('f1', 'Leg'),
  table('t1', [['Day', 'CRP']]),
];

describe('text copied into another report', () => {
  it('says what it said: values and mentions as printed, citations of references here; figures stay behind, counted', () => {
    const settled = settledElsewhere(blocks, printed, reference => `${reference}-here`);
    expect(settled.left).toBe(1);
    expect(settled.nodes.map(node => (node as { type: string }).type)).toEqual(['paragraph', 'table']);
    const [line] = settled.nodes as unknown as readonly { children: DocumentNode[] }[];
    expect(line?.children.map(node => ('text' in node ? node.text : node.type)).join('')).toBe(
      'CRP was 60\u00a0mg/L citation, see cross-reference and Figure 1.',
    );
    expect(JSON.stringify(line)).toContain('"reference":"r1-here"');
  });

  it('what another program left under our type is nothing', () => {
    expect(carriedIn('{}')).toBeNull();
    expect(carriedIn('')).toBeNull();
  });
});

describe('text copied into another program', () => {
  const part = (key: 'observation' | 'discussion', children: Part['children']): Part => ({
    type: 'part',
    key,
    children,
  });

  it('is plain HTML with what is printed, nothing of the window', () => {
    const parts = [part('observation', [heading(1, 'A < B'), ...blocks]), part('discussion', [paragraph('End')])];
    expect(htmlOf(parts, printed)).toBe(
      '<h2>II. Case</h2><h3>A &lt; B</h3><p>CRP was 60\u00a0mg/L [1], see Table 1 and Figure 1.</p><p><b>Figure 1.</b> Leg</p>' +
        '<p><b>Table 1.</b> Caption of t1</p><table border="1"><tr><th>Day</th><th>CRP</th></tr></table><h2>III. Discussion</h2><p>End</p>',
    );
    expect(plainOf(parts, printed)).toBe(
      'II. Case\nA < B\nCRP was 60\u00a0mg/L [1], see Table 1 and Figure 1.\nLeg\nCaption of t1\nDay\tCRP\nIII. Discussion\nEnd',
    );
  });

  it('authors that stand in the sentence go with their citation', () => {
    const own = citation('c1', 'r1') as Citation;
    const named = { ...printed, names: { [keyOf(own)]: 'Doe & Roy' } };
    const piece = [part('observation', [paragraph('As ', own, ' found')])];
    expect(htmlOf(piece, named)).toBe('<span>As Doe &amp; Roy\u00a0[1] found</span>');
    expect(htmlOf(piece, { ...named, isRaised: true })).toBe('<span>As Doe &amp; Roy<sup>[1]</sup> found</span>');
    expect(plainOf(piece, named)).toBe('As Doe & Roy\u00a0[1] found');
  });

  it('what is raised is told apart from the number before it, also where there is no typeface', () => {
    const own = citation('c1', 'r1') as Citation;
    const raised = { ...printed, printed: { [keyOf(own)]: '3' }, isRaised: true };
    const piece = [part('observation', [paragraph('10', { text: '9', sup: true }, '/L on day 10', own, '.')])];
    expect(plainOf(piece, raised)).toBe('10⁹/L on day 10[3].');
    expect(plainOf(piece, { ...raised, isRaised: false })).toBe('10⁹/L on day 103.');
  });

  it('a piece of a line goes into a line', () => {
    const piece = [part('observation', [paragraph({ text: '10', bold: true }, { text: '9', sup: true })])];
    expect(htmlOf(piece, printed)).toBe('<span><b>10</b><sup>9</sup></span>');
  });
});
