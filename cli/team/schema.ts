/** `casewright team schema`: the SQL of a team's server. */
import type { Command } from 'commander';
import { SERVER_VERSION, schemaScript } from '../../host/library/sync/server/index.ts';
import { print, type Shell } from '../shell.ts';

export function schemaCommand(command: Command, shell: Shell): void {
  command.action(() => {
    const sql = schemaScript();
    print(shell, { version: SERVER_VERSION, sql }, [sql.trimEnd()]);
  });
}
