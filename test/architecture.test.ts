/** Who may import whom: one table, held against every import in the tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Pure packages that the domain may use: none needs Node or a DOM. */
const PURE = [
  'zod',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'hyphen',
  'fast-xml-parser',
  'yaml',
  '@lhncbc/ucum-lhc',
  'fflate',
];

/** What a room may import; the first row whose path fits a file holds for it. */
const ROOMS: readonly {
  from: string;
  rooms: readonly string[];
  packages: 'any' | readonly string[];
  builtins: boolean;
  because: string;
}[] = [
  {
    from: 'core/',
    rooms: ['core/'],
    packages: PURE,
    builtins: false,
    because: 'the domain runs in a window, a host and a worker alike',
  },
  {
    from: 'host/printing/',
    rooms: ['core/', 'host/'],
    packages: 'any',
    builtins: true,
    because: 'the only room that knows pdfmake',
  },
  {
    from: 'host/',
    rooms: ['core/', 'host/'],
    packages: 'any',
    builtins: true,
    because: 'a host knows no window and no Electron',
  },
  {
    from: 'renderer/',
    rooms: ['core/', 'renderer/'],
    packages: 'any',
    builtins: false,
    because: 'a window speaks to a host only through the contract',
  },
  {
    from: 'electron/',
    rooms: ['core/', 'host/', 'electron/'],
    packages: ['electron'],
    builtins: true,
    because: 'the shell is thin',
  },
  {
    from: 'cli/',
    rooms: ['core/', 'host/', 'cli/'],
    packages: 'any',
    builtins: true,
    because: 'the command line uses the services of the window',
  },
  {
    from: 'examples/',
    rooms: ['core/', 'host/', 'examples/'],
    packages: 'any',
    builtins: true,
    because: 'examples are made by the program itself',
  },
  {
    from: 'bench/',
    rooms: ['core/', 'host/', 'cli/', 'renderer/', 'examples/', 'bench/', 'test/', 'scripts/'],
    packages: 'any',
    builtins: true,
    because: 'benchmarks measure everything',
  },
];

/** Packages that one room alone may import. */
const ONLY_IN: readonly { package: RegExp; room: string; because: string }[] = [
  {
    package: /^(?:pdfmake|pdfkit|fontkit)(?:\/|$)/,
    room: 'host/printing/',
    because: 'what depends on their insides stays in one room',
  },
  { package: /^docx$/, room: 'host/word/', because: 'one room writes WordprocessingML' },
  { package: /^@citation-js\//, room: 'host/citing/', because: 'one door to citeproc' },
  { package: /^libsql$/, room: 'host/library/', because: 'one door to the library’s file' },
  { package: /^sharp$/, room: 'host/documents/', because: 'images are made safe in one place' },
  { package: /^pdfjs-dist(?:\/|$)/, room: 'renderer/panels/preview/', because: 'loaded lazily by the preview alone' },
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name}`.split(sep).join('/'))
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...found].map(([, type, stated, lazy]) => ({
    file,
    target: stated ?? (lazy as string),
    typeOnly: type !== undefined,
  }));
}

function placeOf({ file, target }: Import): string {
  if (!target.startsWith('.')) return target;
  return relative(root, join(root, dirname(file), target.replace(/\?.*$/, '')))
    .split(sep)
    .join('/');
}

const folders = [...new Set(ROOMS.map(({ from }) => from.split('/')[0] as string))];
const files = folders.flatMap(sources);
const imports = files.flatMap(importsOf);
const packageName = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
const isBuiltin = (target: string) => target.startsWith('node:') || builtinModules.includes(packageName(target));

describe('architecture', () => {
  it('sees the files of every room', () => {
    for (const folder of folders)
      expect(files.filter(file => file.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(0);
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('every file stands in a room of the table', () => {
    expect(files.filter(file => !ROOMS.some(({ from }) => file.startsWith(from)))).toEqual([]);
  });

  it.each(ROOMS)('$from imports only what it may: $because', ({ from, rooms, packages, builtins }) => {
    const own = imports.filter(({ file }) => ROOMS.find(room => file.startsWith(room.from))?.from === from);
    const wrong = own.filter(entry => {
      const place = placeOf(entry);
      if (entry.target.startsWith('.')) return !rooms.some(room => place.startsWith(room)) && place !== 'package.json';
      if (isBuiltin(entry.target)) return !builtins;
      return !(entry.typeOnly || packages === 'any' || packages.includes(packageName(entry.target)));
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it.each(ONLY_IN)('$package is imported in $room alone: $because', ({ package: name, room }) => {
    const users = imports.filter(({ target, typeOnly }) => !typeOnly && name.test(target));
    expect(users.length).toBeGreaterThan(0);
    const outside = users.filter(({ file }) => !file.startsWith(room) && !file.startsWith('bench/'));
    expect(outside.map(({ file }) => file)).toEqual([]);
  });

  it('only the two ends of the desktop shell load electron', () => {
    const users = imports.filter(({ target, typeOnly }) => !typeOnly && packageName(target) === 'electron');
    expect([...new Set(users.map(({ file }) => file))].sort()).toEqual(['electron/main.ts', 'electron/preload.ts']);
  });
});
