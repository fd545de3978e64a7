/** Files that other programs saved: what nobody changed is no change, and what somebody changed is found. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseReport } from '../../../core/report/types.ts';
import { readPack } from '../../../host/documents/pack.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { example } from '../../core/export/manuscripts.ts';
import { house } from '../../core/fixtures.ts';
import { asOthersSave, asWordSaves } from './dialects.ts';
import { change, deleteTracked, insertTracked } from './edited.ts';
import { sent, templatesFolder } from './sent.ts';

const review = createReviewer({ templatesFolder });

function reviewed(report: CaseReport, bytes: Uint8Array) {
  const template = house(report.template);
  const read = review({ report, template, templates: [template], bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

const said = ({ changes }: ReturnType<typeof reviewed>) =>
  changes.map(({ kind, before, after, hand }) => [kind, before, after, hand?.author ?? '']);

describe('what Word saves', () => {
  it.each([
    ['as Word 365 in French', asWordSaves],
    ['without controls and properties', asOthersSave],
  ])('%s: nothing was changed, and a tracked change is found with its comment', async (_, saved) => {
    const own = example('calciphylaxis');
    const bytes = await sent(own.report, { images: own.images });
    expect(said(reviewed(own.report, saved(bytes)))).toEqual([]);
    const edited = change(bytes, document =>
      insertTracked(deleteTracked(document, ' inflammatoire', 'Bob'), 'Prise en charge', ' initiale', 'Ada'),
    );
    const found = reviewed(own.report, saved(edited));
    expect(said(found)).toEqual([
      ['deletion', ' inflammatoire', '', 'Bob'],
      ['insertion', '', ' initiale', 'Ada'],
    ]);
  });
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** A file opened and saved by LibreOffice, under a profile of its own. */
function asLibreOfficeSaves(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-office-'));
  try {
    const file = join(folder, 'sent.docx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', out, file], {
      stdio: 'ignore',
    });
    return new Uint8Array(readFileSync(join(out, 'sent.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what LibreOffice saves', () => {
  const own = readPack(readFileSync(join(import.meta.dirname, 'returned', 'sent.casereport')), 'sent');

  it('as it was kept here: a tracked change, a comment, a row and a picture are found, and nothing else', () => {
    if (!own.ok) throw new Error(own.problem.message.en);
    const { report } = own.value;
    const found = reviewed(
      report,
      new Uint8Array(readFileSync(join(import.meta.dirname, 'returned', 'libreoffice.docx'))),
    );
    expect(
      found.changes.map(({ kind, place, before, after, hand }) => [
        kind,
        place.what,
        before,
        after,
        hand?.author ?? '',
      ]),
    ).toEqual([
      ['insertion', 'paragraph', '', ' peu connue', 'Ada'],
      ['deletion', 'paragraph', ' inflammatoire', '', 'Bob'],
      ['insertion', 'figure', '', 'Contrôle.', ''],
      ['insertion', 'row', '', '1 bis\t110', 'Ada'],
    ]);
    expect(found.comments).toMatchObject([{ author: 'Ada', text: 'Which one?', about: 'placard' }]);
  });

  it.skipIf(!hasOffice)(
    'of an example today (skipped where LibreOffice is not installed): nothing was changed',
    async () => {
      const english = example('ttp');
      expect(
        said(
          reviewed(
            english.report,
            asLibreOfficeSaves(await sent(english.report, { options: { zotero: true }, images: english.images })),
          ),
        ),
      ).toEqual([]);
    },
    120_000,
  );
});
