/** Rows, columns, tables and images that co-authors put in or took out. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../core/report/document.ts';
import { applyAll } from '../../../core/report/ops.ts';
import { parseReport } from '../../../core/report/parse.ts';
import { textOf } from '../../../core/report/text.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';
import { acceptChange, opsOf, standing } from '../../../core/roundtrip/accept.ts';
import type { Review } from '../../../core/roundtrip/review.ts';
import { pictured } from '../../../host/roundtrip/pictures.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { house, p, reportOf } from '../../core/fixtures.ts';
import { change, newParagraph, opened, paragraphWith, withPicture } from './edited.ts';
import { sent, templatesFolder } from './sent.ts';
import { addColumn, addRow, dropColumn, dropRow, newTable } from './tables.ts';

const reviewer = createReviewer({ templatesFolder });

const table: Table = {
  type: 'table',
  id: 't1',
  headerRows: 1,
  children: [
    { type: 'caption', children: [{ text: 'Séances.' }] },
    ...[
      ['Séance', 'Débit', 'Durée'],
      ['Première', '100', '60'],
      ['Deuxième', '120', '75'],
      ['Troisième', '150', '90'],
    ].map(row => ({
      type: 'table-row' as const,
      children: row.map((text, at) => ({
        type: 'table-cell' as const,
        ...(at === 0 ? { header: true as const } : {}),
        children: [{ text }],
      })),
    })),
  ],
};

const report = reportOf('fr', { observation: [p('Avant le tableau.'), table, p('Après le tableau.')] });

async function reviewed(of: CaseReport, bytes: Uint8Array) {
  const template = house(of.template);
  const read = await pictured({ report: of, template, templates: [template], bytes }, reviewer);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

/** The report with some changes made one after the other; undone they must give back what was there. */
function accepted(of: CaseReport, review: Review, ids = review.changes.map(({ id }) => id)): CaseReport {
  let now = of;
  const made: string[] = [];
  const back = [];
  for (const id of ids) {
    const edit = acceptChange(review, now, made, id);
    if (!edit.ok) throw new Error(edit.problem.message.en);
    const applied = applyAll(now, opsOf(now, edit.value));
    now = applied.report;
    back.unshift(...applied.inverse);
    made.push(id);
  }
  expect([...standing(review, now, made)].sort()).toEqual([...made].sort());
  expect(writeReport(applyAll(now, back).report)).toBe(writeReport(of));
  const parsed = parseReport(writeReport(now), 'review');
  expect(parsed.ok && parsed.value.warnings).toEqual([]);
  return now;
}

const blocksOf = (of: CaseReport) => of.parts.find(({ key }) => key === 'observation')?.children as readonly Block[];
const tableOf = (of: CaseReport) => blocksOf(of).find((block): block is Table => block.type === 'table');
const cellsOf = (of: CaseReport) =>
  tableOf(of)?.children.flatMap(row => (row.type === 'table-row' ? [row.children.map(cell => textOf(cell))] : []));
const said = ({ changes }: Review) =>
  changes.map(({ kind, place, before, after, hand }) => [kind, place.what, before, after, hand?.author ?? '']);

let file: Uint8Array;
beforeAll(async () => {
  file = await sent(report);
});

