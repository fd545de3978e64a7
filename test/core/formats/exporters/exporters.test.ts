/**
 * Files as the exporters of the field make them (databases, publishers, reference managers), oddities included, and what a
 * careful librarian would take from each. The works are invented, or called like none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../core/encoding.ts';
import { readReferences, referenceFormats } from '../../../../core/formats/index.ts';
import type { CslItem } from '../../../../core/references/csl.ts';

const FOLDER = new URL('files/', import.meta.url);
const names = readdirSync(FOLDER).sort();
const bytesOf = (name: string) => readFileSync(new URL(name, FOLDER));
const textOf = (name: string) => decodeText(bytesOf(name)).text;

function read(text: string, name: string) {
  const outcome = readReferences(text, name);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  return outcome.value;
}

const itemsOf = (text: string, name: string) => read(text, name).references.map(({ item }) => item);

interface Expected {
  readonly format: string;
  readonly items: readonly CslItem[];
}
const wanted: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL('expected.json', import.meta.url), 'utf8'),
);

/** What an entry is known again by. */
const called = ({ title, type }: CslItem) => `${type}: ${title}`;

describe('what exporters write', () => {
  it.each(names)('%s', name => {
    const { format, references, problems } = read(textOf(name), name);
    expect(problems).toEqual([]);
    expect(format).toBe(wanted[name]?.format);
    expect(references.map(({ item }) => item)).toEqual(wanted[name]?.items);
  });

  it.each(names)('%s is told without its name, and in spite of a wrong one', name => {
    for (const other of ['', 'library.ris', 'library.bib', 'library.xml', 'library.json', 'library.pdf'])
      expect(read(textOf(name), other).format).toBe(wanted[name]?.format);
  });

  it.each(names)('%s is the same in every encoding and with every line end', name => {
    const text = textOf(name).replace(/\r\n?/g, '\n');
    const crlf = text.replaceAll('\n', '\r\n');
    const low = new Uint8Array(Buffer.from(crlf, 'utf16le'));
    const high = new Uint8Array(Buffer.from(crlf, 'utf16le').swap16());
    for (const bytes of [
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(crlf),
      Buffer.concat([Buffer.from('\ufeff'), Buffer.from(crlf)]),
      low,
      high,
      Buffer.concat([Buffer.from([0xff, 0xfe]), low]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), high]),
      // Databases end a text with a NUL.
      Buffer.from(`${crlf}\0`),
    ])
      expect(itemsOf(decodeText(bytes).text, name)).toEqual(wanted[name]?.items);
  });

  it.each(names)('%s written in its own format and read again says the same', name => {
    const { format, references } = read(textOf(name), name);
    const id = format === 'PubMed XML' ? 'PubMed (nbib)' : format;
    const written = referenceFormats.find(each => each.name === id)?.write?.(references);
    // What is only read has nowhere to go.
    if (id === 'Web of Science' || id === 'Ovid') return expect(written).toBeUndefined();
    const again = itemsOf(written ?? '', '');
    // MEDLINE has no italics.
    if (format === 'PubMed XML') expect(again).toHaveLength(references.length);
    else expect(again).toEqual(wanted[name]?.items);
  });
});

/** The first signs of an entry in every format. */
const BEGINNING =
  /^TY {0,2}-|ER -TY|^PMID-|<PubmedArticle>|<PubmedBookArticle>|<record>|^%0 |^RT |^PT [JS]$|^<\d|^@(?!String|Comment)\w+\{|^- id:|^ +\{\s*"id": "(?:http|ema)|^\{\s*"status"/gim;

describe('what is left of a file', () => {
  it.each(names)('%s cut anywhere keeps every entry that stands before the cut', name => {
    const bytes = bytesOf(name);
    const items = wanted[name]?.items ?? [];
    const starts = [...textOf(name).matchAll(BEGINNING)].map(({ index }) => index);
    expect(starts).toHaveLength(items.length);
    for (let cut = 97; cut < bytes.length; cut += 97) {
      const { text } = decodeText(bytes.subarray(0, cut));
      const whole = items.filter((_, index) => (starts[index + 1] ?? Number.POSITIVE_INFINITY) <= text.length);
      const outcome = readReferences(text, name);
      const left = outcome.ok ? outcome.value.references : [];
      expect(
        left.slice(0, whole.length).map(({ item }) => item),
        `cut at ${cut}`,
      ).toEqual(whole);
    }
  });
});

describe('files put together', () => {
  const tagged = names.filter(name => /\.(?:ris|nbib|enw|bib|txt)$/.test(name) && !/^(?:odd-tags|mac)/.test(name));
  const pairs = tagged.flatMap(first =>
    tagged.filter(second => wanted[first]?.format !== wanted[second]?.format).map(second => [first, second] as const),
  );

  it('every entry of both comes in, whatever their formats', () => {
    for (const [first, second] of pairs.filter((_, index) => index % 7 === 0)) {
      const text = `${textOf(first).trimEnd()}\n\n${textOf(second)}`;
      const both = [...(wanted[first]?.items ?? []), ...(wanted[second]?.items ?? [])];
      expect(itemsOf(text, '').map(called).sort(), `${first} and ${second}`).toEqual(both.map(called).sort());
    }
  });
});
