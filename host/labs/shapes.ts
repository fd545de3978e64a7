/** What was answered about laboratories' files, by their shape, in the user's own folder. Nothing of a patient is in it. */
import type { Remembered, ShapeMemory } from '../../core/timeline/formats/memory.ts';

/** More shapes than one person meets; the oldest go. */
const MOST = 300;

export interface Shapes {
  all(): Promise<ShapeMemory>;
  remember(shape: string, remembered: Remembered): Promise<void>;
  forget(shape: string): Promise<void>;
}

/** Shapes kept by `read` and `write`, one after the other. */
export function keepShapes(store: {
  readonly read: () => Promise<ShapeMemory>;
  readonly write: (shapes: ShapeMemory) => Promise<void>;
}): Shapes {
  let queue: Promise<unknown> = Promise.resolve();
  const change = (how: (shapes: ShapeMemory) => ShapeMemory): Promise<void> => {
    const next = queue.then(async () => store.write(how(await store.read())));
    queue = next.catch(() => {});
    return next;
  };
  return {
    all: () => store.read(),
    remember: (shape, remembered) =>
      change(shapes => {
        const { [shape]: _, ...others } = shapes;
        const kept = Object.entries(others).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
        return Object.fromEntries([[shape, remembered], ...kept.slice(0, MOST - 1)]);
      }),
    forget: shape =>
      change(shapes => {
        const { [shape]: _, ...others } = shapes;
        return others;
      }),
  };
}
