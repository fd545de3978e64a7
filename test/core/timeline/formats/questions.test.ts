import { describe, expect, it } from 'vitest';
import { importOf } from '../../../../core/timeline/formats/for-report.ts';
import { readLabs } from '../../../../core/timeline/formats/index.ts';
import { type Remembered, rememberedOf } from '../../../../core/timeline/formats/memory.ts';
import { answered } from '../../../../core/timeline/formats/questions.ts';
import type { LabImport, LabOptions, LabWarning } from '../../../../core/timeline/formats/types.ts';

function read(source: string, options: LabOptions = {}): LabImport {
  const outcome = readLabs(source, options);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  return importOf(outcome.value);
}

function asked({ warnings }: LabImport, kind: string): LabWarning {
  const found = warnings.find(each => each.kind === kind);
  if (!found?.question) throw new Error(`${kind} was not asked: ${warnings.map(each => each.kind).join(', ')}`);
  return found;
}

/** Reads, answers a question, and reads again. */
function answer(source: string, kind: string, of: string, options: LabOptions = {}): LabImport {
  return read(source, answered(options, asked(read(source, options), kind), of));
}

const words = ({ question }: LabWarning) => question?.choices.map(choice => choice.words.en);
const values = ({ series }: LabImport) =>
  series.map(
    ({ analyte, unit, points }) =>
      `${analyte} ${unit}: ${points.map(({ at, value }) => `${'date' in at ? at.date : at.day} ${value}`).join(', ')}`,
  );

