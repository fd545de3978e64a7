/** `casewright refs …`: everything about references that needs no report. */
import { addCommands, type CommandRow, type FillCommand } from '../commands.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'import <files...>',
    description: {
      en: 'take references of any format into your library; what is there already is not doubled',
      fr: 'prendre des références de tout format dans votre bibliothèque\u00a0; ce qui y est déjà n’est pas doublé',
    },
    examples: ['refs import library.bib export.nbib', 'refs import library.ris --tag dialysis'],
    findings: {
      en: 'some were not read, or wait for a decision',
      fr: 'certaines n’ont pas été lues, ou attendent une décision',
    },
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'follow [files...]',
    description: {
      en: 'keep your library in step with files that Better BibTeX or another program writes; without a file, list them',
      fr: 'tenir votre bibliothèque à jour de fichiers qu’écrit Better BibTeX ou un autre programme\u00a0; sans fichier, les énumérer',
    },
    examples: ['refs follow Zotero/library.bib', 'refs follow'],
    findings: {
      en: 'some were not read, or wait for a decision',
      fr: 'certaines n’ont pas été lues, ou attendent une décision',
    },
    load: async () => (await import('./follow.ts')).followCommand,
  },
  {
    usage: 'search [words...]',
    description: {
      en: 'find references in your library; the beginning of a word is enough',
      fr: 'chercher des références dans votre bibliothèque\u00a0; le début d’un mot suffit',
    },
    examples: ['refs search calciph sodium thio', 'refs search --tag dialysis --from 2015'],
    findings: { en: 'nothing was found', fr: 'rien n’a été trouvé' },
    load: async () => (await import('./search.ts')).searchCommand,
  },
  {
    usage: 'dedupe [report]',
    description: {
      en: 'list entries of your library, or of a report, that seem to be one work',
      fr: 'énumérer les références de votre bibliothèque, ou d’un document, qui semblent désigner un même travail',
    },
    examples: ['refs dedupe', 'refs dedupe --merge', 'refs dedupe calciphylaxis.casereport --merge'],
    findings: { en: 'some are left to decide', fr: 'certaines restent à décider' },
    load: async () => (await import('./dedupe.ts')).dedupeCommand,
  },
  {
    usage: 'export [words...]',
    description: {
      en: 'write your library, or what these words find in it',
      fr: 'écrire votre bibliothèque, ou ce que ces mots y trouvent',
    },
    examples: ['refs export --to bibtex --out library.bib', 'refs export calciphylaxis --to ris'],
    findings: {
      en: 'nothing was found to write, or not all could be said in this format',
      fr: 'rien n’a été trouvé à écrire, ou tout n’a pas pu être dit dans ce format',
    },
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'backups',
    description: {
      en: 'list the backups of your library, make one, or put one back',
      fr: 'énumérer les sauvegardes de votre bibliothèque, en faire une, ou en remettre une',
    },
    examples: ['refs backups', 'refs backups --now', 'refs backups --restore 2'],
    findings: { en: 'there is none yet', fr: 'il n’y en a pas encore' },
    load: async () => (await import('./backups.ts')).backupsCommand,
  },
  {
    usage: 'convert <file>',
    description: {
      en: 'read references of any format, told from their content, and write them in another',
      fr: 'lire des références de tout format, reconnu à son contenu, et les écrire dans un autre',
    },
    examples: ['refs convert library.bib --to ris --out library.ris', 'refs convert export.nbib --to csl-json --json'],
    findings: {
      en: 'some entries did not come through, or not wholly',
      fr: 'certaines références ne sont pas passées, ou pas entièrement',
    },
    load: async () => (await import('./convert.ts')).convertCommand,
  },
  {
    usage: 'lookup <id...>',
    description: {
      en: 'look up DOI, PMID, PMCID, arXiv id, ISBN or an article’s address; only these are sent',
      fr: 'chercher un DOI, PMID, PMCID, numéro arXiv, ISBN ou l’adresse d’un article\u00a0; rien d’autre n’est envoyé',
    },
    examples: ['refs lookup 10.1056/NEJMra1505292', 'refs lookup PMID:29719190 --to bibtex'],
    findings: { en: 'some were not found, or not checked', fr: 'certains n’ont pas été trouvés, ou vérifiés' },
    load: async () => (await import('./lookup.ts')).lookupCommand,
  },
];

export const refsCommand: FillCommand = (refs, shell, args) => addCommands(refs, commands, shell, args);
