/**
 * One undo timeline over the text and the data of a report: a typed stretch, an imported reference and a changed figure undo
 * in the order in which they were done. An entry is a list of steps, each a Slate operation or a replaced part of the report
 * with what was there before. Takes the place of slate-history, which knows the text alone.
 */
import { Editor, Operation, Path, type Range, Transforms } from 'slate';
import type { Op } from '../../core/report/ops.ts';
import type { CaseEditor } from '../editor/types.ts';

type Step =
  | { readonly on: 'text'; readonly op: Operation }
  | { readonly on: 'data'; readonly op: Op; readonly back: Op };

interface Entry {
  readonly label: string;
  readonly steps: Step[];
  readonly before: Range | null;
  after: Range | null;
  /** Typing goes on in it. */
  open: boolean;
}

export interface TimelineConfig {
  readonly editor: CaseEditor;
  /** Changes the report's data and gives the inverse. */
  readonly applyData: (op: Op) => Op;
  /** What a typed stretch and another edit of the text are called. */
  readonly labels: { readonly typing: string; readonly edit: string };
  readonly onChange?: () => void;
  readonly now?: () => number;
}

/** What an undo or redo did, for whoever cannot see it. */
export interface Undone {
  readonly label: string;
  /** It changed letters of the sheet; else the report's data alone. */
  readonly inText: boolean;
}

/** One entry that is made a piece at a time, over many tasks: a long text that comes in while the window answers. */
export interface Pieces {
  /** Does one more piece. If it throws, all pieces are taken back. */
  add(change: () => void): void;
  /** All is there, as one entry. */
  end(): void;
  /** Takes all of it back, as if nothing had been. */
  takeBack(): void;
}

/** How an entry in pieces makes way for what is done besides it. */
export interface MakingWay {
  /** Something else is to be changed: does what is left at once and ends. */
  finish(): void;
  /** The author undoes it before it is whole: stops and takes it back. */
  stop(): void;
}

export interface Timeline {
  /** Begins an entry in pieces. What else happens to the text meanwhile counts as part of it. */
  inPieces(label: string, way: MakingWay): Pieces;
  /** Whether an entry in pieces is being made. */
  readonly isInPieces: boolean;
  /** Lets an entry in pieces become whole. */
  settle(): void;
  /** Ops on data as one entry, or as part of the open transaction. */
  dispatch(ops: readonly Op[], label: string): void;
  /** Everything `change` does is one entry; if it throws, all of it is taken back. */
  transact(label: string, change: () => void): void;
  /** A change that is not the author's own: nothing before it can be undone exactly any more. */
  foreign(change: () => void): void;
  /** The next typing begins a new entry. */
  seal(): void;
  /** Nothing where nothing was left to take back. */
  undo(): Undone | null;
  redo(): Undone | null;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** How many entries can be undone. */
  readonly depth: number;
}

/** Typing after such a rest begins a new entry (milliseconds). */
const PAUSE = 1000;
const LONGEST = 1000;

