import { plugins } from '@citation-js/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { referenceFormats } from '../../../core/formats/index.ts';
import { addInputs, inputType } from '../../../host/citing/inputs.ts';

const item = {
  id: 'k',
  type: 'article-journal',
  title: 'Calciphylaxis',
  author: [{ family: 'Nigwekar', given: 'Sagar U.' }],
  'container-title': 'Kidney International',
  issued: { 'date-parts': [[2018, 5, 3]] },
  volume: '378',
  DOI: '10.1056/NEJMra1505292',
};

const PUBMED_XML = `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal>
<JournalIssue><Volume>378</Volume><PubDate><Year>2018</Year><Month>May</Month><Day>3</Day></PubDate></JournalIssue>
<Title>Kidney International</Title></Journal><ArticleTitle>Calciphylaxis.</ArticleTitle>
<AuthorList><Author><LastName>Nigwekar</LastName><ForeName>Sagar U</ForeName></Author></AuthorList>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;

/** Formats that are only read. */
const READ_ONLY: Readonly<Record<string, string>> = {
  'pubmed-xml': PUBMED_XML,
  wos: 'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAF Nigwekar, Sagar U.\nTI Calciphylaxis\nSO Kidney International\nPD MAY 3\nPY 2018\nVL 378\nER\n\nEF\n',
  ovid: '<1. >\nVN  - Ovid Technologies\nAU  - Nigwekar SU\nTI  - Calciphylaxis.\nSO  - Kidney International. 378(18):1704-1714, 2018 May 03.\n',
};

/** JSON of any kind is known to citation-js first. */
const samples = referenceFormats
  .filter(({ id }) => id !== 'csl-json' && id !== 'zotero')
  .map(({ id, write }) => [id, write?.([{ id: 'k', item }]) ?? READ_ONLY[id] ?? ''] as const);

describe('citation-js with our readers', () => {
  beforeAll(() => {
    addInputs();
    // Other tests bring citation-js's own readers in, which know these texts first; they ask for them by name.
    for (const type of ['@ris/file', '@bibtex/text', '@biblatex/text'])
      if (plugins.input.hasTypeParser(type)) plugins.input.removeTypeParser(type);
  });

  it.each(samples)('%s is told from its content and read by ours', (id, text) => {
    expect(plugins.input.type(text)).toBe(inputType(id));
    expect(plugins.input.chain(text, { generateGraph: false })).toMatchObject([
      { title: item.title, 'container-title': item['container-title'], volume: item.volume, issued: item.issued },
    ]);
  });

  it('adding them again changes nothing', () => {
    addInputs();
    expect(plugins.input.type(PUBMED_XML)).toBe(inputType('pubmed-xml'));
  });
});
