/** A small invented report in a style of notes, with calls wherever one can stand. */
import { numberReport } from '../../../core/manuscript/number.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { Citation, Paragraph } from '../../../core/report/document.ts';
import type { Language } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { assetName, cite, figureBlock, house, p, references, reportOf, row } from '../fixtures.ts';
import type { Printed } from './manuscripts.ts';

const citing = createCiting({ templatesFolder: 'templates' });

const WORDS = {
  en: {
    title: 'An invented case with notes',
    rare: 'The disease is rare ',
    twice: 'It was described twice',
    again: '; then again',
    quoted: 'it is called “ordinary ',
    quoteEnd: '.” So it is.',
    reported: ' reported the first patient.',
    course: 'The course was favourable ',
    list: 'Dialysis ',
    caption: 'Values ',
    cell: 'mean ',
    figure: 'The leg ',
    gone: 'A work that is not here ',
  },
  fr: {
    title: 'Une observation inventée avec notes',
    rare: 'La maladie est rare ',
    twice: 'Elle a été décrite deux fois',
    again: '\u202f; puis encore',
    quoted: 'on la dit «\u00a0banale ',
    quoteEnd: '\u00a0». Elle l’est.',
    reported: ' ont rapporté le premier cas.',
    course: 'L’évolution a été favorable ',
    list: 'Dialyse ',
    caption: 'Valeurs ',
    cell: 'moyenne ',
    figure: 'La jambe ',
    gone: 'Un travail qui n’est pas là ',
  },
} as const;

/** The report as the CSL style of that name prints it. */
export function inNotes(language: Language, style: string): Printed {
  const words = WORDS[language];
  const asset = assetName('a');
  const report = reportOf(
    language,
    {
      title: [p(words.title, cite('n0', 'r2'))],
      introduction: [
        p(
          words.rare,
          cite('n1', 'r1'),
          '. ',
          words.twice,
          cite('n2', 'r2', { reference: 'r3', locator: '12-13' }),
          words.again,
          cite('n3', 'r3'),
          '.',
        ),
        p({ ...(cite('n4', 'r1') as Citation), narrative: true }, words.reported),
      ],
      observation: [
        p(
          words.course,
          cite('n5', { reference: 'r1', locator: '4', prefix: 'cf.' }),
          ', ',
          words.quoted,
          cite('n6', 'r1'),
          words.quoteEnd,
        ),
        {
          type: 'list',
          ordered: false,
          children: [{ type: 'list-item', children: [p(words.list, cite('n7', 'r5')) as Paragraph] }],
        },
        {
          type: 'table',
          id: 't',
          headerRows: 1,
          children: [
            { type: 'caption', children: [{ text: words.caption }, cite('n8', 'r4'), { text: '.' }] },
            row('A', 'B'),
            row([words.cell, cite('n9', 'r2')], '3'),
          ],
        },
        figureBlock('fig', words.figure, cite('n10', 'r4'), '.'),
      ],
      discussion: [p(words.gone, cite('n11', 'nowhere'), '. ', words.twice, cite('n12', 'r1'), cite('n13', 'r2'), '.')],
    },
    {
      references: [...references],
      figures: [
        { id: 'fig', alt: 'A leg', credit: '', columns: 1, panels: [{ id: 'p1', asset, label: '', alt: 'A leg' }] },
      ],
      assets: [{ name: asset, type: 'image/jpeg', width: 400, height: 300, size: 4 }],
    },
  );
  const template: Template = { ...house(report.template), citations: { style, kind: 'superscript' } };
  const { citations: clusters } = numberReport(report, template);
  const citations = citing.format({ clusters, references: report.references, template, language });
  return { report, template, manuscript: resolve(report, template, citations), images: { [asset]: new Uint8Array() } };
}
