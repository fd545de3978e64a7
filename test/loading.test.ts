/** What is loaded at a program's start: large packages wait until something needs them. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Packages that a file reaches by static imports, types left out. */
function packagesFrom(entry: string): readonly string[] {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [join(root, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(
      /^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm,
    )) {
      const inBraces = /^\{(.*)\}$/s
        .exec(names.trim())?.[1]
        ?.split(',')
        .filter(name => name.trim() !== '');
      if (inBraces?.every(name => name.trim().startsWith('type '))) continue;
      if (from.startsWith('.')) waiting.push(join(dirname(file), from));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  }
  expect(files.size).toBeGreaterThan(3);
  return [...packages].sort();
}

describe('a program loads at its start', () => {
  it('the reader of arguments alone, in the command line', () => {
    expect(packagesFrom('cli/main.ts')).toEqual(['commander']);
  });

  it('in the services what opens a report, and nothing that prints, draws, cites or keeps a library', () => {
    expect(packagesFrom('host/services.ts')).toEqual(['fflate', 'zod']);
  });

  it('in the host of a browser its wire as well', () => {
    expect(packagesFrom('host/server.ts')).toEqual(['fflate', 'ws', 'zod']);
  });
});
