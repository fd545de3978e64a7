/** The formats that a host writes: asked for once. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { ExportFormat } from '../../../core/export/types.ts';

const known = new WeakMap<HostClient, Promise<readonly ExportFormat[]>>();

export function formatsOf(host: HostClient): Promise<readonly ExportFormat[]> {
  const asked = known.get(host) ?? host.call('export.formats', {});
  known.set(host, asked);
  asked.catch(() => known.delete(host));
  return asked;
}
