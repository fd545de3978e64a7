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
