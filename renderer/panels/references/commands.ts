/** The ways in which references come into the case as commands: run in its pane, and from elsewhere after going there. */
import { ClipboardPaste, FileInput, Fingerprint, Globe, Library, PencilLine, TextSearch } from 'lucide-react';
import { wish } from '../../app/commands/offered.ts';
import type { Command } from '../../app/commands/types.ts';
import { useWords } from '../../words/index.ts';

/** Begin of their ids. */
const CASE = 'case-';
export type Way = 'files' | 'text' | 'identifier' | 'printed' | 'search' | 'zotero' | 'hand';

/** `onWay` does what was chosen. They are listed when their words are typed. */
export function useReferenceCommands(onWay: (way: Way) => void): readonly Command[] {
  const say = useWords('commands');
  const group = say('groupReferences');
  const ways = [
    ['files', 'addFiles', FileInput],
    ['text', 'addText', ClipboardPaste],
    ['identifier', 'addIdentifier', Fingerprint],
    ['printed', 'addPrinted', TextSearch],
    ['search', 'addSearch', Globe],
    ['zotero', 'addZotero', Library],
    ['hand', 'addHand', PencilLine],
  ] as const;
  return ways.map(([way, label, icon]) => ({
    id: `${CASE}${way}`,
    group,
    label: say(label),
    also: say('addAlso'),
    icon,
    onlySought: true,
    run: () => onWay(way),
  }));
}

/** For all of an open case: its pane is shown first. */
export function useWaysToReferences(onShow: () => void): readonly Command[] {
  return useReferenceCommands(way => {
    onShow();
    wish(`${CASE}${way}`);
  });
}

/** Whether a wish is for the references of the case. */
export const isOfCase = (wished: string | null): boolean => wished?.startsWith(CASE) ?? false;
