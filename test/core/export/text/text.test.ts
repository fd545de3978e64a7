import { describe, expect, it } from 'vitest';
import { runsText, writeText } from '../../../../core/export/text/index.ts';
import { alignedTable, widthOf } from '../../../../core/export/text/tables.ts';
import { HOSTILE } from '../hostile.ts';
import { EXAMPLES, example, oneOfEverything } from '../manuscripts.ts';

const text = writeText(oneOfEverything().manuscript);

describe('plain text', () => {
  it('has one paragraph a line', () => {
    const lines = text.split('\n');
    expect(lines).toContain('Il faut y penser.');
    expect(lines.filter(line => line.startsWith('Un patient de 60'))).toEqual([
      'Un patient de 60\u00a0ans présentait des plaques (figure\u00a01A). La CRP était de 60\u00a0mg/L puis <\u00a05\u00a0mg/L\u202f; Ca²⁺ à 2,30.',
    ]);
  });
  it('puts raised citations in brackets, and raises what Unicode can raise', () => {
    expect(runsText([{ text: 'rare' }, { text: '1,2', sup: true, citation: 'c' }])).toBe('rare[1,2]');
    expect(runsText([{ text: '(Martin, 2020)', citation: 'c' }])).toBe('(Martin, 2020)');
    expect(runsText([{ text: 'm' }, { text: '2', sup: true }, { text: ' x' }, { text: 'e', sup: true }])).toBe('m² xe');
    expect(runsText([{ text: 'H' }, { text: '2', sub: true }, { text: 'O' }])).toBe('H₂O');
  });
  it('writes out where a link leads', () => {
    expect(text).toContain('le registre (https://example.org/registre)');
    expect(text).toContain('Claire Exemple, claire@example.org');
    expect(runsText([{ text: '10.1/a', link: 'https://doi.org/10.1/a' }])).toBe('10.1/a');
  });
  it('aligns tables and says what is bold in them', () => {
    expect(text).toContain(
      [
        'Analyse                     Référence    J0     J15     J30  J45',
        '----------------------------------------------------------------',
        'CRP (mg/L)                  <\u00a05        *60*  *41,5*    *20*  <\u00a05',
        'Calcémie corrigée (mmol/L)  2,2–2,6    2,30          *2,15*',
      ].join('\n'),
    );
  });
  it('says what a chart shows', () => expect(text).toContain('Figure\u00a02. CRP et calcémie.\nCRP (mg/L)\u00a0: 60'));
  it('counts columns as the eye does', () => {
    expect(widthOf('日本')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
    expect(alignedTable([], 1)).toBe('');
  });
});

it.each(EXAMPLES)('%s: nothing of its text is missing', name => {
  const { manuscript } = example(name);
  const written = writeText(manuscript);
  for (const { heading } of manuscript.divisions) expect(written).toContain(heading.toUpperCase());
  for (const { label } of manuscript.bibliography) expect(written).toContain(`\n${label} `);
});

it.each(Object.entries(HOSTILE))('is written of %s', (_, { manuscript }) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
  expect(writeText(manuscript)).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
});