/** Takes over the editor's `apply`, `undo` and `redo`. */
export function createTimeline({
  editor,
  applyData,
  labels,
  onChange = () => {},
  now = Date.now,
}: TimelineConfig): Timeline {
  const undos: Entry[] = [];
  const redos: Entry[] = [];
  const rawApply = editor.apply;
  let group: Entry | null = null;
  let underWay: { readonly entry: Entry; readonly way: MakingWay } | null = null;
  let recording = true;
  let lastTyped = 0;

  editor.apply = op => {
    if (recording && !Operation.isSelectionOperation(op)) note(op);
    rawApply(op);
    const entry = group ?? underWay?.entry ?? undos.at(-1);
    if (recording && entry && !Operation.isSelectionOperation(op)) entry.after = editor.selection;
  };
  editor.undo = () => void undo();
  editor.redo = () => void redo();

  function push(entry: Entry): void {
    undos.push(entry);
    if (undos.length > LONGEST) undos.shift();
    redos.length = 0;
    onChange();
  }

  function note(op: Operation): void {
    const step: Step = { on: 'text', op };
    const made = group ?? underWay?.entry;
    if (made) {
      made.steps.push(step);
      return;
    }
    const entry = undos.at(-1);
    const last = entry?.steps.at(-1);
    const time = now();
    const sameTick = last?.on === 'text' && editor.operations.includes(last.op);
    const goesOn = last?.on === 'text' && time - lastTyped < PAUSE && continues(op, last.op);
    lastTyped = time;
    if (entry?.open && (sameTick || goesOn)) {
      entry.steps.push(step);
      redos.length = 0;
      return;
    }
    push({
      label: op.type === 'insert_text' || op.type === 'remove_text' ? labels.typing : labels.edit,
      steps: [step],
      before: editor.selection,
      after: null,
      open: true,
    });
  }

  /** Runs without recording. */
  function silently(work: () => void): void {
    const was = recording;
    recording = false;
    try {
      work();
    } finally {
      recording = was;
    }
  }

  /** Plays steps back to front or front to back; normalising rests, since what it did is among the steps. */
  function play(entry: Entry, way: 'undo' | 'redo'): void {
    const steps = way === 'undo' ? entry.steps.toReversed() : entry.steps;
    silently(() => {
      Editor.withoutNormalizing(editor, () => {
        for (const step of steps) {
          if (step.on === 'data') applyData(way === 'undo' ? step.back : step.op);
          else rawApply(way === 'undo' ? Operation.inverse(step.op) : step.op);
        }
      });
      const selection = way === 'undo' ? entry.before : entry.after;
      if (selection) Transforms.select(editor, selection);
    });
  }

  const told = ({ label, steps }: Entry): Undone => ({ label, inText: steps.some(({ on }) => on === 'text') });

  function undo(): Undone | null {
    if (underWay) {
      const { entry: half, way } = underWay;
      way.stop();
      return told(half);
    }
    const entry = undos.pop();
    if (!entry) return null;
    play(entry, 'undo');
    entry.open = false;
    redos.push(entry);
    onChange();
    return told(entry);
  }

  function redo(): Undone | null {
    settle();
    const entry = redos.pop();
    if (!entry) return null;
    play(entry, 'redo');
    undos.push(entry);
    onChange();
    return told(entry);
  }

  function transact(label: string, change: () => void): void {
    if (group) {
      change();
      return;
    }
    settle();
    const entry = emptyEntry(label);
    makeIn(entry, change);
    put(entry);
  }

  const emptyEntry = (label: string): Entry => ({
    label,
    steps: [],
    before: editor.selection,
    after: editor.selection,
    open: false,
  });

  /** Everything `change` does goes into the entry; if it throws, all of the entry is taken back. */
  function makeIn(entry: Entry, change: () => void): void {
    group = entry;
    let succeeded = false;
    try {
      Editor.withoutNormalizing(editor, change);
      succeeded = true;
    } finally {
      group = null;
      if (!succeeded) play(entry, 'undo');
    }
  }

  function put(entry: Entry): void {
    if (entry.steps.length === 0) return;
    entry.after = editor.selection;
    push(entry);
  }

  const settle = () => underWay?.way.finish();

  function inPieces(label: string, way: MakingWay): Pieces {
    settle();
    const mine = { entry: emptyEntry(label), way };
    underWay = mine;
    /** Once: what has ended is not ended again. */
    const ending = (work: () => void) => {
      if (underWay !== mine) return;
      underWay = null;
      work();
    };
    return {
      add(change) {
        if (underWay !== mine) return;
        let succeeded = false;
        try {
          makeIn(mine.entry, change);
          succeeded = true;
        } finally {
          if (!succeeded) underWay = null;
        }
      },
      end: () => ending(() => put(mine.entry)),
      takeBack: () => ending(() => play(mine.entry, 'undo')),
    };
  }

  return {
    inPieces,
    get isInPieces() {
      return underWay !== null;
    },
    settle,
    transact,
    undo,
    redo,
    dispatch: (ops, label) =>
      transact(label, () => {
        for (const op of ops) {
          const back = applyData(op);
          if (recording) group?.steps.push({ on: 'data', op, back });
        }
      }),
    foreign: change => {
      settle();
      silently(change);
      undos.length = 0;
      redos.length = 0;
      onChange();
    },
    seal: () => {
      const entry = undos.at(-1);
      if (entry) entry.open = false;
    },
    get undoLabel() {
      return undos.at(-1)?.label ?? null;
    },
    get redoLabel() {
      return redos.at(-1)?.label ?? null;
    },
    get depth() {
      return undos.length;
    },
  };
}

/** Whether an operation carries on where the one before ended. */
function continues(op: Operation, before: Operation): boolean {
  if (op.type === 'insert_text' && before.type === 'insert_text') {
    return op.offset === before.offset + before.text.length && Path.equals(op.path, before.path);
  }
  if (op.type === 'remove_text' && before.type === 'remove_text') {
    const backwards = op.offset + op.text.length === before.offset;
    return (backwards || op.offset === before.offset) && Path.equals(op.path, before.path);
  }
  return false;
}
