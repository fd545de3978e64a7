import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { caretAtEnd, expect, kept, openSample, part, startHost, test } from './window.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));

test('a new report is written in, kept, and its page is shown', async ({ window }) => {
  // By the keyboard alone: the first template is the one that Enter takes, and the title waits.
  await expect(window.getByText('Plain case report', { exact: true })).toBeVisible();
  await window.keyboard.press('Control+n');
  await expect(window.getByRole('searchbox')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Manuscript' })).toBeFocused();
  await window.keyboard.type('A case of something');
  await part(window, 'introduction').locator('p').last().click();
  await window.keyboard.type('This is the first sentence.');
  await expect(part(window, 'introduction')).toContainText('This is the first sentence.');
  await expect(part(window, 'introduction')).toContainText('5 words');
  await kept(window);
  await window.getByRole('tab', { name: 'Preview' }).click();
  await expect(window.getByText(/Page 1 of/)).toBeVisible({ timeout: 20_000 });
  // The caret's block is marked on its page, and a press on the page goes to what it shows.
  await part(window, 'introduction').locator('p').last().click();
  await window.keyboard.press('Control+Shift+P');
  const marked = window.locator('.pdf-here');
  await expect(marked).toBeInViewport();
  await window
    .locator('.pdf-page')
    .first()
    .click({ position: { x: 90, y: 90 } });
  await expect(window.getByRole('button', { name: 'Title and authors' })).toHaveAttribute('aria-current', 'true');
  await expect(marked).toHaveCount(1);
});

test('the sample is shown, emptied and filled again, and cited in', async ({ window }) => {
  await openSample(window);
  await test.step('the sample shows figures, charts, tables and formatted references', async () => {
    await expect(part(window, 'observation').locator('figure')).toHaveCount(5);
    await expect(part(window, 'observation').locator('.chart svg')).toBeVisible();
    await expect(part(window, 'references').locator('li')).toHaveCount(30);
    await expect(part(window, 'introduction')).toContainText('[4–6]');
    await expect(part(window, 'observation')).toContainText('Figure 2A');
  });

  await test.step('sections survive selecting everything and deleting it, and one undo brings all back', async () => {
    const sheet = window.getByRole('textbox', { name: 'Manuscript' });
    await expect(part(window, 'references').locator('li')).toHaveCount(30);
    await expect(part(window, 'introduction')).toContainText('[4–6]');
    const before = await part(window, 'discussion').locator('p').allTextContents();
    await part(window, 'discussion').locator('p').first().click();
    await sheet.press('Control+a');
    await sheet.press('Backspace');
    for (const key of ['introduction', 'observation', 'discussion', 'conclusion', 'funding'])
      await expect(part(window, key)).toBeVisible();
    await expect(part(window, 'discussion')).not.toContainText('Cardiac involvement');
    await sheet.press('Control+z');
    await expect(part(window, 'discussion')).toContainText('Cardiac involvement');
    await expect.poll(() => part(window, 'discussion').locator('p').allTextContents()).toEqual(before);
  });

  await test.step('a citation is picked at the caret and renumbers those after it', async () => {
    await expect(part(window, 'references').locator('li').first()).toContainText('Moschcowitz');
    const first = part(window, 'introduction').locator('p').first();
    await first.click();
    await window.keyboard.press('Control+Home');
    await part(window, 'introduction')
      .locator('p')
      .first()
      .click({ position: { x: 4, y: 10 } });
    await window.keyboard.press('Home');
    await window.keyboard.type('See @moake');
    await expect(window.getByRole('option', { name: /Moake/ })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(part(window, 'references').locator('li').first()).toContainText('Moake');
    await expect(first).toContainText('See [1]');
  });

  await test.step('what has just been written is brought into view as soon as its page is there', async () => {
    await caretAtEnd(window, 'conclusion');
    await window.keyboard.type(' Written a moment ago.');
    await window.keyboard.press('Control+Shift+P');
    await expect(window.locator('.pdf-here').first()).toBeInViewport({ timeout: 20_000 });
  });
});

test('a killed program loses nothing that was shown as kept', async ({ window, host, page }) => {
  await window.getByText('Plain case report', { exact: true }).click();
  await part(window, 'title').locator('p').last().click();
  await window.keyboard.type('Survivor');
  await part(window, 'discussion').locator('p').last().click();
  const written = 'Written just before the power went.';
  await window.keyboard.insertText(written);
  // The host is not killed before it had the sentence: that is told when typing rests.
  await expect.poll(() => filesIn(host.home).some(file => readFileSync(file).includes(written))).toBe(true);
  await kept(window);
  const other = await page.context().newPage();
  host.process.kill('SIGKILL');
  const again = await startHost(host.home, 'en', join(host.home, 'gone.casereport'));
  try {
    await other.goto(again.url);
    await expect(other.getByText('Survivor')).toBeVisible();
    await expect(other.getByText('There is no file “gone.casereport”')).toBeVisible();
    // Nothing lies over the ways to a report.
    await other.getByRole('button', { name: 'Open a file' }).click({ trial: true });
    await other.getByRole('button', { name: 'Resume' }).click();
    await expect(part(other, 'discussion')).toContainText('Written just before the power went.');
    // The window that was left open finds the program again.
    await expect(window.getByText('The connection is back.')).toBeVisible({ timeout: 20_000 });
    await part(window, 'discussion').locator('p').last().click();
    await window.keyboard.type('And on. ');
    await expect(window.getByText(/Saving|Not saved/)).toHaveCount(0);
    await kept(window);
  } finally {
    again.process.kill();
  }
});

test('a report is saved to a file, exported to PDF, and opened again', async ({ window, host }) => {
  await openSample(window);
  await expect(part(window, 'references').locator('li')).toHaveCount(30);
  await caretAtEnd(window, 'conclusion');
  await window.keyboard.type(' A last word.');
  await window.keyboard.press('Control+s');
  const file = join(host.home, 'mine.casereport');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(file);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(window.getByText(/mine\.casereport/).first()).toBeVisible();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(host.home).filter(name => name.startsWith('.mine.casereport.lock-'))).toHaveLength(1);
  // Writing goes on where it was.
  await window.keyboard.type(' And one more.');
  await expect(part(window, 'conclusion')).toContainText('A last word. And one more.');

  // A second window on it that wrote on from something older keeps its version as a case of its own.
  const second = await window.context().newPage();
  await second.goto(host.url);
  await second
    .getByRole('button', { name: /Immune thrombotic/ })
    .first()
    .click();
  await expect(part(second, 'conclusion')).toContainText('A last word.');
  await caretAtEnd(window, 'conclusion');
  await window.keyboard.type(' From the first.');
  await kept(window);
  await caretAtEnd(second, 'conclusion');
  await second.keyboard.type(' From the second.');
  await expect(second.getByText('The same report was changed from another window.')).toBeVisible();
  await second.getByRole('button', { name: 'Keep as a new case' }).click();
  await expect(second.getByText(/in no file yet|this computer/)).toBeVisible();
  await expect(part(second, 'conclusion')).toContainText('From the second.');
  await second.close();
  await caretAtEnd(window, 'conclusion');
  await window.keyboard.type(' It goes on.');
  await kept(window);

  // Somebody else wrote to it meanwhile: it is asked before that is replaced.
  writeFileSync(file, 'a colleague’s version');
  await window.keyboard.press('Control+s');
  const asked = window.getByRole('alertdialog', { name: 'mine.casereport was changed elsewhere' });
  await asked.getByRole('button', { name: 'Replace' }).click();
  await expect.poll(() => readFileSync(file).subarray(0, 2).toString()).toBe('PK');

  // What is typed in a field is in the file although the field was not left, and a box ticked from there is ticked as well.
  await window.getByRole('button', { name: 'Edit title page, authors and keywords' }).click();
  await window.getByRole('textbox', { name: 'Running title' }).fill('Typed until the end');
  await window.getByRole('button', { name: 'Add an author' }).click();
  await window.keyboard.type('Zoé');
  const corresponding = window.getByRole('checkbox', { name: 'Corresponding author' }).last();
  await window.getByText('Corresponding author').last().click();
  await expect(corresponding).toBeChecked();
  const family = window.getByRole('textbox', { name: 'Family name' }).last();
  await family.fill('Last');
  await window.keyboard.press('Control+s');
  const saved = () => JSON.parse(strFromU8(unzipSync(readFileSync(file))['report.json'] ?? new Uint8Array()));
  await expect.poll(() => saved().front).toMatchObject({ runningTitle: 'Typed until the end' });
  expect(saved().front.authors.at(-1)).toMatchObject({ given: 'Zoé', family: 'Last', corresponding: true });
  await expect(family).toBeFocused();

  await window.keyboard.press('Control+Shift+e');
  const pdf = join(host.home, 'mine.pdf');
  await window.getByRole('button', { name: 'Make the file…' }).click();
  await window.getByRole('dialog').getByRole('textbox').first().fill(pdf);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Save|Export|Choose)/ })
    .click();
  await expect.poll(() => existsSync(pdf), { timeout: 20_000 }).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});
