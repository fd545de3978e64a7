/** What other programs paste: text, and where they take it the same with its typography. */

/**
 * Puts both on the clipboard. The browser's own copying is told what to take: it needs no permission, which a shell may refuse, where the
 * user pressed something a moment ago.
 */
export function putOnClipboard(text: string, html: string): boolean {
  let isTaken = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    isTaken = true;
  };
  window.addEventListener('copy', onCopy, true);
  try {
    return document.execCommand('copy') && isTaken;
  } finally {
    window.removeEventListener('copy', onCopy, true);
  }
}
