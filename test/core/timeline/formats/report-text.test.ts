import { expect, it } from 'vitest';
import { brief } from './reading.ts';

const REPORT = `LABORATOIRE DE BIOLOGIE MÉDICALE
Dossier 123456   Prélèvement du 13/05/2024 à 08h30

HÉMATOLOGIE
                                     Valeurs de référence     Antériorités 01/05/2024
Hémoglobine ............... 11,2 g/dL      12,0 - 16,0         10,8
Leucocytes ................ 12,5 G/L  *    4,0 - 10,0          9,8

BIOCHIMIE
Créatinine                  125 µmol/L     62 - 106
   soit                     14,1 mg/L
CRP                         < 5 mg/L       < 5
Troponine T                 en cours
`;

it('a printed report gives results, ranges, flags and the results before', () => {
  expect(brief(REPORT).series).toEqual([
    'Hémoglobine g/dL: 2024-05-01 10.8 [12–16], 2024-05-13T08:30 11.2 [12–16]',
    'Leucocytes G/L: 2024-05-01 9.8 [4–10], 2024-05-13T08:30 12.5 A [4–10]',
    'Créatinine µmol/L: 2024-05-13T08:30 125 [62–106]',
    'Créatinine mg/L: 2024-05-13T08:30 14.1',
    'CRP mg/L: 2024-05-13T08:30 <5 [–5]',
  ]);
});

it('"soit" is the line above in another unit, and "en cours" no result', () => {
  expect(brief(REPORT).warnings).toEqual(expect.arrayContaining(['two-units @ row 11', 'no-result @ row 13']));
});

it('an earlier result on the line of the newer one is a number of its own day', () => {
  const text = `Prélevé le 12/05/2024\n\nCRP ........ 60 mg/L (0 - 5)\nSodium ..... 140 mmol/L (136 - 145)   Antériorité 13/04/2024 : 138\n`;
  expect(brief(text).series[1]).toBe('Sodium mmol/L: 2024-04-13 138 [136–145], 2024-05-12 140 [136–145]');
});

it('one line is enough', () => {
  expect(brief('CRP 60 mg/L').series).toEqual(['CRP mg/L: ? 60']);
});

it('a range with points is no date, and nothing is taken from it', () => {
  const text = `Collected: 13/05/2024 06:30   Reported: 13/05/2024 09:10

TEST                     RESULT     FLAG   UNITS        REFERENCE INTERVAL
Creatinine               1.35       H      mg/dL        0.57-1.00
WBC                      12.5       H      x10E3/uL     3.4-10.8
Neutrophils              78         Not Estab.  %
Hemoglobin               11.2              g/dL         11.1-15.9
`;
  expect(brief(text).series).toEqual([
    'Creatinine mg/dL: 2024-05-13T06:30 1.35 H [0.57–1]',
    'WBC x10E3/uL: 2024-05-13T06:30 12.5 H [3.4–10.8]',
    'Neutrophils %: 2024-05-13T06:30 78',
    'Hemoglobin g/dL: 2024-05-13T06:30 11.2 [11.1–15.9]',
  ]);
});

it('a share and a count on one line are two series, each in its unit', () => {
  const text = `Prélevé le 13/05/2024\n\nPolynucléaires neutrophiles      78,5 %     9,77 *       Giga/L      1,80 - 7,50\n`;
  expect(brief(text).series).toEqual([
    'Polynucléaires neutrophiles %: 2024-05-13 78.5',
    'Polynucléaires neutrophiles Giga/L: 2024-05-13 9.77 A [1.8–7.5]',
  ]);
});

it('days in one line with single spaces head the results below them', () => {
  const read = brief(
    'Component 5/13/24 0630 5/14/24 0615 5/15/24\nWBC (K/uL) 12.5 (H) 11.9 (H) 9.8\nUrine Protein 2+ 1+ neg\nUrine Blood ++ neg neg\nCreatinine <0.20 1.20 H 0.98 mg/dL\nReviewed by a physician\n',
  );
  expect(read.format).toBe('spaced');
  expect(read.series).toEqual([
    'WBC K/uL: 2024-05-13T06:30 12.5 H, 2024-05-14T06:15 11.9 H, 2024-05-15 9.8',
    'Urine Protein -: 2024-05-13T06:30 “2+”, 2024-05-14T06:15 “1+”, 2024-05-15 “neg”',
    'Urine Blood -: 2024-05-13T06:30 “++”, 2024-05-14T06:15 “neg”, 2024-05-15 “neg”',
    'Creatinine mg/dL: 2024-05-13T06:30 <0.2, 2024-05-14T06:15 1.2 H, 2024-05-15 0.98',
  ]);
  expect(read.warnings).toEqual(['comment @ row 6']);
});
