/** Requests in line behind another program that writes: what only reads goes past them, what writes keeps its order. */

/** Milliseconds after which the next in line is tried again. */
const AGAIN = 100;
/** So long one waits in all; by then whoever waits is told. */
export const LONGEST = 30_000;

/** Tries to answer; false where it has to wait for its turn. The last try answers in any case. */
type Attempt = (isLast: boolean) => boolean;

export interface Line {
  take(attempt: Attempt, isReading: boolean): void;
  /** Answers all that wait, whatever that gives. */
  end(): void;
}

export function createLine(again: number = AGAIN, longest: number = LONGEST): Line {
  const waiting: { readonly attempt: Attempt; readonly since: number }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function goOn(): void {
    for (let first = waiting[0]; first; first = waiting[0]) {
      if (!first.attempt(Date.now() - first.since >= longest)) {
        timer = setTimeout(goOn, again);
        return;
      }
      waiting.shift();
    }
    timer = undefined;
  }

  return {
    take(attempt, isReading) {
      if (isReading || waiting.length === 0) {
        if (attempt(false)) return;
      }
      waiting.push({ attempt, since: Date.now() });
      timer ??= setTimeout(goOn, again);
    },
    end() {
      clearTimeout(timer);
      for (const { attempt } of waiting.splice(0)) attempt(true);
    },
  };
}
