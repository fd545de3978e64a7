/** Citations in text pasted from Word or Writer, where Zotero or Mendeley keep them in fields. */
import type { Citation } from '../../../core/report/document.ts';
import { incomingCitation } from '../../../core/roundtrip/incoming.ts';
import { liveCitation } from '../../../core/roundtrip/live.ts';
import { freshId } from '../../editor/identity.ts';
import type { Session } from '../../session/types.ts';
import { say } from '../../words/index.ts';

/** The citation of a field, its references taken into the report where it has them not; null for another field. */
export function citeField(session: Session, code: string): Citation | null {
  const live = liveCitation(code);
  if (!live) return null;
  const { citation, brings } = incomingCitation(freshId('citation'), live.cites, session.store.getState().report);
  if (brings.length > 0)
    session.dispatch(
      brings.map(value => ({ set: 'reference', id: value.id, value })),
      say('pasting')('undo'),
    );
  return citation;
}
