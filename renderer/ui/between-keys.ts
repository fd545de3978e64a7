/** Longer than between two keys of a word (milliseconds). */
const REST = 200;

/** Gives what does work, that a key would have to wait for, once no key has come to `target` for a while: at once where none has. */
export function betweenKeys(target: EventTarget): (work: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  target.addEventListener('keydown', () => (last = performance.now()), { capture: true });
  return function run(work) {
    const left = last + REST - performance.now();
    if (left <= 0) work();
    else setTimeout(() => run(work), left);
  };
}
