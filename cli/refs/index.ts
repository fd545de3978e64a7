/** `casewright refs …`: everything about references that needs no report. */
import { addCommands, type CommandRow, type FillCommand } from '../commands.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'import <files...>',
    description: 'take references of any format into your library; what is there already is not doubled',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'follow [files...]',
    description:
      'keep your library in step with files that Better BibTeX or another program writes; without a file, list them',
    load: async () => (await import('./follow.ts')).followCommand,
  },
  {
    usage: 'search [words...]',
    description: 'find references in your library; the beginning of a word is enough',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  {
    usage: 'dedupe',
    description: 'list entries that seem to be one work',
    load: async () => (await import('./dedupe.ts')).dedupeCommand,
  },
  {
    usage: 'export [words...]',
    description: 'write your library, or what these words find in it',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'convert <file>',
    description: 'read references of any format, told from their content, and write them in another',
    load: async () => (await import('./convert.ts')).convertCommand,
  },
  {
    usage: 'lookup <id...>',
    description: 'look up DOI, PMID, PMCID, arXiv id, ISBN or an article’s address; only these are sent',
    load: async () => (await import('./lookup.ts')).lookupCommand,
  },
];

export const refsCommand: FillCommand = (refs, shell, args) => addCommands(refs, commands, shell, args);
