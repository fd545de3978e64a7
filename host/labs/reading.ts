/** Reading a laboratory's file, as a window takes it. */
import type { LabReadEvent } from '../../core/contract/labs.ts';
import { importOf } from '../../core/timeline/formats/for-report.ts';
import { readLabs } from '../../core/timeline/formats/index.ts';
import { within } from '../../core/timeline/formats/types.ts';
import type { Source } from './room.ts';
import { giveUcum } from './ucum.ts';

/** Reads a source to its end. `step` hears what share of the work is done. */
export function readSource({ name, bytes, options }: Source, step: (share: number) => void): LabReadEvent {
  giveUcum();
  step(0);
  const read = readLabs(bytes, options, name, within(step, 0, 0.85));
  return read.ok ? { kind: 'read', reading: importOf(read.value) } : { kind: 'failed', problem: read.problem };
}
