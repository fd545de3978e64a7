/** What had to be done to open the library, said once. */
import { useEffect, useRef } from 'react';
import type { Problem } from '../../../core/outcome.ts';
import { notify } from '../../app/notices/notices.ts';
import { useWords } from '../../words/index.ts';

/** What is told after the library was opened otherwise than it was left. */
const PUT_BACK: ReadonlySet<string> = new Set(['library.restored', 'library.missing', 'library.replaced']);

/** `onBackups` shows the library's backups; null where it has none. */
export function useWarned(warnings: readonly Problem[] | undefined, onBackups: (() => void) | null): void {
  const say = useWords('library');
  const warned = useRef(false);
  useEffect(() => {
    const [warning] = warnings ?? [];
    if (!warning || warned.current) return;
    warned.current = true;
    notify({
      severity: 'warning',
      title: warning.message,
      hint: warning.hint,
      code: warning.code,
      // Another copy may hold more.
      ...(onBackups && PUT_BACK.has(warning.code) && { action: { label: say('backups'), run: onBackups } }),
    });
  }, [warnings, onBackups, say]);
}
