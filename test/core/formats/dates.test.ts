import { describe, expect, it } from 'vitest';
import { looseDate } from '../../../core/formats/dates.ts';
import { medlineDate } from '../../../core/formats/medline-date.ts';

describe('dates as catalogues write them', () => {
  it.each([
    ['15.03.2020', [[2020, 3, 15]]],
    ['03.05.2021', [[2021, 5, 3]]],
    ['15/03/2020', [[2020, 3, 15]]],
    ['03/15/2020', [[2020, 3, 15]]],
    // Third of May or fifth of March: only the year is sure.
    ['03/05/2021', [[2021]]],
    ['1998/99', [[1998], [1999]]],
    ['1998/9', [[1998, 9]]],
    [
      '2009/03//Mar/Apr2009',
      [
        [2009, 3],
        [2009, 4],
      ],
    ],
    [
      '2009/04//Mar/Apr2009',
      [
        [2009, 3],
        [2009, 4],
      ],
    ],
    [
      '28-30 July 2020',
      [
        [2020, 7, 28],
        [2020, 7, 30],
      ],
    ],
    [
      '2020 Oct 23-28',
      [
        [2020, 10, 23],
        [2020, 10, 28],
      ],
    ],
    // What is no part of a date does not stand beside its year in print.
    ['2022/in press', [[2022]]],
    ['2000 1st Quart', [[2000]]],
  ])('%s', (text, parts) => {
    expect(looseDate(text)).toEqual({ 'date-parts': parts });
  });

  it.each(['15.03.2020', '15/03/2020'])('%s in EndNote', text => {
    expect(medlineDate(text)).toEqual({ 'date-parts': [[2020, 3, 15]] });
  });
});
