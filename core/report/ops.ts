/**
 * How a report changes: one part of it replaced, or of a long one what changed in it. Window, command line and tests all
 * change a report by {@link apply}, and each change comes back with its exact inverse.
 */
import type { Template } from '../template/types.ts';
import { type ChangedPoints, withChangedPoints } from './changed-points.ts';
import { type ChangedText, withChangedText } from './changed-text.ts';
import type { ClinicalEvent, Patient, Phase, Stay, Treatment } from './course.ts';
import type { Part, PartKey } from './document.ts';
import type { Asset, CaseReport, Figure, Front, Language, Reference, Series, TimeSettings } from './types.ts';

/** `value: null` removes; `at` is where a new one is put (default: last). */
interface Placed<Set extends string, T> {
  readonly set: Set;
  readonly id: string;
  readonly value: T | null;
  readonly at?: number;
}

export type Op =
  | { readonly set: 'part'; readonly key: PartKey; readonly value: Part | null; readonly at?: number }
  | ChangedText
  | Placed<'reference', Reference>
  | Placed<'figure', Figure>
  | Placed<'series', Series>
  | ChangedPoints
  | Placed<'treatment', Treatment>
  | Placed<'event', ClinicalEvent>
  | Placed<'stay', Stay>
  | Placed<'phase', Phase>
  | { readonly set: 'patient'; readonly value: Patient | null }
  | Placed<'asset', Asset>
  | { readonly set: 'front'; readonly value: Front }
  /** `own` is the template itself, where it does not come with the program. */
  | { readonly set: 'template'; readonly value: string; readonly own?: Template }
  | { readonly set: 'language'; readonly value: Language }
  | { readonly set: 'time'; readonly value: TimeSettings };

/** Ops that bring a whole thing. */
export type WholeOp = Exclude<Op, ChangedText | ChangedPoints>;

/** Code of the problem with which a host says that a change was made on something else than it has. */
export const UNFIT = 'report.unfit';

export interface Applied {
  readonly report: CaseReport;
  readonly inverse: Op;
}

interface Replaced<T> {
  readonly list: readonly T[];
  readonly was: T | null;
  readonly at: number;
}

function replace<T>(list: readonly T[], here: (item: T) => boolean, value: T | null, at = list.length): Replaced<T> {
  const index = list.findIndex(here);
  const was = list[index];
  if (was === undefined) {
    const place = Math.min(Math.max(at, 0), list.length);
    return { list: value === null ? list : list.toSpliced(place, 0, value), was: null, at: place };
  }
  return { list: value === null ? list.toSpliced(index, 1) : list.with(index, value), was, at: index };
}

/** Undefined where there was nothing to remove and nothing came: such an op is its own inverse. */
function placed<T>(list: readonly T[], here: (item: T) => boolean, op: { value: T | null; at?: number }) {
  const { list: next, was, at } = replace(list, here, op.value, op.at);
  return { next, back: was === null ? { value: null } : { value: was, at } };
}

/**
 * The report after one op, and the op that puts back what was there. Throws only for a change of a text or of values that was made
 * on others: what comes from elsewhere goes through {@link applyFitting}.
 */
export function apply(report: CaseReport, op: Op): Applied {
  const applied = applyOne(report, op);
  if (!applied) throw new Error(`a change that does not fit (${op.set})`);
  return applied;
}

