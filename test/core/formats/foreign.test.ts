/** What was kept of one format and goes into another. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeText } from '../../../core/encoding.ts';
import { lossesIn } from '../../../core/formats/carried.ts';
import { foreignFields } from '../../../core/formats/foreign/fields.ts';
import { readReferences, referenceFormats } from '../../../core/formats/index.ts';
import type { ReferenceFormat } from '../../../core/formats/types.ts';

const FILES = new URL('exporters/files/', import.meta.url);
const formatOf = (id: string) => referenceFormats.find(format => format.id === id) as ReferenceFormat;
const written = referenceFormats.filter(({ write }) => write !== undefined);
const write = (id: string, text: string) => formatOf(id).write?.(read(text).references) ?? '';

function read(text: string) {
  const outcome = readReferences(text);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  return outcome.value;
}

const RECORD = `PMID- 31811111
OWN - NLM
STAT- MEDLINE
DCOM- 20200207
IS  - 1533-4406 (Electronic)
IS  - 0028-4793 (Linking)
VI  - 381
IP  - 21
DP  - 2019 Nov 21
TI  - Warfarin and calciphylaxis.
PG  - 1995-2003
LID - 10.9999/NEJMoa1 [doi]
FAU - King, Anna
AU  - King A
AUID- ORCID: 0000-0002-1825-0097
AD  - Department of Medicine, Somewhere.
LA  - eng
GR  - R01 HL107147/HL/NHLBI NIH HHS/United States
PT  - Case Reports
PT  - Journal Article
PT  - Retracted Publication
PL  - United States
TA  - N Engl J Med
JT  - The New England journal of medicine
JID - 0255562
RN  - 12001-79-5 (Vitamin K)
RIN - N Engl J Med. 2021 Feb 4;384(5):489. PMID: 33500000
MH  - *Calciphylaxis/chemically induced
COIS- None: "nothing" to declare; 5 % & more.
EDAT- 2019/11/21 06:00
PHST- 2019/11/21 06:00 [entrez]
AID - 10.9999/NEJMoa1 [doi]
`;

it.each(['ris', 'endnote-xml', 'enw', 'refworks', 'bibtex', 'biblatex', 'csl-json', 'csl-yaml'])(
  'what PubMed says beside the citation goes through %s and comes back to its lines',
  id => {
    const there = write(id, RECORD);
    for (const said of [
      'R01 HL107147',
      'Retracted Publication',
      '33500000',
      'Vitamin K',
      'Somewhere',
      '0000-0002-1825-0097',
    ])
      expect(there).toContain(said);
    const { references, problems } = read(there);
    expect(problems).toEqual([]);
    expect(references[0]?.kept).toMatchObject({
      'nbib:RIN': 'N Engl J Med. 2021 Feb 4;384(5):489. PMID: 33500000',
      'nbib:GR': 'R01 HL107147/HL/NHLBI NIH HHS/United States',
    });
    const back =
      formatOf('nbib')
        .write?.(references)
        .replace(/\n {6}/g, ' ') ?? '';
    for (const line of RECORD.split('\n').filter(each => /^(?:TI|PG|GR|RN|RIN|COIS|AD {2})/.test(each)))
      expect(back).toContain(line);
    expect(back).toMatch(/^IS {2}- 1533-4406.*\nIS {2}- 0028-4793/m);
    expect(back).toMatch(/^PT {2}- Case Reports\nPT {2}- (?:Journal Article\nPT {2}- )?Retracted Publication$/m);
    expect(formatOf(id).write?.(references)).toBe(there);
  },
);

it('what only a database needs for itself stays behind', () => {
  for (const id of ['ris', 'endnote-xml', 'refworks', 'bibtex'])
    expect(write(id, RECORD)).not.toMatch(/0255562|entrez|20200207|nbib-(?:OWN|STAT|PG|DP|MH|LID|PL)/);
  const bib =
    '@article{a, title={A}, timestamp={2019-01-02}, owner={me}, bdsk-url-1={http://x.example}, mine={my \\& word}}';
  expect(write('ris', bib)).toBe('TY  - JOUR\nTI  - A\nM2  - bibtex-mine: my & word\nID  - a\nER  - \n');
});

it.each([
  ['ris', 'endnote-xml', 'AD  - Ward 3, Lyon', 'auth-address'],
  ['ris', 'enw', 'AD  - Ward 3, Lyon', '%+ Ward 3, Lyon'],
  ['ris', 'refworks', 'AD  - Ward 3, Lyon', 'AD Ward 3, Lyon'],
  ['ris', 'bibtex', 'AD  - Ward 3, Lyon', 'affiliation = {Ward 3, Lyon}'],
  ['ris', 'nbib', 'AD  - Ward 3, Lyon', 'AD  - Ward 3, Lyon'],
  ['ris', 'endnote-xml', 'C1  - consent on file', '<custom1>'],
  ['ris', 'enw', 'L1  - internal-pdf://12/a.pdf', '%> internal-pdf://12/a.pdf'],
  ['ris', 'endnote-xml', 'AN  - WOS:000431', '<accession-num>'],
  // A number alone would be taken for PubMed's.
  ['ris', 'endnote-xml', 'AN  - 20031234\nDB  - Embase', 'ris-AN: 20031234'],
])('what %s and %s both have a place for stands there and comes back: %s', (from, to, line, place) => {
  const there = write(to, `TY  - JOUR\nAU  - King, A.\nTI  - Warfarin\n${line}\nER  - \n`);
  expect(there).toContain(place);
  expect(write(from, there)).toContain(`\n${line.split('\n')[0]}\n`);
});

it('every file of every exporter goes into every format without a loss, and what it carries comes back', () => {
  for (const name of readdirSync(FILES)) {
    const { references } = read(decodeText(readFileSync(new URL(name, FILES))).text);
    for (const format of written) {
      const text = format.write?.(references) ?? '';
      expect(lossesIn(format, references, text), `${name} as ${format.id}`).toEqual([]);
    }
  }
});

it('a field that does not come through is told by its name, with what it was', () => {
  const { references, lineOf } = read(RECORD);
  const ris = formatOf('ris');
  const text = (ris.write?.(references) ?? '').replace(/^M2 {2}- nbib-GR.*\n/m, '');
  expect(lossesIn(ris, references, text, index => lineOf(index, RECORD))).toMatchObject([
    {
      line: 1,
      code: 'references.carried-in-part',
      message: { en: expect.stringContaining('RIS cannot say exactly: GR.') },
      text: 'GR: R01 HL107147/HL/NHLBI NIH HHS/United States',
    },
  ]);
  expect(foreignFields(references[0] as (typeof references)[number], 'csl-json')).toEqual([]);
});
