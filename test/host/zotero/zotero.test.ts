import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createZotero } from '../../../host/zotero/zotero.ts';

const collection = (key: string, name: string, parent: string | false) => ({
  key,
  data: { key, name, parentCollection: parent },
});
const item = (key: string, id: number, type = 'user') => ({
  key,
  library: { type, id, name: 'My Library' },
  data: { key, itemType: 'journalArticle' },
  csljson: {
    id: `http://zotero.org/users/${id}/items/${key}`,
    type: 'article-journal',
    title: 'A first case of imaginary fever',
    author: [{ family: 'Robert', given: 'Luc' }],
    issued: { 'date-parts': [['2016', 4]] },
  },
});

let close = () => {};
afterEach(() => close());
async function playing(answers: Readonly<Record<string, unknown>>, status = 200) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    response.writeHead(status, { 'total-results': '7' });
    const answer = answers[path];
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? 'Not found'));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, zotero: createZotero(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`) };
}

it('collections stand below the one they are in', async () => {
  const { zotero } = await playing({
    '/api/users/0/collections': [
      collection('C', 'Calcium', 'B'),
      collection('B', 'Bones', false),
      collection('A', 'Arteries', false),
    ],
  });
  expect(await zotero.collections()).toEqual({
    ok: true,
    value: [
      { key: 'A', name: 'Arteries', depth: 0 },
      { key: 'B', name: 'Bones', depth: 0 },
      { key: 'C', name: 'Calcium', depth: 1 },
    ],
  });
});

it('items keep their key and the address by which Word’s plug-in knows them; one never synchronised keeps its key alone', async () => {
  const note = {
    key: 'N',
    library: { type: 'user', id: 5 },
    data: { itemType: 'note' },
    csljson: { id: 'n', type: 'note', title: 'n' },
  };
  const { zotero, asked } = await playing({
    '/api/users/0/collections/B/items/top': [
      item('ABCD2345', 123456),
      item('EFGH2345', 0),
      item('IJKL2345', 99, 'group'),
      note,
    ],
  });
  const answer = await zotero.items('fièvre', 'B');
  expect(answer.ok && answer.value.total).toBe(7);
  expect(answer.ok && answer.value.references.map(({ id, kept }) => [id, kept])).toEqual([
    ['robert2016first', { 'zotero:key': 'ABCD2345', 'zotero:uri': 'http://zotero.org/users/123456/items/ABCD2345' }],
    ['robert2016first-2', { 'zotero:key': 'EFGH2345' }],
    ['robert2016first-3', { 'zotero:key': 'IJKL2345', 'zotero:uri': 'http://zotero.org/groups/99/items/IJKL2345' }],
  ]);
  expect(asked[0]).toContain('q=fièvre');
});

it('files of an item are where Zotero names them, PDFs first; links and files that are not there are left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-zotero-'));
  const [pdf, page] = [join(folder, 'Robert 2016 – fièvre.pdf'), join(folder, 'page.html')];
  writeFileSync(pdf, '%PDF-1.7');
  writeFileSync(page, '<p>');
  const child = (filename: string, contentType: string, href: string) => ({
    key: 'F',
    data: { itemType: 'attachment', filename, contentType },
    links: { enclosure: { href, title: filename, type: contentType } },
  });
  const { zotero } = await playing({
    '/api/users/0/items/ABCD2345/children': [
      child('page.html', 'text/html', pathToFileURL(page).href),
      child('Robert 2016 – fièvre.pdf', 'application/pdf', pathToFileURL(pdf).href),
      child('gone.pdf', 'application/pdf', pathToFileURL(join(folder, 'gone.pdf')).href),
      child('elsewhere', 'text/html', 'https://example.org/'),
      { key: 'N', data: { itemType: 'note' } },
    ],
  });
  expect(await zotero.files('ABCD2345')).toEqual({
    ok: true,
    value: [
      { name: 'Robert 2016 – fièvre.pdf', path: pdf },
      { name: 'page.html', path: page },
    ],
  });
  rmSync(folder, { recursive: true });
});

it('Zotero that is closed, that forbids it, or says nonsense, is told apart', async () => {
  expect(await createZotero('http://127.0.0.1:1/').collections()).toMatchObject({
    problem: { code: 'zotero.not-running' },
  });
  const { zotero } = await playing({}, 403);
  expect(await zotero.collections()).toMatchObject({ problem: { code: 'zotero.not-allowed' } });
  close();
  const other = await playing({ '/api/users/0/items/top': '<html>' });
  expect(await other.zotero.items('', null)).toMatchObject({ problem: { code: 'zotero.unreadable' } });
});
