import { describe, expect, it } from 'vitest';
import type { Block } from '../../../core/report/document.ts';
import { textOf } from '../../../core/report/text.ts';
import { cellsOfText } from '../../../renderer/editor/paste/cells.ts';
import { cleaned } from '../../../renderer/editor/paste/letters.ts';
import { readPlain } from '../../../renderer/editor/paste/plain.ts';

const shape = (blocks: readonly Block[]) => blocks.map(block => [block.type, textOf(block)]);
const texts = (text: string) => readPlain(text).blocks.map(textOf);

describe('letters', () => {
  it('ligatures, invisible letters and what no file can hold are gone; Windows-1252 in Latin-1 is read', () => {
    expect(cleaned('con\ufb01rmed\u200b o\u00adedema\u0001 l\u0092e\u0301te\u0301 \ud800')).toBe(
      'confirmed oedema l’été ',
    );
  });

  it('Symbol letters of a PDF file are what they show', () => {
    expect(cleaned('\uf0b3 50 \uf06dg \uf0e0 x')).toBe('≥ 50 µg → x');
  });
});

describe('text of a PDF file', () => {
  const page = [
    'Calciphylaxis is a rare, life-threatening syndrome charac-',
    'terized by occlusion of microvessels in the subcutaneous',
    'adipose tissue. Survival after one year is between 15–',
    '20 %. After a long-',
    'term follow-up of the IL-',
    '6 level, it was normal. That was the end.',
    'The second paragraph has lines of the same width as the',
    'first, and goes on until it ends here.',
  ].join('\n');

  it('lines become paragraphs; a parted word is whole again, and one with a hyphen of its own keeps it', () => {
    const { blocks, joined } = readPlain(page);
    expect(blocks.map(textOf).join(' ')).toBe(
      'Calciphylaxis is a rare, life-threatening syndrome characterized by occlusion of microvessels in the subcutaneous adipose tissue. Survival after one year is between 15–20 %. After a long-term follow-up of the IL-6 level, it was normal. That was the end. The second paragraph has lines of the same width as the first, and goes on until it ends here.',
    );
    expect(blocks.length).toBe(2);
    expect(joined).toBe(1);
  });

  it('short lines stay lines: an address, a list of names', () => {
    expect(texts('Service de néphrologie\nCHU de Lyon\n69000 Lyon')).toHaveLength(3);
  });
});

describe('plain text', () => {
  it('lines with signs are a list, with what introduces it above', () => {
    expect(shape(readPlain('Antécédents :\n- HTA\n- diabète\n').blocks)).toEqual([
      ['paragraph', 'Antécédents :'],
      ['list', 'HTA\ndiabète'],
    ]);
    expect(readPlain('1. one\n2. two').blocks[0]).toMatchObject({ type: 'list', ordered: true });
  });

  it('initials, species and years are no list', () => {
    expect(shape(readPlain('E. coli\nE. faecalis').blocks).map(([type]) => type)).toEqual(['paragraph', 'paragraph']);
    expect(shape(readPlain('3. x\n7. y').blocks).map(([type]) => type)).toEqual(['paragraph', 'paragraph']);
  });

  it('a tab in running text makes no table', () => {
    expect(cellsOfText('Name:\tMartin\nno tab here')).toBeNull();
    expect(cellsOfText('•\tone\n•\ttwo')).toBeNull();
    expect(cellsOfText('Day\tCRP\r\n0\t62\r\n')).toHaveLength(2);
  });
});

describe('Markdown', () => {
  it('headings, marks, links, lists and tables are what they mean', () => {
    const { blocks } = readPlain(
      '# Case\n\nHad **TTP** and *ADAMTS13* < 10 % [here](https://example.org/).\nSame paragraph.\n\n- a\n  - b\n\n| Day | CRP |\n|---|--:|\n| 0 | 62 |\n',
    );
    expect(shape(blocks)).toEqual([
      ['heading', 'Case'],
      ['paragraph', 'Had TTP and ADAMTS13 < 10 % here. Same paragraph.'],
      ['list', 'a\nb'],
      ['table', '\nDay\nCRP\n0\n62'],
    ]);
    expect(JSON.stringify(blocks[1])).toContain('{"text":"TTP","bold":true}');
  });

  it('stars and underscores of ordinary text stay', () => {
    expect(texts('5*3 mg, p<0.05*, a_b_c')).toEqual(['5*3 mg, p<0.05*, a_b_c']);
  });
});