describe('a question has choices in words that say what follows, and its answer holds', () => {
  const DATES = 'Analyse;Date;Valeur;Unité\nCRP;03/04/2024;5,5;mg/L\n';

  it('03/04/2024 is 3 April or 4 March', () => {
    expect(words(asked(read(DATES), 'date-order'))).toEqual(['3 April 2024', '4 March 2024']);
    const reading = answer(DATES, 'date-order', 'month-day');
    expect(values(reading)).toEqual(['CRP mg/L: 2024-03-04 5.5']);
    expect(reading.warnings).toEqual([]);
    expect(reading.answered).toMatchObject([{ kind: 'date-order', question: { answer: 'month-day' } }]);
  });

  it('1,234 is a fraction or thousands', () => {
    const text = 'Analyse;Date;Valeur;Unité\nPlaquettes;2024-01-01;1,234;G/L\n';
    expect(words(asked(read(text), 'decimal'))).toEqual(['1,234 = 1.234', '1,234 = 1234 (thousands)']);
    const reading = answer(text, 'decimal', 'comma');
    expect(values(reading)).toEqual(['Plaquettes G/L: 2024-01-01 1.234']);
    expect(reading.answered).toHaveLength(1);
  });

  it('a date without a year is of one year, or of two where it passes a New Year', () => {
    const text = 'Résultats 2024\nAnalyse;28/12;03/01\nCRP (mg/L);60;20\n';
    expect(words(asked(read(text), 'date-year'))).toEqual([
      '2024',
      '2023 from July to December, then 2024',
      '2024 from July to December, then 2025',
    ]);
    expect(values(answer(text, 'date-year', '2023-2024'))).toEqual(['CRP mg/L: 2023-12-28 60, 2024-01-03 20']);
    expect(values(answer(text, 'date-year', '2022'))).toEqual(['CRP mg/L: 2022-01-03 20, 2022-12-28 60']);
  });

  it('12.05 heads a column as a day and a month, and is no twelfth day', () => {
    expect(values(answer('Analyse;12.05;13.05\nCRP (mg/L);60;20\n', 'date-year', '2024'))).toEqual([
      'CRP mg/L: 2024-05-12 60, 2024-05-13 20',
    ]);
  });

  it('words in the place of a date are asked once for all rows that have them, and can be a day or a date', () => {
    const text = 'Analyse;Moment;Valeur;Unité\nCRP;Admission;60;mg/L\nCRP;J3;20;mg/L\nNa;Admission;140;mmol/L\n';
    const open = asked(read(text), 'date-not-read');
    expect(open).toMatchObject({ where: 2, sample: 'Admission', question: { about: 'Admission', own: 'moment' } });
    expect(open.detail.en).toContain('CRP (+1: 4)');
    expect(read(text)).toMatchObject({ values: 1, undated: 2 });
    const reading = answer(text, 'date-not-read', 'day 0');
    expect(values(reading)).toEqual(['CRP mg/L: 0 60, 3 20', 'Na mmol/L: 0 140']);
    expect(reading).toMatchObject({ values: 3, undated: 0, warnings: [] });
  });

  it('months as moments ("M3") and heads in words ("Sortie") can be given a day', () => {
    const text = 'Analyse;J0;Sortie;M3\nCRP (mg/L);60;8;2\n';
    const open = read(text).warnings.map(({ question }) => question?.about);
    expect(open).toEqual(['Sortie', 'M3']);
    expect(values(read(text, { moments: { Sortie: 'day 12', M3: '2024-08-01' } }))).toEqual([
      'CRP mg/L: 0 60, 12 8, 2024-08-01 2',
    ]);
  });

  it('values without any date can be given one', () => {
    expect(values(answer('Analyse;Valeur;Unité\nCRP;60;mg/L\n', 'date-missing', '2024-05-12'))).toEqual([
      'CRP mg/L: 2024-05-12 60',
    ]);
  });

  it('values whose date cell was merged with the one above can take its day', () => {
    const text =
      'Date;Analyse;Valeur;Unité\n13/05/2024;CRP;60;mg/L\n;Na;140;mmol/L\n14/05/2024;CRP;50;mg/L\n;Na;141;mmol/L\n';
    expect(words(asked(read(text), 'date-missing'))).toEqual(['The day of the row above']);
    expect(values(answer(text, 'date-missing', 'as-above'))).toEqual([
      'CRP mg/L: 2024-05-13 60, 2024-05-14 50',
      'Na mmol/L: 2024-05-13 140, 2024-05-14 141',
    ]);
  });

  it('a name of two analytes is one of them, or left as printed', () => {
    const text = 'Analyse;Date;Valeur\nTP;2024-01-13;85\n';
    const open = asked(read(text), 'analyte-ambiguous');
    const [first] = open.question?.choices ?? [];
    expect(open.question?.choices.at(-1)?.words.en).toBe('Left as printed');
    expect(answer(text, 'analyte-ambiguous', first?.id ?? '').answered).toHaveLength(1);
    expect(answer(text, 'analyte-ambiguous', 'as-printed').answered).toHaveLength(1);
  });

  it('a missing unit is offered such units as its values could be in', () => {
    const text = 'Analyse;Date;Valeur\nCréatinine;2024-01-13;98\n';
    const offered = asked(read(text), 'unit-missing').question?.choices.map(({ id }) => id);
    expect(offered).toContain('µmol/L');
    // 98 g/L of creatinine is seen in nobody.
    expect(offered).not.toContain('g/L');
    const ranged = 'Analyse;Date;Valeur;Normes\nCréatinine;2024-01-13;98;45-105\n';
    // The laboratory's own limits say which is the likeliest, and so the first.
    expect(asked(read(ranged), 'unit-missing').question?.choices[0]?.id).toBe('µmol/L');
    const reading = answer(text, 'unit-missing', 'µmol/L');
    expect(values(reading)).toEqual(['Créatinine µmol/L: 2024-01-13 98']);
    expect(reading.answered).toMatchObject([{ kind: 'unit-missing', question: { answer: 'µmol/L' } }]);
    expect(answer(text, 'unit-missing', 'none')).toMatchObject({ warnings: [], answered: [{ kind: 'unit-missing' }] });
  });

  it('one analyte in two units becomes one series where that is said, what was printed kept with its unit', () => {
    const text =
      'Analyse;Date;Valeur;Unité;Normes\nGlycémie;13/01/2024;5,5;mmol/L;3,9-6,1\nGlycémie;14/01/2024;1,0;g/L;0,7-1,1\n';
    expect(words(asked(read(text), 'two-units'))).toEqual([
      'All in mmol/L: 1,0 g/L → 5.6',
      'All in g/L: 5,5 mmol/L → 0.99',
      '2 series, as printed',
    ]);
    const reading = answer(text, 'two-units', 'mmol/L');
    expect(values(reading)).toEqual(['Glycémie mmol/L: 2024-01-13 5.5, 2024-01-14 5.6']);
    expect(reading.series[0]?.points[1]?.asPrinted).toBe('1,0 g/L');
    expect(answer(text, 'two-units', 'apart')).toMatchObject({ warnings: [], series: [{}, {}] });
  });

  it('a unit that cannot belong to the analyte, or puts all values far out, can be said to be another', () => {
    const impossible = 'Analyse;Date;Valeur;Unité\nSodium;2024-01-13;140;mmHg\n';
    expect(values(answer(impossible, 'unit-impossible', 'mmol/L'))).toEqual(['Sodium mmol/L: 2024-01-13 140']);
    const far = 'Analyse;Date;Valeur;Unité\nHémoglobine;2024-01-13;135;g/dL\n';
    const reading = answer(far, 'out-of-range', 'g/L');
    expect(values(reading)).toEqual(['Hémoglobine g/L: 2024-01-13 135']);
    expect(reading.answered).toMatchObject([{ kind: 'out-of-range', question: { answer: 'g/L' } }]);
    expect(answer(far, 'out-of-range', 'as-printed').warnings).toEqual([]);
  });

  it('a single value far out is named with its row and asks about no unit', () => {
    const text =
      'Analyse;Date;Valeur;Unité\nHémoglobine;2024-01-13;13,5;g/dL\nHémoglobine;2024-01-14;135;g/dL\nHémoglobine;2024-01-15;120;g/dL\n';
    expect(read(text).warnings).toMatchObject([
      { kind: 'out-of-range', where: 3 },
      { kind: 'out-of-range', where: 4 },
    ]);
    expect(read(text).warnings[0]?.question).toBeUndefined();
  });

  it('of a file of two patients one is read', () => {
    const text = 'IPP;Analyse;Date;Valeur;Unité\n1;CRP;2024-01-13;5;mg/L\n2;CRP;2024-01-14;6;mg/L\n';
    expect(values(answer(text, 'several-patients', '2'))).toEqual(['CRP mg/L: 2024-01-14 6']);
  });

  it('a day number of Excel in a text file is of 1900 or of 1904', () => {
    const text = 'Analyse;Date;Valeur;Unité\nCRP;45424;5;mg/L\n';
    expect(words(asked(read(text), 'date-serial'))).toEqual(['12 May 2024', '13 May 2028']);
    expect(values(answer(text, 'date-serial', '1904'))).toEqual(['CRP mg/L: 2028-05-13 5']);
  });
});

