/** Tables of Word files changed as Word changes them. The files have one table that is not nested. */
import { escaped } from './edited.ts';

const ROW = /<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g;
const CELL = /<w:tc>(?:(?!<\/w:tc>)[\s\S])*<\/w:tc>/g;

let count = 7000;
const by = (author: string) => `w:id="${count++}" w:author="${author}" w:date="2026-11-20T10:00:00Z"`;
const letters = (text: string) => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;

const cell = (text: string, author: string | null) => {
  const run = `<w:r>${letters(text)}</w:r>`;
  return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>${author === null ? run : `<w:ins ${by(author)}>${run}</w:ins>`}</w:p></w:tc>`;
};

const row = (cells: readonly string[], author: string | null) =>
  `<w:tr>${author === null ? '' : `<w:trPr><w:ins ${by(author)}/></w:trPr>`}${cells.map(text => cell(text, author)).join('')}</w:tr>`;

function rowWith(document: string, text: string): string {
  for (const [whole] of document.matchAll(ROW)) if (whole.includes(`>${escaped(text)}<`)) return whole;
  throw new Error(`no row has “${text}”`);
}

/** A row below the one with a text. */
export function addRow(document: string, text: string, cells: readonly string[], author: string | null = null): string {
  const above = rowWith(document, text);
  return document.replace(above, above + row(cells, author));
}

export function dropRow(document: string, text: string, author: string | null = null): string {
  const gone = rowWith(document, text);
  if (author === null) return document.replace(gone, '');
  const marked = gone
    .replace(
      /^<w:tr>(?:<w:trPr>)?/,
      start => `<w:tr><w:trPr><w:del ${by(author)}/>${start.endsWith('Pr>') ? '' : '</w:trPr>'}`,
    )
    .replace(
      /<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g,
      run => `<w:del ${by(author)}>${run.replace(/w:t\b/g, 'w:delText')}</w:del>`,
    );
  return document.replace(gone, marked);
}

const inRows = (document: string, edit: (cells: readonly string[], at: number) => readonly string[]): string => {
  let at = 0;
  return document.replace(ROW, whole => {
    const cells = whole.match(CELL) ?? [];
    return whole.replace(cells.join(''), edit(cells, at++).join(''));
  });
};

export const addColumn = (document: string, place: number, texts: readonly string[]): string =>
  inRows(document, (cells, at) => cells.toSpliced(place, 0, cell(texts[at] ?? '', null)));

export const dropColumn = (document: string, place: number): string =>
  inRows(document, cells => cells.toSpliced(place, 1));

export const newTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map(cells => row(cells, null)).join('')}</w:tbl><w:p/>`;