describe('a table', () => {
  it('with a row put in and one taken out, tracked or not', async () => {
    const bytes = change(file, document =>
      dropRow(addRow(document, 'Première', ['Une et demie', '110', '65'], 'Ada'), 'Troisième'),
    );
    const { review } = await reviewed(report, bytes);
    expect(said(review)).toEqual([
      ['insertion', 'row', '', 'Une et demie\t110\t65', 'Ada'],
      ['deletion', 'row', 'Troisième\t150\t90', '', ''],
    ]);
    expect(cellsOf(accepted(report, review))).toEqual([
      ['Séance', 'Débit', 'Durée'],
      ['Première', '100', '60'],
      ['Une et demie', '110', '65'],
      ['Deuxième', '120', '75'],
    ]);
    const [first] = review.changes;
    expect(cellsOf(accepted(report, review, [first?.id ?? '']))).toHaveLength(5);
    expect(tableOf(accepted(report, review))?.children[3]).toMatchObject({ children: [{ header: true }, {}, {}] });
  });

  it('with a row whose removal was tracked', async () => {
    const { review } = await reviewed(
      report,
      change(file, document => dropRow(document, 'Deuxième', 'Bob')),
    );
    expect(said(review)).toEqual([['deletion', 'row', 'Deuxième\t120\t75', '', 'Bob']]);
  });

  it('with a column put in, another taken out, and a number changed beside them', async () => {
    const bytes = change(file, document =>
      dropColumn(addColumn(document, 1, ['Volume', '3', '4', '5']), 3).replace('>120<', '>125<'),
    );
    const { review } = await reviewed(report, bytes);
    expect(said(review)).toEqual([
      ['replacement', 'cell', '120', '125', ''],
      ['insertion', 'column', '', 'Volume\t3\t4\t5', ''],
      ['deletion', 'column', 'Durée\t60\t75\t90', '', ''],
    ]);
    expect(cellsOf(accepted(report, review))).toEqual([
      ['Séance', 'Volume', 'Débit'],
      ['Première', '3', '100'],
      ['Deuxième', '4', '125'],
      ['Troisième', '5', '150'],
    ]);
  });

  it('whose cells were merged is shown and left alone', async () => {
    const bytes = change(file, document =>
      document.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>').replace('>Débit<', '>Débit moyen<'),
    );
    const { review } = await reviewed(report, bytes);
    expect(review.changes).toMatchObject([{ kind: 'note', place: { what: 'table' } }]);
  });

  it('that was taken out under its caption is said to be gone', async () => {
    const { review } = await reviewed(
      report,
      change(file, document => document.replace(/<w:tbl>[\s\S]*<\/w:tbl>/, '')),
    );
    expect(review.changes).toMatchObject([{ kind: 'note', after: '' }]);
  });

  it('that is new comes with its caption and its head', async () => {
    const bytes = change(file, document => {
      const last = paragraphWith(document, 'Après le tableau.');
      const caption = newParagraph('Tableau 2 : Doses.', 'Caption');
      return document.replace(
        last,
        last +
          caption +
          newTable([
            ['Jour', 'Dose'],
            ['1', '5 mg'],
          ]),
      );
    });
    const { review } = await reviewed(report, bytes);
    expect(said(review)).toEqual([['insertion', 'table', '', 'Doses.\nJour\tDose\n1\t5 mg', '']]);
    const made = blocksOf(accepted(report, review)).at(-1) as Table;
    expect(made).toMatchObject({ type: 'table', headerRows: 1, children: [{ type: 'caption' }, {}, {}] });
    expect(textOf(made)).toContain('5 mg');
  });

  it('any rows and columns put in and taken out come back as exactly those', async () => {
    const rows = ['Première', 'Deuxième', 'Troisième'];
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(rows, { maxLength: 2 }),
        fc.subarray(rows, { maxLength: 2 }),
        fc.boolean(),
        fc.constantFrom(null, 'Ada'),
        async (after, gone, withColumn, author) => {
          const bytes = change(file, document => {
            let edited = withColumn ? addColumn(document, 3, ['Note', 'bien', 'mieux', 'fini']) : document;
            for (const row of after)
              edited = addRow(
                edited,
                row,
                [`Ajout ${rows.indexOf(row) + 20}`, '7', '8', ...(withColumn ? ['x'] : [])],
                author,
              );
            for (const row of gone) edited = dropRow(edited, row, author);
            return `${edited} `;
          });
          const { review } = await reviewed(report, bytes);
          const rowsOf = (kind: string) =>
            review.changes
              .filter(one => one.kind === kind && one.place.what === 'row')
              .map(({ after: a, before: b }) => (a || b).split('\t')[0]);
          expect(rowsOf('insertion').sort()).toEqual(after.map(row => `Ajout ${rows.indexOf(row) + 20}`).sort());
          expect(rowsOf('deletion').sort()).toEqual([...gone].sort());
          expect(review.changes.filter(({ place }) => place.what === 'column')).toHaveLength(withColumn ? 1 : 0);
          expect(review.changes).toHaveLength(after.length + gone.length + (withColumn ? 1 : 0));
          accepted(report, review);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('an image', () => {
  let photograph: Uint8Array;
  beforeAll(async () => {
    photograph = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Artist: 'Secret Name', Copyright: 'Secret Name' } })
      .jpeg()
      .toBuffer();
  });

  it('that a co-author put in becomes a figure with its caption, without its metadata', async () => {
    const bytes = withPicture(file, 'Avant le tableau.', photograph, {
      alt: 'Une lésion rouge.',
      after: newParagraph('Figure 1. Lésion à J3.', 'Caption'),
    });
    const { review, bytes: pictures } = await reviewed(report, bytes);
    expect(said(review)).toEqual([['insertion', 'figure', '', 'Lésion à J3.', '']]);
    const now = accepted(report, review);
    expect(blocksOf(now).map(({ type }) => type)).toEqual(['paragraph', 'figure', 'table', 'paragraph']);
    const [figure] = now.figures;
    const [panel] = figure?.panels ?? [];
    expect(panel?.alt).toBe('Une lésion rouge.');
    expect(now.assets.map(({ name }) => name)).toEqual([panel?.asset]);
    expect(Buffer.from(pictures[panel?.asset ?? ''] as Uint8Array).toString('latin1')).not.toContain('Secret Name');
    expect(Object.values(review.pictures)[0]?.removed).toContain('exif');
    expect(said((await reviewed(now, bytes)).review).filter(([, what]) => what === 'figure')).toEqual([]);
  });

  it('of the report is known again, also where Word made it smaller', async () => {
    const png = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#3a3' } })
      .png()
      .toBuffer();
    const name = `${'ab'.repeat(32)}.png`;
    const own: CaseReport = {
      ...reportOf('fr', {
        observation: [
          p('Loin.'),
          p('Voici.'),
          { type: 'figure', id: 'f1', children: [{ type: 'caption', children: [{ text: 'Peau.' }] }] },
        ],
      }),
      assets: [{ name, type: 'image/png', width: 60, height: 60, size: png.length }],
      figures: [
        { id: 'f1', columns: 1, alt: '', credit: '', panels: [{ id: 'p1', asset: name, label: '', alt: 'Peau' }] },
      ],
    };
    const bytes = await sent(own, { images: { [name]: png } });
    expect(said((await reviewed(own, bytes)).review)).toEqual([]);
    const without = change(bytes, document => document.replace(/<w:drawing>[\s\S]*?<\/w:drawing>/, ''));
    expect((await reviewed(own, without)).review.changes).toMatchObject([{ kind: 'note', place: { what: 'figure' } }]);
    // One far above is not taken for it.
    const far = withPicture(without, 'Loin.', photograph, { alt: '' });
    expect(said((await reviewed(own, far)).review).map(([kind, what]) => [kind, what])).toEqual([
      ['insertion', 'figure'],
      ['note', 'figure'],
    ]);
    const second = withPicture(bytes, 'Voici.', photograph, { alt: '' });
    expect(said((await reviewed(own, second)).review)).toEqual([['insertion', 'figure', '', '', '']]);
    // The new one in the paragraph of the known one, which has no name.
    const [known] = /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/s.exec(opened(bytes).document) ?? [];
    const beside = change(second, document => {
      const [added] = /<w:p><w:r><w:drawing>(?:(?!<\/w:p>).)*rIdPicture.*?<\/w:p>/s.exec(document) ?? [''];
      const run = added.slice('<w:p>'.length, -'</w:p>'.length);
      return document.replace(added, '').replace(known as string, () => known + run);
    });
    expect(said((await reviewed(own, beside)).review)).toEqual([['insertion', 'figure', '', '', '']]);
  });

  it('taken out of a figure of several is a panel that can go, by its bytes or its alternative text', async () => {
    const colours = ['#3a3', '#33a', '#aa3'];
    const images = Object.fromEntries(
      await Promise.all(
        colours.map(async background => {
          const png = await sharp({ create: { width: 60, height: 60, channels: 3, background } })
            .png()
            .toBuffer();
          return [`${createHash('sha256').update(png).digest('hex')}.png`, png] as const;
        }),
      ),
    );
    const names = Object.keys(images);
    const own: CaseReport = {
      ...reportOf('fr', {
        observation: [
          p('Voici.'),
          { type: 'figure', id: 'f1', children: [{ type: 'caption', children: [{ text: 'Peau.' }] }] },
        ],
      }),
      assets: names.map(name => ({ name, type: 'image/png', width: 60, height: 60, size: images[name]?.length ?? 0 })),
      figures: [
        {
          id: 'f1',
          columns: 3,
          alt: '',
          credit: '',
          panels: names.map((asset, index) => ({ id: `p${index}`, asset, label: `J${index}`, alt: `Peau ${index}` })),
        },
      ],
    };
    const bytes = await sent(own, { images });
    expect(said((await reviewed(own, bytes)).review)).toEqual([]);
    const drawings = opened(bytes).document.match(/<w:drawing>[\s\S]*?<\/w:drawing>/g) ?? [];
    const without = change(bytes, document => document.replace(drawings[1] as string, ''));
    const { review } = await reviewed(own, without);
    expect(said(review)).toEqual([['deletion', 'panel', 'B\u2002J1\u2002Peau 1', '', '']]);
    const withoutHead = change(without, document =>
      document
        .replace(/<w:t xml:space="preserve">B<\/w:t>/, '')
        .replace(/<w:t xml:space="preserve">\u2002?J1<\/w:t>/, ''),
    );
    expect(said((await reviewed(own, withoutHead)).review)).toEqual(said(review));
    const [id] = review.changes.map(one => one.id);
    const edit = acceptChange(review, own, [], id as string);
    if (!edit.ok) throw new Error(edit.problem.message.en);
    const { report: now, inverse } = applyAll(own, opsOf(own, edit.value));
    expect(now.figures[0]?.panels.map(panel => panel.id)).toEqual(['p0', 'p2']);
    expect([now.figures[0]?.columns, now.parts]).toEqual([2, own.parts]);
    expect(standing(review, now, [id as string])).toEqual([id]);
    const undone = applyAll(now, inverse).report;
    expect(standing(review, undone, [id as string])).toEqual([]);
    expect(writeReport(undone)).toBe(writeReport(own));
    expect(acceptChange(review, now, [id as string], id as string).ok).toBe(false);
    const tracked = change(bytes, document =>
      document.replace(
        `<w:r>${drawings[2]}</w:r>`,
        `<w:del w:id="9901" w:author="Ada" w:date="2026-11-20T10:00:00Z"><w:r>${drawings[2]}</w:r></w:del>`,
      ),
    );
    expect(said((await reviewed(own, tracked)).review)).toEqual([
      ['deletion', 'panel', 'C\u2002J2\u2002Peau 2', '', 'Ada'],
    ]);
    // With all of them gone there is no figure left: that is for the author to say.
    const none = change(bytes, document => document.replace(/<w:drawing>[\s\S]*?<\/w:drawing>/g, ''));
    expect((await reviewed(own, none)).review.changes).toMatchObject([{ kind: 'note', place: { what: 'figure' } }]);
  });

  it('that cannot be read, or stands where no figure can, is shown', async () => {
    const broken = await reviewed(
      report,
      withPicture(file, 'Avant le tableau.', new Uint8Array([1, 2, 3]), { alt: 'x' }),
    );
    expect(broken.review.changes).toMatchObject([{ kind: 'note', place: { what: 'figure' }, after: 'x' }]);
    expect(broken.bytes).toEqual({});
  });
});
