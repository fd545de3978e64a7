/** Running heads and feet given as data, as the function of page and number of pages that the builder asks for. */
import type { Block, Running } from '../../../core/export/pdf/definition.ts';
import { copyOf } from '../copying.ts';
import type { RunningBlock } from '../engine/types.ts';

export function runningBlock(running: Running | undefined): RunningBlock | undefined {
  if (running === undefined) return undefined;
  if (typeof running === 'function') return (page, pages) => copyOf(running(page, pages));
  const { otherPages, firstPage = otherPages } = running;
  return (page, pages) => withNumbers(copyOf(page === 1 ? firstPage : otherPages), String(page), String(pages));
}

/** The block with `{page}` and `{pages}` filled in. */
function withNumbers(value: unknown, page: string, pages: string): Block | null {
  const fill = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replaceAll('{page}', page).replaceAll('{pages}', pages);
    if (Array.isArray(part)) return part.map(fill);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, fill(entry)]));
  };
  return fill(value) as Block | null;
}
