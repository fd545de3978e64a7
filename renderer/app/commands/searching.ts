/** Which commands the palette lists for what was typed. */
import { foldedWords } from '../../../core/library/folding.ts';
import type { Command } from './types.ts';

/** Places of a case are many: enough to see what else to type. */
const MOST = 60;

export interface CommandGroup {
  readonly group: string;
  readonly commands: readonly Command[];
}

/** How well a command answers: 0 its label begins so, 1 its words begin so, 2 they hold it; null where a word is missing. */
function rank(command: Command, typed: readonly string[]): number | null {
  const label = foldedWords(command.label);
  const all = command.also === undefined ? label : [...label, ...foldedWords(command.also)];
  if (!typed.every(word => all.some(each => each.includes(word)))) return null;
  if (typed.every((word, at) => label[at]?.startsWith(word))) return 0;
  return typed.every(word => all.some(each => each.startsWith(word))) ? 1 : 2;
}

/**
 * Commands that hold every typed word, in any order, accents and case folded, the better answers first within their group;
 * with nothing typed all that are listed, as they stand. The group with the best answer comes first.
 */
export function commandsFor(commands: readonly Command[], text: string): readonly CommandGroup[] {
  const typed = foldedWords(text);
  const usable = commands.filter(({ isDisabled, unlisted }) => !isDisabled && !unlisted);
  const found =
    typed.length === 0
      ? usable.filter(({ onlySought }) => !onlySought)
      : usable
          .map(command => ({ command, rank: rank(command, typed) }))
          .filter((each): each is { command: Command; rank: number } => each.rank !== null)
          .sort((a, b) => a.rank - b.rank)
          .slice(0, MOST)
          .map(({ command }) => command);
  return [...new Set(found.map(({ group }) => group))].map(group => ({
    group,
    commands: found.filter(command => command.group === group),
  }));
}
