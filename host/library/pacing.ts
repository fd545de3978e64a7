/** Telling of changes at a pace that whoever listens can follow: many that come together are told of once in a while, the last of them surely. */

/** So many are told of at once, and after them one in so many milliseconds. */
const AT_ONCE = 4;
const APART = 1000;

/** `tell` at that pace; of values that were held back the last is told. */
export function paced<Value>(tell: (value: Value) => void): (value: Value) => void {
  let left = AT_ONCE;
  let held: { readonly value: Value } | null = null;
  let isWaiting = false;

  function next(): void {
    isWaiting = false;
    if (held === null) left = AT_ONCE;
    else {
      const { value } = held;
      held = null;
      tell(value);
      wait();
    }
  }
  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(next, APART);
  }

  return value => {
    if (left > 0) {
      left--;
      tell(value);
    } else held = { value };
    wait();
  };
}
