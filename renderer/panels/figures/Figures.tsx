import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { floatsOf } from '../../../core/report/parts.ts';
import { useDesk, useDeskState, useOpenSession, useSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { addFigure } from './adding.ts';
import { PANEL } from './dragging.ts';
import { FigureForm } from './FigureForm.tsx';
import { FigureRows } from './FigureRows.tsx';
import { ACCEPTED } from './images.ts';
import './figures.css';

/** Takes images by file or by drop. */
export function ImageDrop(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const say = useWords('figures');
  return (
    <DropZone
      aria-label={say('dropHere')}
      className={props.className}
      getDropOperation={types => (types.has(PANEL) ? 'cancel' : 'copy')}
      onDrop={async event => {
        const dropped = event.items.filter((each): each is FileDropItem => each.kind === 'file');
        props.onFiles(await Promise.all(dropped.map(each => each.getFile())));
      }}
    >
      {props.children}
      <div className="drop-words" aria-hidden="true">
        {say('dropHere')}
      </div>
    </DropZone>
  );
}

/** A button that opens the system's file picker for images. */
export function ImageButton(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly primary?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <FileTrigger allowsMultiple acceptedFileTypes={ACCEPTED} onSelect={files => props.onFiles(files ? [...files] : [])}>
      <Button icon={ImagePlus} {...(props.primary && { kind: 'primary' as const })}>
        {props.children}
      </Button>
    </FileTrigger>
  );
}

/** The figures of the case, or the one that is being edited. */
export function Figures() {
  const say = useWords('figures');
  const desk = useDesk();
  const session = useOpenSession();
  const figures = useSession(state => state.report.figures);
  const hasCharts = useSession(state => floatsOf(state.report.parts).some(({ type }) => type === 'chart'));
  const shown = useDeskState(state => (state.pane === 'figures' ? state.shown : null));

  const add = (files: readonly File[]) => addFigure(session, desk, files);

  const open = figures.find(({ id }) => id === shown);
  if (open) return <FigureForm key={open.id} figure={open} />;

  return (
    <ImageDrop className="figures" onFiles={files => void add(files)}>
      {figures.length === 0 && !hasCharts ? (
        <div className="blank">
          <h3>{say('none')}</h3>
          <p>{say('noneHint')}</p>
          <div className="blank-actions">
            <ImageButton primary onFiles={files => void add(files)}>
              {say('add')}
            </ImageButton>
          </div>
        </div>
      ) : (
        <>
          <div className="figures-tools">
            <ImageButton onFiles={files => void add(files)}>{say('add')}</ImageButton>
          </div>
          <FigureRows />
        </>
      )}
    </ImageDrop>
  );
}