describe('answers are remembered for files of the same shape', () => {
  const HEAD = 'Analyse;Date;Valeur;Autre\n';
  const FIRST = `${HEAD}TP;03/04/2024;85;5\nCréatinine;03/04/2024;98;6\n`;
  const SECOND = `${HEAD}TP;05/06/2025;70;7\nCréatinine;05/06/2025;110;8\n`;
  const OPTIONS: LabOptions = {
    dateOrder: 'day-month',
    units: { Créatinine: 'µmol/L', TP: '%' },
    roles: { 0: 'analyte', 1: 'moment', 2: 'value', 3: 'ignore' },
    moments: { Admission: '2024-01-01' },
    year: '2024',
  };
  const first = read(FIRST, OPTIONS);
  const kept = rememberedOf(first, OPTIONS, '2024-04-04') as Remembered;
  const memory = { [first.shapeKey]: kept };

  it('order of dates, roles of columns and units hold in the next', () => {
    const next = read(SECOND, { memory });
    expect(next.recalled?.at).toBe('2024-04-04');
    expect(values(next)).toEqual(['TP %: 2025-06-05 70', 'Créatinine µmol/L: 2025-06-05 110']);
    expect(next.answered.map(({ kind }) => kind)).toContain('date-order');
  });

  it('what the next file decides itself comes first', () => {
    const decided = `${HEAD}TP;05/13/2025;70;7\nCréatinine;05/06/2025;110;8\n`;
    expect(values(read(decided, { memory }))[1]).toContain('2025-05-06');
  });

  it('what the user says now comes first', () => {
    expect(values(read(SECOND, { memory, dateOrder: 'month-day' }))[1]).toContain('2025-05-06');
  });

  it('nothing of a patient is in it: no day, no year, no name as printed', () => {
    const text = JSON.stringify(memory);
    for (const word of ['Admission', '2024-01-01', 'Créatinine', 'Analyse', 'creatinine', '03/04'])
      expect(text).not.toContain(word);
    expect(kept).not.toHaveProperty('moments');
    expect(kept).not.toHaveProperty('year');
  });

  it('another shape is another memory; days that head columns do not make one', () => {
    expect(read(`Examen;Date;Valeur;Autre\nTP;05/06/2025;70;7\n`, { memory }).recalled).toBeUndefined();
    const wide = (days: string) => read(`Analyse;${days}\nCRP (mg/L);1;2\n`).shapeKey;
    expect(wide('12/05/2024;13/05/2024')).toBe(wide('28/06/2025;29/06/2025'));
  });
});
