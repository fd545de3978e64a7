/**
 * Spares React a walk over the whole text at every key.
 *
 * Before each commit React saves the selection of a focused editable element, to restore it should the commit move the focus: it
 * counts letters through every text node before the caret (`getSelectionInformation` in react-dom 19). Slate keeps and restores
 * the selection itself, so in a report of 20,000 words those 5 ms a key buy nothing. React asks the element's property
 * `contentEditable`; the browser and Slate go by the attribute, which stays.
 */
export function spareSelectionWalk(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', { configurable: true, get: () => 'inherit', set: () => {} });
}
