import { useWords } from '../words/index.ts';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const NAMES = { alt: 'keyAlt', shift: 'keyShift', enter: 'keyEnter', escape: 'keyEscape' } as const;

/** A shortcut as printed on the keys of this computer; written "mod+shift+s". */
export function Keys({ of: shortcut }: { readonly of: string }) {
  const say = useWords('shell');
  const named = shortcut.split('+').map(key => {
    if (key === 'mod') return isMac ? '⌘' : say('keyControl');
    if (key in NAMES) return isMac && key === 'shift' ? '⇧' : say(NAMES[key as keyof typeof NAMES]);
    return key.length === 1 || /^f\d+$/.test(key) ? key.toUpperCase() : key;
  });
  return <kbd>{named.join(isMac ? '' : ' ')}</kbd>;
}
