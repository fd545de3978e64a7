/** Files that are longer than what a format is recognised by: read as the same text is, whatever their encoding. */
import { describe, expect, it } from 'vitest';
import { readLabs } from '../../../../core/timeline/formats/index.ts';
import type { LabReading } from '../../../../core/timeline/formats/types.ts';

function read(source: string | Uint8Array): LabReading {
  const outcome = readLabs(source);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  return outcome.value;
}

const NAMES = ['CRP', 'Hémoglobine', 'Créatinine'];
const UNITS = ['mg/L', 'g/dL', 'µmol/L'];
const ROWS = 5001;

/** A table of more than 128 KB; `last` is what its last row has for a name. */
function table({ end = '\n', delimiter = ';', last = 'Troponine' } = {}): string {
  const lines = ['Date;Analyse;Résultat;Unité;Commentaire'];
  for (let row = 0; row < ROWS; row++) {
    const day = new Date(Date.UTC(2010, 0, 1 + row)).toISOString().slice(0, 10);
    const comment = row % 1000 === 0 ? `"dit ""à jeun""; ${row}"` : '';
    lines.push(
      `${day};${NAMES[row % 3]};${10 + (row % 97)},5;${row % 5 === 0 ? `"${UNITS[row % 3]}"` : UNITS[row % 3]};${comment}`,
    );
  }
  lines.push(`2030-01-01;${last};12,5;ng/L;`);
  return lines.map(line => (delimiter === ';' ? line : line.replaceAll(';', delimiter))).join(end) + end;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
/** All that a reading gives; as one text, thousands of results are compared at once. */
const whole = (reading: LabReading) => JSON.stringify(reading);
const names = ({ series }: LabReading) => series.map(({ analyte }) => analyte);

describe('a table longer than what it is recognised by', () => {
  it.each(['\n', '\r\n', '\r'])('is read from its bytes as from its text, with line ends %j', end => {
    const text = table({ end });
    const reading = read(utf8(text));
    expect(utf8(text).length).toBeGreaterThan(128 * 1024);
    expect(reading.values).toBe(ROWS + 1);
    expect(reading.warnings.filter(({ kind }) => kind === 'comment').map(({ sample }) => sample)).toContain(
      'dit "à jeun"; 5000',
    );
    expect(whole(reading)).toBe(whole(read(text)));
  });

  it.each([
    ['UTF-8 with its mark', (text: string) => utf8(`\ufeff${text}`)],
    ['Windows-1252', latin1],
    ['UTF-16 with its mark', (text: string) => utf16(`\ufeff${text}`)],
    ['UTF-16 without a mark', (text: string) => utf16(text.length % 2 === 0 ? text : `${text}\n`)],
  ])('in %s is read as its text is', (_, encode) => {
    const text = table();
    expect(whole(read(encode(text)))).toBe(whole(read(text)));
  });

  it('is in Windows-1252 where only its last row tells', () => {
    const plain = table({ last: 'Bilirubine conjuguée' }).replace(/[éµ](?=[\s\S]*2030-01-01)/g, letter =>
      letter === 'µ' ? 'm' : 'e',
    );
    const text = plain.replaceAll('à', 'a');
    expect(names(read(latin1(text))).at(-1)).toBe('Bilirubine conjuguée');
    expect(whole(read(latin1(text)))).toBe(whole(read(text)));
  });

  it('may hold the letter that stands for unreadable ones', () => {
    const text = table({ last: 'Prot\ufffdines' });
    expect(names(read(utf8(text))).at(-1)).toBe('Prot\ufffdines');
    expect(whole(read(utf8(text)))).toBe(whole(read(text)));
  });

  it('is no text, and refused, where a cell holds a zero byte', () => {
    expect(readLabs(utf8(table({ last: 'Tropo\0nine' }))).ok).toBe(false);
  });

  it('may state its delimiter, or have one outside ASCII', () => {
    const stated = `sep=|\n${table({ delimiter: '|' })}`;
    expect(whole(read(utf8(stated)))).toBe(whole(read(stated)));
    expect(read(utf8(stated)).values).toBe(ROWS + 1);
    const wide = table({ delimiter: '¦' });
    expect(whole(read(utf8(wide)))).toBe(whole(read(wide)));
    expect(read(utf8(wide)).values).toBe(ROWS + 1);
  });
});

it('FHIR that says what it is past its beginning is FHIR', () => {
  const observation = {
    note: [{ text: 'a;b,c '.repeat(30_000) }],
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'CRP' },
    effectiveDateTime: '2024-03-28',
    valueQuantity: { value: 12.5, unit: 'mg/L' },
  };
  const reading = read(utf8(JSON.stringify(observation)));
  expect(reading.format).toBe('fhir');
  expect(names(reading)).toEqual(['CRP']);
});
