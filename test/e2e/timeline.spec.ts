/** Lab values: imported, seen as chart and table, edited in one place and followed everywhere. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look } from './axe.ts';
import { expect, kept, part, test } from './window.ts';

/** As a French laboratory exports it: semicolons, decimal commas, Windows-1252, dates that could be two. */
const RESULTS = Buffer.from(
  [
    'Laboratoire;;;;',
    'Analyse;Date;Résultat;Unité;Normes',
    'CRP;03/04/2024;60;mg/L;< 5',
    'CRP;05/06/2024;20;mg/L;< 5',
    'Fibrinogène;03/04/2024;6,0;g/L;2,0-4,0',
    'Fibrinogène;05/06/2024;2,3;g/L;2,0-4,0',
    'Ferritine;hier;120;µg/L;',
  ].join('\r\n'),
  'latin1',
);

async function openTimeline(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('Timeline', { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
}

async function imported(page: Page): Promise<void> {
  await page.getByText('Plain case report', { exact: true }).click();
  await openTimeline(page);
  await page
    .locator('input[data-purpose="lab-results"]')
    .setInputFiles({ name: 'labo.csv', mimeType: 'text/csv', buffer: RESULTS });
  await page.getByText('3 April 2024', { exact: true }).click();
  await page.getByRole('button', { name: 'Add 4 values' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

const cell = (page: Page, row: number, column: number) =>
  page.getByRole('grid').locator('tbody tr').nth(row).locator('th, td').nth(column);

test('an import asks what is ambiguous, shows what follows, and does as last time for a file of the same shape', async ({
  window,
}) => {
  await window.getByText('Plain case report', { exact: true }).click();
  await openTimeline(window);
  await window
    .locator('input[data-purpose="lab-results"]')
    .setInputFiles({ name: 'labo.csv', mimeType: 'text/csv', buffer: RESULTS });
  await expect(window.getByRole('heading', { name: 'Results from labo.csv' })).toBeVisible();
  await expect(window.getByText(/is the day or the month first/i)).toBeVisible();
  await expect(window.getByText('0 values in 0 series')).toBeVisible();
  await window.getByText('3 April 2024', { exact: true }).click();
  await expect(window.getByText('4 values in 2 series')).toBeVisible();
  await expect(window.getByText('The date “hier” was not understood')).toBeVisible();
  await expect(window.getByText('One value has no day yet')).toBeVisible();
  const preview = window.getByRole('table', { name: 'What will be added' });
  await expect(preview.getByRole('columnheader')).toHaveText([
    'Analyte',
    'Unit',
    'Reference',
    '3 Apr 2024',
    '5 Jun 2024',
  ]);
  await look(window, 'questions of an import');
  const day = window.getByLabel('Its day or date : hier');
  await day.fill('2 April 2024');
  await day.press('Enter');
  await window.getByRole('button', { name: 'Add 5 values' }).click();
  await expect(window.getByRole('grid')).toBeVisible();
  await window
    .locator('input[data-purpose="lab-results"]')
    .setInputFiles({ name: 'suite.csv', mimeType: 'text/csv', buffer: RESULTS });
  await expect(window.getByText(/^Read as last time/)).toBeVisible();
  await expect(window.getByText('4 values in 2 series')).toBeVisible();
  await window.getByRole('button', { name: 'Forget' }).click();
  await expect(window.getByText('0 values in 0 series')).toBeVisible();
});

test('imported values are shown, followed, exported and counted in days', async ({ window, host }) => {
  await imported(window);
  await test.step('a series is shown in another unit everywhere at once, its values stay as measured, and one undo takes it back', async () => {
    await expect(window.locator('.course-plot svg').first()).toContainText('mg/L');
    await cell(window, 0, 1).click();
    await expect(cell(window, 0, 1)).toBeFocused();
    await window.keyboard.press('Alt+ArrowDown');
    const menu = window.getByRole('menu', { name: 'Unit that CRP is shown in' });
    await expect(menu.getByRole('menuitemradio', { name: /mg\/L/ })).toHaveAttribute('aria-checked', 'true');
    await menu.getByRole('menuitemradio', { name: 'mg/dL' }).click();
    await expect(cell(window, 0, 1)).toHaveText(/mg\/L.*shown in.*mg\/dL/);
    await expect(cell(window, 0, 3)).toHaveText(/60/);
    await expect(window.locator('.course-plot svg').first()).toContainText('mg/dL');
    await window.keyboard.press('Control+z');
    await expect(cell(window, 0, 1)).toHaveText('mg/L');
    await cell(window, 0, 1).hover();
    await window.getByRole('button', { name: 'Unit that CRP is shown in' }).click();
    await expect(menu).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await test.step('chart and table in the text follow a value edited in the grid, and one undo takes it back', async () => {
    for (const kind of ['Chart', 'Table']) {
      await window.getByRole('button', { name: 'Insert in the text' }).click();
      await window.getByRole('dialog').getByText(kind, { exact: true }).click();
      await window.getByRole('button', { name: `Insert the ${kind.toLowerCase()}` }).click();
      await expect(part(window, 'observation')).toBeVisible();
      await openTimeline(window);
    }
    await cell(window, 0, 4).click();
    await window.keyboard.type('25,5');
    await window.keyboard.press('Enter');
    await expect(cell(window, 0, 4)).toHaveText(/25\.5/);
    await expect(window.locator('.course-plot svg').first()).toContainText('25.5');
    await window.getByRole('navigation').getByText('Introduction').first().click();
    const observation = part(window, 'observation');
    await expect(observation.locator('table')).toContainText('25.5');
    await expect(observation.locator('svg').filter({ hasText: 'CRP' }).first()).toContainText('25.5');
    await openTimeline(window);
    await cell(window, 0, 4).click();
    await window.keyboard.press('Control+z');
    await expect(cell(window, 0, 4)).toHaveText(/20/);
    await kept(window);
  });

  await test.step('values go out as data without a date, and the chart at the resolution asked for', async () => {
    const save = async (name: string) => {
      await window.getByRole('button', { name: 'Choose where…' }).click();
      const dialog = window.getByRole('dialog').last();
      await dialog.getByLabel('File name').fill(join(host.home, name));
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(window.getByText(`${name} is written`)).toBeVisible();
    };
    await window.getByRole('button', { name: 'Export', exact: true }).last().click();
    await window.getByRole('menuitem', { name: 'Export the data…' }).click();
    await save('values.csv');
    const csv = readFileSync(join(host.home, 'values.csv'), 'utf8');
    expect(csv).toContain('CRP');
    expect(csv).not.toContain('2024');
    await window.getByRole('button', { name: 'Export', exact: true }).last().click();
    await window.getByRole('menuitem', { name: 'Export the chart…' }).click();
    await window.getByText('PNG', { exact: true }).click();
    await window.getByRole('dialog').getByText('Grey', { exact: true }).click();
    await save('chart.png');
    const png = readFileSync(join(host.home, 'chart.png'));
    // Width of the IHDR chunk: the page of a journal, 174 mm, at 300 dpi.
    expect(png.readUInt32BE(16)).toBe(Math.round((493 * 300) / 72));
  });

  await test.step('dates become days once day 0 has its date', async () => {
    const heads = window.getByRole('grid').getByRole('columnheader');
    await expect(heads.nth(3)).toHaveText(/3\sApr\s2024/);
    await window.getByRole('button', { name: 'Say what day 0 is…' }).click();
    await expect(window.getByLabel('Its date')).toHaveValue('2024-04-03');
    await window.getByLabel('What day 0 is').fill('admission');
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(heads.nth(3)).toHaveText('D0');
    await expect(heads.nth(4)).toHaveText('D63');
    await expect(window.getByRole('button', { name: 'D0 is admission' })).toBeVisible();
  });
});

test('the grid is one tab stop, moves by arrows, takes a pasted block, and adds an analyte', async ({ window }) => {
  await imported(window);
  await expect(window.getByRole('grid').locator('[tabindex="0"]')).toHaveCount(1);
  await cell(window, 0, 3).click();
  await window.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '58\t19\n5,9\t2,2\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(cell(window, 1, 4)).toHaveText(/2\.2/);
  await window.keyboard.press('Control+z');
  await expect(cell(window, 0, 3)).toHaveText(/60/);
  await expect(cell(window, 1, 4)).toHaveText(/2\.3/);
  await cell(window, 2, 0).click();
  await window.keyboard.type('Sodium');
  await window.keyboard.press('Tab');
  await window.keyboard.type('mmol/L');
  await window.keyboard.press('Tab');
  await window.keyboard.type('135-145');
  await window.keyboard.press('Tab');
  await window.keyboard.type('<131');
  await window.keyboard.press('Enter');
  await expect(cell(window, 2, 2)).toHaveText('135–145');
  await expect(cell(window, 2, 3)).toHaveText(/<\s131.*below the reference range/);

  // A head takes a new day, sorts the rows by it, and says so; the report keeps its order.
  const heads = window.getByRole('grid').getByRole('columnheader');
  await heads.last().click();
  await window.keyboard.type('2024-06-09');
  await window.keyboard.press('Enter');
  await expect(heads.nth(5)).toHaveText(/9\sJun\s2024/);
  await cell(window, 0, 4).click();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+r');
  await expect(cell(window, 0, 5)).toHaveText(/20/);
  await expect(window.locator('.values-scroll [role="status"]')).toHaveText('1 cell filled.');
  await heads.nth(3).click();
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Sort upwards' }).click();
  await expect(heads.nth(3)).toHaveAttribute('aria-sort', 'ascending');
  await expect(cell(window, 0, 0)).toHaveText('Fibrinogène');
  await expect(window.locator('.values-scroll [role="status"]')).toHaveText(/^Rows sorted by .* upwards\.$/);
  await look(window, 'grid');
});
