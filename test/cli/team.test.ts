import { describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { schemaScript } from '../../host/library/sync/server/index.ts';

describe('casewright team schema', () => {
  it('prints the SQL that an administrator pipes to psql', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      expect(await run(['team', 'schema'], process.cwd())).toBe(0);
      expect(write.mock.calls.map(([text]) => text).join('')).toBe(schemaScript());
    } finally {
      write.mockRestore();
    }
  });
});
