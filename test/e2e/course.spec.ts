/** The clinical course: entered below its drawing, moved on it, shown in the text as the author chooses. */
import type { Page } from '@playwright/test';
import { look } from './axe.ts';
import { expect, kept, openSample, part, test } from './window.ts';

async function openTimeline(page: Page, name = 'Timeline'): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Chooses from the menu of what can be added. */
async function add(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
}

/** A row of the list below the drawing. */
const row = (page: Page, name: string) => page.locator('.course-row').filter({ hasText: name });

const undo = async (page: Page) => {
  await page.getByRole('heading', { name: 'Timeline', exact: true }).click();
  await page.keyboard.press('Control+z');
};

test('what is entered below the drawing', async ({ window }) => {
  await window.getByText('Plain case report', { exact: true }).click();
  await openTimeline(window);
  await test.step('a treatment is reckoned as it is typed, stands in the drawing, and each field is one undo step', async () => {
    await add(window, 'Treatment');
    const form = window.getByRole('form', { name: 'New treatment' });
    await form.getByLabel('Name').fill('Sodium thiosulfate');
    await form.getByLabel('How often').fill('3/week');
    await form.getByLabel('Dose', { exact: true }).fill('25');
    await form.getByLabel('Unit').fill('g');
    await form.getByLabel('First day').fill('D0');
    await form.getByLabel('Last day').fill('104');
    await form.getByLabel('Last day').press('Tab');
    await expect(form.getByRole('status')).toHaveText('3 × 25 g = 75 g a week; 15 weeks: 1125 g');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    const drawing = window.locator('.course-plot svg').first();
    await expect(drawing).toContainText('25 g 3/week');
    const stop = window.getByLabel('Last day');
    await expect(stop).toHaveValue('D104');
    await stop.fill('D20');
    await stop.press('Enter');
    await expect(row(window, 'Sodium thiosulfate')).toContainText('225 g');
    await undo(window);
    await expect(stop).toHaveValue('D104');
    await undo(window);
    await expect(window.locator('.course-plot')).not.toContainText('25 g 3/week');
    await kept(window);
  });

  await test.step('a date that could be two is asked about, and is kept as it is answered', async () => {
    await add(window, 'Event');
    const form = window.getByRole('form', { name: 'New event' });
    await form.getByLabel('What happened').fill('Biopsy');
    await form.getByLabel('Day or date').fill('3/4/2024');
    await form.getByLabel('Day or date').press('Tab');
    await form.getByRole('button', { name: '3 April 2024' }).click();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(window.getByLabel('Day or date')).toHaveValue(/3\sApr\s2024/);
  });
});

test('the drawing of a course and what stands below it', async ({ window }) => {
  await openSample(window);
  await openTimeline(window);
  await test.step('an event becomes day 0 and everything is counted from it; one undo brings it back', async () => {
    await window.getByRole('button', { name: 'D0 is admission' }).click();
    await window.getByRole('button', { name: /Days are counted from/ }).click();
    await window.getByRole('option', { name: /Normal platelet count/ }).click();
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(window.getByRole('button', { name: 'D0 is Normal platelet count' })).toBeVisible();
    await expect(window.getByRole('grid').getByRole('columnheader').nth(3)).toHaveText('D−8');
    await window.getByText('Weeks', { exact: true }).click();
    await expect(window.getByRole('grid').getByRole('columnheader').nth(7)).toHaveText('W0');
    await undo(window);
    await undo(window);
    await expect(window.getByRole('button', { name: 'D0 is admission' })).toBeVisible();
  });

  await test.step('the arrow keys go through the drawing, move an end, and open what they are on', async () => {
    const list = window.getByRole('listbox', { name: 'Clinical timeline' });
    await list.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await window.keyboard.press(key);
    await expect(list.getByRole('option')).toContainText('Caplacizumab. 10 mg daily. D0 to D30 · 31 days.');
    await window.keyboard.press('Control+ArrowLeft');
    await expect(list.getByRole('option')).toContainText('D0 to D29 · 30 days. 10 mg a day; 30 days: 300 mg');
    await window.keyboard.press('+');
    await window.keyboard.press('0');
    await window.keyboard.press('Enter');
    await expect(window.getByLabel('Last day')).toHaveValue('D29');
    await undo(window);
    await expect(window.getByLabel('Last day')).toHaveValue('D30');
  });

  await test.step('a dose per kilogram waits for the weight of the patient', async () => {
    await window.getByRole('tab', { name: /Treatments/ }).click();
    await row(window, 'Prednisone').click();
    await expect(window.getByRole('status', { name: 'Sum' })).toHaveText('The patient’s weight is not known.');
    await window.getByLabel('Weight (kg)').fill('62,5');
    await window.getByLabel('Weight (kg)').press('Enter');
    await expect(window.getByRole('status', { name: 'Sum' })).toContainText('1 mg/kg × 62.5 kg = 62.5 mg a day');
  });

  await test.step('the end of a bar is dragged, and a value pressed in the drawing is edited in the grid', async () => {
    // Begun anew, as it is opened.
    await window.getByRole('navigation').getByText('Introduction').first().click();
    await openTimeline(window);
    const plot = window.locator('.course-plot');
    const box = await plot.boundingBox();
    if (!box) throw new Error('no drawing');
    const list = window.getByRole('listbox', { name: 'Clinical timeline' });
    await list.focus();
    for (let index = 0; index < 4; index++) await window.keyboard.press('ArrowDown');
    const bar = await list.getByRole('option').boundingBox();
    if (!bar) throw new Error('no bar');
    const y = bar.y + bar.height / 2;
    await window.mouse.move(bar.x + bar.width - 3, y);
    await window.mouse.down();
    await window.mouse.move(bar.x + bar.width - 60, y, { steps: 4 });
    await window.mouse.move(bar.x + bar.width / 2, y, { steps: 4 });
    await expect(window.locator('.course-card')).toContainText(/D0 to D1[45]/);
    await window.mouse.up();
    await window.getByRole('tab', { name: /Treatments/ }).click();
    await expect(row(window, 'Caplacizumab')).toContainText(/D0 to D1[45]/);

    await list.focus();
    for (let index = 0; index < 3; index++) await window.keyboard.press('ArrowDown');
    await expect(list.getByRole('option')).toContainText('Platelets');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('grid')).toBeVisible();
    await window.keyboard.type('12');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('grid').locator('tbody tr').first()).toContainText('12');
  });
});

