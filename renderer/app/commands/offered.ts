/** Commands of a part of the window as long as it is shown, and how one is wished for before its part is there. */
import { useEffect, useRef } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Command } from './types.ts';

interface Offer {
  readonly commands: readonly Command[];
}

/** What parts offer now, in the order in which they came. */
const offers = new Set<{ current: Offer }>();

/** A command that was asked for where it cannot run: the part that has it is on its way. */
export const wishes = createStore<{ readonly id: string | null }>(() => ({ id: null }));

/** A part that has not come by then (milliseconds) will not do what nobody expects any more. */
const WAITS = 5000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Has a command run as soon as the part that offers it is shown. */
export function wish(id: string): void {
  clearTimeout(waiting);
  wishes.setState({ id });
  waiting = setTimeout(() => wishes.setState({ id: null }), WAITS);
  grant();
}

function grant(): void {
  const { id } = wishes.getState();
  const command = id === null ? undefined : offeredCommands().find(each => each.id === id && !each.isDisabled);
  if (!command) return;
  clearTimeout(waiting);
  wishes.setState({ id: null });
  command.run();
}

/** All that is offered now: found in the palette and run by their keys before those of the view. */
export function offeredCommands(): readonly Command[] {
  return [...offers].flatMap(({ current }) => current.commands);
}

/** Offers commands as long as the component is shown. The latest list counts. */
export function useOffered(commands: readonly Command[]): void {
  const latest = useRef<Offer>({ commands });
  latest.current = { commands };
  useEffect(() => {
    offers.add(latest);
    return () => void offers.delete(latest);
  }, []);
  useEffect(grant);
}
