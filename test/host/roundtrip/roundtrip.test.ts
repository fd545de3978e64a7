import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Part, PartKey } from '../../../core/report/document.ts';
import { applyAll } from '../../../core/report/ops.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';
import { acceptChange, opsOf, standing } from '../../../core/roundtrip/accept.ts';
import type { Review } from '../../../core/roundtrip/review.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { example } from '../../core/export/manuscripts.ts';
import { cite, complete, house, p, reportOf } from '../../core/fixtures.ts';
import {
  change,
  deleteTracked,
  insertTracked,
  newParagraph,
  opened,
  paragraphWith,
  renumberBookmarks,
  replacePlain,
  replaceTracked,
  splitRuns,
  withComment,
} from './edited.ts';
import { sent, templatesFolder } from './sent.ts';

const templates = readdirSync(templatesFolder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => house(name));
const review = createReviewer({ templatesFolder });

function reviewed(report: CaseReport, bytes: Uint8Array): Review {
  const read = review({ report, template: house(report.template), templates, bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

function accepted(
  report: CaseReport,
  found: Review,
  ids = found.changes.filter(({ why }) => !why).map(({ id }) => id),
) {
  let now = report;
  const made: string[] = [];
  for (const id of ids) {
    const edit = acceptChange(found, now, made, id);
    if (!edit.ok) throw new Error(edit.problem.message.en);
    now = applyAll(now, opsOf(now, edit.value)).report;
    made.push(id);
  }
  return now;
}

const said = ({ changes }: Review) =>
  changes.map(({ kind, before, after, hand }) => [kind, before, after, hand?.author ?? '']);
const partOf = (report: CaseReport, key: PartKey) => report.parts.find(part => part.key === key) as Part;
const words = (report: CaseReport, key: PartKey) => textOf(partOf(report, key));

// The figure of the fixture has images that are not at hand.
const report: CaseReport = {
  ...complete,
  assets: [],
  figures: complete.figures.map(figure => ({ ...figure, panels: [] })),
};
let file: Uint8Array;
beforeAll(async () => {
  file = await sent(report);
});

describe('a file that comes back as it went', () => {
  it.each([
    ['an example in French', () => example('calciphylaxis')],
    ['an example in English', () => example('ttp')],
    ['one of everything', () => ({ report, images: {} })],
  ])('%s: nothing was changed, with and without Zotero, as article and manuscript', async (_, of) => {
    const { report: own, images } = of();
    for (const options of [{}, { zotero: true }, { form: 'manuscript' }, { anonymous: true }])
      expect(said(reviewed(own, await sent(own, { options, images })))).toEqual([]);
  });

  it('nothing was changed under another template than the report has now', async () => {
    for (const template of ['plain-en', 'author-date', 'bmj-case-reports', 'revue-de-medecine-interne'])
      expect(said(reviewed(report, await sent(report, { template })))).toEqual([]);
  });

  it('nothing was changed where runs are split, bookmarks numbered anew and the property of its making lost', async () => {
    const bytes = change(file, document => renumberBookmarks(splitRuns(document)));
    expect(said(reviewed(report, bytes))).toEqual([]);
  });

  it('nothing was changed where every bookmark is gone', async () => {
    const bytes = change(file, document => document.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''));
    expect(said(reviewed(report, bytes))).toEqual([]);
  });
});

describe('the spaces of French print', () => {
  const typed = 'Un lupus ? Oui : « typique » ; 12 500 plaquettes, 40 % des cas ';
  const french = reportOf('fr', { introduction: [p(typed, cite('a', 'x'), ' ; vu.')] });
  let made: Uint8Array;
  beforeAll(async () => {
    made = await sent(french);
  });

  it('are in the file, and no change when it comes back, nor where Word or a co-author typed others', () => {
    expect(said(reviewed(french, made))).toEqual([]);
    expect(opened(made).document).toContain(
      'Un lupus\u202f? Oui\u00a0: «\u00a0typique\u00a0»\u202f; 12\u202f500 plaquettes, 40\u00a0% des cas',
    );
    for (const space of [' ', '\u00a0'])
      expect(
        said(
          reviewed(
            french,
            change(made, document => document.replace(/[\u202f\u00a0]/gu, space)),
          ),
        ),
      ).toEqual([]);
  });

  it('do not come into the report with a change beside them', () => {
    const found = reviewed(
      french,
      change(made, document => replacePlain(document, 'typique\u00a0»', 'probable\u00a0»')),
    );
    expect(said(found)).toEqual([['replacement', 'typique', 'probable', '']]);
    expect(words(accepted(french, found), 'introduction')).toBe(
      words(french, 'introduction').replace('typique', 'probable'),
    );
  });
});

describe('tracked changes', () => {
  it('come with their author, and are made in the report one by one', () => {
    const bytes = change(file, document =>
      replaceTracked(
        insertTracked(deleteTracked(document, ' cutanées', 'Bob'), 'est rare', ' et grave'),
        'favorable',
        'bonne',
        'Eve',
      ),
    );
    const found = reviewed(report, bytes);
    expect(said(found)).toEqual([
      ['deletion', ' cutanées', '', 'Bob'],
      ['replacement', 'favorable', 'bonne', 'Eve'],
      ['insertion', '', ' et grave', 'Ada'],
    ]);
    const [, , third] = found.changes;
    const now = accepted(report, found, [third?.id ?? '']);
    expect(words(now, 'introduction')).toContain('Cette affection est rare et grave');
    expect(words(now, 'abstract:fr')).toBe(words(report, 'abstract:fr'));
    expect(citationsOf(now.parts).map(({ id }) => id)).toEqual(citationsOf(report.parts).map(({ id }) => id));
  });

  it('rejected leave the report byte for byte; accepted and undone, too', () => {
    const bytes = change(file, document => insertTracked(document, 'Antalgiques', ' puissants'));
    const found = reviewed(report, bytes);
    expect(writeReport(accepted(report, found, []))).toBe(writeReport(report));
    const [first] = found.changes;
    const edit = acceptChange(found, report, [], first?.id ?? '');
    if (!edit.ok) throw new Error(edit.problem.message.en);
    const { report: now, inverse } = applyAll(report, opsOf(report, edit.value));
    expect(words(now, 'observation')).toContain('Antalgiques puissants');
    expect(standing(found, now, [first?.id ?? ''])).toEqual([first?.id]);
    const back = applyAll(now, inverse).report;
    expect(writeReport(back)).toBe(writeReport(report));
    expect(standing(found, back, [first?.id ?? ''])).toEqual([]);
  });

  it('in captions, lists and cells stand where they were made', () => {
    const bytes = change(file, document =>
      replaceTracked(
        insertTracked(replaceTracked(document, 'pansements', 'compresses'), 'CRP et calcémie', ' corrigée'),
        '3,5',
        '3,6',
      ),
    );
    const found = reviewed(report, bytes);
    expect(found.changes.map(({ place }) => place.what)).toEqual(['caption', 'item', 'cell']);
    const now = words(accepted(report, found), 'observation');
    expect(now).toContain('compresses');
    expect(now).toContain('CRP et calcémie corrigée.');
    expect(now).toContain('3,6');
  });

  it('a paragraph broken, one joined, one put in and one taken out', () => {
    const own = reportOf('fr', {
      discussion: [p('Un début. Une suite.'), p('Puis ceci.'), p('À ôter.'), p('La fin.')],
    });
    return sent(own).then(bytes => {
      const edited = change(bytes, document => {
        const end = '<w:rPr><w:del w:id="1" w:author="Ada" w:date=""/></w:rPr></w:pPr>';
        const start = '<w:rPr><w:ins w:id="2" w:author="Ada" w:date=""/></w:rPr></w:pPr>';
        const first = paragraphWith(document, 'Un début.');
        const head = '<w:p><w:pPr><w:pStyle w:val="BodyText"/>';
        const broken = first
          .replace('</w:pPr>', start)
          .replace(
            'Un début. Une suite.',
            `Un début.</w:t></w:r></w:p>${head}</w:pPr><w:r><w:t xml:space="preserve">Une suite.`,
          );
        const joined = paragraphWith(document, 'Puis ceci.').replace('</w:pPr>', end);
        const last = paragraphWith(document, 'La fin.');
        return deleteTracked(document, 'À ôter.')
          .replace(first, broken)
          .replace(paragraphWith(document, 'Puis ceci.'), joined)
          .replace(last, last + newParagraph('Un ajout.', 'BodyText', 'Ada'));
      });
      const found = reviewed(own, edited);
      expect(found.changes.every(({ why }) => why === undefined)).toBe(true);
      expect(partOf(accepted(own, found), 'discussion').children.map(block => textOf(block as Block))).toEqual([
        'Un début.',
        ' Une suite.'.trim(),
        'Puis ceci.',
        'La fin.',
        'Un ajout.',
      ]);
    });
  });
});

describe('changes that nobody tracked', () => {
  it('are found by laying the file beside the report, and have no author', () => {
    const bytes = change(file, document => replacePlain(document, 'est rare', 'demeure exceptionnelle'));
    const found = reviewed(report, bytes);
    expect(said(found)).toEqual([['replacement', 'est rare', 'demeure exceptionnelle', '']]);
    expect(words(accepted(report, found), 'introduction')).toContain('Cette affection demeure exceptionnelle');
  });

  it('a citation taken out takes its space with it, and one moved stays itself', async () => {
    const own = reportOf(
      'fr',
      { discussion: [p('Rare ', cite('c1', 'r1'), '. Souvent fatal ', cite('c2', 'r2'), '.')] },
      { references: report.references },
    );
    const bytes = await sent(own);
    const control = (document: string, which: number) =>
      [...document.matchAll(/<w:sdt>(?:(?!<\/w:sdt>)[\s\S])*<\/w:sdt>/g)].map(([whole]) => whole)[which] as string;
    const without = reviewed(
      own,
      change(bytes, document => document.replace(control(document, 0), '')),
    );
    expect(words(accepted(own, without), 'discussion')).toBe('Rare. Souvent fatal .');
    const moved = change(bytes, document => {
      const first = control(document, 0);
      return document.replace(first, '').replace(control(document, 1), whole => whole + first);
    });
    const now = accepted(own, reviewed(own, moved));
    expect(citationsOf(now.parts).map(({ id }) => id)).toEqual(['c2', 'c1']);
  });

  it('a citation whose frame was taken off is still the citation', () => {
    const bytes = change(file, document =>
      document.replace(
        /<w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>).)*cw:c(?:(?!<\/w:sdtPr>).)*<\/w:sdtPr><w:sdtContent>((?:(?!<\/w:sdtContent>).)*)<\/w:sdtContent><\/w:sdt>/,
        '$1',
      ),
    );
    expect(said(reviewed(report, bytes))).toEqual([]);
  });

  it('a number changed inside a quoted value becomes typed text only where it is accepted', () => {
    const bytes = change(file, document => document.replace(/60 mg\/L|60\u00a0mg\/L/, '66 mg/L'));
    const found = reviewed(report, bytes);
    expect(found.changes).toHaveLength(1);
    expect(found.changes[0]).toMatchObject({ kind: 'replacement', after: '66 mg/L' });
    expect(words(accepted(report, found), 'observation')).toContain('La CRP était de 66 mg/L puis');
  });

  it('marks put on letters are changes of their own', () => {
    const bytes = change(file, document =>
      document.replace(/<w:r><w:t xml:space="preserve">Il faut y penser\.<\/w:t><\/w:r>/, whole =>
        whole.replace('<w:r>', '<w:r><w:rPr><w:i/></w:rPr>'),
      ),
    );
    const found = reviewed(report, bytes);
    expect(found.changes.map(({ kind }) => kind)).toEqual(['marks']);
    expect(partOf(accepted(report, found), 'conclusion').children).toEqual([
      p({ text: 'Il faut y penser.', italic: true }),
    ]);
  });
});

