import { describe, expect, it } from 'vitest';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { Division, PrintedBlock, Run } from '../../../core/manuscript/types.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { assetName, complete, figureBlock, house, p, plainCitations, quote, reportOf, see } from '../fixtures.ts';

const french = house('plain-fr');
const manuscript = resolve(complete, french, plainCitations(complete));
const letters = (runs: readonly Run[]) => runs.map(run => run.text).join('');

function division(anchor: string, report: CaseReport = complete): Division {
  const found = resolve(report, french, plainCitations(report)).divisions.find(one => one.anchor === anchor);
  if (!found) throw new Error(`no ${anchor}`);
  return found;
}
function block<Kind extends PrintedBlock['kind']>(kind: Kind, nth = 0): Extract<PrintedBlock, { kind: Kind }> {
  const found = division('observation').blocks.filter(one => one.kind === kind)[nth];
  return found as Extract<PrintedBlock, { kind: Kind }>;
}

describe('the front', () => {
  it('numbers affiliations in the order the authors name them and leaves out those nobody names', () => {
    expect(manuscript.affiliations.map(({ mark, text }) => [mark, text])).toEqual([
      ['1', 'Université inventée, Grenoble, France'],
      ['2', 'Service de néphrologie, Hôpital inventé, Lyon, France'],
    ]);
    expect(manuscript.affiliations[1]).toMatchObject({ city: 'Lyon', country: 'France' });
    expect(manuscript.authors.map(({ name, marks }) => [name, marks])).toEqual([
      ['Claire Exemple', ['1', '2', '*']],
      ['Paul Modèle', ['2']],
    ]);
    expect(manuscript.authors.map(({ affiliations }) => affiliations)).toEqual([[0, 1], [1]]);
    expect(manuscript.authors[0]).toMatchObject({ given: 'Claire', family: 'Exemple', corresponding: true });
  });
  it('one affiliation for all needs no marks', () => {
    const one = complete.front.affiliations.slice(0, 1);
    const report = { ...complete, front: { ...complete.front, affiliations: one } };
    const { affiliations, authors } = resolve(report, french, plainCitations(report));
    expect(affiliations.map(({ mark }) => mark)).toEqual(['']);
    expect(authors[1]?.marks).toEqual([]);
  });
  it('says whom to write to, in the language of the document', () => {
    expect(manuscript.correspondence.map(letters)).toEqual([
      '*\u00a0Correspondance\u00a0: Claire Exemple, claire@example.org',
    ]);
    expect(manuscript.correspondence[0]?.at(-1)?.link).toBe('mailto:claire@example.org');
  });
  it('keeps the marks of the title', () => {
    expect(manuscript.title.at(-1)).toEqual({ text: 'inventée', italic: true });
  });
});

describe('parts', () => {
  it('stand in the order of the template; statements in which nothing was written are left out', () => {
    expect(manuscript.divisions.map(({ anchor }) => anchor)).toEqual([
      'abstract-fr',
      'abstract-en',
      'introduction',
      'observation',
      'discussion',
      'conclusion',
      'consent',
      'funding',
      'references',
    ]);
  });
  it('an empty section keeps its heading, an empty paragraph leaves no line', () => {
    expect(division('introduction', reportOf('fr', {})).blocks).toEqual([]);
    expect(division('introduction').blocks).toHaveLength(1);
  });
  it('the abstract in the other language says so, and has its own keywords below', () => {
    const { language, heading, keywords } = division('abstract-en');
    expect({ language, heading, keywords }).toEqual({
      language: 'en',
      heading: 'Abstract',
      keywords: { heading: 'Keywords', words: ['plaques', 'rheopheresis'] },
    });
  });
  it('an abstract not yet written is still printed for its keywords', () => {
    const report = {
      ...complete,
      parts: complete.parts.map(part => (part.key === 'abstract:en' ? { ...part, children: [p('')] } : part)),
    };
    expect(division('abstract-en', report).blocks).toEqual([]);
  });
  it('there is no list of references where nothing is cited', () => {
    const report = reportOf('fr', {});
    expect(resolve(report, french, plainCitations(report)).divisions.map(({ kind }) => kind)).not.toContain(
      'references',
    );
  });
});

describe('in the text', () => {
  it('values are quoted from their series with the decimal sign of the document and a no-break space', () => {
    expect(letters(block('paragraph').runs)).toBe(
      'Un patient de 60\u00a0ans présentait des plaques (figure\u00a01A). La CRP était de 60\u00a0mg/L puis <\u00a05\u00a0mg/L\u202f; Ca2+ à 2,30.',
    );
  });
  it('in English the same value has a point', () => {
    const report = { ...complete, language: 'en' as const };
    const { divisions } = resolve(report, house('plain-en'), plainCitations(report));
    const first = divisions
      .find(({ anchor }) => anchor === 'observation')
      ?.blocks.find(({ kind }) => kind === 'paragraph');
    expect(first?.kind === 'paragraph' && letters(first.runs)).toContain('à 2.30.');
  });
  it('in the English abstract of a French report it has a point as well', () => {
    const report = reportOf(
      'fr',
      { 'abstract:en': [p('CRP was ', quote('crp', 'crp15'), '.')] },
      { series: complete.series },
    );
    const only = division('abstract-en', report).blocks[0];
    expect(only?.kind === 'paragraph' && letters(only.runs)).toBe('CRP was 41.5\u00a0mg/L.');
  });
  it('a mention points at its figure', () => {
    expect(block('paragraph').runs.find(run => run.text === 'figure\u00a01A')?.to).toBe('float-fig');
    expect(block('figure').anchor).toBe('float-fig');
  });
  it('what is gone is seen on paper, never left out in silence', () => {
    const report = reportOf('fr', { introduction: [p('Voir ', see('no'), ' et ', quote('no', 'no'), '.')] });
    const only = division('introduction', report).blocks[0];
    expect(only?.kind === 'paragraph' && letters(only.runs)).toBe('Voir ?? et [?].');
  });
  it('adjacent letters printed alike are one run', () => {
    const report = reportOf('fr', {
      introduction: [p('a', 'b', { text: 'c', bold: true }, { text: 'd', bold: true })],
    });
    expect(division('introduction', report).blocks).toMatchObject([
      { kind: 'paragraph', runs: [{ text: 'ab' }, { text: 'cd', bold: true }] },
    ]);
  });
});

