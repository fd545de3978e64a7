import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../core/encoding.ts';
import { brief } from './reading.ts';

describe('tables as they are laid out', () => {
  it('days over "Value, Flag" hold for the values below them, each with its own flag', () => {
    expect(
      brief(
        'Analyse;Unité;12/05/2024;;13/05/2024;\n;;Valeur;Flag;Valeur;Flag\nCRP;mg/L;60;H;20;\nNa;mmol/L;140;;132;L\n',
      ).series,
    ).toEqual(['CRP mg/L: 2024-05-12 60 H, 2024-05-13 20', 'Na mmol/L: 2024-05-12 140, 2024-05-13 132 L']);
  });

  it('analytes over "Value, Unit" give each value its own unit', () => {
    expect(brief('Date;CRP;;Hb;\n;Valeur;Unité;Valeur;Unité\n13/05/2024;60;mg/L;10,2;g/dL\n').series).toEqual([
      'CRP mg/L: 2024-05-13 60',
      'Hb g/dL: 2024-05-13 10.2',
    ]);
  });

  it('a result printed in two units makes two series, and that is asked', () => {
    const read = brief('Analyse;Date;Résultat;Unité;Résultat;Unité\nGlucose;13/05/2024;5,5;mmol/L;0,99;g/L\n');
    expect(read.series).toEqual(['Glucose mmol/L: 2024-05-13 5.5', 'Glucose g/L: 2024-05-13 0.99']);
    expect(read.warnings).toContain('two-units @ row 2');
  });

  it('without a header, analytes, units and reference ranges are told by their cells', () => {
    expect(brief('2024-01-13;CRP;60;mg/L;(0-5)\n2024-01-14;CRP;20;mg/L;(0-5)\n').series).toEqual([
      'CRP mg/L: 2024-01-13 60 [0–5], 2024-01-14 20 [0–5]',
    ]);
  });

  it('columns parted by spaces alone are found by what stands below each other', () => {
    const text =
      'Date        Analyse       Valeur   Unité    Normes\n12/05/2024  CRP           60       mg/L     <5\n13/05/2024  Créatinine             µmol/L\n13/05/2024  Hémoglobine   10,5     g/dL     12-16\n';
    const read = brief(text);
    expect(read.format).toBe('fixed-width');
    expect(read.series).toEqual(['CRP mg/L: 2024-05-12 60 [–5]', 'Hémoglobine g/dL: 2024-05-13 10.5 [12–16]']);
    expect(read.warnings).toContain('no-result @ row 3');
  });

  it('a table between bars loses its margins and its rule', () => {
    expect(brief('| Analyse | J0 | J1 |\n|---|---|---|\n| CRP (mg/L) | 60 | 20 |\n').series).toEqual([
      'CRP mg/L: day 0 60, day 1 20',
    ]);
  });

  it('columns headed by words or by days without a year keep their values, and each is asked', () => {
    const words = brief('Bilan;Admission;J1;J3\nCréatinine (µmol/L);320;280;150\n');
    expect(words.series).toEqual(['Créatinine µmol/L: day 1 280, day 3 150, ? 320']);
    expect(words.warnings).toEqual(['date-not-read @ row 2']);
    const days = brief('Analyse;12/05;13/05\nCRP (mg/L);60;20\n');
    expect(days.series).toEqual(['CRP mg/L: ? 60, ? 20']);
    expect(days.warnings).toEqual(['date-year @ row 1']);
    expect(brief('Analyse;janv. 2024;mars 2024\nHbA1c (%);8,2;7,1\n').series).toEqual([
      'HbA1c %: 2024-01 8.2, 2024-03 7.1',
    ]);
  });

  it('totals and rules are no analytes', () => {
    const read = brief(
      'Examen;Date;Résultat;Unité\nK;13/05/2024;6,5;mmol/L\n---;---;---;---\nTotal;;1;\nMoyenne;;6,5;\n',
    );
    expect(read.series).toEqual(['K mmol/L: 2024-05-13 6.5']);
    expect(read.warnings).toEqual(['row-not-read @ row 4', 'row-not-read @ row 5']);
  });

  it('a unit that begins with a power of ten is one, a method in brackets is none', () => {
    expect(brief('Date,WBC (10^9/L),CRP (mg/L)\n2024-03-01,12.5,60\n').series).toEqual([
      'WBC 10^9/L: 2024-03-01 12.5',
      'CRP mg/L: 2024-03-01 60',
    ]);
    expect(
      brief('Date;Paramètre;Résultat\n13/05/2024;Nitrites (BU);++\n13/05/2024;Protéines (BU);nég\n').series,
    ).toEqual(['Nitrites (BU) -: 2024-05-13 “++”', 'Protéines (BU) -: 2024-05-13 “nég”']);
  });
});

