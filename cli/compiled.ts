/**
 * Compiled code kept from the build. A short command spends a quarter of its time on V8 reading and compiling what it loads; V8 can
 * give that work out as data, and take it back in a later process of the same version. What does not fit is compiled as ever.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, relative } from 'node:path';
import { Script } from 'node:vm';

/** The part of Node's loader of CommonJS that is not typed: Node 20 has no other door to what it compiles. */
interface Loader {
  _compile(this: NodeModule, content: string, path: string, format?: string): unknown;
}
interface LoaderStatics {
  _resolveFilename(request: string, parent: NodeModule, isMain: boolean, options?: object): string;
  _resolveLookupPaths(request: string, parent: NodeModule): string[] | null;
  readonly _cache: NodeJS.Dict<NodeModule>;
  readonly _extensions: NodeJS.RequireExtensions;
}
const statics = Module as unknown as LoaderStatics;
const loader = Module.prototype as unknown as Loader;

/** Of one file: which text it was compiled from, and where its data lie. */
type Row = readonly [path: string, hash: string, start: number, length: number];

export interface Compiled {
  /** Notes what has been compiled so far. Called often: V8 forgets functions that rest for a while. */
  note(): void;
  /** All that was noted, as a file for a later process. */
  bytes(): Buffer;
}

/**
 * Takes compiled code from `file`, if it is there, for every CommonJS file that is loaded from now on.
 *
 * @param root folder that the paths in the file are relative to
 * @param isKept whether what is compiled shall be given out again; costs memory
 */
export function takeCompiled(file: string, root: string, isKept = false): Compiled {
  const known = isKept ? new Map<string, Known>() : readCompiled(file);
  const scripts = new Map<string, { readonly script: Script; readonly hash: string; data: Buffer }>();
  const compile = loader._compile;
  loader._compile = function (content, path, format) {
    // A script of this door can load no modules: the few packages that do are compiled as ever.
    if ((format !== undefined && format !== 'commonjs') || /\bimport\s*\(/.test(content))
      return compile.call(this, content, path, format);
    const name = relative(root, path);
    const hash = contentHash(content);
    const found = known.get(name);
    const script = new Script(Module.wrap(content), {
      filename: path,
      ...(found?.hash === hash ? { cachedData: found.data } : {}),
    });
    if (isKept) scripts.set(name, { script, hash, data: Buffer.alloc(0) });
    const run = script.runInThisContext() as (...surroundings: unknown[]) => unknown;
    return run.call(this.exports, this.exports, requireOf(this), this, path, dirname(path));
  };
  return {
    note() {
      for (const each of scripts.values()) {
        const data = each.script.createCachedData();
        if (data.length > each.data.length) each.data = data;
      }
    },
    bytes() {
      const rows: Row[] = [];
      let start = 0;
      for (const [path, { hash, data }] of scripts) {
        rows.push([path, hash, start, data.length]);
        start += data.length;
      }
      const head = Buffer.from(JSON.stringify(rows));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(head.length);
      return Buffer.concat([length, head, ...[...scripts.values()].map(({ data }) => data)]);
    },
  };
}

interface Known {
  readonly hash: string;
  readonly data: Buffer;
}

/** Empty where there is no such file, or none of ours. */
function readCompiled(file: string): ReadonlyMap<string, Known> {
  try {
    const all = readFileSync(file);
    const body = 4 + all.readUInt32LE(0);
    const rows = JSON.parse(all.toString('utf8', 4, body)) as readonly Row[];
    return new Map(
      rows.map(([path, hash, start, length]) => [
        path,
        { hash, data: all.subarray(body + start, body + start + length) },
      ]),
    );
  } catch {
    return new Map();
  }
}

/** V8 itself compares only lengths. A key, not a seal: of each letter its last byte will do, which is quick. */
function contentHash(content: string): string {
  return createHash('sha1').update(content, 'latin1').digest('base64');
}

/** `require` as a file is given it. */
function requireOf(module: NodeModule): NodeRequire {
  const resolve = Object.assign(
    (request: string, options?: object) => statics._resolveFilename(request, module, false, options),
    { paths: (request: string) => statics._resolveLookupPaths(request, module) },
  );
  return Object.assign((request: string) => module.require(request) as unknown, {
    resolve,
    cache: statics._cache,
    extensions: statics._extensions,
    main: process.mainModule,
  });
}