describe('figures', () => {
  it('of several panels are lettered; a panel without label shows its moment', () => {
    const { panels, label, credit } = block('figure');
    expect(label).toBe('Figure\u00a01.');
    expect(credit).toBe('Cliché inventé.');
    expect(panels.map(({ letter, label: shown, width }) => [letter, shown, width])).toEqual([
      ['A', 'J0', 1200],
      ['B', 'J45', 1200],
    ]);
  });
  it('of one panel have no letter', () => {
    const figure = {
      id: 'f',
      columns: 1,
      alt: '',
      credit: '',
      panels: [{ id: 'x', asset: assetName('a'), label: '', alt: '' }],
    };
    const report = {
      ...reportOf('fr', { observation: [figureBlock('f', 'x')] }),
      figures: [figure],
      assets: complete.assets,
    };
    const only = division('observation', report).blocks[0];
    expect(only?.kind === 'figure' && only.panels[0]?.letter).toBe('');
  });
  it('a chart is drawn from its series and says in words what it shows', () => {
    const { svg, alt, label } = block('chart');
    expect(svg).toMatch(/^<svg/);
    expect(alt).toContain('CRP');
    expect(label).toBe('Figure\u00a02.');
  });
});

it('a chart is as wide as the line, over both columns, so that its letters keep their size', () => {
  const width = (columns: 1 | 2) => {
    const { divisions } = resolve(complete, { ...french, page: { ...french.page, columns } }, plainCitations(complete));
    const found = divisions.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'chart');
    return found?.kind === 'chart' && found.width;
  };
  // A4 less twice 25 mm is 453.55 points.
  expect([width(1), width(2)]).toEqual([453, 453]);
});

describe('tables', () => {
  it('columns of numbers stand right, also under a header that is none', () => {
    const typed = block('table', 1);
    expect(typed.rows[1]?.map(({ align }) => align)).toEqual(['right', 'left', 'right']);
    expect(typed.rows[0]?.every(({ header }) => header)).toBe(true);
    expect(typed.rows[2]?.some(({ header }) => header)).toBe(false);
  });
  it('of lab values are read from the series, what is abnormal in bold', () => {
    const labs = block('table');
    expect(labs.rows.map(row => row.map(({ runs }) => letters(runs)))).toEqual([
      ['Analyse', 'Référence', 'J0', 'J15', 'J30', 'J45'],
      ['CRP (mg/L)', '<\u00a05', '60', '41,5', '20', '<\u00a05'],
      ['Calcémie corrigée (mmol/L)', '2,2–2,6', '2,30', '', '2,15', ''],
    ]);
    expect(labs.rows[1]?.[2]?.runs).toEqual([{ text: '60', bold: true }]);
    expect(labs.rows[2]?.[2]?.runs).toEqual([{ text: '2,30' }]);
  });
});

it('the same report gives the same manuscript, and anchors are unique', () => {
  expect(resolve(complete, french, plainCitations(complete))).toEqual(manuscript);
  const anchors: string[] = [];
  JSON.stringify(manuscript, (key, value) => {
    if (key === 'anchor') anchors.push(value);
    return value;
  });
  expect(anchors.length).toBeGreaterThan(15);
  expect(new Set(anchors).size).toBe(anchors.length);
});

describe('what formats with live citations read', () => {
  it('every run of a citation names its cluster, and clusters name what they cite', () => {
    const runs = division('introduction').blocks.flatMap(one => (one.kind === 'paragraph' ? one.runs : []));
    expect(runs.flatMap(({ citation }) => citation ?? [])).toEqual(['c1', 'c2']);
    expect(manuscript.clusters.c1?.map(({ reference }) => reference)).toEqual(['r1', 'r2', 'r3']);
    expect(manuscript.references.map(({ id }) => id)).toEqual(
      manuscript.bibliography.map(({ reference }) => reference),
    );
  });
  it('works that a style of notes leaves out of its bibliography are cited all the same', () => {
    const citations = { ...plainCitations(complete), bibliography: [], notes: { c1: 1, c2: 2 } };
    const { references, divisions } = resolve(complete, french, citations);
    expect(references.map(({ id }) => id)).toEqual(manuscript.references.map(({ id }) => id));
    expect(divisions.some(({ kind }) => kind === 'references')).toBe(false);
  });
});
