import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { operations } from '../../../host/library/operations.ts';
import { startPullExport } from '../../../host/loopback/pull-export.ts';
import { adding, article, commit, newLibrary } from '../library/sample.ts';

const library = newLibrary();
commit(
  library,
  adding('a', { ...article('Haldane', 2018, 'Calcified arterioles'), key: 'haldane18', tags: ['skin'] }),
  adding('b', { ...article('Lo', 2016, 'Wounds'), key: 'lo16' }),
  adding('c', { ...article('Roy', 2012, 'Fevers'), key: 'roy12' }),
);
commit(
  library,
  { entry: 'collection:t', field: 'name', value: 'Thèse 2.0' },
  { entry: 'collection:s', field: 'name', value: 'Skin' },
  { entry: 'collection:s', field: 'parent', value: 't' },
  { entry: 'collection:w', field: 'name', value: 'Wounds' },
  { entry: 'a', field: 'collection.s', value: true },
  { entry: 'a', field: 'note.n', value: 'Read twice' },
  { entry: 'a', field: 'item.container-title-short', value: 'J Imag Med' },
  { entry: 'b', field: 'collection.w', value: true },
);
const pull = await startPullExport(
  {
    collections: async () => operations.collections(library, {}),
    ids: async query => operations.ids(library, { query }),
    export: async what => operations.export(library, what),
  },
  0,
);
afterAll(() => pull.close());

/** Asks as a program would; headers as given. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: pull.port, path, method, headers }, response => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the library for other programs', () => {
  it.each([
    ['/export?format=biblatex', '@article{haldane18,'],
    ['/export?format=betterbibtex', '@article{haldane18,'],
    ['/better-bibtex/export/library?/1/library.biblatex', '@article{haldane18,'],
    ['/export/library.ris', 'TY  - JOUR'],
    ['/export?format=csljson', '"haldane18"'],
    ['/better-bibtex/export/library?/1/library.cslyaml', 'id: haldane18'],
  ])('%s gives the library by its citation keys', async (path, part) => {
    const { status, body } = await ask(path);
    expect(status).toBe(200);
    expect(body).toContain(part);
  });

  it.each([
    ['/better-bibtex/collection?/0/th%C3%A8se%202.0/skin.biblatex', ['haldane18']],
    ['/better-bibtex/export/collection?/1/Th%C3%A8se%202.0.bibtex&exportNotes=false', ['haldane18']],
    ['/better-bibtex/export/collection?/0/s+Wounds.csljson', ['haldane18', 'lo16']],
    ['/export?format=biblatex&collection=t', ['haldane18']],
    ['/better-bibtex/export/item?citationKeys=roy12,lo16&translator=biblatex', ['lo16', 'roy12']],
    ['/better-bibtex/library?/1/library.f4b52ab0-f878-4556-85a0-c7aeedd09dfc', ['haldane18', 'lo16', 'roy12']],
  ])('%s is answered as Better BibTeX answers it', async (path, keys) => {
    const { status, body } = await ask(path);
    expect(status).toBe(200);
    expect(['haldane18', 'lo16', 'roy12'].filter(key => body.includes(key))).toEqual(keys);
  });
  it('journals by their short names, and notes, where that is asked for', async () => {
    const { body } = await ask('/export?format=biblatex&useJournalAbbreviation=true&exportNotes=yes');
    expect(body).toMatch(/journaltitle = \{J Imag Med\}/);
    expect(body).toContain('Read twice');
    expect((await ask('/export?format=biblatex')).body).not.toMatch(/Read twice|journaltitle = \{J Imag Med\}/);
  });
  it.each([
    ['/better-bibtex/export/collection?/0/Nowhere.biblatex', 404, 'No collection is called Nowhere'],
    ['/better-bibtex/export/library?/7/library.biblatex', 404, 'There is no library 7'],
    ['/export?format=biblatex&libraryID=x', 404, 'There is no library x'],
    ['/better-bibtex/export/item?citationKeys=none&translator=biblatex', 404, 'No entry has the key none'],
    ['/export?format=jzon', 400, 'No such format. There are: '],
  ])('%s is refused in words', async (path, status, words) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
  });

  it('a tag or words narrow it', async () => {
    expect((await ask('/export?format=biblatex&tag=skin')).body).not.toContain('lo16');
    expect((await ask('/export?format=biblatex&q=wound')).body).not.toContain('haldane18');
  });

  it('writes nothing, and knows no other path and no other format', async () => {
    expect((await ask('/export?format=biblatex', {}, 'POST')).status).toBe(405);
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/export?format=docx')).status).toBe(400);
  });

  it('many ask at once and each gets the whole', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => ask('/export?format=biblatex')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1);
    expect(answers[0]?.body).toContain('lo16');
  });

  it('what only asks whether it is there gets no library; an address that is none breaks nothing', async () => {
    expect(await ask('/export?format=biblatex', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await ask('//[')).status).toBeGreaterThanOrEqual(400);
    expect((await ask('/export?format=csljson')).status).toBe(200);
  });

  it('listens to this computer alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap(each => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others.slice(0, 1))
      await expect(
        new Promise((resolve, reject) => {
          request({ host: address, port: pull.port, path: '/export' }, resolve).on('error', reject).end();
        }),
      ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await ask('/export')).status).toBe(200);
  });

  it('pages of the web get nothing: neither from another site nor under another name', async () => {
    expect((await ask('/export', { origin: 'https://example.org' })).status).toBe(403);
    expect((await ask('/export', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (const host of [
      `evil.example:${pull.port}`,
      `127.0.0.1.evil.example:${pull.port}`,
      'localhost',
      `0.0.0.0:${pull.port}`,
    ])
      expect((await ask('/export', { host })).status).toBe(403);
    expect((await ask('/export', { origin: 'null' })).status).toBe(403);
    expect((await ask('/export', { host: `localhost:${pull.port}` })).status).toBe(200);
  });
});
