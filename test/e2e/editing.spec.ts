/** Writing by hand: what a browser does with keys, clipboards and compositions, which tests without one cannot tell. */
import type { Locator, Page } from '@playwright/test';
import { expect, openSample, part, test } from './window.ts';

const paragraphs = (page: Page, key: string): Locator => part(page, key).locator('.part-body p[data-slate-node]');

/** A new report with the caret in a part. */
async function blank(page: Page, key = 'introduction'): Promise<void> {
  await page.getByText('Plain case report', { exact: true }).click();
  await paragraphs(page, key).last().click();
}

/** Pastes as the browser does: a `beforeinput` that brings the clipboard's types. */
async function paste(page: Page, brought: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('[data-slate-editor]').evaluate((sheet, types) => {
    const dataTransfer = new DataTransfer();
    for (const [type, text] of Object.entries(types)) dataTransfer.setData(type, text);
    const pasted = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
    sheet.dispatchEvent(new InputEvent('beforeinput', pasted));
  }, brought);
}

test('a page of Word comes in clean: marks, heading, list and table, nothing of its styles', async ({ window }) => {
  await blank(window, 'observation');
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
    <h1 style="mso-style-name:Heading"><b>Course</b></h1>
    <p class=MsoNormal><span style="font-family:Arial;color:red">The <b>CRP</b> fell to 10<sup>3</sup> <i>mg</i>&nbsp;/L.<o:p></o:p></span></p>
    <ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>
    <table><tr><th>Day</th><th>CRP</th></tr><tr><td>0</td><td>62</td></tr></table>
    <p>After <a href="javascript:alert(1)">this</a> and <span style="font-weight:700">so</span> <a href="https://example.org/">that</a>.</p></body></html>`;
  await paste(window, { 'text/html': html, 'text/plain': 'The CRP fell' });
  const body = part(window, 'observation').locator('.part-body');
  await expect(body.locator('h3')).toHaveText('Course');
  await expect(paragraphs(window, 'observation').first()).toHaveText('The CRP fell to 103 mg /L.');
  await expect(body.locator('strong')).toHaveText(['CRP', 'so']);
  await expect(body.locator('li')).toHaveText([/one/, /two\s*inner/, /inner/]);
  await expect(body.locator('th')).toHaveText(['Day', 'CRP']);
  await expect(body.locator('.weblink')).toHaveText(['that']);
  await expect(body.locator('[style*="Arial"]')).toHaveCount(0);
  const picture = await window.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 60;
    canvas.height = 40;
    const pen = canvas.getContext('2d');
    for (let at = 0; at < 60; at++) pen?.fillRect(at, (at * 7) % 40, 3, 3);
    return canvas.toDataURL();
  });
  await paste(window, {
    'text/html': `<p>Before</p><p><img src="${picture}" alt="Left leg"></p><p>Between <img src="https://example.org/x.png"></p>`,
    'text/plain': 'Before Between',
  });
  // Behind the text it stood behind; the one on the web is not fetched, and that is said.
  await expect(body.locator('p:has-text("Before") + figure img')).toHaveAttribute('alt', 'Left leg');
  await expect(window.getByText('is on the web and was left out')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(body.locator('figure img')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(body).not.toContainText('Between');
  await window.keyboard.press('Control+z');
  await expect(body.locator('h3')).toHaveCount(0);
  // A citation of Zotero comes with its reference, and both go as one.
  const item = JSON.stringify({ type: 'article-journal', title: 'Calciphylaxis', author: [{ family: 'Nigwekar' }] });
  const code = `ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"a","citationItems":[{"uris":[],"itemData":${item}}]}`;
  const begin = `<!--[if supportFields]><span style='mso-element:field-begin'></span> ${code.replaceAll('"', '&quot;')}<![endif]-->`;
  const end = "<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->";
  await paste(window, { 'text/html': `<p>As known ${begin}(9)${end}.</p>`, 'text/plain': 'As known (9).' });
  await expect(body.locator('.cite')).toHaveText(/\[1\]/);
  await expect(body).not.toContainText('(9)');
  await expect(window.getByText('One citation was taken over with its references')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(body).not.toContainText('As known');
  // What takes a while is announced with its count, nothing typed overtakes it, it goes as one, and can be stopped.
  const sentence = 'The CRP fell again and the wound closed within the month. ';
  const long = Array.from({ length: 900 }, (_, at) => `<p>${at}. ${sentence.repeat(6)}</p>`).join('');
  await window.evaluate(() => {
    const seen = new MutationObserver(() => {
      if (/Pasting a long text…\d+ of 900/.test(document.body.textContent ?? '')) document.body.dataset.seen = 'yes';
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await paste(window, { 'text/html': long, 'text/plain': 'The CRP' });
  await window.keyboard.type('!');
  await expect(paragraphs(window, 'observation').filter({ hasText: 'wound closed' })).toHaveCount(900);
  await expect(paragraphs(window, 'observation').filter({ hasText: '899.' })).toHaveText(/month\.\s?!$/);
  await expect(window.locator('body')).toHaveAttribute('data-seen', 'yes');
  await expect(window.getByText('Pasting a long text')).toHaveCount(0);
  await expect(window.getByText('Pasted: 900 paragraphs')).toBeVisible();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(body).not.toContainText('wound closed');
  await expect(part(window, 'observation').locator('.cite')).toHaveCount(0);
  await paste(window, { 'text/html': long, 'text/plain': 'The CRP' });
  await window.keyboard.press('Escape');
  await expect(window.getByText('Paste cancelled')).toBeVisible();
  await expect(body).not.toContainText('wound closed');
  await window.keyboard.type('Still here');
  await expect(paragraphs(window, 'observation')).toHaveText(['Still here']);
});

test('values and citations follow where they stand', async ({ window }) => {
  await openSample(window);
  await test.step('a figure is mentioned and a value quoted from the insert menu', async () => {
    await paragraphs(window, 'conclusion').first().click();
    await window.keyboard.press('End');
    await window.keyboard.type(' (/figure 1');
    await window.getByRole('option', { name: /Cross-reference to [Ff]igure 1$/ }).click();
    await window.keyboard.type(') /platelet');
    await window.keyboard.press('Enter');
    await expect(part(window, 'conclusion').locator('.xref').last()).toHaveText(/[Ff]igure\s1/);
    const quoted = part(window, 'conclusion').locator('.value');
    await expect(quoted.last()).toHaveText(/\d/);

    // Two points at once behind "="; a number that is typed is offered; all follow their series and the unit it is shown in.
    await window.keyboard.type('. Haemoglobin rose =haemoglobin 71');
    await window.getByRole('option', { name: /71 → 119/ }).click();
    await expect(part(window, 'conclusion')).toContainText(/rose from\s71\s+to\s119\sg\/L/);
    await window.keyboard.type('. Haemoglobin was 83 g/L ');
    await expect(window.getByRole('button', { name: /Haemoglobin 83/ })).toBeVisible();
    await window.keyboard.press('Control+.');
    await expect(quoted.last()).toHaveText(/83\sg\/L/);
    await window.getByRole('navigation').getByText('Timeline', { exact: true }).first().click();
    const row = window.getByRole('grid').locator('tbody tr').filter({ hasText: 'Haemoglobin' });
    await row.locator('th, td').nth(6).click();
    await window.keyboard.type('85');
    await window.keyboard.press('Enter');
    await row.locator('th, td').nth(1).click();
    await window.keyboard.press('Alt+ArrowDown');
    await window.getByRole('menuitemradio', { name: 'g/dL', exact: true }).click();
    await window.getByRole('navigation').getByText('Conclusion', { exact: true }).first().click();
    await expect(quoted.last()).toHaveText(/8\.5\sg\/dL/);
    await expect(part(window, 'conclusion')).toContainText(/rose from\s7\.1\s+to\s11\.9\sg\/dL/);
  });

  await test.step('text that is cut comes back with its citations, and a second copy has its own', async () => {
    await window.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const first = paragraphs(window, 'introduction').first();
    await expect(first).not.toContainText('[…]');
    const count = await part(window, 'introduction').locator('.cite').count();
    const before = String(await first.textContent());
    await first.click({ clickCount: 3 });
    await window.keyboard.press('Control+x');
    await expect(part(window, 'introduction')).not.toContainText(before.slice(0, 30));
    await window.keyboard.press('Control+v');
    await expect(part(window, 'introduction')).toContainText(before.slice(0, 30));
    await expect(part(window, 'introduction').locator('.cite')).toHaveCount(count);
    await paragraphs(window, 'conclusion').first().click();
    await window.keyboard.press('End');
    await window.keyboard.press('Control+v');
    await expect(part(window, 'conclusion').locator('.cite').first()).toContainText(/\[\d/);
  });
});

test('keys and tools that leave the sample as it was', async ({ window }) => {
  await openSample(window);
  await test.step('keys at the edges of a section, a caption and a cell change nothing beyond them', async () => {
    // What is out of sight is not laid out, and has no inner text.
    const text = () => window.locator('[data-slate-editor]').textContent();
    await paragraphs(window, 'discussion')
      .first()
      .click({ position: { x: 2, y: 6 } });
    await window.keyboard.press('Home');
    await expect(part(window, 'introduction')).not.toContainText('[…]');
    const before = await text();
    for (const key of ['Backspace', 'Control+Backspace']) await window.keyboard.press(key);
    const cell = part(window, 'observation').locator('td').first();
    await cell.click();
    await window.keyboard.press('Home');
    await window.keyboard.press('Backspace');
    await part(window, 'observation').locator('figcaption').first().click();
    await window.keyboard.press('End');
    await window.keyboard.press('Delete');
    expect(await text()).toBe(before);
  });

  await test.step('replacing everywhere is one undo', async () => {
    for (const key of ['introduction', 'discussion']) await expect(part(window, key)).not.toContainText('[…]');
    const text = async () => (await paragraphs(window, 'discussion').allTextContents()).join('\n');
    await paragraphs(window, 'introduction').first().click();
    const before = await text();
    await window.keyboard.press('Control+f');
    const find = window.getByRole('searchbox', { name: 'Find' });
    // What stands next from the caret on is shown; behind it is another.
    await find.fill('PLASMA');
    await expect(window.getByText(/^([2-9]|\d\d+) of \d+$/)).toBeVisible();
    const shown = () => window.evaluate(() => [...(CSS.highlights.get('found-here') ?? [])].map(String));
    await expect.poll(shown).toEqual(['Plasma']);
    const at = Number.parseInt(String(await window.getByText(/^\d+ of \d+$/).textContent()), 10);
    await find.press('Enter');
    await expect(window.getByText(new RegExp(`^${at + 1} of`))).toBeVisible();
    await find.press('Shift+Enter');
    await expect(window.getByText(new RegExp(`^${at} of`))).toBeVisible();
    await window.getByRole('textbox', { name: 'Replace by' }).fill('serum');
    await window.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(text).not.toContain('plasma');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+z');
    await expect.poll(text).toBe(before);
  });

  await test.step('the header row of a table comes and goes with its cells', async () => {
    const table = part(window, 'observation').locator('table:has(tbody td[data-slate-node])').first();
    await table.locator('td').first().click();
    const columns = await table.locator('tr').first().locator('th, td').count();
    await expect(table.locator('th[scope="col"]')).toHaveCount(columns);
    await window.getByRole('button', { name: 'Header row' }).click();
    await expect(table.locator('th[scope="col"]')).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await expect(table.locator('th[scope="col"]')).toHaveCount(columns);
  });

  await test.step('Tab cites and asks for the page; leaving the card keeps what was typed there', async () => {
    await paragraphs(window, 'conclusion').first().click();
    await window.keyboard.press('End');
    await window.keyboard.type('@moake');
    await expect(window.getByRole('option', { name: /Moake/ }).first()).toBeVisible();
    await window.keyboard.press('Tab');
    const page = window.getByRole('textbox', { name: 'Page' });
    await expect(page).toBeFocused();
    await window.keyboard.type('12');
    await page.press('Enter');
    await expect(page).toHaveCount(0);
    await part(window, 'conclusion').locator('.cite').click();
    await expect(window.getByRole('textbox', { name: 'Page' })).toHaveValue('12');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(part(window, 'conclusion').locator('.cite')).toHaveCount(0);
  });
});

test('by hand in a new report', async ({ window }) => {
  await blank(window);
  await test.step('no letter that AltGr types is taken for a command', async () => {
    // Windows tells AltGr as Control and Alt together.
    const taken = await window.locator('[data-slate-editor]').evaluate(sheet =>
      [...'@#{[|`\\\\^]}~€'].filter(key => {
        const event = { key, ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
        return !sheet.dispatchEvent(new KeyboardEvent('keydown', event));
      }),
    );
    expect(taken).toEqual([]);
  });

  await test.step('letters composed by an input method arrive once, also over a selection', async () => {
    await window.keyboard.type('abc ');
    const keys = await window.context().newCDPSession(window);
    for (const text of ['n', 'ni', 'nih'])
      await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await keys.send('Input.insertText', { text: '日本' });
    await window.keyboard.type(' ê');
    await expect(paragraphs(window, 'introduction').first()).toHaveText('abc 日本 ê');
  });

  await test.step('letters go into the text node that is there, page and undo follow', async () => {
    await paragraphs(window, 'discussion').last().click();
    const first = paragraphs(window, 'discussion').first();
    await window.keyboard.type('mg');
    const node = await first.evaluateHandle(paragraph => paragraph.querySelector('[data-slate-string]')?.firstChild);
    // Faster than any hand: no key goes on from where the caret was before the last one.
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.type('é, 60 % ');
    await window.keyboard.press('Backspace');
    await window.keyboard.press('Delete');
    await expect(first).toHaveText('mé, 60 %');
    // The same node: what the browser marked in it as misspelt stays marked.
    expect(await node.evaluate(text => text?.isConnected && text.textContent)).toBe('mé, 60 %');
    await window.keyboard.press('Enter');
    await window.keyboard.type('g');
    await expect(paragraphs(window, 'discussion')).toHaveText(['mé, 60 %', 'g']);
    for (let count = 0; count < 8; count++) await window.keyboard.press('Control+z');
    await expect(paragraphs(window, 'discussion')).toHaveText(['']);
    for (let count = 0; count < 8; count++) await window.keyboard.press('Control+y');
    await expect(paragraphs(window, 'discussion')).toHaveText(['mé, 60 %', 'g']);
  });

  await test.step('marks, lists and undo by the keyboard', async () => {
    await paragraphs(window, 'conclusion').last().click();
    await window.keyboard.press('Control+b');
    await window.keyboard.type('bold');
    await window.keyboard.press('Control+b');
    await window.keyboard.type(' plain');
    await expect(part(window, 'conclusion').locator('strong')).toHaveText('bold');
    await window.keyboard.press('Enter');
    await window.keyboard.type('- one');
    await window.keyboard.press('Enter');
    await window.keyboard.type('two');
    await window.keyboard.press('Tab');
    await expect(part(window, 'conclusion').locator('li li')).toHaveText('two');
    await window.keyboard.press('Shift+Tab');
    await expect(part(window, 'conclusion').locator('li')).toHaveText(['one', 'two']);
    for (let count = 0; count < 12; count++) await window.keyboard.press('Control+z');
    await expect(part(window, 'conclusion').locator('li')).toHaveCount(0);
    await expect(paragraphs(window, 'conclusion')).toHaveText(['']);
    for (let count = 0; count < 12; count++) await window.keyboard.press('Control+y');
    await expect(part(window, 'conclusion').locator('li')).toHaveText(['one', 'two']);
  });

  await test.step('a word is dragged to another place, as one step', async () => {
    await paragraphs(window, 'perspective').last().click();
    await window.keyboard.type('alpha beta gamma delta');
    const line = paragraphs(window, 'perspective').first();
    const spot = (from: number, to: number) =>
      line.evaluate(
        (paragraph, [from, to]) => {
          const range = document.createRange();
          const text = paragraph.querySelector('[data-slate-string]')?.firstChild as Text;
          range.setStart(text, from);
          range.setEnd(text, to);
          const { x, y, width, height } = range.getBoundingClientRect();
          return [x + width / 2, y + height / 2] as const;
        },
        [from, to] as const,
      );
    const [word, end] = [await spot(6, 10), await spot(22, 22)];
    await window.mouse.dblclick(...word);
    await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('beta');
    await window.mouse.move(...word);
    await window.mouse.down();
    await window.mouse.move(word[0] + 12, word[1], { steps: 4 });
    await window.mouse.move(end[0], end[1], { steps: 8 });
    await window.mouse.up();
    await expect(line).toHaveText('alpha  gamma deltabeta');
    await window.keyboard.press('Control+z');
    await expect(line).toHaveText('alpha beta gamma delta');
  });

  await test.step('a table is inserted, walked by Tab, grown, and filled from a spreadsheet', async () => {
    await paragraphs(window, 'observation').last().click();
    await window.keyboard.type('/table');
    await window.keyboard.press('Enter');
    await window.keyboard.type('Values');
    const table = part(window, 'observation').locator('table');
    await table.locator('th').first().click();
    await window.keyboard.type('Day');
    await window.keyboard.press('Tab');
    await window.keyboard.type('CRP');
    await expect(table.locator('th')).toHaveText(['Day', 'CRP', '']);
    await table.locator('td').last().click();
    await window.keyboard.press('Tab');
    await expect(table.locator('tr')).toHaveCount(4);
    await table.locator('td').first().click();
    await paste(window, { 'text/plain': '0\t62\n15\t20\n45\t8\n60\t6' });
    await expect(table.locator('tr')).toHaveCount(5);
    await expect(table.locator('td').first()).toHaveText('0');
    await expect(part(window, 'observation').locator('figcaption')).toContainText('Table 1. Values');
    // Tab stays in the table: its tools are reached by a key of their own.
    const rows = await window.locator('tr[data-slate-node]').count();
    await window.keyboard.press('Alt+F10');
    await window.keyboard.press('Enter');
    await expect(window.locator('tr[data-slate-node]')).toHaveCount(rows + 1);
  });
});
