/** What others make of the same files: each gives every entry it came up with, or null where it gave up. */
import { spawnSync } from 'node:child_process';
import type { CslItem } from '../../core/references/csl.ts';
import { modsItem } from './mods.ts';
import { allText } from './words.ts';

/** An entry as somebody else read it: all its text, and its fields as CSL has them. */
export interface Found {
  readonly text: string;
  readonly item: CslItem;
}

export interface Peer {
  readonly name: string;
  /** Gives the entries; null where the file was refused, undefined where it does not read the format. */
  readonly read: (format: string, text: string) => readonly Found[] | null | undefined;
}

const found = (item: unknown): Found => ({ text: allText(item), item: item as CslItem });

const CITATION_JS: Readonly<Record<string, string>> = {
  'BibTeX, BibLaTeX': '@bibtex/text',
  RIS: '@ris/file',
  'CSL-JSON': '@csl/list+object',
};

/** citation-js as installed here. */
export async function citationJs(): Promise<Peer> {
  const { plugins, logger } = (await import('@citation-js/core')) as unknown as {
    readonly plugins: { readonly input: { readonly chain: (text: unknown, options: object) => unknown[] } };
    readonly logger?: { level: string };
  };
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  if (logger) logger.level = 'silent';
  return {
    name: 'citation-js',
    read: (format, text) => {
      const forceType = CITATION_JS[format];
      if (forceType === undefined) return undefined;
      try {
        const input = format === 'CSL-JSON' ? JSON.parse(text) : text;
        return plugins.input.chain(input, { forceType, generateGraph: false }).map(found);
      } catch {
        return null;
      }
    },
  };
}

function run(program: string, options: readonly string[], text: string): string | null {
  const { status, stdout } = spawnSync(program, options, {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 120_000,
  });
  return status === 0 ? stdout : null;
}

const PANDOC: Readonly<Record<string, string>> = {
  'BibTeX, BibLaTeX': 'biblatex',
  RIS: 'ris',
  'EndNote XML': 'endnotexml',
  'CSL-JSON': 'csljson',
};

const pandoc: Peer = {
  name: 'pandoc',
  read: (format, text) => {
    const from = PANDOC[format];
    if (from === undefined) return undefined;
    const out = run('pandoc', ['-f', from, '-t', 'csljson'], text);
    return out === null ? null : (JSON.parse(out) as unknown[]).map(found);
  },
};

const BIBUTILS: Readonly<Record<string, string>> = {
  'BibTeX, BibLaTeX': 'bib2xml',
  RIS: 'ris2xml',
  'PubMed XML': 'med2xml',
  'EndNote XML': 'endx2xml',
  'EndNote (ENW), Refer': 'end2xml',
};

const bibutils: Peer = {
  name: 'bibutils',
  read: (format, text) => {
    const program = BIBUTILS[format];
    if (program === undefined) return undefined;
    const out = run(program, [], text);
    const records: readonly string[] = out?.match(/<mods\b[\s\S]*?<\/mods>/g) ?? [];
    return out === null ? null : records.map(record => ({ text: record, item: modsItem(record) }));
  },
};

const installed = (program: string) => spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0;

/** The others that are here, citation-js always. */
export async function peers(): Promise<readonly Peer[]> {
  return [await citationJs(), ...(installed('pandoc') ? [pandoc] : []), ...(installed('bib2xml') ? [bibutils] : [])];
}
