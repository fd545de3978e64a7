import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import { apply, type Op } from '../../../core/report/ops.ts';
import type { CaseReport, Series } from '../../../core/report/types.ts';
import { canonicalJson } from '../../../core/report/write.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';
import { createTimeline, type Timeline } from '../../../renderer/session/timeline.ts';
import { acts, chance, pick } from '../editor/random.ts';
import { blocksOf, editorWith, everything, figure, paragraph, parts } from '../editor/sample.ts';
import { faultsOf } from '../editor/soundness.ts';

interface Desk {
  readonly editor: CaseEditor;
  readonly timeline: Timeline;
  readonly report: () => CaseReport;
  /** Everything, as it would be written. */
  readonly snapshot: () => string;
  /** Lets time pass (milliseconds). */
  readonly wait: (time: number) => void;
}

const crp: Series = { id: 's1', analyte: 'CRP', unit: 'mg/L', range: { high: 5 }, points: [] };

function desk(value = everything()): Desk {
  const editor = editorWith(value);
  let clock = 0;
  let report = apply(blankReport({ id: 'r', language: 'fr', template: 't' }), {
    set: 'series',
    id: 's1',
    value: crp,
  }).report;
  const timeline = createTimeline({
    editor,
    applyData: op => {
      const applied = apply(report, op);
      report = applied.report;
      return applied.inverse;
    },
    labels: { typing: 'Typing', edit: 'Edit' },
    now: () => clock,
  });
  return {
    editor,
    timeline,
    report: () => report,
    snapshot: () => canonicalJson({ report: { ...report, parts: [] }, parts: editor.children }),
    wait: time => {
      clock += time;
      editor.operations = [];
    },
  };
}

const newFigure = (id: string): Op => ({
  set: 'figure',
  id,
  value: { id, panels: [], columns: 1, alt: '', credit: '' },
});

/** Types letter by letter, as the browser does: a flush between. */
function type({ editor, wait }: Desk, letters: string, rest = 50): void {
  for (const letter of letters) {
    editor.insertText(letter);
    wait(rest);
  }
}

