/** Files in a style of notes that come back: our notes are no changes, their calls are citations, and what was written into them is said. */
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../core/report/document.ts';
import { applyAll } from '../../../core/report/ops.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { acceptChange, opsOf } from '../../../core/roundtrip/accept.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { cite, house, p, references, reportOf, row } from '../../core/fixtures.ts';
import { change, closed, opened } from './edited.ts';
import { templatesFolder } from './sent.ts';

const reviewer = createReviewer({ templatesFolder });
const make = createFileMaker({ templatesFolder });

const template = { ...house('plain-en'), citations: { style: 'oscola', kind: 'superscript' as const } };

const report: CaseReport = reportOf(
  'en',
  {
    title: [p('A case ', cite('c0', 'r1'))],
    discussion: [
      p(
        'Rare ',
        cite('c1', 'r1'),
        '. Then ',
        cite('c2', 'r2', 'r3'),
        '; and “so ',
        cite('c3', 'r2'),
        '.” Grave ',
        cite('c4', 'r4'),
        '?',
      ),
      p('As ', { ...(cite('c5', 'r1') as Citation), narrative: true }, ' found.'),
      {
        type: 'table',
        id: 't',
        headerRows: 1,
        children: [
          { type: 'caption', children: [{ text: 'Values ' }, cite('c6', 'r5')] },
          row('A'),
          row(['mean ', cite('c7', 'r5')]),
        ],
      },
    ],
  },
  { references },
);

async function sent(zotero: boolean, options: Record<string, string> = {}): Promise<Uint8Array> {
  const made = await make({
    format: 'docx',
    options: { zotero, ...options },
    report,
    template,
    images: {},
    date: 0,
    creator: 'Casewright',
    folder: 'f',
  });
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value.bytes;
}

function reviewed(bytes: Uint8Array) {
  const read = reviewer({ report, template, templates: [template], bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

const inNotes = (bytes: Uint8Array, edit: (notes: string) => string): Uint8Array => {
  const file = opened(bytes);
  const notes = new TextDecoder().decode(file.files['word/footnotes.xml']);
  const now = edit(notes);
  if (now === notes) throw new Error('nothing was changed');
  return closed(file, { 'word/footnotes.xml': now });
};

/** The reference to a note, as a run. */
const call = (number: number) => new RegExp(`<w:r>(?:(?!</w:r>).)*<w:footnoteReference w:id="${number}"/></w:r>`);

describe.each([false, true])('with live Zotero citations: %s', zotero => {
  it('a file that nobody changed brings no change', async () => {
    expect(reviewed(await sent(zotero)).changes).toEqual([]);
  });

  it('a call that was taken out is a citation taken out', async () => {
    const review = reviewed(change(await sent(zotero), document => document.replace(call(3), '')));
    expect(review.changes.map(({ kind }) => kind)).toEqual(['deletion']);
    const edit = acceptChange(review, report, [], review.changes[0]?.id ?? '');
    if (!edit.ok) throw new Error(edit.problem.message.en);
    const now = applyAll(report, opsOf(report, edit.value)).report;
    expect(citationsOf(now.parts).map(({ id }) => id)).toEqual(['c0', 'c1', 'c3', 'c4', 'c5', 'c6', 'c7']);
  });

  it('what was written into a note is said, and is no change of the text', async () => {
    const bytes = inNotes(await sent(zotero), notes =>
      notes.replace(
        /<\/w:p><\/w:footnote>(?![\s\S]*<w:footnote )/,
        '<w:r><w:t> See also Platt.</w:t></w:r></w:p></w:footnote>',
      ),
    );
    const [said, ...others] = reviewed(bytes).changes;
    expect(others).toEqual([]);
    expect(said?.kind).toBe('note');
    expect(said?.after).toMatch(/See also Platt\.$/);
  });

  it('a note of a co-author’s own without a citation is said as before', async () => {
    const own = '<w:footnote w:id="90"><w:p><w:r><w:t>My own.</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const bytes = inNotes(await sent(zotero), notes => notes.replace('</w:footnotes>', own));
    const called = change(bytes, document =>
      document.replace(call(2), whole => `<w:r><w:footnoteReference w:id="90"/></w:r>${whole}`),
    );
    expect(reviewed(called).changes.map(({ kind, after }) => [kind, after])).toEqual([['note', 'My own.']]);
  });
});

describe('a file whose notes lost their bookmarks, as LibreOffice writes it,', () => {
  const without = async () =>
    inNotes(await sent(false), notes =>
      notes.replace(/<w:bookmarkStart[^>]*\/>/g, '').replace(/<w:bookmarkEnd[^>]*\/>/g, ''),
    );

  it('brings no change', async () => {
    expect(reviewed(await without()).changes).toEqual([]);
  });

  it('says what was written into a note, which is known by its neighbours', async () => {
    const bytes = inNotes(await without(), notes => notes.replace('(n 1)', '(n 1) and Platt'));
    const [said, ...others] = reviewed(bytes).changes;
    expect(others).toEqual([]);
    expect(said).toMatchObject({ kind: 'note', after: expect.stringContaining('and Platt') });
  });
});

it('notes that the form moves keep their numbers, and the file that comes back brings no change', async () => {
  const bytes = await sent(false, { form: 'manuscript', floats: 'end' });
  expect(reviewed(bytes).changes).toEqual([]);
});
