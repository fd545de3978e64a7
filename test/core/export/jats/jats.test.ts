/**
 * What the standard asks of the article, looked for in what is written. Against the DTDs themselves: set CASEWRIGHT_JATS_DTD to
 * a folder with the DTDs of JATS 1.3, where xmllint is installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { figureFiles } from '../../../../core/export/figure-files.ts';
import { type TagSet, writeJats } from '../../../../core/export/jats/index.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { complete } from '../../fixtures.ts';
import { HOSTILE } from '../hostile.ts';
import { EXAMPLES, example, oneOfEverything, TEMPLATES } from '../manuscripts.ts';

const { manuscript } = oneOfEverything();
const article = writeJats(manuscript, { tagSet: 'archiving', folder: 'files' });
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(found => found[1] ?? found[0]);

const CASES = [
  ...EXAMPLES.flatMap(name => TEMPLATES.map(id => [`${name} as ${id}`, () => example(name, id).manuscript] as const)),
  ...Object.entries(HOSTILE).map(([name, printed]) => [name, () => printed.manuscript] as const),
];

describe.each(CASES)('%s', (_, make) => {
  it.each(['archiving', 'publishing'] as const)(
    '%s: is well formed, and every id that is named is there once',
    tagSet => {
      const xml = writeJats(make(), { tagSet, folder: 'files' });
      expect(XMLValidator.validate(xml)).toBe(true);
      const ids = all(xml, / id="([^"]+)"/g);
      expect(ids.length).toBe(new Set(ids).size);
      expect(all(xml, / rid="([^"]+)"/g).filter(id => !ids.includes(id))).toEqual([]);
      expect(ids.filter(id => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    },
  );
});

describe('the article', () => {
  it('names its standard, its kind and its language', () => {
    expect(article).toContain('"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN"');
    expect(article).toContain('<article article-type="case-report" dtd-version="1.3" xml:lang="fr"');
    expect(article).toContain('<processing-meta tagset-family="jats" base-tagset="archiving" table-model="xhtml"/>');
  });
  it('tells names apart, with ORCID, places and whom to write to', () => {
    expect(article).toContain(
      '<contrib contrib-type="author" corresp="yes"><contrib-id contrib-id-type="orcid" authenticated="false">https://orcid.org/0000-0002-1825-0097</contrib-id><name><surname>Exemple</surname><given-names>Claire</given-names></name><xref ref-type="aff" rid="aff-1">1</xref><xref ref-type="aff" rid="aff-2">2</xref><xref ref-type="corresp" rid="cor-1">*</xref></contrib>',
    );
    expect(article).toContain('<city>Lyon</city>, <country>France</country></aff>');
  });
  it('holds the abstract of its language and the translated one, each with its keywords', () => {
    expect(article).toContain('<abstract xml:lang="fr">');
    expect(article).toContain('<trans-abstract xml:lang="en">');
    expect(all(article, /<kwd-group kwd-group-type="author" xml:lang="(..)">/g)).toEqual(['fr', 'en']);
  });
  it('says which section is which, and nests headings', () => {
    expect(all(article, /sec-type="([a-z]+)"/g)).toEqual(['intro', 'cases', 'discussion', 'conclusions']);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(article);
    const observation = parsed.article.body.sec[1];
    expect(observation.sec.map((sec: { title: string }) => sec.title)).toEqual(['À l’admission', 'Traitement']);
    expect(observation.sec[0].sec.title).toBe('Biologie');
  });
  it('leads from citations and mentions to what they mean', () => {
    expect(article).toContain('<xref ref-type="fig" rid="float-fig">figure\u00a01A</xref>');
    expect(article).toContain('<xref ref-type="table" rid="float-labs">tableau\u00a01</xref>');
    expect(writeJats(example('ttp').manuscript, { tagSet: 'archiving', folder: 'files' })).toContain(
      '<xref ref-type="bibr" rid="reference-',
    );
  });
  it('puts statements where the standard has their places', () => {
    expect(article).toContain('<funding-group><funding-statement>Aucun.</funding-statement></funding-group>');
    expect(article).toContain(
      '<notes id="consent" notes-type="patient-consent"><title>Consentement du patient</title>',
    );
    expect(article).not.toContain('<sec id="funding"');
  });
  it('groups the panels of a figure, each with what it shows', () => {
    expect(article).toContain('<fig-group id="float-fig"><label>Figure\u00a01.</label>');
    expect(article).toContain(
      '<fig id="float-fig-panel-a"><label>A</label><caption><p>J0</p></caption><alt-text>Plaque à l’admission</alt-text><graphic mimetype="image" mime-subtype="jpeg" xlink:href="files/figure-1a.jpg"/></fig>',
    );
    const names = figureFiles(manuscript).map(({ name }) => `files/${name}`);
    expect(all(article, /<graphic [^>]*xlink:href="([^"]+)"/g)).toEqual([...names, 'files/figure-2.png']);
    expect(article).toContain('<alternatives><graphic mimetype="image" mime-subtype="svg+xml"');
  });
  it('gives each reference as fields and as printed', () => {
    const references: readonly Reference[] = complete.references.map(reference =>
      reference.id === 'r3' ? { ...reference, item: { ...reference.item, PMID: '123', page: 'e12' } } : reference,
    );
    const xml = writeJats(oneOfEverything({ references }).manuscript, { tagSet: 'archiving', folder: 'files' });
    const entry = xml.slice(xml.indexOf('<ref id="reference-r3">'), xml.indexOf('<ref id="reference-r5">'));
    expect(entry).toContain(
      '<element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Colas</surname>',
    );
    expect(entry).toContain(
      '<article-title>Third, with <italic>Escherichia coli</italic> in its title</article-title>',
    );
    expect(entry).toContain('<year iso-8601-date="2021">2021</year>');
    expect(entry).toContain('<fpage>e12</fpage>');
    expect(entry).toContain('<pub-id pub-id-type="pmid">123</pub-id>');
    expect(entry).toContain('<mixed-citation publication-type="journal">Entry r3</mixed-citation>');
    expect(xml).toContain('<chapter-title>A chapter</chapter-title><source>A Book of Cases</source>');
  });
  it('is the same each time', () => {
    expect(writeJats(oneOfEverything().manuscript, { tagSet: 'archiving', folder: 'files' })).toBe(article);
  });
});

const dtds = process.env.CASEWRIGHT_JATS_DTD;
const DTD: Readonly<Record<TagSet, string>> = {
  archiving: 'JATS-archivearticle1-3.dtd',
  publishing: 'JATS-journalpublishing1-3.dtd',
};

describe.skipIf(!dtds)('against the DTDs', () => {
  it.each(CASES)('%s is valid', (_, make) => {
    const folder = mkdtempSync(join(tmpdir(), 'jats-'));
    try {
      for (const tagSet of ['archiving', 'publishing'] as const) {
        const file = join(folder, `${tagSet}.xml`);
        writeFileSync(file, writeJats(make(), { tagSet, folder: 'files' }));
        const answer = execFileSync(
          'sh',
          ['-c', 'xmllint --nonet --noout --dtdvalid "$0" "$1" 2>&1 || true', join(dtds as string, DTD[tagSet]), file],
          { encoding: 'utf8' },
        );
        expect(answer.split('\n').filter(line => /validity error|parser error/.test(line))).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
