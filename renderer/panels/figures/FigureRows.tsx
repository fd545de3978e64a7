import { ChartLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ChartBlock, Floating } from '../../../core/report/document.ts';
import { captionOf, floatsOf } from '../../../core/report/parts.ts';
import { textOf } from '../../../core/report/text.ts';
import type { Figure } from '../../../core/report/types.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToBlock } from '../../session/going.ts';
import { useWords } from '../../words/index.ts';

interface Listed {
  readonly id: string;
  readonly block?: Floating | undefined;
  /** Photographs; a chart has none. */
  readonly figure?: Figure;
}

/** Everything that is numbered as a figure, in the order of the text, what is not in the text at the end. */
function useListed(): readonly Listed[] {
  const figures = useSession(state => state.report.figures);
  const parts = useSession(state => state.report.parts);
  const numbering = useSession(state => state.numbering);
  const floats = floatsOf(parts);
  const placed = new Map(floats.map(block => [block.id, block]));
  const charts = floats.filter((block): block is ChartBlock => block.type === 'chart');
  const place = ({ id }: Listed) => numbering.floats.get(id)?.number ?? Number.POSITIVE_INFINITY;
  return [
    ...figures.map((figure): Listed => ({ id: figure.id, figure, block: placed.get(figure.id) })),
    ...charts.map((block): Listed => ({ id: block.id, block })),
  ].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** The figures of the case: photographs open to be edited, charts are gone to in the text, where their tools are. */
export function FigureRows() {
  const say = useWords('figures');
  const desk = useDesk();
  const session = useOpenSession();
  const listed = useListed();
  return (
    <ul aria-label={say('list')}>
      {listed.map(({ id, figure, block }) =>
        figure ? (
          <FigureRow
            key={id}
            id={id}
            block={block}
            kind={say('panels', { count: figure.panels.length })}
            open="open"
            onPress={() => desk.open('figures', id)}
          >
            {figure.panels.slice(0, 4).map(panel => (
              <img key={panel.id} src={session.assetUrl(panel.asset)} alt="" loading="lazy" decoding="async" />
            ))}
          </FigureRow>
        ) : (
          <FigureRow
            key={id}
            id={id}
            block={block}
            kind={say('chart')}
            open="goTo"
            onPress={() => goInText(desk, () => goToBlock(session.editor, id))}
          >
            <ChartLine className="icon" />
          </FigureRow>
        ),
      )}
    </ul>
  );
}

function FigureRow(props: {
  readonly id: string;
  readonly block: Floating | undefined;
  readonly kind: string;
  /** What pressing it does. */
  readonly open: 'open' | 'goTo';
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords('figures');
  const label = useSession(state => state.numbering.floats.get(props.id)?.label);
  const caption = props.block && captionOf(props.block);
  const name = label ?? say('unplaced');
  return (
    <li>
      <AriaButton className="figure-row" aria-label={say(props.open, { name })} onPress={props.onPress}>
        <span className="figure-thumbs">{props.children}</span>
        <span className="figure-words">
          <b>{name}</b>
          <small className="quiet">{props.kind}</small>
          {caption && <span className="second figure-caption">{textOf(caption)}</span>}
        </span>
      </AriaButton>
    </li>
  );
}
