import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHome } from '../../../host/services/home.ts';

it('a report never seen has the desk as the last one was left, but not its place in the text', async () => {
  const home = openHome(mkdtempSync(join(tmpdir(), 'casewright-home-')));
  expect(await home.layout('first')).toEqual({});
  await home.setLayout('first', { tab: 'checks', paneOpen: true, outline: 240, scroll: 900 });
  await home.setLayout('second', { tab: 'references', zoom: 1.25 });
  expect(await home.layout('first')).toEqual({ tab: 'checks', paneOpen: true, outline: 240, scroll: 900 });
  await home.setLayout('first', { tab: 'checks', scroll: 900 });
  expect(await home.layout('third')).toEqual({ tab: 'checks' });
});
