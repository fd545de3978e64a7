/** The open report: what the window shows, what the host keeps, and the one timeline of undo over both. */
import type { Operation } from 'slate';
import { createStore } from 'zustand/vanilla';
import type { HostClient } from '../../core/contract/contract.ts';
import type { Opened, Saved } from '../../core/contract/values.ts';
import { failed, type Outcome } from '../../core/outcome.ts';
import type { Part, PartKey } from '../../core/report/document.ts';
import { apply, type Op } from '../../core/report/ops.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { templateOf } from '../../core/template/choose.ts';
import type { Template } from '../../core/template/types.ts';
import { createCaseEditor } from '../editor/create.ts';
import { type CaseEditor, partsOf } from '../editor/types.ts';
import { say } from '../words/index.ts';
import { followFindings } from './checking.ts';
import { followCitations, NO_CITATIONS } from './citing.ts';
import { renumber } from './numbering.ts';
import { readyTyping } from './readying.ts';
import { sender } from './sending.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import type { Keeping, Session, SessionState } from './types.ts';

export interface OpenSession extends Session {
  /** Brings the report to its file, or to a new one. */
  save(path?: string): Promise<Outcome<Saved>>;
  /** Sends again what could not be kept. */
  retry(): void;
  /** What this window shows as a report of its own, in no file; the open one stays as the host has it. */
  keepCopy(): Promise<Outcome<Opened>>;
  /** Whether something was written that is in no file. */
  isOnlyInJournal(): boolean;
  /** The templates on this computer, when they change. */
  takeTemplates(templates: readonly Template[]): void;
  /** Everything kept, everything stopped; the session is of no use after it. */
  close(): Promise<void>;
}

function saveCall(host: HostClient, document: string, path: string | undefined): Promise<Outcome<Saved>> {
  // A chosen path was agreed to by the user, replacing included.
  return host.call('report.save', path === undefined ? { document } : { document, path, replace: true });
}

interface Needs {
  readonly host: HostClient;
  readonly opened: Opened;
  readonly templates: readonly Template[];
  /** Calls back when a lost host is there again. */
  onReturn?(listener: () => void): () => void;
}

function templateFor(report: CaseReport, templates: readonly Template[]): Template {
  const template = templateOf(report, templates);
  if (!template) throw new Error('a host without templates');
  return template;
}

function keepingAtFirst({ inFile, path }: Opened): Keeping {
  return { state: inFile && path !== null ? 'file' : 'journal', at: null };
}

type PartOp = Extract<Op, { set: 'part' }>;

/** Parts that are not the same values as before, as ops; also parts that came, went, or changed places. */
export function partOps(before: readonly Part[], now: readonly Part[]): readonly PartOp[] {
  if (before === now) return [];
  const was = new Map(before.map(part => [part.key, part]));
  const ops: PartOp[] = [];
  const staying = new Set(now.map(({ key }) => key));
  // The order that the ops so far have brought about.
  const order: PartKey[] = [];
  for (const { key } of before) {
    if (staying.has(key)) order.push(key);
    else ops.push({ set: 'part', key, value: null });
  }
  now.forEach((value, at) => {
    const { key } = value;
    if (order[at] === key) {
      if (was.get(key) !== value) ops.push({ set: 'part', key, value });
      return;
    }
    const from = order.indexOf(key, at);
    if (from >= 0) {
      order.splice(from, 1);
      ops.push({ set: 'part', key, value: null });
    }
    order.splice(at, 0, key);
    ops.push({ set: 'part', key, value, at });
  });
  return ops;
}

/** Letters typed into running text are taken when typing rests for so long (milliseconds): longer than between two keys. */
const TYPED_REST = 150;
/** While typing goes on without a rest, they are taken at least this often (milliseconds). */
const TYPED_AT_MOST = 600;

/** Whether an operation changes letters alone; those of a heading count as structure, which its number follows. */
function isTyping(editor: CaseEditor, op: Operation): boolean {
  if (op.type === 'set_selection') return true;
  if (op.type !== 'insert_text' && op.type !== 'remove_text') return false;
  const [part = 0, block = 0] = op.path;
  const element = (editor.children[part] as Part | undefined)?.children[block];
  return element !== undefined && element.type !== 'heading';
}

