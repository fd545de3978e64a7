/** Which report a window shows, so that a window that is loaded anew shows it again. */
import type { HostClient } from '../../core/contract/contract.ts';
import type { Opened } from '../../core/contract/values.ts';

/** The host's handle of a report: no name, no path, nothing of a patient. Kept as long as the window. */
const KEY = 'casewright.document';

export function rememberOpen(opened: Opened | null): void {
  if (opened) sessionStorage.setItem(KEY, opened.document);
  else sessionStorage.removeItem(KEY);
}

/** The report this window showed before it was loaded anew; null where there was none, or the host does not hold it any more. */
export async function reopen(host: HostClient): Promise<Opened | null> {
  const document = sessionStorage.getItem(KEY);
  if (document === null) return null;
  try {
    const answer = await host.call('report.resume', { document, again: true });
    return answer.ok ? { ...answer.value, recovered: false } : null;
  } catch {
    return null;
  }
}
