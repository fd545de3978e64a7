/** F6 goes from pane to pane and Esc back to the text; Alt+F10 goes to the tools above it, from where Tab comes back. */

const PANES = '[data-pane]';
const FOCUSABLE =
  'button:not([disabled]):not([tabindex="-1"]), [href], input:not([disabled]), textarea, [role="tab"][tabindex="0"], [tabindex="0"]';

function firstFocus(pane: HTMLElement): HTMLElement | null {
  // The text is entered at its caret, the others at what is current in them.
  return (
    pane.querySelector<HTMLElement>('[data-slate-editor]') ??
    pane.querySelector<HTMLElement>('[data-first]') ??
    pane.querySelector<HTMLElement>('[aria-current], [aria-selected="true"]') ??
    pane.querySelector<HTMLElement>(FOCUSABLE)
  );
}

/** Moves the focus to the next pane, or the one before; from outside of all, to the first. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(pane => firstFocus(pane));
  const active = document.activeElement ?? document.body;
  const at = panes.findIndex(pane => pane.contains(active));
  // From between two panes, as on the edge that sets their widths, to the one behind it or before it.
  const before = panes.findLastIndex(
    pane => (pane.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const wanted = at >= 0 ? at + step : step > 0 ? before + 1 : before;
  const next = panes[(wanted + panes.length) % panes.length];
  if (next) firstFocus(next)?.focus();
}

/** F6 leaves the edge between two panes for a pane, where the edges' own keys would go to another edge. Gives the way to stop. */
export function leaveEdgesByF6(page: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || !(event.target instanceof Element) || !event.target.matches('[role="separator"]')) return;
    event.preventDefault();
    event.stopPropagation();
    focusNextPane(event.shiftKey ? -1 : 1);
  };
  page.addEventListener('keydown', onKeyDown, true);
  return () => page.removeEventListener('keydown', onKeyDown, true);
}

/** Puts the focus into the pane beside the text: to its name, or the tab that is shown. */
export function focusSidePane(): void {
  const pane = document.querySelector<HTMLElement>(`aside${PANES}`);
  if (pane) firstFocus(pane)?.focus();
}

/** Puts the focus into the tools above the text: those of the table, where the caret is in one. */
export function focusTools(): void {
  const tools = document.querySelector('.toolbar');
  const group = tools?.querySelector('[data-tools="table"]') ?? tools;
  group?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
}

/** Puts the focus into the text, or into what stands in its place. */
export function focusText(): void {
  const centre = document.querySelector<HTMLElement>(`main${PANES}`);
  if (centre) firstFocus(centre)?.focus();
}
