/** Templates in the window: another one in one press, what no longer fits, one's own, shared, imported, carried by a report. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look, SEARCHED_LIST } from './axe.ts';
import { expect, openSample, part, test } from './window.ts';

async function openTemplates(window: Page): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.keyboard.type('template');
  await window.getByRole('option', { name: /Change or edit the template/ }).click();
  await expect(window.getByRole('region', { name: 'Limits and demands' })).toBeVisible();
}

async function chooseFile(window: Page, path: string): Promise<void> {
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(path);
  await dialog.getByRole('button', { name: /^(?:Save here|Open)$/ }).click();
}

/** The letters of a part, without its citations, which follow the style. */
const lettersOf = async (page: Page, key: string) =>
  (await part(page, key).locator('p').allTextContents()).map(text => text.replace(/\[[^\]]*\]|[\s\uFEFF]/g, ''));

/** Goes to a file through the folders of the window's own dialog. */
async function openFile(window: Page, path: string): Promise<void> {
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'This computer' }).click();
  for (const name of path.split('/').slice(1))
    await dialog.getByRole('option').filter({ hasText: name }).first().dblclick();
}

test('another template is one press, loses nothing, and says what no longer fits', async ({ window }) => {
  test.setTimeout(90_000);
  await openSample(window);
  await expect(part(window, 'references').locator('li')).toHaveCount(30, { timeout: 30_000 });
  const before = await lettersOf(window, 'discussion');
  await openTemplates(window);
  await window.getByRole('option', { name: /BMJ Case Reports/ }).click();
  await expect(window.getByText('1 point no longer fits.')).toBeVisible();
  await expect(part(window, 'introduction')).toContainText('Background');
  await look(window, 'changed', { except: SEARCHED_LIST });
  // Every rule says where it is written, when that was read and how sure it is; what nobody knows is said.
  const rules = window.getByRole('region', { name: 'Limits and demands' });
  await expect(rules).toContainText('at most 2000 words');
  await expect(rules).toContainText('casereports.bmj.com');
  await expect(rules).toContainText('read on 2026-11-24');
  await expect(rules.getByText('likely').first()).toBeVisible();
  await expect(rules.getByText('not confirmed').first()).toBeVisible();
  await window.getByRole('button', { name: /^Show: The journal does not want/ }).click();
  await expect(part(window, 'title')).toBeInViewport();
  expect(await lettersOf(window, 'discussion')).toEqual(before);
  await window.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(part(window, 'introduction')).toContainText('Introduction');
  await expect(window.getByText('1 point no longer fits.')).toHaveCount(0);
});

test('a copy is edited, kept in the user’s folder, shared, and carried by the report where it is gone', async ({
  window,
  host,
}) => {
  test.setTimeout(150_000);
  await openSample(window);
  await openTemplates(window);
  await window.getByRole('button', { name: 'Edit a copy' }).click();
  await window.getByRole('textbox', { name: 'Name in English' }).fill('Our journal');
  await window.getByRole('button', { name: 'Add a limit' }).click();
  await window.getByRole('textbox', { name: 'At most' }).fill('0');
  await window.getByRole('button', { name: 'Keep and use' }).click();
  await expect(window.getByText(/cannot be read \(limits\.0\.max/)).toBeVisible();
  await window.getByRole('textbox', { name: 'At most' }).fill('100');
  await window.getByRole('textbox', { name: 'Where it is written' }).fill('our own rule');
  // A style is chosen by the mouse, ticked, and shown as it prints.
  await window.locator('summary', { hasText: 'Citation style' }).click();
  await window.getByRole('searchbox', { name: 'Find a style by its name' }).fill('chicago fullnote ibid');
  const style = window.getByRole('option', { name: 'Chicago Manual of Style 17th edition (full note, with Ibid.)' });
  await style.click();
  await expect(style).toHaveAttribute('aria-selected', 'true');
  await expect(
    window.locator('b', { hasText: 'Chicago Manual of Style 17th edition (full note, with Ibid.)' }),
  ).toBeVisible();
  await expect(window.locator('.style-sample')).toContainText('As others have written1');
  await window.locator('summary', { hasText: 'Citation style' }).click();
  await window.locator('summary', { hasText: 'Headings and numbering' }).click();
  await window.getByRole('textbox', { name: 'Introduction (English)' }).fill('Why we write');
  await look(window, 'editor', { except: SEARCHED_LIST });
  await window.getByRole('button', { name: 'Keep and use' }).click();
  await expect(part(window, 'introduction')).toContainText('Why we write');
  await expect(window.getByRole('region', { name: 'Limits and demands' })).toContainText('our own rule');
  // A style of notes calls them in the text, and says what each prints.
  const call = part(window, 'introduction').locator('.cite').first();
  await expect(call).toHaveText('1');
  await expect(call.getByTitle(/^Note 1: Eli Moschcowitz/)).toBeVisible();
  const folder = join(host.home, 'templates');
  const [own = ''] = readdirSync(folder);
  expect(own).toMatch(/^own-/);

  const shared = join(host.home, 'ours.casetemplate');
  await window.getByRole('button', { name: 'Share as a file…' }).click();
  await chooseFile(window, shared);
  await expect(window.getByText('The template was written to a file')).toBeVisible();
  expect(JSON.parse(readFileSync(shared, 'utf8')).name.en).toBe('Our journal');

  // The report brings it along to a computer that has not got it.
  await window.keyboard.press('Control+s');
  const file = join(host.home, 'mine.casereport');
  await chooseFile(window, file);
  await expect(window.getByText(/mine\.casereport/).first()).toBeVisible();
  rmSync(folder, { recursive: true });
  await window.getByRole('button', { name: 'Take it away' }).click();
  await expect(window.getByText(/the report brought it along/)).toBeVisible();
  await expect(part(window, 'introduction')).toContainText('Why we write');
  await window.getByRole('button', { name: 'Keep it here' }).click();
  await expect(window.getByText(/the report brought it along/)).toHaveCount(0);
  expect(existsSync(join(folder, own, 'template.json'))).toBe(true);
});

test('a template is imported from a file on the start page; one that cannot be read says where', async ({
  window,
  host,
}) => {
  const bad = join(host.home, 'bad.casetemplate');
  writeFileSync(bad, JSON.stringify({ version: 2, id: 'x', name: { en: 'Bad' } }));
  await window.getByRole('button', { name: 'Import a template…' }).click();
  await openFile(window, bad);
  await expect(window.getByText(/bad\.casetemplate.*cannot be read/)).toBeVisible();
  const sent = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../templates/bmj-case-reports/template.json'), 'utf8'),
  );
  const good = join(host.home, 'good.json');
  writeFileSync(good, JSON.stringify({ ...sent, name: { en: 'Sent to us', fr: 'Reçu' } }));
  await window.getByRole('button', { name: 'Import a template…' }).click();
  await openFile(window, good);
  await expect(window.getByText('“Sent to us” was imported')).toBeVisible();
  await window.getByRole('option', { name: /Sent to us/ }).click();
  await expect(part(window, 'introduction')).toContainText('Background');
});
