import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { crossrefWork, DOI } from '../host/lookup/answers.ts';
import { type Replay, replay, text } from '../host/lookup/replay.ts';

const root = join(import.meta.dirname, '..', '..');
let world: Replay;
let out = '';
let err = '';

beforeEach(async () => {
  world = await replay();
  vi.stubEnv('CASEWRIGHT_HOME', world.folder);
  vi.stubEnv('CASEWRIGHT_LOOKUP_BASE', world.address);
  vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(letters => {
    out += letters;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(letters => {
    err += letters;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await world.close();
});

it('refs lookup prints what was found, says what was retracted, and leaves with 1 where one is unknown', async () => {
  world.plays.crossref = [text(crossrefWork())];
  expect(await run(['refs', 'lookup', `https://doi.org/${DOI}`, '--to', 'bibtex'], root)).toBe(0);
  expect(out).toContain(DOI);
  expect(err).toContain(`DOI ${DOI}\u00a0: RÉTRACTÉ (2021-06-04, 10.5555/cases.2021.007)`);
  world.plays.crossref = [text('{}', 404)];
  expect(await run(['--json', 'refs', 'lookup', '10.5555/nothing'], root)).toBe(1);
  expect(JSON.parse(out.slice(out.lastIndexOf('\n[') + 1))).toMatchObject([
    { state: 'unknown', asked: ['Crossref', 'DataCite'] },
  ]);
});

it('a service that fails reads "non vérifié"; a text without identifiers is bad input', async () => {
  world.plays['open-library'] = [text('<html>')];
  expect(await run(['refs', 'lookup', 'ISBN 9780306406157'], root)).toBe(1);
  expect(err).toContain('ISBN 9780306406157\u00a0: non vérifié. La réponse reçue (Open Library) n’a pas pu être lue.');
  expect(await run(['refs', 'lookup', 'calciphylaxie'], root)).toBe(2);
});
