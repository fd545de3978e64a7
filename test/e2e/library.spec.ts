/** The reference library in the window: filled, searched, sorted, filed, merged, cited from; in both themes. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look, settled } from './axe.ts';
import { caretAtEnd, expect, openSample, part, test } from './window.ts';

const FAMILIES = ['Haldane', 'Sørbye', 'Marchetti', 'Iwasaki', 'Adeyemi', 'Gómez', 'Delorme', 'Brandt'];
const ENTRIES = [
  '@article{hald18, title={Calcified arterioles of the skin: a primer for dialysis units}, author={Haldane, A. and Pires, B.}, journal={Nephrol Notes}, year=2018, doi={10.5555/nn.1}, abstract={Fourteen patients on haemodialysis had six sessions over four weeks.}}',
  '@article{copy, title={Calcified arterioles of the skin: primer for dialysis units}, author={Haldane, A.}, journal={Nephrology Notes}, year=2018, volume=7}',
  ...Array.from(
    { length: 300 },
    (_, n) =>
      `@article{e${n}, title={Survival after calciphylaxis: cohort number ${n}}, author={${FAMILIES[n % 8]}, A. and Lo, C. and Vaz, D.}, journal={Dial Outcomes}, year=${1990 + (n % 30)}}`,
  ),
].join('\n');

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: /reference library|bibliothèque de références/i }).click();
  await expect(page.getByRole('navigation', { name: /collections/i })).toBeVisible();
}

async function fill(page: Page, text = ENTRIES): Promise<void> {
  await page.getByRole('button', { name: /^(Paste text|Coller du texte)/ }).click();
  await page.getByRole('textbox', { name: /as text|en texte/ }).fill(text);
  await page.getByRole('button', { name: /^(Add them|Les ajouter)$/ }).click();
  await expect(page.getByText(/references added|références ajoutées/)).toBeVisible();
}

const rows = (page: Page) => page.locator('.library-row');

test("a library of one's own", async ({ window, host }) => {
  await openLibrary(window);
  const search = window.getByRole('searchbox', { name: 'Search the library' });
  await test.step('is filled by pasting, searched as one types, and never doubles', async () => {
    await fill(window);
    await expect(window.getByText('301 references', { exact: true })).toBeVisible();
    // The keyboard is in the list, on the first that came in.
    await expect(window.getByRole('grid')).toBeFocused();
    await expect(rows(window).first()).toHaveAttribute('aria-selected', 'true');
    // The copy that differs by a word waits for a decision.
    await expect(window.getByText(/seems to be there already/)).toBeVisible();
    await search.fill('hald primer');
    await expect(window.getByText('1 reference', { exact: true })).toBeVisible();
    await search.fill('calcifylaxis marchetti');
    await expect(window.getByText(/Shown is what has/)).toBeVisible();
    await search.fill('SORBYE 1991');
    await expect(rows(window).first()).toContainText('Sørbye');
    await search.fill('');
  });
  await test.step('merges two that are one, side by side', async () => {
    await window.getByRole('button', { name: /^Duplicates/ }).click();
    await window.getByRole('button', { name: /^Add as new: Calcified/ }).click();
    await expect(window.getByText('One pair looks like the same article.')).toBeVisible();
    await window.getByRole('radio', { name: 'The second' }).first().check({ force: true });
    await expect(window.getByText('No saved report cites the second.')).toBeVisible();
    await expect(window.getByText('The first takes over from the second: 2 fields.')).toBeVisible();
    const merge = window.getByRole('button', { name: 'Merge', exact: true });
    await merge.click();
    await expect(window.getByText('Nothing seems to be in the library twice.')).toBeVisible();
    await window.locator('.notice', { hasText: 'Merged into one' }).getByRole('button', { name: 'Undo' }).click();
    await expect(window.getByText('One pair looks like the same article.')).toBeVisible();
    await merge.click();
    await expect(window.getByText('Nothing seems to be in the library twice.')).toBeVisible();
    await window.getByRole('button', { name: /^Trash 1/ }).click();
    await expect(rows(window)).toHaveCount(1);
    // The one that went leads to the one that stays.
    await rows(window).first().click();
    await expect(window.getByText('Merged into “Calcified arterioles')).toBeVisible();
    await window.getByRole('button', { name: 'Show it' }).click();
    await expect(window.getByText('301 references', { exact: true })).toBeVisible();
    await expect(window.getByRole('complementary')).toContainText('Calcified arterioles');
    await expect(window.getByText('Merged into “Calcified arterioles')).toHaveCount(0);
    await expect(window.getByRole('grid')).toBeFocused();
    await window.keyboard.press('Home');
    await expect(rows(window).first()).toContainText('cohort number 299');
  });
  await test.step('takes a PDF on the row that it is let go over', async () => {
    const file = join(host.home, 'article.pdf');
    writeFileSync(file, '%PDF-1.7');
    const pages = await window.context().newCDPSession(window);
    const { x = 0, y = 0 } = (await rows(window).nth(2).boundingBox()) ?? {};
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
      await pages.send('Input.dispatchDragEvent', { type, x: x + 60, y: y + 12, data });
    await expect(rows(window).nth(2).getByLabel('has a file')).toBeVisible();
    await window.locator('.notice', { hasText: 'File attached' }).getByRole('button', { name: 'Undo' }).click();
    await expect(window.getByLabel('has a file')).toHaveCount(0);
  });
  await test.step('goes by keyboard: down, a range, a star, the trash and back', async () => {
    await rows(window).nth(0).click();
    await expect(window.getByRole('complementary')).toContainText('cohort number 299');
    await window.keyboard.press('ArrowDown');
    await expect(window.getByRole('complementary')).toContainText('cohort number 298');
    await window.keyboard.press('Control+d');
    await expect(window.getByRole('button', { name: 'Starred 1' })).toBeVisible();
    // Letters go to the row that begins with them, of author or title; the other button opens the menu of what is selected.
    await window.keyboard.type('iwa');
    await expect(window.getByRole('complementary')).toContainText('Iwasaki');
    await window.keyboard.press('Control+c');
    await expect(window.locator('.notice', { hasText: 'Reference copied' })).toContainText('Iwasaki A, Lo C, Vaz D.');
    await rows(window).nth(1).click({ button: 'right' });
    await expect(window.getByRole('menuitem', { name: 'Copy the citation' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('complementary')).toContainText('cohort number 298');
    await window.keyboard.press('Shift+ArrowDown');
    await expect(window.getByRole('complementary')).toContainText('2 references selected');
    // From pane to pane, and back into the list.
    for (const label of ['Reference', 'Collections and tags', 'References']) {
      await window.keyboard.press('F6');
      await expect(window.locator(`[data-pane][aria-label="${label}"] :focus`)).toHaveCount(1);
    }
    await expect(window.getByRole('grid')).toBeFocused();
    // Two are compared, and left as they are.
    await window.getByRole('button', { name: 'Compare' }).press('Enter');
    await expect(window.getByRole('button', { name: 'Back to the list' })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('grid')).toBeFocused();
    await window.keyboard.press('Shift+ArrowDown');
    await expect(window.getByText('3 selected', { exact: true })).toBeVisible();
    // One field of all of them, in one step; and back.
    const bulk = window.getByRole('region', { name: 'Change a field in all of them' });
    await expect(bulk).toContainText('They hold: Dial Outcomes (3)');
    await bulk.getByLabel('New value').fill('Dialysis Outcomes');
    await bulk.getByRole('button', { name: 'Change it in 3 references' }).click();
    await expect(bulk).toContainText('They hold: Dialysis Outcomes (3)');
    await window.locator('.notice', { hasText: 'changed in 3' }).getByRole('button', { name: 'Undo' }).click();
    await expect(bulk).toContainText('They hold: Dial Outcomes (3)');
    await window.getByRole('grid').focus();
    await window.keyboard.press('Delete');
    await expect(window.getByText('298 references', { exact: true })).toBeVisible();
    await rows(window).nth(0).click();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('301 references', { exact: true })).toBeVisible();
    await window.keyboard.press('End');
    await expect(window.getByRole('complementary')).toContainText('Calcified arterioles');
    // A range takes in the rows that were never in sight, and gives up some of them again.
    await window.keyboard.press('Shift+Home');
    await expect(window.getByText('301 selected', { exact: true })).toBeVisible();
    for (const _ of '123') await window.keyboard.press('Shift+ArrowDown');
    await expect(window.getByText('298 selected', { exact: true })).toBeVisible();
    // What is found is looked at from its beginning, however far down one was.
    await window.keyboard.press('End');
    const scrolled = () => window.getByRole('grid').evaluate(grid => grid.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(1000);
    await window.getByRole('searchbox').fill('cohort');
    await expect(window.getByText('300 references', { exact: true })).toBeVisible();
    await expect.poll(scrolled).toBe(0);
    await window.getByRole('searchbox').fill('');
  });
  await test.step('files into collections and tags, edits, keeps its own key', async () => {
    await window.getByRole('button', { name: 'New collection…' }).click();
    await window.getByRole('textbox', { name: 'Name of the collection' }).fill('Calciphylaxis');
    await window.keyboard.press('Enter');
    await window.getByRole('searchbox').fill('hald primer');
    // The list shows what was found before until the library has answered.
    await expect(rows(window)).toHaveCount(1);
    await rows(window).first().click();
    await window.getByRole('button', { name: 'Add to a collection' }).click();
    await window.getByRole('menuitem', { name: 'Calciphylaxis' }).click();
    await window.getByRole('button', { name: 'Add a tag' }).click();
    await window.getByRole('combobox', { name: 'New tag' }).or(window.getByLabel('New tag')).fill('key article');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'key article 1' }).click();
    await window.getByRole('searchbox').fill('');
    await expect(window.getByText('1 reference', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: /^Calciphylaxis 1/ }).click();
    await expect(rows(window)).toHaveCount(1);
    await rows(window).first().click();
    await window.getByRole('textbox', { name: 'Citation key' }).fill('haldane2018skin');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'Edit…' }).click();
    await window.getByRole('textbox', { name: 'Volume' }).fill('12');
    await window.getByRole('button', { name: 'Save the reference' }).click();
    await expect(window.getByRole('complementary')).toContainText('2018, 12');
    await expect(window.getByRole('textbox', { name: 'Citation key' })).toHaveValue('haldane2018skin');
  });
  await test.step('tells who changed what, and puts a value back', async () => {
    await window.getByRole('button', { name: 'Show the history' }).click();
    const history = window.getByRole('region', { name: 'History' });
    await expect(history.getByRole('listitem').first()).toContainText('Volume');
    await expect(history).toContainText('Tag “key article” given');
    await expect(history).toContainText('Filed in “Calciphylaxis”');
    await history.getByRole('button', { name: 'Put “7” back' }).first().click();
    await expect(window.getByRole('complementary')).toContainText('2018, 7');
    await window.locator('.notice', { hasText: 'Volume put back' }).getByRole('button', { name: 'Undo' }).click();
    await expect(window.getByRole('complementary')).toContainText('2018, 12');
  });
  await test.step('has columns as wide as one makes them, by keyboard and by their edge', async () => {
    const width = (name: string) =>
      window.getByRole('columnheader', { name }).evaluate(head => Math.round(head.getBoundingClientRect().width));
    await window.getByRole('button', { name: 'Columns' }).press('Enter');
    await window.getByRole('button', { name: 'Wider: Authors' }).press('Enter');
    await window.keyboard.press('Escape');
    await expect.poll(() => width('Authors')).toBe(156);
    await expect(window.getByRole('dialog')).toHaveCount(0);
    const edge = (await window.locator('.column-edge.start').first().boundingBox()) ?? { x: 0, y: 0 };
    await window.mouse.move(edge.x + 6, edge.y + 12);
    await window.mouse.down();
    await window.mouse.move(edge.x - 34, edge.y + 12, { steps: 4 });
    await window.mouse.up();
    await expect.poll(() => width('Journal')).toBe(220);
  });
  await test.step('is put back as a backup has it, after it was told what that changes, and that is taken back', async () => {
    const open = () => window.getByRole('button', { name: 'Backups of the library…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Backups of the library' });
    await open();
    await dialog.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(dialog.getByText('301 references, made on request')).toBeVisible();
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: /^All references/ }).click();
    await window.getByRole('button', { name: 'key article 1' }).click();
    await expect(window.getByText('301 references', { exact: true })).toBeVisible();
    await rows(window).first().click();
    await window.keyboard.press('Delete');
    await expect(window.getByText('300 references', { exact: true })).toBeVisible();
    await open();
    await dialog.getByRole('button', { name: 'What would change…' }).first().click();
    await expect(dialog.getByText('One that is no longer there would be back.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Put this back' }).click();
    const told = window.locator('.notice', { hasText: 'The library is as it was on' });
    await expect(told).toBeVisible();
    await expect(rows(window).nth(5)).toBeVisible();
    await expect(window.getByText('300 references', { exact: true })).toHaveCount(0);
    await told.getByRole('button', { name: 'Undo' }).click();
    await expect(window.getByText('300 references', { exact: true })).toBeVisible();
  });
  await test.step('has its commands in the palette', async () => {
    const run = async (words: string) => {
      await window.keyboard.press('Control+k');
      await window.keyboard.type(words);
      await window.keyboard.press('Enter');
    };
    await run('starred references');
    await expect(window.getByRole('button', { name: 'Starred 1' })).toHaveAttribute('aria-current', 'page');
    await run('find duplicates');
    await expect(window.getByText('Nothing seems to be in the library twice.')).toBeVisible();
    // What is searched for stands among all.
    await search.fill('hald primer');
    await expect(window.getByText('1 reference', { exact: true })).toBeVisible();
    await search.fill('');
    await run('by hand');
    await expect(window.getByRole('form', { name: 'New reference' })).toBeVisible();
    await window.keyboard.press('Escape');
    await run('backups');
    await expect(window.getByRole('dialog', { name: 'Backups of the library' })).toBeVisible();
    await window.keyboard.press('Escape');
    // From elsewhere as well: it leads there.
    await window.getByRole('button', { name: 'Back to the start page' }).click();
    await run('doi isbn');
    await expect(window.getByRole('navigation', { name: /collections/i })).toBeVisible();
    await expect(window.getByRole('dialog')).toContainText('PMID');
    await window.keyboard.press('Escape');
  });
  await test.step('says that an import broke off, and goes on with it', async () => {
    const limit = (bytes: string) => spawnSync('prlimit', [`--pid=${host.process.pid}`, `--fsize=${bytes}`]);
    // Only Linux can keep the files of a running program from growing.
    if (limit('unlimited').status !== 0) return;
    const kept = readdirSync(join(host.home, 'library')).map(name => statSync(join(host.home, 'library', name)).size);
    // As a disk that is full: no file grows beyond this.
    limit(`${Math.max(...kept) + 1.5 * 2 ** 20}:unlimited`);
    const word = (n: number) => ((n * 2654435761) % 2 ** 32).toString(36);
    const old = Array.from(
      { length: 1500 },
      (_, n) =>
        `@article{old${n}, title={${word(n + 1)} ${word(n + 7)} ${word(n + 99)}}, author={Archivist, A.}, year=1900, abstract={${'words '.repeat(300)}}}`,
    );
    await window
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'old.bib', mimeType: 'text/plain', buffer: Buffer.from(old.join('\n')) });
    const card = window.locator('.library-import');
    await expect(card).toContainText('The import broke off.');
    await expect(card).toContainText('What came in stays.');
    await look(window, 'broken');
    limit('unlimited');
    await card.getByRole('button', { name: 'Go on with the import' }).click();
    await expect(window.getByText(/references added/)).toBeVisible();
    await expect(card).toHaveCount(0);
    await expect(window.getByText('1,800 references', { exact: true })).toBeVisible();
    // Both halves can be taken back, by the keyboard wherever it is.
    await window.getByRole('button', { name: /^All references/ }).focus();
    await window.keyboard.press('Control+z');
    await expect(window.locator('.notice', { hasText: 'Undone' })).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('300 references', { exact: true })).toBeVisible();
  });
  await test.step('shows what was found before on a slow computer, and nothing of it can be pressed', async () => {
    // On a slow computer the list still shows what was found before: nothing of it can be pressed, dragged or opened by then.
    await window.routeWebSocket(/.*/, socket => {
      const host = socket.connectToServer();
      socket.onMessage(message => {
        setTimeout(() => host.send(message), String(message).includes('library.list') ? 1500 : 0);
      });
    });
    await window.reload();
    await openLibrary(window);
    await expect(rows(window).first()).toContainText('Survival');
    const journal = window.getByRole('columnheader', { name: 'Journal' });
    await expect.poll(async () => Math.round((await journal.boundingBox())?.width ?? 0)).toBe(220);
    await search.fill('hald primer');
    await rows(window).first().click();
    await rows(window).first().press('Enter');
    await expect(window.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
    await expect(window.getByRole('complementary')).toContainText('Select a reference');
    // The keyboard waits for the answer and then has its first row.
    await search.press('ArrowDown');
    await expect(window.getByText('1 reference', { exact: true })).toBeVisible();
    await expect(window.getByRole('complementary')).toContainText('Calcified arterioles');
  });
});

