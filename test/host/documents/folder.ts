/** A folder for one test file, gone afterwards with what was opened in it; and a small report to keep there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import type { Op } from '../../../core/report/ops.ts';
import { createDocuments, type Documents } from '../../../host/documents/documents.ts';
import type { Program } from '../../../host/documents/owner.ts';

export function folderForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-test-'));
  afterAll(async () => {
    for (const documents of opened.splice(0)) await documents.closeAll().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const opened: Documents[] = [];

/** Documents whose files are closed with the test's folder: tests of what is left open leave it open until then. */
export function documentsIn(path: string, program?: Program): Documents {
  const documents = createDocuments(path, program);
  opened.push(documents);
  return documents;
}

export const blank = () => blankReport({ id: 'r', language: 'en', template: 'plain-en' });

/** Writes a sentence into the discussion. */
export const writing = (text: string): Op => ({
  set: 'part',
  key: 'discussion',
  value: { type: 'part', key: 'discussion', children: [{ type: 'paragraph', children: [{ text }] }] },
});
