/** A Word file that came back from co-authors: read, accepted, rejected, undone. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  change,
  deleteTracked,
  insertTracked,
  replacePlain,
  replaceTracked,
  withComment,
} from '../host/roundtrip/edited.ts';
import { addRow } from '../host/roundtrip/tables.ts';
import { look } from './axe.ts';
import { test as base, expect, part, startHost } from './window.ts';

const root = join(import.meta.dirname, '..', '..');

const WORDS = {
  en: {
    example: 'ttp',
    review: 'Review a returned',
    choose: 'Open the returned file…',
    open: 'Open',
    accept: 'Accept',
    reject: 'Reject',
    all: /^Accept \d/,
    decided: 'Everything is decided.',
    seen: 'Seen',
    rejected: 'deadly',
    row: ['Item', 'Added', 'by', 'hand'],
  },
  fr: {
    example: 'calciphylaxis',
    review: 'Relire un fichier',
    choose: 'Ouvrir le fichier revenu…',
    open: 'Ouvrir',
    accept: 'Accepter',
    reject: 'Refuser',
    all: /^Accepter \d/,
    decided: 'Tout est décidé.',
    seen: 'Vu',
    rejected: 'sombres',
    row: ['Paramètre', 'Ajout', 'à la main'],
  },
} as const;

const EDITS = {
  en: (document: string) =>
    replacePlain(
      deleteTracked(
        replaceTracked(
          insertTracked(document, 'Plasma exchange turned', ' at once', 'Ada Hart'),
          'lethal',
          'deadly',
          'Ben Lake',
        ),
        ' is enough to begin treatment',
      ),
      'misleading',
      'easily missed',
    ),
  fr: (document: string) =>
    replacePlain(
      replaceTracked(
        insertTracked(document, 'Elle touche surtout', ' et d’abord', 'Ada Hart'),
        'redoutables',
        'sombres',
        'Ben Lake',
      ),
      'durant quinze semaines',
      'pendant quinze semaines entières',
    ),
};

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  base.describe(`${language}, ${colorScheme}`, () => {
    base.use({ language, colorScheme });

    base('a returned file is decided on change by change', async ({ page }) => {
      const say = WORDS[language];
      const home = mkdtempSync(join(tmpdir(), 'casewright-review-'));
      const file = join(home, 'case.casereport');
      const docx = join(home, 'returned.docx');
      copyFileSync(join(root, 'examples', say.example, `${say.example}.casereport`), file);
      execFileSync(process.execPath, [join(root, 'dist', 'host', 'cli.mjs'), 'export', file, '--to', docx], {
        env: { ...process.env, CASEWRIGHT_HOME: join(home, 'cli'), CASEWRIGHT_ROOT: root },
      });
      const [below, ...cells] = say.row;
      const edited = change(readFileSync(docx), document => addRow(EDITS[language](document), below, cells));
      writeFileSync(
        docx,
        withComment(edited, language === 'en' ? 'Schistocytes' : 'antivitamine', 'Which dose?', 'Ben Lake'),
      );
      const { HOME } = process.env;
      process.env.HOME = home;
      const host = await startHost(join(home, 'home'), language, file);
      process.env.HOME = HOME;
      try {
        await page.goto(host.url);
        await expect(part(page, 'introduction')).toBeVisible();
        await page.keyboard.press('Control+k');
        await page.keyboard.type(say.review);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say.choose }).click();
        await page.getByRole('option', { name: /returned\.docx/ }).click();
        await page.getByRole('dialog').getByRole('button', { name: say.open, exact: true }).click();
        const rows = page.locator('.review-row');
        await expect(rows.first()).toBeVisible();
        await expect(page.locator('.review-cells').getByRole('cell')).toHaveText(say.row.slice(1));
        await look(page, 'review');

        const before = await part(page, 'introduction').innerText();
        const row = rows.filter({ hasText: 'Ada Hart' });
        await row.getByRole('button', { name: say.accept }).click();
        await expect(part(page, 'introduction')).toContainText(
          language === 'en' ? 'turned at once' : 'surtout et d’abord',
        );
        await expect(row).toHaveAttribute('data-decided', 'made');
        await page.keyboard.press('Control+z');
        await expect(row).toHaveAttribute('data-decided', 'open');
        expect(await part(page, 'introduction').innerText()).toBe(before);

        await rows.filter({ hasText: say.rejected }).getByRole('button', { name: say.reject }).click();
        await page.getByRole('button', { name: say.all }).click();
        await rows.filter({ hasText: 'Which dose?' }).getByRole('button', { name: say.seen }).click();
        await expect(page.getByText(say.decided)).toBeVisible();
        await expect(part(page, 'observation')).toContainText(say.row[1]);
        await expect(part(page, 'introduction')).toContainText(
          language === 'en' ? 'turned at once' : 'surtout et d’abord',
        );
      } finally {
        host.process.kill();
        rmSync(home, { recursive: true, force: true });
      }
    });
  });
}
