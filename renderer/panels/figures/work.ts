/** Images on their way into a report: how many are done, and the way to stop. */
import { createStore } from 'zustand/vanilla';

export interface ImageWork {
  readonly id: number;
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** What is under way, the earliest first. */
export const imageWorks = createStore<{ readonly list: readonly ImageWork[] }>(() => ({ list: [] }));

/** Work done sooner is not shown: it would only flicker (milliseconds). */
const SHOWN_AFTER = 400;

let last = 0;

export interface Beginning {
  /** One more is done. */
  step(): void;
  end(): void;
  isStopped(): boolean;
}

/** Begins work on so many images. */
export function beginWork(of: number): Beginning {
  const id = ++last;
  let done = 0;
  let stopped = false;
  const leave = () => imageWorks.setState(({ list }) => ({ list: list.filter(each => each.id !== id) }));
  const stop = () => {
    stopped = true;
    leave();
  };
  const shown = setTimeout(
    () => imageWorks.setState(({ list }) => ({ list: [...list, { id, done, of, stop }] })),
    SHOWN_AFTER,
  );
  return {
    step() {
      done++;
      imageWorks.setState(({ list }) => ({ list: list.map(each => (each.id === id ? { ...each, done } : each)) }));
    },
    end() {
      clearTimeout(shown);
      leave();
    },
    isStopped: () => stopped,
  };
}
