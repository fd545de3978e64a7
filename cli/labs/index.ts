/** `casewright labs …`: lab values read, imported, written, charted and listed from a shell. */
import { addCommands, type CommandRow, type FillCommand } from '../commands.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'read <file>',
    description: 'read lab values: CSV, Excel, FHIR, HL7 v2, or a report as text; told from their content',
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    usage: 'import <file>',
    description: 'add the lab values of a file to a report',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'export <report>',
    description: 'write a report’s lab values and course: CSV, Excel (.xlsx), or a FHIR bundle (.json)',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'chart <report>',
    description: 'draw a report’s lab values as SVG, PDF or PNG',
    load: async () => (await import('./chart.ts')).chartCommand,
  },
  {
    usage: 'table <report>',
    description: 'print the table of a report’s lab values, cells parted by tabs',
    load: async () => (await import('./table.ts')).tableCommand,
  },
];

export const labsCommand: FillCommand = (labs, shell, args) => addCommands(labs, commands, shell, args);