describe('heads that laboratories print', () => {
  it('names of groups stand over those of analytes, units below; blank rows and those that sum up are no values', () => {
    const read = brief(
      [
        'CHU — Biochimie;;;;;',
        ';;;;;',
        'Date;Biochimie;;;Hématologie;',
        'Date;CRP;Créatinine;Na+;Hb;Plaquettes',
        ';mg/L;µmol/L;mmol/L;g/dL;G/L',
        '12/05/2024;60;98;140;13,5;250',
        ';;;;;',
        '13/05/2024;<0,5;1,2 (H);neg;12,9;agrégats',
        'Moyenne;30;;140;13,2;',
        'Total;60;;;;',
      ].join('\n'),
      { decimal: 'comma' },
    );
    expect(read.series).toEqual([
      'CRP mg/L: 2024-05-12 60, 2024-05-13 <0.5',
      'Créatinine µmol/L: 2024-05-12 98, 2024-05-13 1.2 H',
      'Na+ mmol/L: 2024-05-12 140, 2024-05-13 “neg”',
      'Hb g/dL: 2024-05-12 13.5, 2024-05-13 12.9',
      'Plaquettes G/L: 2024-05-12 250, 2024-05-13 “agrégats”',
    ]);
    expect(read.warnings.filter(each => each.startsWith('row-not-read'))).toEqual([
      'row-not-read @ row 9',
      'row-not-read @ row 10',
    ]);
  });

  it('one column has reference and unit, and an hour stands as four digits', () => {
    const read = brief(
      [
        'Component,Ref Range & Units,5/13/24 0630,5/14/24 2015',
        'WBC,4.0 - 11.0 K/uL,12.5 (H),9.8',
        'eGFR,>60 mL/min/1.73m2,>60,45 (L)',
        'Urine Protein,Negative,2+,Trace',
      ].join('\n'),
    );
    expect(read.series).toEqual([
      'WBC K/uL: 2024-05-13T06:30 12.5 H [4–11], 2024-05-14T20:15 9.8 [4–11]',
      'eGFR mL/min/1.73m2: 2024-05-13T06:30 >60 [60–], 2024-05-14T20:15 45 L [60–]',
      'Urine Protein -: 2024-05-13T06:30 “2+”, 2024-05-14T20:15 “Trace”',
    ]);
    expect(read.warnings).toEqual([]);
  });
});

describe('dates and numbers', () => {
  it('"24-05-13" is asked: its year may be first or last', () => {
    const text = 'Date,Test,Value,Unit\n24-05-13,CRP,60,mg/L\n';
    expect(brief(text).warnings).toEqual(['date-order @ row 2']);
    expect(brief(text, { dateOrder: 'year-first' }).series).toEqual(['CRP mg/L: 2024-05-13 60']);
    expect(brief(text, { dateOrder: 'day-month' }).series).toEqual(['CRP mg/L: 2013-05-24 60']);
  });

  it('a day number of Excel is said where it stands', () => {
    const read = brief('Date;Analyse;Valeur;Unité\n12 mai 2024;CRP;12,5;mg/L\n45460;CRP;2;mg/L\n');
    expect(read.series).toEqual(['CRP mg/L: 2024-05-12 12.5, 2024-06-17 2']);
    expect(read.warnings).toEqual(['date-serial @ row 3']);
  });

  it('powers of ten behind a number count', () => {
    expect(brief('Date,Test,Value,Unit\n2024-05-13,HIV RNA,1.5x10^5,copies/mL\n').series).toEqual([
      'HIV RNA copies/mL: 2024-05-13 150000',
    ]);
  });

  it('dashes, quotation marks and œ of Windows-1252 are what they were', () => {
    const bytes = new Uint8Array([0x36, 0x32, 0x96, 0x31, 0x30, 0x36, 0x20, 0x9c, 0x92, 0x80, 0xe9]);
    expect(decodeText(bytes)).toEqual({ text: '62–106 œ’€é', encoding: 'windows-1252' });
  });
});
