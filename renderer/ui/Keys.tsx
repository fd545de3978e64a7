import { useWords } from '../words/index.ts';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const NAMES = {
  alt: 'keyAlt',
  shift: 'keyShift',
  enter: 'keyEnter',
  escape: 'keyEscape',
  delete: 'keyDelete',
} as const;

/** A shortcut as printed on the keys of this computer; written "mod+shift+s", signs of keys as they are ("↵"). */
export function Keys({ of: shortcut }: { readonly of: string }) {
  const say = useWords('shell');
  const named = shortcut.split('+').map(key => {
    if (key === 'mod') return isMac ? '⌘' : say('keyControl');
    if (key in NAMES) return isMac && key === 'shift' ? '⇧' : say(NAMES[key as keyof typeof NAMES]);
    return key.length === 1 || /^f\d+$/.test(key) ? key.toUpperCase() : key;
  });
  return <kbd>{named.join(isMac ? '' : ' ')}</kbd>;
}

/** What keys do here, at the foot of a list: each with its shortcuts and what they do. */
export function KeyHints({ hints }: { readonly hints: readonly (readonly [shortcuts: string, does: string])[] }) {
  return (
    <footer>
      {hints.map(([shortcuts, does]) => (
        <span key={shortcuts}>
          {shortcuts.split(' ').map(shortcut => (
            <Keys key={shortcut} of={shortcut} />
          ))}{' '}
          {does}
        </span>
      ))}
    </footer>
  );
}