test('charts and tables in the text', async ({ window }) => {
  await openSample(window);
  await test.step('a chart of the text shows what its card says', async () => {
    const figure = part(window, 'observation').locator('figure:has(.chart)').first();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.chart')).toContainText('Rituximab');
    await figure.hover();
    await figure.getByRole('button', { name: 'What the chart shows' }).click();
    const card = window.getByRole('form', { name: 'What the chart shows' });
    await card.getByText('Rituximab', { exact: true }).click();
    await card.getByText('Weeks', { exact: true }).click();
    await expect(figure.locator('.chart')).not.toContainText('Rituximab');
    await expect(figure.locator('.chart')).toContainText('W0');
    await card.getByRole('button', { name: 'Done' }).click();
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(figure.locator('.chart')).toContainText('Rituximab');
  });

  await test.step('a table of lab values shows the analytes and moments that are ticked, across as chosen, each one undo step', async () => {
    const table = part(window, 'observation').locator('figure.table:has(table.rules)').last();
    await table.scrollIntoViewIfNeeded();
    const heads = table.locator('thead').first().getByRole('columnheader');
    const before = await heads.allTextContents();
    await table.hover();
    await table.getByRole('button', { name: 'What the table shows' }).click();
    const card = window.getByRole('form', { name: 'What the table shows' });
    // A hand lets go later than a machine does.
    await card.getByText('LDH').click({ delay: 150 });
    await expect(table).not.toContainText('LDH');
    const moment = String(before.at(-1));
    await card.getByText(moment, { exact: true }).click();
    await expect(heads).toHaveText(before.slice(0, -1));
    await card.getByText('Analytes', { exact: true }).last().click({ delay: 150 });
    await expect(heads.first()).toHaveText('Time');
    await card.getByRole('button', { name: 'Done' }).click();
    for (let undone = 0; undone < 3; undone++) await window.keyboard.press('Control+z');
    await expect(heads).toHaveText(before);
    await expect(table).toContainText('LDH');
  });

  await test.step('a chart that is picked after / asks for its series', async () => {
    const paragraph = part(window, 'discussion').locator('p').first();
    await paragraph.click();
    await window.keyboard.press('End');
    await window.keyboard.type(' /chart');
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Insert in the text' });
    for (const name of ['Platelets', 'LDH', 'Haemoglobin', 'Creatinine', 'Phases', 'Stays', 'Events', 'Images'])
      await dialog.getByText(name).click();
    await dialog.getByRole('button', { name: 'Insert the chart' }).click();
    const chart = part(window, 'discussion').locator('.chart');
    await expect(chart).toContainText('Troponin T');
    await expect(chart).toContainText('Caplacizumab');
    await expect(chart).not.toContainText('LDH');
  });
});

test('everything of the course is without violations', async ({ window }) => {
  await openSample(window);
  await openTimeline(window);
  for (const tab of [/Treatments/, /Events/, /Stays/]) {
    await window.getByRole('tab', { name: tab }).click();
    await window.locator('.course-row').first().click();
    await look(window, String(tab), { isDarkToo: true });
  }
  await window.locator('.course-tabs').getByText('Table', { exact: true }).click();
  await expect(window.getByRole('grid')).toHaveCount(2);
  await look(window, 'tables', { isDarkToo: true });
  await window.getByRole('listbox', { name: 'Clinical timeline' }).focus();
  await look(window, 'drawing', { isDarkToo: true });
  await window.getByRole('button', { name: 'How the drawing looks' }).click();
  await window.getByRole('menuitem', { name: 'As text' }).click();
  await expect(window.getByRole('dialog')).toContainText('Caplacizumab: 10 mg daily');
  await look(window, 'words', { isDarkToo: true });
});
