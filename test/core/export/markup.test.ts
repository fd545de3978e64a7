import { expect, it } from 'vitest';
import { escapeText, legible } from '../../../core/export/markup.ts';
import { writable } from '../../../core/writable.ts';

it('a sign that came in as a control character is shown as the sign, and other control characters are left out', () => {
  expect(legible('l\u0092état\u0007 \u009c\u0081\u007f\tx\n')).toBe('l’état œ\tx\n');
  expect(escapeText('a\u0085 & b\u0000')).toBe('a… &amp; b');
});

it('what is written for other programs to read keeps every letter that can be written', () => {
  expect(writable('l\u0092\u0000\ud800')).toBe('l\u0092');
});
