/**
 * When what has the focus goes, or goes out, the focus would fall to the page, and a keyboard or a screen reader would begin
 * anew at its top. What stands nearest takes it instead: what came into its place, else what is before it.
 */

const FOCUSABLE = [
  'button:not([disabled])',
  '[href]',
  'input:not([disabled])',
  'textarea:not([disabled])',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/** What lies above the window and gives the focus back as it goes. */
const ABOVE = '[role="menu"], [role="dialog"], [role="alertdialog"], .popover';

/** Nothing further out is near. */
const BOUNDS = '[data-pane], [role="dialog"], [role="alertdialog"], main, body';

/** An element with the way out from it, as it was when it took the focus. */
interface Trail {
  readonly element: Element;
  readonly steps: readonly { readonly holder: Element; readonly index: number }[];
}

function trailOf(element: Element): Trail {
  const steps: { holder: Element; index: number }[] = [];
  let at = element;
  while (at.parentElement && !at.matches(BOUNDS)) {
    steps.push({ holder: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
    at = at.parentElement;
  }
  return { element, steps };
}

const isGone = (element: Element) => !element.isConnected || element.matches(':disabled');

/** Not those for screen readers alone, as the button of a place to drop files. */
const isSeen = (element: Element) =>
  element.checkVisibility() &&
  [element, element.parentElement].every(each => each && each.getBoundingClientRect().width > 2);

/** Which child of `holder` an element stands in. */
function childAt(holder: Element, element: Element): number {
  let at = element;
  while (at.parentElement && at.parentElement !== holder) at = at.parentElement;
  return [...holder.children].indexOf(at);
}

function nearest({ element, steps }: Trail): HTMLElement | null {
  for (const { holder, index } of steps) {
    if (!holder.isConnected) continue;
    if (holder.matches('[data-slate-editor]')) return holder as HTMLElement;
    const others = [...holder.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isSeen);
    const before = others.findLast(each => childAt(holder, each) < index);
    const inPlace = others.find(each => childAt(holder, each) >= index);
    // A button that went out: the one behind it may take things away.
    const found = element.isConnected ? (before ?? inPlace) : (inPlace ?? before);
    if (found) return found;
  }
  return null;
}

/** Watches the whole page; gives the way to stop. */
export function keepFocus(page: Document): () => void {
  let outside: Trail | null = null;
  const onFocusIn = ({ target }: FocusEvent) => {
    if (target instanceof Element && !target.closest(ABOVE)) outside = trailOf(target);
  };
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget || !(target instanceof Element)) return;
    // Whoever has a better place for it has put it there by then.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (page.activeElement !== page.body || !isGone(target) || !outside) return;
        (isGone(outside.element) ? nearest(outside) : (outside.element as HTMLElement))?.focus({ preventScroll: true });
      }),
    );
  };
  page.addEventListener('focusin', onFocusIn);
  page.addEventListener('focusout', onFocusOut, true);
  return () => {
    page.removeEventListener('focusin', onFocusIn);
    page.removeEventListener('focusout', onFocusOut, true);
  };
}
