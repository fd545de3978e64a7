/** A folder for one test file, gone afterwards; and a small report to keep in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import type { Op } from '../../../core/report/ops.ts';

export function folderForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const blank = () => blankReport({ id: 'r', language: 'en', template: 'plain-en' });

/** Writes a sentence into the discussion. */
export const writing = (text: string): Op => ({
  set: 'part',
  key: 'discussion',
  value: { type: 'part', key: 'discussion', children: [{ type: 'paragraph', children: [{ text }] }] },
});
