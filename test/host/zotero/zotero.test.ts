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
async function playing(answers: Readonly<Record<string, unknown>>, status = 200, total: number | string = 7) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const answer = answers[path];
    if (answer === 'never') return;
    if (Array.isArray(answer) && answer.length > 100) {
      const start = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('start') ?? 0);
      response.writeHead(status, { 'total-results': String(answer.length) });
      response.end(JSON.stringify(answer.slice(start, start + 100)));
      return;
    }
    const length = Array.isArray(answer) && path.endsWith('collections') ? answer.length : total;
    response.writeHead(answer === undefined && status === 200 ? 404 : status, { 'total-results': String(length) });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? 'Not found'));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, zotero: createZotero(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 300) };
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
  close();
  const older = await playing({ '/api/users/0/collections': 'No endpoint found\n' }, 404);
  expect(await older.zotero.collections()).toMatchObject({ problem: { code: 'zotero.too-old' } });
});

it('collections of a large library come page by page, and each group stands behind with its own', async () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    collection(`K${index}`, `Part ${String(index).padStart(3, '0')}`, index === 0 ? false : 'K0'),
  );
  const { zotero, asked } = await playing({
    '/api/users/0/collections': many,
    '/api/users/0/groups': [{ id: 99, data: { id: 99, name: 'Service de néphrologie' } }],
    '/api/groups/99/collections': [collection('G', 'Staff', false)],
    '/api/groups/99/collections/G/items/top': [item('IJKL2345', 99, 'group')],
    '/api/groups/99/items/top': [],
    '/api/groups/99/items/IJKL2345/children': [],
  });
  const answer = await zotero.collections();
  const all = answer.ok ? answer.value : [];
  expect([all.length, all[0]?.depth, all[229]?.depth]).toEqual([232, 0, 1]);
  expect(all.slice(-2)).toEqual([
    { key: 'groups/99', name: 'Service de néphrologie', depth: 0 },
    { key: 'groups/99/G', name: 'Staff', depth: 1 },
  ]);
  const items = await zotero.items('', 'groups/99/G');
  expect(items.ok && items.value.references.map(({ kept }) => kept?.['zotero:uri'])).toEqual([
    'http://zotero.org/groups/99/items/IJKL2345',
  ]);
  expect((await zotero.items('', 'groups/99')).ok).toBe(true);
  expect(await zotero.files('IJKL2345', 99)).toEqual({ ok: true, value: [] });
  expect(asked.filter(path => path.startsWith('/api/users/0/collections')).length).toBe(3);
});

it('items of a library of ten thousand come a hundred at a time from where they are wanted', async () => {
  const { zotero, asked } = await playing({ '/api/users/0/items/top': [item('ABCD2345', 1)] }, 200, 10_000);
  const answer = await zotero.items('', null, 300);
  expect(answer.ok && answer.value.total).toBe(10_000);
  expect(asked[0]).toContain('limit=100&start=300');
});

it('odd items come in as far as they say something; notes, annotations and the trash stay out', async () => {
  const odd = (key: string, data: object, csljson: unknown) => ({ ...item(key, 1), data: { key, ...data }, csljson });
  const article = item('A', 1).csljson;
  const { zotero } = await playing({
    '/api/users/0/items/top': [
      odd(
        'D1',
        { itemType: 'journalArticle' },
        { ...article, title: 'Broken date', issued: { 'date-parts': [['20xx', '']] } },
      ),
      odd(
        'D2',
        { itemType: 'journalArticle' },
        { ...article, title: 'Date in words', issued: { raw: 'Printemps 2016' } },
      ),
      odd('T1', { itemType: 'instantMessage' }, { type: 'personal_communication', title: 'A message' }),
      odd('T2', { itemType: 'dataset' }, { title: 'Without a type' }),
      odd('X1', { itemType: 'journalArticle', deleted: 1 }, article),
      odd('N1', { itemType: 'annotation' }, article),
      odd('N2', { itemType: 'attachment', linkMode: 'linked_file', path: '/gone.pdf' }, article),
      odd('E1', { itemType: 'journalArticle' }, null),
      null,
      'text',
    ],
  });
  const answer = await zotero.items('', null);
  expect(answer.ok && answer.value.references.map(({ item: { title } }) => title)).toEqual([
    'Broken date',
    'Date in words',
    'A message',
    'Without a type',
  ]);
});

it('an empty library is an empty list; a collection that is gone, and a Zotero that does not answer, are told', async () => {
  const { zotero } = await playing({ '/api/users/0/items/top': [], '/api/users/0/collections': 'never' }, 200, 0);
  expect(await zotero.items('', null)).toEqual({ ok: true, value: { total: 0, references: [] } });
  expect(await zotero.items('', 'GONE')).toMatchObject({ problem: { code: 'zotero.gone' } });
  expect(await zotero.collections()).toMatchObject({ problem: { code: 'zotero.slow' } });
});
