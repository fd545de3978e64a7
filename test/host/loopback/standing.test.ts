import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetStanding, leaveStanding, leftStanding } from '../../../host/loopback/standing.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'standing-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const STANDING = { port: 40_123, session: 'a'.repeat(43) };

it('what a host leaves is for its user alone, also where the file was there before, and goes with it', async () => {
  writeFileSync(join(home, 'loopback.json'), '{}', { mode: 0o644 });
  await leaveStanding(home, STANDING);
  expect(await leftStanding(home)).toEqual(STANDING);
  if (process.platform !== 'win32') expect(statSync(join(home, 'loopback.json')).mode & 0o077).toBe(0);
  await forgetStanding(home);
  expect(await leftStanding(home)).toBeNull();
});

it.each([
  'not JSON',
  'null',
  '{"port":80,"session":"x"}',
  `{"port":99999,"session":"${STANDING.session}"}`,
  '{"port":40123,"session":""}',
])('a mark that cannot be used counts as none: %s', async text => {
  writeFileSync(join(home, 'loopback.json'), text);
  expect(await leftStanding(home)).toBeNull();
});

it('a folder that takes no mark is no failure', async () => {
  await leaveStanding(join(home, 'loopback.json', 'below-a-file'), STANDING);
  expect(await leftStanding(join(home, 'loopback.json', 'below-a-file'))).toBeNull();
});
