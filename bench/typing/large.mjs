/** A long report as a file: 20,000 words, 400 paragraphs, 300 citations of 200 references, 10 tables, one section much the longest. */
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const WORDS = (
  'la patiente présente une nécrose douloureuse de la cuisse droite avec une calcémie normale et une phosphatémie élevée ' +
  'sous hémodialyse depuis six ans le thiosulfate de sodium est perfusé en fin de séance puis la douleur recule'
).split(' ');

const names = ['Haldane', 'Pires', 'Sørbye', 'Lenoir', 'Okonjo', 'Brandt', 'Lindqvist', 'Delorme', 'Vaziri', 'Ferrand'];

function reference(index) {
  const id = `ref${index}`;
  const item = {
    id,
    type: 'article-journal',
    title: `Invented study number ${index} of skin and vessels`,
    author: [
      { family: names[index % names.length], given: 'A' },
      { family: names[(index * 7) % names.length], given: 'B' },
    ],
    issued: { 'date-parts': [[1990 + (index % 34)]] },
    'container-title': 'Nephrology Notes',
    volume: String(1 + (index % 60)),
    page: `${index}-${index + 9}`,
  };
  return { id, item };
}

/** Stands in the paragraph that cites most. */
export const MANY_CITATIONS = 'Chacune de ces études';

const cited = (id, index) => ({
  type: 'citation',
  id,
  items: [{ reference: `ref${index % 200}` }, { reference: `ref${(index * 3) % 200}` }],
  children: [{ text: '' }],
});

/** Fifteen citations with a few words between them. */
function manyCitations(index) {
  const children = [{ text: MANY_CITATIONS }];
  for (let at = 0; at < 15; at++) {
    const words = Array.from({ length: 3 }, (_, word) => WORDS[(at * 5 + word * 7) % WORDS.length]).join(' ');
    children.push(cited(`m${at}`, index + at * 11), { text: ` ${words}` });
  }
  return { type: 'paragraph', children };
}

/** Fifty words, a citation in three paragraphs of four; one cites fifteen times, and those behind it not at all. */
function paragraph(index) {
  if (index === 240) return manyCitations(index);
  const words = Array.from({ length: 50 }, (_, at) => WORDS[(index * 13 + at * 7) % WORDS.length]).join(' ');
  const children = [{ text: `${words}` }];
  if (index % 4 !== 3 && (index < 240 || index > 258)) children.push(cited(`c${index}`, index), { text: '.' });
  return { type: 'paragraph', children };
}

function table(index) {
  const cell = text => ({ type: 'table-cell', children: [{ text }] });
  const row = at => ({
    type: 'table-row',
    children: ['Jour', 'CRP', 'Fibrinogène', 'Plaquettes'].map(name => cell(`${name} ${at}`)),
  });
  return {
    type: 'table',
    id: `t${index}`,
    headerRows: 1,
    children: [
      { type: 'caption', children: [{ text: 'Valeurs biologiques.' }] },
      ...Array.from({ length: 8 }, (_, at) => row(at)),
    ],
  };
}

const blank = key => ({ type: 'part', key, children: [{ type: 'paragraph', children: [{ text: '' }] }] });
const part = (key, from, to) => ({
  type: 'part',
  key,
  children: Array.from({ length: to - from }, (_, at) => from + at).flatMap(index =>
    index % 40 === 20 ? [paragraph(index), table(index)] : [paragraph(index)],
  ),
});

/** Writes the report to a path. */
export function writeLarge(path) {
  const report = {
    format: 'casereport',
    version: 1,
    id: 'bench',
    language: 'fr',
    template: 'plain-fr',
    front: { runningTitle: '', authors: [], affiliations: [], keywords: [{ language: 'fr', words: [] }] },
    parts: [
      { ...blank('title'), children: [{ type: 'paragraph', children: [{ text: 'Un long document' }] }] },
      blank('abstract:fr'),
      part('introduction', 0, 40),
      part('observation', 40, 240),
      part('discussion', 240, 380),
      part('conclusion', 380, 400),
      ...['consent', 'ethics', 'funding', 'conflicts', 'contributions', 'acknowledgements', 'perspective'].map(blank),
    ],
    references: Array.from({ length: 200 }, (_, index) => reference(index)),
    figures: [],
    series: [],
    time: { dayZeroIs: '', show: 'days' },
    assets: [],
  };
  writeFileSync(
    path,
    zipSync({
      mimetype: [strToU8('application/vnd.casewright.casereport+zip'), { level: 0 }],
      'report.json': strToU8(JSON.stringify(report)),
    }),
  );
}