describe('what cannot be taken over', () => {
  it('is shown: an author’s name, a lab table, a reference', () => {
    const bytes = change(file, document =>
      replacePlain(
        replacePlain(replaceTracked(document, 'Paul Modèle', 'Paul Exemple'), '41,5', '42,5'),
        'A second one',
        'Another',
      ),
    );
    const found = reviewed(report, bytes);
    expect(found.changes.every(({ kind, why }) => kind === 'note' && why !== undefined)).toBe(true);
    const after = found.changes.map(change => change.after).join('\n');
    for (const text of ['Paul Exemple', '42,5', 'Another']) expect(after).toContain(text);
    expect(writeReport(accepted(report, found))).toBe(writeReport(report));
  });

  it('a passage that the report changed since is named as uncertain, and tracked changes in it are not', () => {
    const bytes = change(file, document => insertTracked(document, 'est rare', ' et grave'));
    const edited = applyAll(report, [
      {
        set: 'part',
        key: 'introduction',
        value: {
          ...partOf(report, 'introduction'),
          children: partOf(report, 'introduction').children.map((block, index) =>
            index === 0 && block.type === 'paragraph'
              ? { ...block, children: [...block.children, { text: ' Mot neuf.' }] }
              : block,
          ),
        },
      },
    ]).report;
    const found = reviewed(edited, bytes);
    expect(found.changes.map(({ after, before, uncertain }) => [before, after, uncertain ?? false])).toEqual([
      ['', ' et grave', false],
      [' Mot neuf.', '', true],
    ]);
  });
});

describe('a file laid beside the report a second time', () => {
  it('no longer shows what was accepted', () => {
    const bytes = change(file, document =>
      deleteTracked(
        replaceTracked(insertTracked(document, 'est rare', ' et grave'), 'favorable', 'bonne'),
        ' cutanées',
      ),
    );
    const found = reviewed(report, bytes);
    expect(found.changes).toHaveLength(3);
    expect(said(reviewed(accepted(report, found), bytes))).toEqual([]);
  });
});

describe('comments', () => {
  it('come with author, words and place', () => {
    const found = reviewed(report, withComment(file, 'affection', 'Which one?'));
    expect(found.changes).toEqual([]);
    expect(found.comments).toMatchObject([
      { author: 'Ada', text: 'Which one?', about: 'affection', place: { part: 'introduction', what: 'paragraph' } },
    ]);
  });
});
