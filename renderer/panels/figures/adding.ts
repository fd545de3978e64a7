/** Image files made a figure: after the paragraph with the caret, its form open beside the text. */
import type { Desk } from '../../session/desk.ts';
import { insertFigure } from '../../session/inserting.ts';
import type { Session } from '../../session/types.ts';
import { say } from '../../words/index.ts';
import { newFigure } from './changes.ts';
import { addImages } from './images.ts';

/** One figure of all files, a panel each; where no file was an image, nothing. */
export async function addFigure(session: Session, desk: Desk, files: readonly File[]): Promise<void> {
  const { assets, ops } = await addImages(session, files);
  if (assets.length === 0) return;
  const figure = newFigure(assets.map(({ name }) => name));
  const label = say('figures')('undoAdd');
  session.transact(label, () => {
    session.dispatch([...ops, { set: 'figure', id: figure.id, value: figure }], label);
    insertFigure(session, figure.id);
  });
  desk.open('figures', figure.id);
}
