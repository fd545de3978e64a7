/** The packages that the program ships with, and what each says of its licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a package offers a choice, the one that is taken. */
const CHOSEN = {
  citeproc: 'CPAL-1.0',
  'is-integer': 'ISC',
};

/** Packages that name their licence in a file only; the key is the file's first line. */
const BY_FIRST_LINE = {
  'MIT License': 'MIT',
  'The MIT License (MIT)': 'MIT',
};

/** The place in the lock of what `name` means to the package at `from`: nearest folder first, as Node looks. */
function placeOf(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return null;
    if (!folder.includes('/node_modules/')) folder = '/node_modules/';
  }
}

/** Places of everything that is installed without development packages. Peers that nothing else brings are not. */
function placesOf(packages) {
  const places = new Set();
  const waiting = [''];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { dependencies = {}, optionalDependencies = {} } = packages[place];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = placeOf(packages, place, name);
      if (found === null || places.has(found)) continue;
      places.add(found);
      waiting.push(found);
    }
  }
  return places;
}

function licenceFile(folder) {
  const name =
    existsSync(folder) && readdirSync(folder).find(file => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(file));
  return name ? readFileSync(join(folder, name), 'utf8') : '';
}

/** Lines that claim a copyright; else the author that the package names. */
function copyrightOf(folder, text) {
  const lines = text
    // Names that follow a colon, a line each.
    .replace(
      /^(Copyright.*):\s*\n((?:\S.*\n)+)/gm,
      (_, claim, names) => `${claim} ${names.trim().replaceAll('\n', ', ')}\n`,
    )
    .split(/\r?\n/)
    .map(line => line.replace(/^[\s*#>-]+/, '').trim())
    .filter(line => /^(?:Portions )?(?:C(?:opyright|OPYRIGHT)\s+(?:\([cC]\)|©|\d|[A-Z])|©|\([cC]\)\s*\d)/.test(line))
    // The licence's own words, and the blank of its appendix.
    .filter(
      line => !/copyright (?:notice|holder|owner|license|law|and related|\[yyyy\])|^copyright statement/i.test(line),
    );
  if (lines.length > 0) return [...new Set(lines)];
  const path = join(folder, 'package.json');
  const { author } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const name = typeof author === 'string' ? author : author?.name;
  return name ? [`by ${name.replace(/\s*[<(].*$/, '')}`] : [];
}

/**
 * Every package of the lock that ships, sorted by name and version. `everywhere` is false for those that npm installs on some
 * platforms only: of these nothing is read but the lock, so that the answer is the same on all.
 */
export function shipped(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = [...placesOf(packages)].map(place => {
    const entry = packages[place];
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const folder = join(root, place);
    const everywhere = entry.optional !== true;
    const text = everywhere ? licenceFile(folder) : '';
    const offered = entry.license ?? BY_FIRST_LINE[text.split(/\r?\n/, 1)[0].trim()];
    if (!offered) throw new Error(`${name}: no licence is known`);
    return {
      name,
      version: entry.version,
      licence: offered,
      ...(CHOSEN[name] ? { chosen: CHOSEN[name] } : {}),
      everywhere,
      copyright: everywhere ? copyrightOf(folder, text) : [],
    };
  });
  const known = new Map(found.map(entry => [`${entry.name}@${entry.version}`, entry]));
  return [...known.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}