test('beside a case', async ({ window }) => {
  await openLibrary(window);
  await fill(window);
  await window.getByRole('button', { name: 'Back to the start page' }).click();
  await openSample(window);
  await test.step('is offered by @ and beside the text, and a change of it is taken on request', async () => {
    await caretAtEnd(window, 'discussion');
    await window.keyboard.type(' @marchetti cohort');
    await expect(window.getByRole('option').first()).toContainText('library');
    await window.keyboard.press('Enter');
    await expect(part(window, 'references')).toContainText('Survival after calciphylaxis');
    // A slip of the keys finds what was meant, and says so.
    await window.keyboard.type(' @calcifylaxis iwasaki');
    await expect(window.getByRole('option').first()).toContainText('Iwasaki');
    await expect(window.locator('.pick-none')).toContainText('Shown is what has');
    await window.keyboard.press('Escape');
    // On a slow computer Enter waits for the library: what it found for other words is not cited, and no line is begun.
    const printed = (text: string) => part(window, 'references').getByText(text);
    const send = await window.evaluateHandle(() => {
      const { send } = WebSocket.prototype;
      WebSocket.prototype.send = function (data) {
        setTimeout(() => send.call(this, data), String(data).includes('library.list') ? 800 : 0);
      };
      return send;
    });
    await window.keyboard.type(' @haldane cohort');
    await expect(window.getByRole('option').first()).toContainText('Haldane');
    await window.keyboard.press('Escape');
    const paragraphs = await part(window, 'discussion').locator('p').count();
    await window.keyboard.type(' @brandt cohort 295');
    await window.keyboard.press('Enter');
    await expect(printed('cohort number 295')).toBeVisible();
    await expect(part(window, 'discussion').locator('p')).toHaveCount(paragraphs);
    await window.evaluate(usual => {
      WebSocket.prototype.send = usual;
    }, send);
    await window.getByRole('tab', { name: /References/ }).click();
    await window.getByRole('radio', { name: 'My library' }).check({ force: true });
    await window.getByRole('searchbox', { name: 'Search the library' }).fill('hald primer');
    await expect(window.locator('.library-compact')).toHaveCount(1);
    await window.getByRole('button', { name: /^Add to the case: Calcified/ }).click();
    await expect(window.getByText('One reference added to the case')).toBeVisible();
    // Dragged from beside the text to a place in it, and cited there.
    await window.getByRole('searchbox', { name: 'Search the library' }).fill('adeyemi cohort 284');
    await expect(window.locator('.library-compact')).toHaveCount(1);
    await window.locator('.library-compact').dragTo(part(window, 'introduction').locator('p').first());
    await expect(part(window, 'references')).toContainText('cohort number 284');
    await expect(part(window, 'introduction').locator('[data-slate-inline]').last()).toBeVisible();
    await window.getByRole('button', { name: 'Library', exact: true }).click();
    await window.getByRole('searchbox').fill('hald primer');
    await expect(rows(window)).toHaveCount(1);
    await rows(window).first().click();
    await window.getByRole('button', { name: 'Edit…' }).click();
    await window.getByRole('textbox', { name: 'Volume' }).fill('77');
    await window.getByRole('button', { name: 'Save the reference' }).click();
    await window.getByRole('button', { name: 'Back to the case' }).click();
    await window.getByRole('searchbox', { name: /references of the case/ }).fill('primer');
    await expect(window.getByText('changed in the library')).toBeVisible();
    await window.getByRole('button', { name: /^Actions on Calcified/ }).click();
    await window.getByRole('menuitem', { name: 'Take the change from the library' }).click();
    await expect(window.getByText('changed in the library')).toHaveCount(0);
  });

  await test.step('undoes over a case what was done in it, and nothing of the text', async () => {
    const introduction = part(window, 'introduction');
    await caretAtEnd(window, 'introduction');
    await window.keyboard.type(' typed before');
    await window.keyboard.press('Control+k');
    await window.keyboard.type('library trash');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Trash 0' })).toHaveAttribute('aria-current', 'page');
    await window.getByRole('button', { name: /^All references/ }).click();
    await rows(window).nth(3).click();
    await window.getByRole('button', { name: 'Star', exact: true }).click();
    await expect(window.getByRole('button', { name: 'Starred 1' })).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByRole('button', { name: 'Starred 0' })).toBeVisible();
    await window.getByRole('button', { name: 'Add to the case' }).click();
    await expect(window.getByText('One reference added to the case')).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('Undone: Add references from the library')).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('There is nothing to undo.')).toBeVisible();
    // A pane that is asked for stands beside the text.
    await window.keyboard.press('Control+k');
    await window.keyboard.type('printed reference');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(introduction).toContainText('typed before');
  });

  await test.step('cites into the open case, which holds its own copy', async () => {
    await caretAtEnd(window, 'discussion');
    await window.keyboard.press('Control+k');
    await window.keyboard.type('Reference library');
    await window.keyboard.press('Enter');
    // The case's own search is still there for a moment.
    await window.getByRole('searchbox', { name: 'Search the library' }).fill('iwasaki cohort 299');
    await expect(rows(window)).toHaveCount(1);
    await expect(rows(window).first()).toContainText('cohort number 299');
    await rows(window).first().click();
    await window.getByRole('button', { name: 'Cite', exact: true }).click();
    await expect(part(window, 'references')).toContainText('cohort number 299');
  });
});

test('nothing that axe can find', async ({ window }) => {
  await openLibrary(window);
  await look(window, 'empty', { isDarkToo: true });
  await fill(window);
  await rows(window).nth(3).click();
  await window.getByRole('button', { name: 'Show the history' }).click();
  await settled(window);
  await look(window, 'one', { isDarkToo: true });
  await window.getByRole('button', { name: 'Backups of the library…' }).click();
  await window.getByRole('button', { name: 'Make a backup now' }).click();
  await window.getByRole('button', { name: 'What would change…' }).click();
  await expect(window.getByText('The references are the same as now.')).toBeVisible();
  await look(window, 'backups');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Duplicates/ }).click();
  await window.getByRole('button', { name: /^Add as new/ }).click();
  await expect(window.locator('.differing').first()).toBeVisible();
  await look(window, 'merge', { isDarkToo: true });
});
