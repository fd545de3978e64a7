import { describe, expect, it } from 'vitest';
import { exporters } from '../../../core/export/index.ts';
import { chooseFormat, completeOptions } from '../../../core/export/options.ts';

describe('the formats', () => {
  it('have an id of their own', () => {
    const ids = exporters.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are chosen by the ending of a name, in any case, the first of several', () => {
    const formats = [
      { id: 'a', extension: 'xml' },
      { id: 'b', extension: 'xml' },
    ];
    expect(chooseFormat(formats, 'Case.XML')?.id).toBe('a');
    expect(chooseFormat(formats, 'case.xml', 'b')?.id).toBe('b');
    expect(chooseFormat(formats, 'case.odt')).toBeUndefined();
    expect(chooseFormat(formats, 'casexml')).toBeUndefined();
  });

  it('take an option as usual where what was chosen is none of its values', () => {
    const jats = exporters.find(({ id }) => id === 'jats');
    if (!jats) throw new Error('no JATS');
    expect(completeOptions(jats, { tagSet: 'green', other: true })).toEqual({ anonymous: false, tagSet: 'archiving' });
    expect(completeOptions(jats, { tagSet: 'publishing', anonymous: true })).toEqual({
      anonymous: true,
      tagSet: 'publishing',
    });
  });
});
