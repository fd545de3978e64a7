/** Runs `work` once, behind the next frame, so that what was drawn is painted and keys and the pointer come between. Gives what calls it off. */
export function behindFrame(work: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    later = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
  };
}
