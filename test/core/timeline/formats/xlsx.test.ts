import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { brief } from './reading.ts';

interface Sheet {
  readonly name: string;
  /** Cells as XML by their place. */
  readonly cells: Readonly<Record<string, string>>;
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const text = (content: string) => `t="inlineStr"><is><t>${content}</t></is>`;
const number = (value: number, style = 0) => `s="${style}"><v>${value}</v>`;
/** Styles: 1 is a day, 2 a day with its hour, 3 two decimals, 4 per cent. */
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="9"/></cellXfs></styleSheet>';

/** A workbook of the parts that readers need. */
function workbook(sheets: readonly Sheet[], since1904 = false): Uint8Array {
  const rowsOf = (cells: Sheet['cells']) => {
    const rows = new Map<string, string[]>();
    for (const [place, xml] of Object.entries(cells)) {
      const row = place.replace(/\D/g, '');
      rows.set(row, [...(rows.get(row) ?? []), `<c r="${place}" ${xml}</c>`]);
    }
    return [...rows].map(([row, all]) => `<row r="${row}">${all.join('')}</row>`).join('');
  };
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, index) => `<Relationship Id="r${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(STYLES),
  };
  sheets.forEach(({ cells, merged = [] }, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `<worksheet><sheetData>${rowsOf(cells)}</sheetData><mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
    );
  });
  return zipSync(files);
}

const LONG: Sheet['cells'] = {
  A1: text('Date'),
  B1: text('Analyse'),
  C1: text('Valeur'),
  D1: text('Unité'),
  A2: number(45425, 1),
  B2: text('CRP'),
  C2: number(1.234, 0),
  D2: text('mg/L'),
};

describe('Excel', () => {
  it('days are read in the calendar of the workbook', () => {
    expect(brief(workbook([{ name: 'Bio', cells: LONG }])).series).toEqual(['CRP mg/L: 2024-05-13 1.234']);
    expect(brief(workbook([{ name: 'Bio', cells: { ...LONG, A2: number(43963, 1) } }], true)).series).toEqual([
      'CRP mg/L: 2024-05-13 1.234',
    ]);
    expect(brief(workbook([{ name: 'Bio', cells: { ...LONG, A2: number(45425.354166667, 2) } }])).series).toEqual([
      'CRP mg/L: 2024-05-13T08:30 1.234',
    ]);
  });

  it('heads that are merged over two columns, with a second row of heads', () => {
    expect(
      brief(
        workbook([
          {
            name: 'Bio',
            cells: {
              A1: text('Analyse'),
              B1: text('Unité'),
              C1: number(45424, 1),
              E1: number(45425, 1),
              C2: text('Valeur'),
              D2: text('Flag'),
              E2: text('Valeur'),
              F2: text('Flag'),
              A3: text('CRP'),
              B3: text('mg/L'),
              C3: number(60),
              D3: text('H'),
              E3: text('&lt;5'),
            },
            merged: ['C1:D1', 'E1:F1', 'A1:A2'],
          },
        ]),
      ).series,
    ).toEqual(['CRP mg/L: 2024-05-12 60 H, 2024-05-13 <5']);
  });

  it('a day that is merged over rows holds for each; printed decimals are kept and percentages are what is shown', () => {
    const read = brief(
      workbook([
        {
          name: 'Bio',
          cells: {
            ...LONG,
            C2: number(9.8, 3),
            B3: text('TP'),
            C3: number(0.65, 4),
            D3: text('%'),
          },
          merged: ['A2:A3'],
        },
      ]),
    );
    expect(read.series).toEqual(['CRP mg/L: 2024-05-13 9.8', 'TP %: 2024-05-13 65']);
  });

  it('every sheet that holds a table is read and that is asked; hidden ones are said', () => {
    const read = brief(
      workbook([
        { name: 'Mai', cells: LONG },
        { name: 'Juin', cells: { ...LONG, A2: number(45456, 1) } },
        { name: 'Vieux', cells: LONG, hidden: true },
      ]),
    );
    expect(read.series).toEqual(['CRP mg/L: 2024-05-13 1.234, 2024-06-13 1.234']);
    expect(read.warnings).toEqual(['sheets @ Juin', 'sheet-hidden @ Vieux']);
    expect(
      brief(
        workbook([
          { name: 'Mai', cells: LONG },
          { name: 'Juin', cells: { ...LONG, A2: number(45456, 1) } },
        ]),
        { sheets: ['Juin'] },
      ).series,
    ).toEqual(['CRP mg/L: 2024-06-13 1.234']);
  });
});
