import { describe, expect, it } from 'vitest';
import { misplaced } from './strict.ts';

const body = (inside: string) => `<w:document><w:body>${inside}</w:body></w:document>`;

describe('the order that Word insists on', () => {
  it('is kept by a paragraph with its properties in their sequence', () => {
    const right =
      '<w:p><w:pPr><w:pStyle/><w:keepNext/><w:spacing/><w:jc/></w:pPr><w:r><w:rPr><w:b/><w:sz/></w:rPr><w:t>a</w:t></w:r></w:p>';
    expect(misplaced('document', body(right))).toEqual([]);
  });

  it.each([
    ['alignment before spacing', '<w:p><w:pPr><w:jc/><w:spacing/></w:pPr></w:p>'],
    ['properties after letters', '<w:p><w:r/><w:pPr/></w:p>'],
    ['a property twice', '<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr></w:r></w:p>'],
    ['a property of another', '<w:tbl><w:tblPr><w:jc/><w:sz/></w:tblPr><w:tblGrid/></w:tbl>'],
    ['a grid before the properties of its table', '<w:tbl><w:tblGrid/><w:tblPr/></w:tbl>'],
    ['a cell that ends in a table', '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/><w:tbl/></w:tc></w:tr></w:tbl>'],
    ['text after the properties of the last section', '<w:sectPr/><w:p/>'],
  ])('is broken by %s', (_, inside) => {
    expect(misplaced('document', body(inside)).length).toBeGreaterThan(0);
  });
});
