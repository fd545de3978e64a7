/** Runs commands by their keys, wherever the focus is. */
import { isKeyHotkey } from 'is-hotkey';
import { useEffect, useRef } from 'react';
import { offeredCommands } from './offered.ts';
import type { Command } from './types.ts';

function inField({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** What lies above the view waits for an answer first. */
function inDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}

/** The command whose keys these are, if any can run now. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  return commands.find(
    ({ shortcut, isDisabled, notInFields }) =>
      shortcut !== undefined && !isDisabled && isKeyHotkey(shortcut, event) && !(notInFields && inField(event)),
  );
}

/** Listens as long as the component is shown. The latest list counts; keys that a part of the view has a command for are that part's. */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || inDialog(event)) return;
      const command = commandFor(event, [...offeredCommands(), ...latest.current]);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
