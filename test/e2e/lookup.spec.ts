/** Look-ups from the window, against a server on this machine that plays the services. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { crossrefWork, crossrefWorks, DOI, europePmc, pubmedArticle, pubmedSet } from '../host/lookup/answers.ts';
import { type Replay, replay, silence, text } from '../host/lookup/replay.ts';
import { look } from './axe.ts';
import { caretAtEnd, expect, openSample, startHost, test } from './window.ts';

let world: Replay;
test.beforeEach(async () => {
  world = await replay();
  process.env.CASEWRIGHT_LOOKUP_BASE = world.address;
});
test.afterEach(async () => {
  delete process.env.CASEWRIGHT_LOOKUP_BASE;
  await world.close();
});

const open = async (window: Page, entry: RegExp) => {
  await window.getByRole('button', { name: 'Add', exact: true }).first().click();
  await window.getByRole('menuitem', { name: entry }).click();
};

test('by identifier, and as it is printed', async ({ window }) => {
  await openSample(window);
  await window.getByRole('tab', { name: /References/ }).click();
  await test.step('a DOI is looked up, shown with its retraction, added, and found by the checks when it is cited', async () => {
    world.plays.crossref = [text(crossrefWork())];
    world.plays['europe-pmc'] = [text(europePmc())];
    await open(window, /By DOI/);
    await window.getByRole('textbox', { name: /DOI, PMID/ }).fill(`https://doi.org/${DOI}\nISBN 9780306406157`);
    await window.getByRole('button', { name: 'Look up' }).click();
    await expect(window.getByText('Retracted, 2021-06-04')).toBeVisible();
    await expect(window.getByText(/ISBN 9780306406157/).last()).toBeVisible();
    await look(window, 'identifier');
    await window.getByRole('button', { name: 'Add the reference' }).click();
    await expect(window.getByText(/One reference has a notice/)).toBeVisible();
    await look(window, 'panel');
    expect(world.asked.some(address => address.includes('Marchand'))).toBe(false);
  });

  await test.step('a printed reference is not sent before the author agrees; candidates are taken by hand', async () => {
    const before = world.asked.length;
    world.plays.ncbi = [
      text('Ann Imag Med|2016|12|101|Robert|r|31000002\n'),
      text(pubmedSet(pubmedArticle('31000002'))),
    ];
    world.plays.crossref = [text(crossrefWorks({}))];
    await open(window, /Find a printed/);
    await window
      .getByRole('textbox', { name: /as it is printed/ })
      .fill('Robert L. A first case of imaginary fever. Ann Imag Med. 2016;12(4):101-8.');
    await window.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(window.getByText('Nothing that fits.')).toBeVisible();
    expect(world.asked).toHaveLength(before);
    await window.locator('.check', { hasText: 'Also ask Crossref' }).click();
    await window.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(window.getByText(/% agrees · PubMed/)).toBeVisible();
    await look(window, 'printed');
    await window.getByRole('dialog').getByRole('button', { name: 'Add' }).first().click();
    await expect(window.getByText('In the case').first()).toBeVisible();
    await window.getByRole('button', { name: 'Close' }).last().click();
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });
});

test('PubMed is searched; a failure is said in words; turned off, nothing is asked', async ({ window }) => {
  world.plays.ncbi = [
    text(JSON.stringify({ esearchresult: { count: '40', idlist: ['31000002'] } })),
    text(pubmedSet(pubmedArticle('31000002'))),
  ];
  world.plays['europe-pmc'] = [text('<html>')];
  await openSample(window);
  await window.getByRole('tab', { name: /References/ }).click();
  await open(window, /Search PubMed/);
  await window.getByRole('textbox', { name: /Words, authors/ }).fill('imaginary fever');
  await window.keyboard.press('Enter');
  await expect(window.getByText('1 of 40 articles shown.')).toBeVisible();
  await window.locator('summary', { hasText: 'Abstract' }).click();
  await expect(window.getByText('One patient.')).toBeVisible();
  await look(window, 'search');
  await window.locator('.segment', { hasText: 'Europe PMC' }).click();
  await window.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(window.getByText(/could not be read/)).toBeVisible();
  await window.getByRole('button', { name: 'Close' }).last().click();
  await window.keyboard.press('Control+,');
  await window.locator('.segment', { hasText: 'Never' }).click();
  await look(window, 'settings');
  await window.getByRole('button', { name: 'Close' }).click();
  const before = world.asked.length;
  await window.getByRole('button', { name: 'Check the references for retractions' }).click();
  await expect(window.getByText('Look-ups are turned off.').first()).toBeVisible();
  await expect(window.getByText('Retractions: not checked')).toBeVisible();
  expect(world.asked.length).toBe(before);
});

test('@ asks PubMed only when its row is chosen, can be stopped, and cites what it found from library and case', async ({
  window,
}) => {
  world.plays['europe-pmc'] = [text('<html>')];
  await openSample(window);
  await caretAtEnd(window, 'discussion');
  await window.keyboard.type(' @imaginary fever');
  const asks = window.getByRole('option', { name: /Search PubMed for “imaginary fever”/ });
  await expect(asks).toBeVisible();
  await look(window, 'picker-asks');
  expect(world.asked).toEqual([]);
  world.plays.ncbi = [silence];
  await asks.click();
  await expect(window.getByText('Searching PubMed…')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByText('Searching PubMed…')).toBeHidden();
  await window.getByRole('option', { name: /Search Europe PMC/ }).click();
  await expect(window.getByText(/could not be read/)).toBeVisible();
  await look(window, 'picker-fails');
  world.plays.ncbi = [
    text(JSON.stringify({ esearchresult: { count: '40', idlist: ['31000002'] } })),
    text(pubmedSet(pubmedArticle('31000002'))),
  ];
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await asks.click();
  await expect(window.getByText(/PubMed: 1 of 40/)).toBeVisible();
  await expect(window.locator('.pick .abstract')).toContainText('One patient.');
  await look(window, 'picker-found');
  await window.keyboard.press('Enter');
  await expect(window.locator('[data-part="discussion"]')).not.toContainText('@imaginary');
  // In the library now: what is asked again is offered from there, and nobody is asked.
  const before = world.asked.length;
  await window.keyboard.type(' @imaginary fev');
  await expect(window.getByRole('option').first()).toContainText('cited');
  expect(world.asked.length).toBe(before);
  await window.keyboard.press('Escape');
  await window.getByRole('tab', { name: /References/ }).click();
  await window.getByRole('radio', { name: 'My library' }).check({ force: true });
  await expect(window.getByText(/imaginary fever/).first()).toBeVisible();
});

test('a running Zotero is read, by collection and words, and says when it is closed', async ({ page }) => {
  const { createServer } = await import('node:http');
  const item = {
    key: 'ABCD2345',
    library: { type: 'user', id: 123456 },
    data: { itemType: 'journalArticle' },
    csljson: {
      id: 'x',
      type: 'article-journal',
      title: 'A first case of imaginary fever',
      author: [{ family: 'Robert' }],
    },
  };
  const home = mkdtempSync(join(tmpdir(), 'casewright-e2e-'));
  const pdf = join(home, 'Robert 2016.pdf');
  writeFileSync(pdf, '%PDF-1.7');
  const server = createServer((request, response) => {
    response.setHeader('total-results', '1');
    if (request.url?.includes('/children')) {
      const href = pathToFileURL(pdf).href;
      const data = { itemType: 'attachment', filename: 'Robert 2016.pdf', contentType: 'application/pdf' };
      response.end(JSON.stringify([{ key: 'F', data, links: { enclosure: { href } } }]));
      return;
    }
    const isCollections = request.url?.startsWith('/api/users/0/collections?');
    response.end(
      JSON.stringify(isCollections ? [{ key: 'B', data: { name: 'Bones', parentCollection: false } }] : [item]),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as import('node:net').AddressInfo;
  process.env.CASEWRIGHT_ZOTERO = `http://127.0.0.1:${port}/`;
  const host = await startHost(home);
  delete process.env.CASEWRIGHT_ZOTERO;
  try {
    await page.goto(host.url);
    await openSample(page);
    await page.getByRole('tab', { name: /References/ }).click();
    await open(page, /From Zotero/);
    await expect(page.getByText('A first case of imaginary fever')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Whole library' })).toBeVisible();
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Robert 2016.pdf' })).toBeVisible();
    await look(page, 'zotero');
    await page.getByRole('button', { name: 'Keep in my library with its files' }).click();
    await expect(page.getByText('In your library, with 1 file')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('In the case').first()).toBeVisible();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByText('Zotero is not running on this computer.')).toBeVisible();
  } finally {
    host.process.kill();
    rmSync(home, { recursive: true, force: true });
  }
});
