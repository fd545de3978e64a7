/** The open report as the window's parts see it. Made by `session/`, given to components by `useSession`. */
import type { StoreApi } from 'zustand/vanilla';
import type { Finding } from '../../core/checks/types.ts';
import type { HostClient } from '../../core/contract/contract.ts';
import type { Numbering } from '../../core/manuscript/number.ts';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import type { Problem } from '../../core/outcome.ts';
import type { Op } from '../../core/report/ops.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import type { CaseEditor } from '../editor/types.ts';
import type { MakingWay, Pieces, Undone } from './timeline.ts';

/** Where the latest change is: on its way, in the journal of this computer, in the file. */
export interface Keeping {
  readonly state: 'sending' | 'journal' | 'file' | 'failed';
  /** When it arrived there (milliseconds). */
  readonly at: number | null;
  readonly problem?: Problem;
}

export interface SessionState {
  /** The report now; `parts` is the editor's own value. */
  readonly report: CaseReport;
  readonly template: Template;
  /** Null until saved to a file. */
  readonly path: string | null;
  readonly keeping: Keeping;
  /** The host has not answered for some seconds: what is on its way may not arrive. */
  readonly isLate: boolean;
  readonly numbering: Numbering;
  /** Follows the text within a moment; a cluster not formatted yet is absent. */
  readonly citations: FormattedCitations;
  /** What the checks say; follows when typing rests. */
  readonly findings: readonly Finding[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

export interface Session {
  readonly host: HostClient;
  /** The host's handle of the open report. */
  readonly document: string;
  readonly store: StoreApi<SessionState>;
  readonly editor: CaseEditor;
  /** Changes the report as one undo step. Ops on `part` must not come through here: text changes through the editor. */
  dispatch(ops: readonly Op[], label: string): void;
  /** Everything `change` does, in text and data, is one undo step; if it throws, all of it is taken back. */
  transact(label: string, change: () => void): void;
  /** Begins one undo step that is made a piece at a time, while the window answers between them. */
  inPieces(label: string, way: MakingWay): Pieces;
  /** What was taken back; null where nothing was. */
  undo(): Undone | null;
  redo(): Undone | null;
  /** Resolves when all that the window shows is in the host's journal. */
  flush(): Promise<void>;
  /** Address of an image as a screen shows it, for `<img>`. */
  assetUrl(name: string): string;
}
