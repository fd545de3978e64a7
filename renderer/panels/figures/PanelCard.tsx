import { ArrowDown, ArrowUp, GripVertical, ImageUp, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import type { Figure, Panel } from '../../../core/report/types.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';
import { MomentField } from '../timeline/course/MomentField.tsx';
import { changePanel, movePanel, removePanel, setMoment } from './changes.ts';
import type { PanelOrder } from './dragging.ts';
import { ACCEPTED, addImages } from './images.ts';

interface Props {
  readonly figure: Figure;
  readonly panel: Panel;
  /** "A", or empty where it is the only one. */
  readonly letter: string;
  readonly onChange: (figure: Figure) => void;
  readonly order: PanelOrder;
}

/** One panel: its image, its place, its label or day, and what is seen in it. */
export function PanelCard({ figure, panel, letter, onChange, order }: Props) {
  const say = useWords('figures');
  const session = useOpenSession();
  const time = useSession(state => state.report.time);
  const name = letter ? say('panel', { letter }) : say('theImage');
  const index = figure.panels.indexOf(panel);
  const label = useDraft(panel.label, value => onChange(changePanel(figure, panel.id, { label: value })));
  const alt = useDraft(panel.alt, value => onChange(changePanel(figure, panel.id, { alt: value })));
  const replace = async (file: File) => {
    const { assets, ops } = await addImages(session, [file]);
    const now = session.store.getState().report.figures.find(({ id }) => id === figure.id);
    // What is said of the panel stays: it is the same lesion, seen better.
    if (assets[0] && now)
      session.dispatch(
        [...ops, { set: 'figure', id: now.id, value: changePanel(now, panel.id, { asset: assets[0].name }) }],
        say('undoReplace'),
      );
  };
  const edge = order.target?.id === panel.id && order.dragged !== panel.id ? order.target.edge : '';
  return (
    <li
      className={`card panel-card ${edge && `put-${edge}`} ${order.dragged === panel.id ? 'dragged' : ''}`}
      onDragOver={event => order.onDragOver(event, panel.id)}
    >
      <div className="panel-image">
        <img src={session.assetUrl(panel.asset)} alt={panel.alt} loading="lazy" decoding="async" />
        {letter && <b aria-hidden="true">{letter}</b>}
      </div>
      <div className="panel-fields">
        <div className="panel-top">
          {figure.panels.length > 1 && (
            // The arrows beside it do the same for the keyboard and a screen reader.
            <span
              className="panel-grip"
              draggable
              aria-hidden="true"
              title={say('dragPanel')}
              onDragStart={event => order.onDragStart(event, panel.id)}
              onDragEnd={order.onDragEnd}
            >
              <GripVertical className="icon" />
            </span>
          )}
          <b>{name}</b>
          <span className="grow" />
          <FileTrigger
            acceptedFileTypes={ACCEPTED}
            onSelect={files => {
              const file = files?.[0];
              if (file) void replace(file);
            }}
          >
            <IconButton label={letter ? say('replace', { name }) : say('replaceOnly')} icon={ImageUp} />
          </FileTrigger>
          {figure.panels.length > 1 && (
            <>
              <IconButton
                label={say('earlier', { name })}
                icon={ArrowUp}
                isDisabled={index === 0}
                onPress={() => onChange(movePanel(figure, panel.id, -1))}
              />
              <IconButton
                label={say('later', { name })}
                icon={ArrowDown}
                isDisabled={index === figure.panels.length - 1}
                onPress={() => onChange(movePanel(figure, panel.id, 1))}
              />
              <IconButton
                label={say('removePanel', { name })}
                icon={X}
                onPress={() => onChange(removePanel(figure, panel.id))}
              />
            </>
          )}
        </div>
        <div className="panel-pair">
          <Field label={say('label')} {...label} />
          <MomentField
            label={say('day')}
            time={time}
            value={panel.moment}
            onDone={at => onChange(setMoment(figure, panel.id, at ?? null))}
          />
        </div>
        {letter && <Field label={say('panelAlt', { letter })} {...alt} />}
      </div>
    </li>
  );
}
