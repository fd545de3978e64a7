import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../core/encoding.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const join = (...parts: readonly Buffer[]) => Buffer.concat(parts);

describe('letters of a file', () => {
  it('Windows-1252 has its quotation marks, dashes and œ', () => {
    expect(decodeText(latin1('\x93\x9cuvre\x94 \x96 \x80'))).toEqual({
      text: '“œuvre” – €',
      encoding: 'windows-1252',
    });
  });

  it('UTF-8 and Windows-1252 put together are each read as what they are', () => {
    expect(decodeText(join(utf8('Müller, Şahin, 王 '), latin1('Lefèvre'), utf8(' Ångström'))).text).toBe(
      'Müller, Şahin, 王 Lefèvre Ångström',
    );
  });

  it('two letters of Windows-1252 that look like one of UTF-8 do not make the rest strange', () => {
    expect(decodeText(latin1('« CAFÉ» d’été à Orléans, où ça gèle'.replace('’', "'"))).text).toBe(
      "« CAFÉ» d'été à Orléans, où ça gèle",
    );
  });

  it('a file cut within a letter loses that letter only', () => {
    const whole = utf8('Ångström, 王晓明');
    for (let cut = 3; cut < whole.length; cut++) {
      const { text } = decodeText(whole.subarray(0, cut));
      expect('Ångström, 王晓明'.startsWith(text), `${cut}: ${text}`).toBe(true);
    }
  });

  it.each(['utf-16le', 'utf-16be'] as const)('%s is told without its mark, cut or whole', encoding => {
    const bytes = Buffer.from('TY  - JOUR\nTI  - Été\nAU  - 王, 晓明\n', 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(decodeText(bytes)).toEqual({ text: 'TY  - JOUR\nTI  - Été\nAU  - 王, 晓明\n', encoding });
    expect(decodeText(bytes.subarray(0, bytes.length - 3)).text).toContain('TI  - Été\nAU  - 王');
  });

  it('any text in UTF-8 is itself, and any bytes are some text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        text => decodeText(utf8(`a${text}`)).text === `a${text}`,
      ),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => typeof decodeText(bytes).text === 'string'));
  });
});