/** Null where a change was made on another text or other values than the report's. */
function applyOne(report: CaseReport, op: Op): Applied | null {
  switch (op.set) {
    case 'part': {
      const { next, back } = placed(report.parts, part => part.key === op.key, op);
      return { report: { ...report, parts: next }, inverse: { set: 'part', key: op.key, ...back } };
    }
    case 'text': {
      const index = report.parts.findIndex(part => part.key === op.key);
      const part = report.parts[index];
      const changed = part && withChangedText(part, op);
      if (!changed) return null;
      return { report: { ...report, parts: report.parts.with(index, changed.part) }, inverse: changed.inverse };
    }
    case 'reference': {
      const { next, back } = placed(report.references, item => item.id === op.id, op);
      return { report: { ...report, references: next }, inverse: { set: 'reference', id: op.id, ...back } };
    }
    case 'figure': {
      const { next, back } = placed(report.figures, item => item.id === op.id, op);
      return { report: { ...report, figures: next }, inverse: { set: 'figure', id: op.id, ...back } };
    }
    case 'series': {
      const { next, back } = placed(report.series, item => item.id === op.id, op);
      return { report: { ...report, series: next }, inverse: { set: 'series', id: op.id, ...back } };
    }
    case 'points': {
      const index = report.series.findIndex(item => item.id === op.id);
      const series = report.series[index];
      const changed = series && withChangedPoints(series, op);
      if (!changed) return null;
      return { report: { ...report, series: report.series.with(index, changed.series) }, inverse: changed.inverse };
    }
    case 'treatment': {
      const { next, back } = placed(report.treatments, item => item.id === op.id, op);
      return { report: { ...report, treatments: next }, inverse: { set: 'treatment', id: op.id, ...back } };
    }
    case 'event': {
      const { next, back } = placed(report.events, item => item.id === op.id, op);
      return { report: { ...report, events: next }, inverse: { set: 'event', id: op.id, ...back } };
    }
    case 'stay': {
      const { next, back } = placed(report.stays, item => item.id === op.id, op);
      return { report: { ...report, stays: next }, inverse: { set: 'stay', id: op.id, ...back } };
    }
    case 'phase': {
      const { next, back } = placed(report.phases, item => item.id === op.id, op);
      return { report: { ...report, phases: next }, inverse: { set: 'phase', id: op.id, ...back } };
    }
    case 'patient': {
      const { patient: was, ...rest } = report;
      const inverse: Op = { set: 'patient', value: was ?? null };
      return { report: op.value === null ? rest : { ...rest, patient: op.value }, inverse };
    }
    case 'asset': {
      const { next, back } = placed(report.assets, item => item.name === op.id, op);
      return { report: { ...report, assets: next }, inverse: { set: 'asset', id: op.id, ...back } };
    }
    case 'front':
      return { report: { ...report, front: op.value }, inverse: { set: 'front', value: report.front } };
    case 'template': {
      const { template: was, ownTemplate: own, ...rest } = report;
      return {
        report: { ...rest, template: op.value, ...(op.own ? { ownTemplate: op.own } : {}) },
        inverse: { set: 'template', value: was, ...(own ? { own } : {}) },
      };
    }
    case 'language':
      return { report: { ...report, language: op.value }, inverse: { set: 'language', value: report.language } };
    case 'time':
      return { report: { ...report, time: op.value }, inverse: { set: 'time', value: report.time } };
  }
}

export interface AppliedAll {
  readonly report: CaseReport;
  /** What undoes them all, in the order to apply it. */
  readonly inverse: readonly Op[];
}

/** The report after several ops. Throws where {@link apply} does. */
export function applyAll(report: CaseReport, ops: readonly Op[]): AppliedAll {
  const applied = applyFitting(report, ops);
  if (!applied) throw new Error('changes of which one does not fit');
  return applied;
}

/** The report after several ops; null, and nothing done, where one of them changes what is not the report's. */
export function applyFitting(report: CaseReport, ops: readonly Op[]): AppliedAll | null {
  const inverse: Op[] = [];
  let next = report;
  for (let at = 0; at < ops.length; ) {
    const many = manyReferences(next.references, ops, at);
    if (many.inverse.length > 0) {
      next = { ...next, references: many.references };
      for (const op of many.inverse) inverse.push(op);
      at += many.inverse.length;
      continue;
    }
    const applied = applyOne(next, ops[at++] as Op);
    if (!applied) return null;
    next = applied.report;
    inverse.push(applied.inverse);
  }
  return { report: next, inverse: inverse.reverse() };
}

/** From how many references on they are taken in one go. */
const MANY = 20;

/**
 * As many ops from one on as put references last, change them or take the last ones away, in one go: a whole library comes in so,
 * and a list that is copied for each of its entries takes minutes. Gives their inverses in the order of the ops; none where
 * they are few.
 */
function manyReferences(list: readonly Reference[], ops: readonly Op[], from: number) {
  const inverse: Op[] = [];
  if (ops[from + MANY - 1]?.set !== 'reference') return { references: list, inverse };
  const references = [...list];
  const places = new Map<string, number>();
  references.forEach(({ id }, place) => {
    if (!places.has(id)) places.set(id, place);
  });
  for (let at = from; at < ops.length; at++) {
    const op = ops[at] as Op;
    if (op.set !== 'reference') break;
    const { set, id, value } = op;
    const place = places.get(id);
    const was = place === undefined ? undefined : references[place];
    if (place === undefined || was === undefined) {
      if (value !== null && (op.at ?? references.length) < references.length) break;
      if (value !== null) {
        places.set(id, references.length);
        references.push(value);
      }
      inverse.push({ set, id, value: null });
    } else {
      if (value !== null) references[place] = value;
      else if (place === references.length - 1) {
        references.pop();
        places.delete(id);
      } else break;
      inverse.push({ set, id, value: was, at: place });
    }
  }
  return { references, inverse };
}
