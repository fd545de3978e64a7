import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { panelLetter } from '../../../core/manuscript/number.ts';
import { floatsOf } from '../../../core/report/parts.ts';
import type { Figure } from '../../../core/report/types.ts';
import { notify } from '../../app/notices/notices.ts';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToBlock } from '../../session/going.ts';
import { insertFigure, removeBlock } from '../../session/inserting.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { useGradually } from '../../ui/gradually.ts';
import { useWords } from '../../words/index.ts';
import { everyDays, withPanels } from './changes.ts';
import { usePanelOrder } from './dragging.ts';
import { ImageButton, ImageDrop } from './Figures.tsx';
import { addImages } from './images.ts';
import { PanelCard } from './PanelCard.tsx';

/** Panels that a tall window shows at once. */
const SEEN = 5;

/** Most panels in a row that stay readable across a page. */
const COLUMNS = ['1', '2', '3', '4', '5', '6'] as const;

/** One figure: its panels in order, how they are laid out, what is seen, and where it stands in the text. */
export function FigureForm({ figure }: { readonly figure: Figure }) {
  const say = useWords('figures');
  const shell = useWords('shell');
  const desk = useDesk();
  const session = useOpenSession();
  const parts = useSession(state => state.report.parts);
  const name = useSession(state => state.numbering.floats.get(figure.id)?.label ?? null);
  const [removing, setRemoving] = useState(false);
  const isPlaced = floatsOf(parts).some(({ id }) => id === figure.id);
  const several = figure.panels.length > 1;
  const drawn = useGradually(figure.panels.length, SEEN);

  const change = (value: Figure) => session.dispatch([{ set: 'figure', id: figure.id, value }], say('undoEdit'));
  const order = usePanelOrder(figure, change);
  const alt = useDraft(figure.alt, value => change({ ...figure, alt: value }));
  const credit = useDraft(figure.credit, value => change({ ...figure, credit: value }));

  const addPanels = async (files: readonly File[]) => {
    const { assets, ops } = await addImages(session, files);
    if (assets.length === 0) return;
    const now = session.store.getState().report.figures.find(({ id }) => id === figure.id) ?? figure;
    const value = withPanels(
      now,
      assets.map(asset => asset.name),
    );
    session.dispatch([...ops, { set: 'figure', id: figure.id, value }], say('undoEdit'));
  };
  const place = () => {
    if (isPlaced) {
      goInText(desk, () => goToBlock(session.editor, figure.id));
      return;
    }
    desk.show('text');
    session.transact(say('undoPlace'), () => {
      if (!insertFigure(session, figure.id)) notify({ severity: 'note', title: say('noPlace') });
    });
  };
  const remove = () => {
    setRemoving(false);
    session.transact(say('undoRemove'), () => {
      removeBlock(session, figure.id);
      session.dispatch([{ set: 'figure', id: figure.id, value: null }], say('undoRemove'));
    });
    desk.open('figures');
  };

  return (
    <ImageDrop className="pane-form" onFiles={files => void addPanels(files)}>
      <div className="pane-scroll">
        <div className="figure-head">
          <Button kind="plain" small icon={ArrowLeft} onPress={() => desk.open('figures')}>
            {say('back')}
          </Button>
          <span className="grow" />
          <Button small onPress={place}>
            {say(isPlaced ? 'show' : 'place')}
          </Button>
        </div>
        <div>
          <h2>{name ?? say('figure')}</h2>
          <p className="field-note">{name ? say('caption') : say('unplaced')}</p>
        </div>
        <Field label={say('alt')} note={say('altNote')} multiline {...alt} />
        <section className="figure-panels" aria-label={say('panelsTitle')}>
          <h3 className="label">{say('panelsTitle')}</h3>
          <ul onDragOver={event => order.onDragOver(event)} onDrop={order.onDrop}>
            {figure.panels.slice(0, drawn).map((panel, index) => (
              <PanelCard
                key={panel.id}
                figure={figure}
                panel={panel}
                letter={several ? panelLetter(index) : ''}
                onChange={change}
                order={order}
              />
            ))}
          </ul>
          <ImageButton onFiles={files => void addPanels(files)}>{say('addPanel')}</ImageButton>
        </section>
        {several && (
          <>
            <Every figure={figure} onChange={change} />
            <Segmented
              label={say('columns')}
              value={String(Math.min(figure.columns, 6)) as (typeof COLUMNS)[number]}
              options={COLUMNS.filter(id => Number(id) <= Math.max(figure.panels.length, figure.columns)).map(id => ({
                id,
                label: id,
              }))}
              onChange={id => change({ ...figure, columns: Number(id) })}
            />
          </>
        )}
        <Field label={say('credit')} note={say('creditNote')} {...credit} />
      </div>
      <footer className="pane-foot tall">
        <Button kind="plain" danger onPress={() => setRemoving(true)}>
          {say('remove')}
        </Button>
      </footer>
      {removing && (
        <Dialog
          alert
          title={say('removeTitle')}
          onClose={() => setRemoving(false)}
          footer={
            <>
              <Button onPress={() => setRemoving(false)}>{shell('cancel')}</Button>
              <Button kind="primary" onPress={remove}>
                {say('remove')}
              </Button>
            </>
          }
        >
          <p className="second">{say('removeHint')}</p>
        </Dialog>
      )}
    </ImageDrop>
  );
}

/** "One image every 15 days": fills in the days of all panels. */
function Every({ figure, onChange }: { readonly figure: Figure; readonly onChange: (figure: Figure) => void }) {
  const say = useWords('figures');
  const [text, setText] = useState('15');
  const step = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
  return (
    <div className="every">
      <div className="every-row">
        <Field label={say('every')} inputMode="numeric" value={text} onChange={setText} />
        <span className="second">{say('days')}</span>
        <Button isDisabled={step === null || step === 0} onPress={() => step && onChange(everyDays(figure, step))}>
          {say('fill')}
        </Button>
      </div>
      {step !== null && step > 0 && <p className="field-note">{say('fillHint', { step, double: step * 2 })}</p>}
    </div>
  );
}
