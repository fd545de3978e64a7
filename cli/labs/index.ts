/** `casewright labs …`: lab values read, imported, written, charted and listed from a shell. */
import { addCommands, type CommandRow, type FillCommand } from '../commands.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'read <file>',
    description: {
      en: 'read lab values: CSV, Excel, FHIR, HL7 v2, or a report as text; told from their content',
      fr: 'lire des résultats\u00a0: CSV, Excel, FHIR, HL7 v2 ou compte rendu en texte, reconnus à leur contenu',
    },
    examples: ['labs read results.hl7 --json', 'labs read results.csv --date-order dmy --moment Admission=D0'],
    findings: { en: 'something is for you to decide', fr: 'quelque chose est à décider' },
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    usage: 'import <file>',
    description: {
      en: 'add the lab values of a file to a report',
      fr: 'ajouter à un document les résultats d’un fichier',
    },
    examples: ['labs import results.csv --into calciphylaxis.casereport'],
    findings: { en: 'something is for you to decide', fr: 'quelque chose est à décider' },
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'export <report>',
    description: {
      en: 'write a report’s lab values and course: CSV, Excel (.xlsx), or a FHIR bundle (.json)',
      fr: 'écrire les résultats et le déroulement d’un document\u00a0: CSV, Excel (.xlsx) ou un ensemble FHIR (.json)',
    },
    examples: ['labs export calciphylaxis.casereport --to values.xlsx'],
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'chart <report>',
    description: {
      en: 'draw a report’s lab values as SVG, PDF or PNG',
      fr: 'tracer les résultats d’un document en SVG, PDF ou PNG',
    },
    examples: [
      'labs chart calciphylaxis.casereport --to chart.png --dpi 300',
      'labs chart calciphylaxis.casereport --to chart.svg --lanes --grey',
    ],
    load: async () => (await import('./chart.ts')).chartCommand,
  },
  {
    usage: 'table <report>',
    description: {
      en: 'print the table of a report’s lab values, cells parted by tabs',
      fr: 'imprimer le tableau des résultats d’un document, cellules séparées par des tabulations',
    },
    examples: ['labs table calciphylaxis.casereport --series CRP'],
    load: async () => (await import('./table.ts')).tableCommand,
  },
];

export const labsCommand: FillCommand = (labs, shell, args) => addCommands(labs, commands, shell, args);
