/** Work cut into steps: done at once where it is little, with breaks between where the window has to answer meanwhile. */

/** How far it has come, in blocks; nothing while that is not known. */
export type Progress = { readonly done: number; readonly of: number } | undefined;

export type Steps<T = void> = Generator<Progress, T, void>;

/** All steps without a break; gives what they give. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