describe('one timeline over text and data', () => {
  it('a typed word is one entry, a rest begins another', () => {
    const one = desk(parts({ introduction: [paragraph('')] }));
    Transforms.select(one.editor, Editor.start(one.editor, [2]));
    type(one, 'Calci');
    one.wait(2000);
    type(one, 'phylaxis');
    expect(one.timeline.depth).toBe(2);
    one.timeline.undo();
    expect(blocksOf(one.editor, 'introduction')).toEqual([paragraph('Calci')]);
    one.timeline.redo();
    expect(blocksOf(one.editor, 'introduction')).toEqual([paragraph('Calciphylaxis')]);
  });

  it('text and data undo in the order in which they were done', () => {
    const one = desk();
    const states = [one.snapshot()];
    one.timeline.dispatch([{ set: 'series', id: 's1', value: { ...crp, unit: 'g/L' } }], 'Unit');
    states.push(one.snapshot());
    one.editor.deleteFragment();
    Transforms.select(one.editor, Editor.start(one.editor, [3]));
    type(one, 'abc');
    states.push(one.snapshot());
    one.timeline.dispatch([newFigure('f9')], 'Figure');
    expect(one.timeline.undoLabel).toBe('Figure');
    for (const state of states.toReversed()) {
      one.timeline.undo();
      expect(one.snapshot()).toBe(state);
    }
    expect(one.timeline.undoLabel).toBeNull();
  });

  it('says what was taken back, and whether the sheet shows it', () => {
    const one = desk();
    expect(one.timeline.undo()).toBeNull();
    Transforms.select(one.editor, Editor.start(one.editor, [3]));
    type(one, 'abc');
    one.timeline.dispatch([newFigure('f9')], 'Figure');
    expect(one.timeline.undo()).toEqual({ label: 'Figure', inText: false });
    expect(one.timeline.undo()).toMatchObject({ inText: true });
    expect(one.timeline.redo()).toMatchObject({ inText: true });
  });

  it('a figure and its place in the text come and go together', () => {
    const one = desk();
    const before = one.snapshot();
    one.timeline.transact('Insert figure', () => {
      one.timeline.dispatch([newFigure('f9')], 'inner label');
      Transforms.insertNodes(one.editor, figure('f9', '') as never, { at: [4, 0] });
    });
    expect(one.timeline.depth).toBe(1);
    expect(one.timeline.undoLabel).toBe('Insert figure');
    one.timeline.undo();
    expect(one.snapshot()).toBe(before);
    one.timeline.redo();
    expect(one.report().figures.map(({ id }) => id)).toEqual(['f9']);
  });

  it('what throws half way leaves nothing behind, not even an entry', () => {
    const one = desk();
    const before = one.snapshot();
    const failing = () =>
      one.timeline.transact('fails', () => {
        one.timeline.dispatch([newFigure('f9')], 'Figure');
        Transforms.insertText(one.editor, 'zz', { at: { path: [4, 0, 0], offset: 0 } });
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(one.snapshot()).toBe(before);
    expect(one.timeline.depth).toBe(0);
  });

  it('a new edit ends what could be redone', () => {
    const one = desk();
    Transforms.select(one.editor, Editor.start(one.editor, [4]));
    type(one, 'a');
    one.timeline.undo();
    expect(one.timeline.redoLabel).toBe('Typing');
    one.timeline.dispatch([newFigure('f9')], 'Figure');
    expect(one.timeline.redoLabel).toBeNull();
  });

  it('a sealed entry does not grow', () => {
    const one = desk();
    Transforms.select(one.editor, Editor.start(one.editor, [4]));
    type(one, 'a');
    one.timeline.seal();
    type(one, 'b');
    expect(one.timeline.depth).toBe(2);
  });

  it("a change that is not the author's cannot be undone, nor what was before it", () => {
    const one = desk();
    Transforms.select(one.editor, Editor.start(one.editor, [4]));
    type(one, 'a');
    one.timeline.foreign(() => Transforms.insertText(one.editor, 'theirs', { at: { path: [4, 0, 0], offset: 0 } }));
    expect(one.timeline.depth).toBe(0);
  });
});

/** One sequence of 30 edits with undos and redos between; gives what went wrong. */
function sequence(seed: number): string | null {
  const random = chance(seed);
  const one = desk();
  const { editor, timeline, snapshot, wait } = one;
  /** Snapshot at each depth of the timeline. */
  const at = [snapshot()];
  const names = Object.keys(acts);
  for (let step = 0; step < 30; step++) {
    let name = pick(random, [...names, 'series', 'figure', 'transact', 'back']);
    wait(random() < 0.3 ? 5000 : 10);
    if (name === 'back') {
      const count = Math.min(timeline.depth, 1 + Math.floor(random() * 4));
      const before = snapshot();
      for (let undone = 0; undone < count; undone++) {
        timeline.undo();
        if (snapshot() !== at[timeline.depth]) return `seed ${seed}, step ${step}: undo to ${timeline.depth} differs`;
      }
      if (random() < 0.6) {
        for (let redone = 0; redone < count; redone++) timeline.redo();
        if (snapshot() !== before) return `seed ${seed}, step ${step}: redo differs`;
      }
    } else if (name === 'series') {
      const unit = pick(random, ['mg/L', 'g/L', 'µmol/L']);
      timeline.dispatch([{ set: 'series', id: 's1', value: random() < 0.2 ? null : { ...crp, unit } }], 'Unit');
    } else if (name === 'figure') {
      const id = `g${Math.floor(random() * 3)}`;
      timeline.dispatch([random() < 0.3 ? { set: 'figure', id, value: null } : newFigure(id)], 'Figure');
    } else if (name === 'transact') {
      timeline.transact('Both', () => {
        timeline.dispatch([newFigure('g9')], 'Figure');
        name = pick(random, names);
        acts[name]?.(editor, random);
      });
    } else acts[name]?.(editor, random);
    const faults = faultsOf(editor);
    if (faults.length > 0) return `seed ${seed}, step ${step}, ${name}: ${faults.slice(0, 3).join('; ')}`;
    at.length = timeline.depth;
    at[timeline.depth] = snapshot();
    if (random() < 0.3) timeline.seal();
  }
  while (timeline.depth > 0) {
    timeline.undo();
    if (snapshot() !== at[timeline.depth]) return `seed ${seed}, at the end: undo to ${timeline.depth} differs`;
  }
  return null;
}

describe('an entry in pieces', () => {
  const idle = { finish: () => {}, stop: () => {} };
  const at = (editor: CaseEditor) => ({ at: Editor.start(editor, [4]) });

  it('is one step, with data among its pieces and what else happens meanwhile', () => {
    const { editor, timeline, snapshot } = desk();
    const before = snapshot();
    const pieces = timeline.inPieces('Paste', idle);
    pieces.add(() => Transforms.insertText(editor, 'one', at(editor)));
    pieces.add(() => timeline.dispatch([newFigure('g1')], 'Figure'));
    Transforms.insertText(editor, 'typed', at(editor));
    pieces.add(() => Transforms.insertText(editor, 'two', at(editor)));
    expect([timeline.depth, timeline.isInPieces]).toEqual([0, true]);
    pieces.end();
    const after = snapshot();
    expect([timeline.depth, timeline.undoLabel, timeline.isInPieces]).toEqual([1, 'Paste', false]);
    timeline.undo();
    expect(snapshot()).toBe(before);
    timeline.redo();
    expect(snapshot()).toBe(after);
  });

  it('makes way: another change finds it whole, undo and a fault leave nothing of it', () => {
    const { editor, timeline, snapshot } = desk();
    const whole = timeline.inPieces('Paste', {
      ...idle,
      finish: () => {
        whole.add(() => Transforms.insertText(editor, 'rest', at(editor)));
        whole.end();
      },
    });
    whole.add(() => Transforms.insertText(editor, 'begun', at(editor)));
    timeline.dispatch([newFigure('g1')], 'Figure');
    expect([timeline.depth, timeline.undoLabel]).toEqual([2, 'Figure']);
    const before = snapshot();
    const undone = timeline.inPieces('Paste', { ...idle, stop: () => undone.takeBack() });
    undone.add(() => Transforms.insertText(editor, 'begun', at(editor)));
    expect(timeline.undo()).toEqual({ label: 'Paste', inText: true });
    expect([snapshot(), timeline.depth]).toEqual([before, 2]);
    const failing = timeline.inPieces('Paste', idle);
    failing.add(() => Transforms.insertText(editor, 'begun', at(editor)));
    expect(() =>
      failing.add(() => {
        throw new Error('in a piece');
      }),
    ).toThrow('in a piece');
    expect([snapshot(), timeline.depth, timeline.isInPieces]).toEqual([before, 2, false]);
  });
});

/** More, for whoever has the time: EDITS=20000 npx vitest run test/renderer/session/timeline.test.ts */
const SEQUENCES = Number(process.env.EDITS ?? 80);

it(`${SEQUENCES} random sequences of edits keep the document sound and undo to the exact start`, {
  timeout: 600_000,
}, () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= SEQUENCES && wrong.length < 10; seed++) {
    try {
      const fault = sequence(seed);
      if (fault) wrong.push(fault);
    } catch (error) {
      wrong.push(
        `seed ${seed}: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 9).join('\n') : error}`,
      );
    }
  }
  expect(wrong).toEqual([]);
});
