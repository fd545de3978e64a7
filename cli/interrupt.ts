/** Ctrl+C: work is asked to end, and what it holds is given back, before the program does. A second one ends it at once. */

export interface Interrupt {
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  /** From now on the first Ctrl+C aborts the signal instead of ending the program. */
  listen(): void;
  end(): void;
}

/**
 * Until `listen` is called Ctrl+C ends the program as ever: work that opened nothing has nothing to give back, and letters that are
 * being read leave no time to hear of it.
 *
 * @param onStop hears of the first Ctrl+C
 */
export function createInterrupt(onStop: () => void): Interrupt {
  const stop = new AbortController();
  let isListening = false;
  const onInterrupt = () => {
    onStop();
    stop.abort();
  };
  return {
    signal: stop.signal,
    listen() {
      if (!isListening) process.once('SIGINT', onInterrupt);
      isListening = true;
    },
    end: () => process.off('SIGINT', onInterrupt),
  };
}
