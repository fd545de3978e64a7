import { describe, expect, it } from 'vitest';
import { pastedInto } from '../../../renderer/app/pasted-fields.ts';

const line = { tagName: 'INPUT', type: 'text' };
const area = { tagName: 'TEXTAREA', type: 'textarea' };

describe('what is pasted into a field', () => {
  it('loses letters that nobody sees or no file can hold, and its lines are spaces', () => {
    expect(pastedInto(line, 'Service\u200b de \ufeffn\u0007éphrologie,\r\n  CHU\tLyon\n')).toBe(
      'Service de néphrologie, CHU Lyon',
    );
    expect(pastedInto(line, '\u200b')).toBe('');
  });

  it('keeps its lines where the field has some', () => {
    expect(pastedInto(area, 'one\r\ntwo\u0001')).toBe('one\ntwo');
  });

  it('a number shows as it is kept: marks that turn what follows are gone', () => {
    expect(pastedInto(line, 'CRP \u202e52.1\u202c mg/L')).toBe('CRP 52.1 mg/L');
  });

  it('what is clean, and a password, are left to the browser', () => {
    expect(pastedInto(line, 'Rennes ')).toBeNull();
    expect(pastedInto(line, 'non\u00a0breaking')).toBeNull();
    expect(pastedInto({ tagName: 'INPUT', type: 'password' }, 'a\u200bb')).toBeNull();
    expect(pastedInto({ tagName: 'INPUT', type: 'checkbox' }, 'a\u200bb')).toBeNull();
  });
});
