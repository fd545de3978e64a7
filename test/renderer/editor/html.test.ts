import { describe, expect, it } from 'vitest';
import type { Block, Inline, ListItem, Table } from '../../../core/report/document.ts';
import { readPage } from '../../../renderer/editor/paste/html.ts';
import { pageOf } from './clipboard.ts';

const signs = { bold: '*', italic: '/', underline: '_', sup: '^', sub: '~' } as const;

/** Inlines as a line: *bold*, /italic/, _underlined_, ^raised^, ~lowered~, [link](address), {citation}. */
const lineOf = (inlines: readonly Inline[]): string =>
  inlines
    .map(inline => {
      if ('text' in inline) {
        const on = (Object.keys(signs) as (keyof typeof signs)[]).filter(mark => inline[mark]).map(mark => signs[mark]);
        return on.join('') + inline.text + on.toReversed().join('');
      }
      return inline.type === 'link' ? `[${lineOf(inline.children)}](${inline.url})` : '{citation}';
    })
    .join('');

const itemsOf = (items: readonly ListItem[]): unknown[] =>
  items.map(({ children: [paragraph, inner] }) => {
    const line = lineOf((paragraph as { children: Inline[] }).children);
    return inner ? [line, shape(inner as Block)] : line;
  });

function shape(block: Block): unknown {
  switch (block.type) {
    case 'list':
      return { [block.ordered ? 'numbers' : 'bullets']: itemsOf(block.children) };
    case 'table': {
      const [caption, ...rows] = (block as Table).children;
      const cells = rows.map(row => (row.children as { children: Inline[] }[]).map(({ children }) => lineOf(children)));
      return { caption: lineOf((caption as { children: Inline[] }).children), heads: block.headerRows, cells };
    }
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineOf(block.children)}`;
    case 'paragraph':
      return lineOf(block.children);
    default:
      return block.type;
  }
}

const read = (html: string) => readPage(pageOf(html)).blocks.map(shape);
const changesOf = (html: string) =>
  Object.fromEntries(Object.entries(readPage(pageOf(html)).changes).filter(([, count]) => count > 0));

describe('Word', () => {
  it('letters of the font Symbol are what they show: a dose in µg stays in µg', () => {
    const symbol = (letter: string) =>
      `<span style="font-family:Symbol;mso-char-type:symbol;mso-symbol-font-family:Symbol">${letter}</span>`;
    expect(read(`<p>250 ${symbol('m')}g, ${symbol('³')} 50, ${symbol('£')} 3, ${symbol('\uf0b0')}</p>`)).toEqual([
      '250 µg, ≥ 50, ≤ 3, °',
    ]);
    expect(read('<p>a <span style="font-family:Wingdings">à</span> b</p>')).toEqual(['a → b']);
  });

  const item = (level: number, sign: string, text: string) =>
    `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span><span style="mso-list:Ignore">${sign}<span>&nbsp;&nbsp; </span></span></span>${text}</p>`;

  it('paragraphs with signs are lists, one in the other', () => {
    expect(
      read(item(1, '·', 'a') + item(2, 'o', 'b') + item(1, '·', 'c') + item(1, '1.', 'd') + item(1, '2.', 'e')),
    ).toEqual([{ bullets: [['a', { bullets: ['b'] }], 'c'] }, { numbers: ['d', 'e'] }]);
  });

  it('what tracked changes delete stays out with the comments, and a footnote stands in brackets; all of it is said', () => {
    const html = `<p>10 <del>20</del><ins>30</ins> mg<a class="msocomanchor" href="#_msocom_1">[JD1]</a><span style="mso-special-character:comment">&#160;</span> daily<a style="mso-footnote-id:ftn1" href="#_ftn1"><span>[1]</span></a>. <s>Not so</s>.</p>
      <div style="mso-element:footnote-list"><div style="mso-element:footnote" id="ftn1"><p><a style="mso-footnote-id:ftn1" href="#_ftnref1">[1]</a> For <i>6</i> months</p></div></div>
      <div style="mso-element:comment-list"><p>Check this</p></div>`;
    expect(read(html)).toEqual(['10 30 mg daily (For /6/ months). Not so.']);
    expect(changesOf(html)).toEqual({ deletions: 1, comments: 1, notes: 1, struck: 1 });
  });

  it('a merged cell is a filled one and empty ones, and the rows below stay under their columns', () => {
    const html = `<p class="MsoCaption">Table 1. Course</p><table>
      <tr><td rowspan="2"><p><b>Test</b></p></td><td colspan="2"><p><b>Day</b></p></td></tr>
      <tr><td><p>0</p></td><td><p>15</p></td></tr>
      <tr><td><p>CRP</p><p>mg/L</p></td><td><p>60</p></td><td><p>20</p></td></tr></table>`;
    const cells = [
      ['Test', 'Day', ''],
      ['', '0', '15'],
      ['CRP\nmg/L', '60', '20'],
    ];
    expect(read(html)).toEqual([{ caption: 'Course', heads: 1, cells }]);
    expect(changesOf(html)).toEqual({ merged: 2 });
  });

  it('a citation of Zotero replaces what it printed, and the list of references is left out with it', () => {
    const field = (code: string, printed: string) =>
      `<!--[if supportFields]><span style='mso-element:field-begin'></span> ADDIN ${code} <span style='mso-element:field-separator'></span><![endif]-->${printed}<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->`;
    const html = `<p>Known ${field('ZOTERO_ITEM CSL_CITATION {&quot;a&quot;:\n1}', '<span>(1)</span>')}, page ${field('PAGE', '3')}.</p><p>${field('ZOTERO_BIBL {} CSL_BIBLIOGRAPHY', '1. Smith')}</p>`;
    const seen: string[] = [];
    const cited = readPage(pageOf(html), code => {
      seen.push(code.trim());
      return code.includes('CSL_CITATION') ? { type: 'citation', id: 'c', items: [], children: [{ text: '' }] } : null;
    });
    expect(cited.blocks.map(shape)).toEqual(['Known {citation}, page 3.']);
    expect(seen[0]).toBe('ADDIN ZOTERO_ITEM CSL_CITATION {"a": 1}');
    expect(cited.changes.cited).toBe(1);
    expect(read(html)).toEqual(['Known (1), page 3.', '1. Smith']);
  });

  it('items of Word in a browser, each in a list of its own, are one list', () => {
    const one = (level: number, text: string) =>
      `<div><ul role="list"><li data-aria-level="${level}"><p><span>${text}</span><span>&nbsp;</span></p></li></ul></div>`;
    expect(read(one(1, 'a') + one(2, 'b') + one(1, 'c'))).toEqual([{ bullets: [['a', { bullets: ['b'] }], 'c'] }]);
  });
});

describe('other programs', () => {
  it('Google Docs: nothing is bold but what is, a list lies in the list before it, a link is not underlined', () => {
    const html = `<b style="font-weight:normal;"><p><span style="font-weight:400;white-space:pre-wrap">Had </span><span style="font-weight:700">pain</span><span style="vertical-align:super">2</span></p>
      <ul><li aria-level="1"><p><span style="font-weight:400">a</span></p></li><ul><li aria-level="2"><p>b</p></li></ul><li aria-level="1"><p>c</p></li></ul>
      <p><a href="https://example.org/"><span style="text-decoration:underline">link</span></a></p></b>`;
    expect(read(html)).toEqual([
      'Had *pain*^2^',
      { bullets: [['a', { bullets: ['b'] }], 'c'] },
      '[link](https://example.org/)',
    ]);
  });

  it('Writer: a footnote stands where it is mentioned', () => {
    expect(
      read(
        '<p>Water<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a> Note.</p></div>',
      ),
    ).toEqual(['Water (Note.).']);
  });

  it('Excel: one cell is its letters, hidden rows stay out, the words above numbers are the head', () => {
    expect(read('<table><tr><td>62,5</td></tr></table>')).toEqual(['62,5']);
    expect(
      read(
        '<table><tr><td>Date</td><td>CRP</td></tr><tr style="display:none"><td>x</td><td>9</td></tr><tr><td>01/03/2024</td><td>62,5</td></tr><tr><td></td><td></td></tr></table>',
      ),
    ).toEqual([
      {
        caption: '',
        heads: 1,
        cells: [
          ['Date', 'CRP'],
          ['01/03/2024', '62,5'],
        ],
      },
    ]);
  });

  it('mail: a table that only arranges gives its paragraphs once, and an empty line parts two', () => {
    expect(
      read(
        '<table><tr><td><table><tr><td><p>Dear colleague,</p></td></tr></table>a<br/>b<br/><br/>c</td></tr></table>',
      ),
    ).toEqual(['Dear colleague,', 'a\nb', 'c']);
  });

  it('a web page: what it hides stays out, a formula is a line, preformatted lines stay lines', () => {
    expect(
      read(
        '<div hidden="">ad</div><p>BMI <math><mrow><mi>w</mi><mo>=</mo><mfrac><mi>m</mi><msup><mi>h</mi><mn>2</mn></msup></mfrac></mrow><annotation>x</annotation></math><sub>3</sub></p><pre>a\nb</pre>',
      ),
    ).toEqual(['BMI w = m/h^2~3~', 'a\nb']);
  });
});
