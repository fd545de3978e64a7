/** Random edits of a Word file come back as exactly those edits. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyAll } from '../../../core/report/ops.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';
import { acceptChange, opsOf, standing } from '../../../core/roundtrip/accept.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { readWord } from '../../../host/word/read/index.ts';
import { complete, house } from '../../core/fixtures.ts';
import { closed, deleteTracked, insertTracked, type Opened, opened, replacePlain, replaceTracked } from './edited.ts';
import { sent, templatesFolder } from './sent.ts';

const review = createReviewer({ templatesFolder });
const report: CaseReport = {
  ...complete,
  assets: [],
  figures: complete.figures.map(figure => ({ ...figure, panels: [] })),
};

/** Texts of the report itself as they are read with every change made, one paragraph a line. */
function read(bytes: Uint8Array): readonly string[] {
  const file = readWord(bytes);
  if (!file.ok) throw new Error(file.problem.message.en);
  return file.value.blocks.flatMap(block =>
    block.kind === 'table'
      ? []
      : [block.pieces.flatMap(({ text, change }) => (change?.state === 'deleted' ? [] : [text])).join('')],
  );
}

/** Words of running text that can be found in the file, none of them twice. */
const WORDS = [
  'rapportons',
  'affection',
  'adulte',
  'patient',
  'présentait',
  'valeurs',
  'Antalgiques',
  'Voir',
  'aussi',
  'penser',
  'consentement',
  'écrit',
  'outcome',
  'résume',
];
const TEMPLATES = ['plain-fr', 'plain-en', 'author-date'];

const edits = fc.array(
  fc.record({
    word: fc.nat(WORDS.length - 1),
    how: fc.constantFrom('insert', 'delete', 'replace', 'plain' as const),
    text: fc.stringMatching(/^[a-zé]{1,8}(?: [a-zé]{1,6})?$/),
    author: fc.constantFrom('Ada', 'Bob'),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('random edits', () => {
  const files = new Map<string, Opened>();
  beforeAll(async () => {
    for (const template of TEMPLATES) files.set(template, opened(await sent(report, { template })));
  });

  it('come back; all accepted give the edited text with its citations, all undone the report byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEMPLATES), edits, async (template, list) => {
        const file = files.get(template) as Opened;
        const distinct = list.filter(({ word }, index) => list.findIndex(one => one.word === word) === index);
        let { document } = file;
        for (const { word, how, text, author } of distinct) {
          const target = WORDS[word] as string;
          if (how === 'insert') document = insertTracked(document, target, ` ${text}`, author);
          else if (how === 'delete') document = deleteTracked(document, target, author);
          else if (how === 'replace') document = replaceTracked(document, target, text, author);
          else document = replacePlain(document, target, text);
        }
        const bytes = closed({ ...file, document });
        const found = review({ report, template: house(report.template), templates: [house(template)], bytes });
        if (!found.ok) throw new Error(found.problem.message.en);
        expect(found.value.changes.every(({ why, uncertain }) => !why && !uncertain)).toBe(true);
        const tracked = distinct.filter(({ how }) => how !== 'plain').map(({ author }) => author);
        expect(found.value.changes.flatMap(({ hand }) => hand?.author ?? []).sort()).toEqual(tracked.sort());
        let now = report;
        const made: string[] = [];
        const back = [];
        for (const { id } of found.value.changes) {
          const edit = acceptChange(found.value, now, made, id);
          if (!edit.ok) throw new Error(edit.problem.message.en);
          const applied = applyAll(now, opsOf(now, edit.value));
          now = applied.report;
          back.unshift(...applied.inverse);
          made.push(id);
        }
        // A paragraph of which nothing is left is not kept as an empty one.
        const lines = (of: Uint8Array) => read(of).filter(line => line !== '');
        expect(lines(await sent(now, { template }))).toEqual(lines(bytes));
        expect(citationsOf(now.parts)).toEqual(citationsOf(report.parts));
        expect([...standing(found.value, now, made)].sort()).toEqual([...made].sort());
        expect(writeReport(applyAll(now, back).report)).toBe(writeReport(report));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
