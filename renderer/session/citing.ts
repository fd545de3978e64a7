/** Citations formatted by the host whenever what they depend on changes; of several requests only the latest counts. */
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import type { Session, SessionState } from './types.ts';

export const NO_CITATIONS: FormattedCitations = { clusters: {}, bibliography: [], missing: [] };

/** Whether the printed citations may differ. */
function differs(state: SessionState, before: SessionState): boolean {
  return (
    state.numbering.citations !== before.numbering.citations ||
    state.report.references !== before.report.references ||
    state.report.language !== before.report.language ||
    state.template !== before.template
  );
}

/** Keeps `citations` of the session's state in step. Gives the way to stop. */
export function followCitations(session: Session): () => void {
  let latest: AbortController | null = null;

  async function format(): Promise<void> {
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    const clusters = [...session.store.getState().numbering.citations];
    try {
      // The host formats with its own copy of the references: they have to be there first.
      await session.flush();
      if (mine.signal.aborted) return;
      const citations = await session.host.call(
        'citations.format',
        { document: session.document, clusters },
        { signal: mine.signal },
      );
      if (!mine.signal.aborted) session.store.setState({ citations });
    } catch {
      // Stale, or the host has gone: the printed text of before stays, and the next change asks again.
    }
  }

  const unsubscribe = session.store.subscribe((state, before) => {
    if (differs(state, before)) void format();
  });
  void format();
  return () => {
    latest?.abort();
    unsubscribe();
  };
}
