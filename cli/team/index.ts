/** `casewright team …`: what the administrator of a team's database needs. */
import type { Command } from 'commander';
import { SERVER_VERSION, schemaScript } from '../../host/library/sync/server/index.ts';
import { print, type Shell } from '../shell.ts';

export function teamCommand(program: Command, shell: Shell): void {
  const team = program.command('team').description('reference libraries of teams, on PostgreSQL 15 or newer');
  team
    .command('schema')
    .description('print the SQL that prepares a database for teams, or brings it up to date: pipe it to psql')
    .action(() => {
      const sql = schemaScript();
      print(shell, { version: SERVER_VERSION, sql }, [sql.trimEnd()]);
    });
}
