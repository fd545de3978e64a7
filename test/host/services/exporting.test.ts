import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { done } from '../../../core/outcome.ts';
import { createExportHandlers, type ExportServices } from '../../../host/services/exporting.ts';
import { complete, house } from '../../core/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'casewright-exporting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const letters = (text: string) => new TextEncoder().encode(text);
const handlers = createExportHandlers({
  documents: { report: () => complete, assets: async () => new Map(), changedAt: () => 0 },
  workshop: {
    citations: async () => ({ clusters: {}, bibliography: [], missing: [] }),
    file: async () => done({ bytes: letters('text'), beside: [{ name: 'figure-1.jpg', bytes: letters('i') }] }),
  },
  templateOf: async () => house('plain-fr'),
  templatesFolder: join(import.meta.dirname, '..', '..', '..', 'templates'),
  version: '0',
} as unknown as ExportServices);

it.each(['paper.zip', 'paper.tex.zip', 'paper.TEX.zip'])(
  '%s holds the text under a name that LaTeX opens, and what it names',
  async name => {
    const path = join(folder, name);
    const wanted = { document: 'd', format: 'latex', path };
    for await (const event of handlers['report.export'](wanted, new AbortController().signal))
      expect(event.kind).not.toBe('failed');
    const inside = unzipSync(new Uint8Array(readFileSync(path)));
    const [text] = Object.entries(inside).find(([each]) => !each.includes('/')) ?? [];
    expect(text?.toLowerCase()).toBe('paper.tex');
    expect(strFromU8(inside['paper-files/figure-1.jpg'] as Uint8Array)).toBe('i');
  },
);
