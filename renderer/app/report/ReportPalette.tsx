import { Activity, BookOpen, ChartLine, Hash, Image, Pilcrow, Table } from 'lucide-react';
import { printedParts } from '../../../core/manuscript/number.ts';
import type { Heading, Part } from '../../../core/report/document.ts';
import { captionOf, floatsOf } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import { authorsOf, searched, titleOf } from '../../editor/pickers/reference-lines.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToBlock, goToHeading, goToPart } from '../../session/going.ts';
import { useWords } from '../../words/index.ts';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import type { Command } from '../commands/types.ts';

const FLOATS = { figure: Image, chart: ChartLine, table: Table, 'lab-table': Table } as const;

/** Parts, headings, figures, tables, analytes and references of the open case, to be gone to. */
function usePlaces(): readonly Command[] {
  const say = useWords('commands');
  const outline = useWords('outline');
  const desk = useDesk();
  const { editor } = useOpenSession();
  const report = useSession(state => state.report);
  const template = useSession(state => state.template);
  const numbering = useSession(state => state.numbering);
  const place = { group: say('groupPlaces'), onlySought: true } as const;
  const inText = (go: () => void) => () => goInText(desk, go);
  const parts = printedParts(report.parts, template);
  const headingsOf = ({ children }: Part) =>
    children.filter((block): block is Heading => block.type === 'heading' && textOf(block) !== '');
  return [
    ...parts.map(({ key }) => ({
      ...place,
      id: `part ${key}`,
      label: numbering.parts.get(key)?.heading ?? (key === 'title' ? outline('titlePart') : key),
      icon: Pilcrow,
      run: inText(() => goToPart(editor, key)),
    })),
    ...parts.flatMap(part =>
      headingsOf(part).map((heading, at) => ({
        ...place,
        id: `heading ${part.key} ${at}`,
        label: textOf(heading),
        detail: numbering.parts.get(part.key)?.heading ?? '',
        icon: Hash,
        run: inText(() => goToHeading(editor, heading)),
      })),
    ),
    ...floatsOf(report.parts).map(block => {
      const caption = captionOf(block);
      return {
        ...place,
        id: `float ${block.id}`,
        label: [numbering.floats.get(block.id)?.label, caption && textOf(caption)].filter(Boolean).join('. '),
        icon: FLOATS[block.type],
        run: inText(() => goToBlock(editor, block.id)),
      };
    }),
    ...report.series.map(({ id, analyte, unit }) => ({
      ...place,
      id: `series ${id}`,
      label: analyte,
      detail: unit,
      icon: Activity,
      run: () => desk.show('timeline'),
    })),
    ...report.references.map(({ id, item }) => ({
      ...place,
      id: `reference ${id}`,
      label: titleOf(item) || id,
      detail: authorsOf(item),
      also: searched(id, item),
      icon: BookOpen,
      run: () => desk.open('references', id),
    })),
  ];
}

/** The palette of an open case: its commands, its places, and its text. */
export function ReportPalette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const desk = useDesk();
  return (
    <CommandPalette
      commands={[...commands, ...usePlaces()]}
      onFind={sought => desk.setState({ centre: 'text', finding: true, sought })}
      onClose={onClose}
    />
  );
}