/** Opens a session on what the host opened. */
export function openSession({ host, opened, templates, onReturn }: Needs): OpenSession {
  const { document } = opened;
  let known = templates;
  const template = templateFor(opened.report, known);
  const editor = createCaseEditor({ parts: opened.report.parts, language: opened.report.language });

  const store = createStore<SessionState>(() => ({
    report: opened.report,
    template,
    path: opened.path,
    keeping: keepingAtFirst(opened),
    isLate: false,
    numbering: renumber(null, opened.report, template),
    citations: NO_CITATIONS,
    findings: [],
    undoLabel: null,
    redoLabel: null,
  }));

  /** What the state becomes with another report: template and numbers with it. */
  function withReport(report: CaseReport): Partial<SessionState> {
    const { numbering } = store.getState();
    const now = templateFor(report, known);
    return { report, template: now, numbering: renumber(numbering, report, now) };
  }

  const sending = sender({
    host,
    document,
    revision: opened.revision,
    report: opened.report,
    onLate(isLate) {
      // Said once: the sender tells it after every batch.
      if (store.getState().isLate !== isLate) store.setState({ isLate });
    },
    onKeeping(keeping) {
      // Said once: while typing goes on, batch follows batch.
      if (keeping.state !== 'sending' || store.getState().keeping.state !== 'sending') store.setState({ keeping });
    },
    isBehind,
  });

  let soon: ReturnType<typeof setTimeout> | undefined;
  let typedSince: number | null = null;

  /** Whether the text holds what the report does not yet. */
  function isBehind(): boolean {
    const ops = partOps(store.getState().report.parts, partsOf(editor));
    // Nothing waits to take it: it is taken now, or the title bar would say "Saving…" until the next key.
    if (ops.length > 0 && typedSince === null) {
      clearTimeout(soon);
      soon = setTimeout(takeText);
    }
    return ops.length > 0;
  }

  /** Takes the editor's value into the report; nothing where nothing changed. */
  function takeText(): void {
    clearTimeout(soon);
    typedSince = null;
    const { report } = store.getState();
    const parts = partsOf(editor);
    const ops = partOps(report.parts, parts);
    if (ops.length === 0) {
      if (store.getState().keeping.state === 'sending') sending.restate();
      return;
    }
    store.setState(withReport({ ...report, parts }));
    sending.push(ops, 'at-rest');
  }

  const timeline: Timeline = createTimeline({
    editor,
    applyData(op) {
      // Text changes through the editor; what changed of a series is found when it is sent.
      if (op.set === 'part' || op.set === 'text' || op.set === 'points')
        throw new Error(`a window brings no ${op.set}`);
      const { report, inverse } = apply(store.getState().report, op);
      // The editor puts the abstract of this language first.
      editor.language = report.language;
      store.setState(withReport(report));
      sending.push([op], 'now');
      return inverse;
    },
    labels: { typing: say('report')('undoTyping'), edit: say('report')('undoText') },
    onChange() {
      const { undoLabel, redoLabel } = timeline;
      const now = store.getState();
      // Hundreds of citations listen: an Enter behind another says nothing new.
      if (now.undoLabel !== undoLabel || now.redoLabel !== redoLabel) store.setState({ undoLabel, redoLabel });
    },
  });

  const changed = editor.onChange;
  editor.onChange = options => {
    changed(options);
    if (editor.operations.every(op => op.type === 'set_selection')) return;
    // Of a long text that comes in piece by piece not every piece is numbered and sent.
    if (!timeline.isInPieces && !editor.operations.every(op => isTyping(editor, op))) {
      takeText();
      return;
    }
    typedSince ??= Date.now();
    clearTimeout(soon);
    soon = setTimeout(takeText, Math.min(TYPED_REST, Math.max(0, typedSince + TYPED_AT_MOST - Date.now())));
  };

  const session: OpenSession = {
    host,
    document,
    store,
    editor,
    dispatch: timeline.dispatch,
    transact: timeline.transact,
    inPieces: timeline.inPieces,
    undo: timeline.undo,
    redo: timeline.redo,
    async flush() {
      takeText();
      await sending.flush();
    },
    // Beside the page: the loopback host and Electron's own protocol both answer there.
    assetUrl: name => new URL(`assets/${document}/screen/${name}`, window.document.baseURI).href,
    async save(path) {
      await session.flush();
      // The host would write what it has, which is not what is shown.
      const { keeping } = store.getState();
      if (keeping.state === 'failed' && keeping.problem) return failed(keeping.problem);
      const answer = await saveCall(host, document, path);
      if (answer.ok) {
        const { path: saved, at, revision } = answer.value;
        store.setState({ path: saved });
        if (revision === sending.revision() && !sending.isPending() && !isBehind())
          store.setState({ keeping: { state: 'file', at } });
      }
      return answer;
    },
    retry: () => sending.retry(),
    keepCopy() {
      takeText();
      return host.call('report.keepCopy', { document, report: store.getState().report });
    },
    takeTemplates(templates) {
      if (templates === known) return;
      known = templates;
      store.setState(withReport(store.getState().report));
    },
    isOnlyInJournal() {
      const { state } = store.getState().keeping;
      return state === 'failed' || (state !== 'file' && sending.revision() > 0);
    },
    async close() {
      timeline.settle();
      await session.flush();
      for (const stop of following) stop();
      sending.stop();
      await host.call('report.close', { document });
    },
  };

  const following = [
    followCitations(session),
    followFindings(session),
    readyTyping(session),
    onReturn?.(() => sending.retry()) ?? (() => {}),
  ];
  return session;
}
