import { expect, it } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import type { Part } from '../../../core/report/document.ts';
import { apply, applyAll, applyFitting, type Op } from '../../../core/report/ops.ts';
import { opSchema } from '../../../core/report/schema.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { canonicalJson } from '../../../core/report/write.ts';
import { partOps } from '../../../renderer/session/session.ts';
import { heldOf, told as tellHost } from '../../../renderer/session/telling.ts';
import { createTimeline } from '../../../renderer/session/timeline.ts';
import { acts, chance, pick } from '../editor/random.ts';
import { editorWith, everything } from '../editor/sample.ts';

/** As it comes to the host: through JSON, and validated. */
const arrived = (ops: readonly Op[]) => ops.map(op => opSchema.parse(JSON.parse(JSON.stringify(op))));

/** 30 edits, undos and redos, taken now and then, told as what changed and as whole parts; gives what went wrong. */
function sequence(seed: number): { fault: string | null; told: number; whole: number } {
  const random = chance(seed);
  const editor = editorWith(everything());
  const timeline = createTimeline({
    editor,
    applyData: () => {
      throw new Error('no data here');
    },
    labels: { typing: 'Typing', edit: 'Edit' },
  });
  const parts = () => editor.children as Part[];
  const start: CaseReport = {
    ...blankReport({ id: 'r', language: 'fr', template: 't', abstracts: [] }),
    parts: parts(),
  };
  let window = start;
  let held = heldOf(start);
  let host = JSON.parse(canonicalJson(start)) as CaseReport;
  let byParts = host;
  const back: Op[] = [];
  let told = 0;
  let whole = 0;
  // Setting a form by hand may leave a paragraph with the level of a heading, which no host takes; the commands do not.
  const names = Object.keys(acts).filter(name => name !== 'form');
  for (let step = 0; step < 30; step++) {
    const name = pick(random, [...names, 'type', 'type', 'undo', 'redo']);
    if (name === 'undo') timeline.undo();
    else if (name === 'redo') timeline.redo();
    else acts[name]?.(editor, random);
    if (random() < 0.3) continue;
    const ops = partOps(window.parts, parts());
    window = { ...window, parts: parts() };
    const pieces = [...tellHost(ops, held)];
    held = pieces.at(-1)?.held ?? held;
    const sent = pieces.flatMap(piece => piece.ops);
    told += sent.filter(({ set }) => set === 'text').length;
    whole += sent.filter(({ set }) => set === 'part').length;
    const made = applyFitting(host, arrived(sent));
    if (!made) return { fault: `seed ${seed}, step ${step}, ${name}: does not fit`, told, whole };
    if (canonicalJson(applyAll(made.report, made.inverse).report) !== canonicalJson(host))
      return { fault: `seed ${seed}, step ${step}, ${name}: the inverse differs`, told, whole };
    host = made.report;
    back.unshift(...made.inverse);
    byParts = arrived(ops).reduce((report, op) => apply(report, op).report, byParts);
    if (canonicalJson(host) !== canonicalJson(byParts) || canonicalJson(host.parts) !== canonicalJson(parts()))
      return { fault: `seed ${seed}, step ${step}, ${name}: the host has another text`, told, whole };
  }
  const undone = canonicalJson(applyAll(host, back).report);
  return { fault: undone === canonicalJson(start) ? null : `seed ${seed}: not undone to the start`, told, whole };
}

/** `npm run test:edits` runs more. */
const SEQUENCES = Number(process.env.EDITS ?? 60);

it(`${SEQUENCES} random sequences of edits, told as what changed, give the very text of the window`, {
  timeout: 600_000,
}, () => {
  const runs = Array.from({ length: SEQUENCES }, (_, at) => sequence(at + 1));
  expect(runs.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  const sum = (of: 'told' | 'whole') => runs.reduce((total, run) => total + run[of], 0);
  expect(sum('told')).toBeGreaterThan(sum('whole'));
});
