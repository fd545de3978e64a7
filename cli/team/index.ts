/** `casewright team …`: what the administrator of a team's database needs. */
import { addCommands, type CommandRow, type FillCommand } from '../commands.ts';

const commands: readonly CommandRow[] = [
  {
    usage: 'schema',
    description: {
      en: 'print the SQL that prepares a database for teams, or brings it up to date: pipe it to psql',
      fr: 'imprimer le SQL qui prépare une base pour des équipes, ou la met à jour\u00a0: à passer à psql',
    },
    examples: ['team schema | psql references'],
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
];

export const teamCommand: FillCommand = (team, shell, args) => addCommands(team, commands, shell, args);
