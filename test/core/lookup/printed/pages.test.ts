import { describe, expect, it } from 'vitest';
import { splitReferences } from '../../../../core/lookup/printed/parting.ts';

const ONE =
  'Brandenburg VM, Kramann R. Calcific uraemic arteriolopathy in the dialysis unit. Kidney Int. 2017;91:12-20.';
const TWO = 'Hayden MR, Goldsmith D. Sodium thiosulfate for skin necrosis. Nephrol Dial Transplant. 2010;25:1050-7.';
const THREE = 'Nigwekar SU, Thadhani R, Brandenburg VM. Calciphylaxis. N Engl J Med. 2018;378:1704-14.';
const FOUR = 'Weenig RH. Pathogenesis of calciphylaxis. J Am Acad Dermatol. 2008;58:458-71.';
const ALL = [ONE, TWO, THREE, FOUR];

/** Lines no longer than so many letters. */
function wrapped(text: string, most = 48): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

describe('what a page leaves in a pasted list', () => {
  it.each([
    ['its number', '345', '346'],
    ['its number between dashes', '– 12 –', '– 13 –'],
    ['its number among all', 'Page 3 of 12', 'Page 4 of 12'],
    ['its number in French', 'Page 3 sur 12', '4/12'],
    ['a running head before its number', 'Calciphylaxis in dialysis | 345', 'Calciphylaxis in dialysis | 346'],
    ['a running head after its number', '346 Moreau et al.', '348 Moreau et al.'],
  ])('%s is part of no reference', (_, first, second) => {
    for (const numbered of [true, false]) {
      const lines = ALL.map((text, at) => wrapped(numbered ? `${at + 1}. ${text}` : text));
      const pasted = [
        // Between two references, and within one.
        ...(lines[0] as string[]),
        first,
        ...(lines[1] as string[]),
        ...(lines[2]?.slice(0, 1) ?? []),
        second,
        ...(lines[2]?.slice(1) ?? []),
        ...(lines[3] as string[]),
      ].join('\n');
      expect(splitReferences(pasted)).toEqual(numbered ? ALL.map((text, at) => `${at + 1}. ${text}`) : ALL);
    }
  });

  it('numbers of the list that stand on lines of their own begin its references', () => {
    const pasted = ALL.flatMap((text, at) => [String(at + 1), ...wrapped(text)]).join('\n');
    expect(splitReferences(pasted)).toEqual(ALL.map((text, at) => `${at + 1}. ${text}`));
  });

  it('what a reference has on a line of its own stays: its page, its year, and two journals alike', () => {
    const paged = 'Lo A. A case of calciphylaxis of the breast. Ann Dermatol. 2011;23:';
    expect(splitReferences(`1. ${paged}\n345\n2. ${ONE}`)).toEqual([`1. ${paged} 345`, `2. ${ONE}`]);
    const dated = 'Ng B, Wong C. A textbook of the disorders of mineral metabolism. London: Springer';
    expect(splitReferences(`1. ${dated}\n2011\n2. ${ONE}`)).toEqual([`1. ${dated} 2011`, `2. ${ONE}`]);
    const [a, b] = ['Lo A. First case of calciphylaxis.', 'Ng B. Second case of calciphylaxis.'];
    expect(splitReferences(`1. ${a}\nNephron 1999\n2. ${b}\nNephron 2007`)).toEqual([
      `1. ${a} Nephron 1999`,
      `2. ${b} Nephron 2007`,
    ]);
  });
});
