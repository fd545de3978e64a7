/** Pictures that co-authors put into a Word file, made safe to keep: without metadata, as on import. */
import { done, type Outcome } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { holds, type Picture, type Review, type Room } from '../../core/roundtrip/review.ts';
import { makeSafe } from '../documents/images.ts';
import { picturesIn } from '../word/read/archive.ts';
import type { Reviewer, ReviewRequest } from './reviewer.ts';

/** A review, and the bytes of the pictures in it by the name of their asset. */
export interface Pictured {
  readonly review: Review;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** The review with its pictures: one that cannot be read is a change that can only be seen; one that the report shows already is none. */
export async function pictured(request: ReviewRequest, reviewer: Reviewer): Promise<Outcome<Pictured>> {
  const read = reviewer(request);
  if (!read.ok) return read;
  let review = read.value;
  const bytes: Record<string, Uint8Array> = {};
  const files = Object.keys(review.pictures).length === 0 ? new Map() : picturesIn(request.bytes);
  for (const [change, picture] of Object.entries(review.pictures)) {
    const name = picture.path.replace(/^.*\//, '');
    const safe = await makeSafe(files.get(picture.path) ?? new Uint8Array(), name);
    if (!safe.ok) {
      review = without(review, change, [
        ...review.changes.map(one =>
          one.id === change ? { ...one, kind: 'note' as const, why: safe.problem.message } : one,
        ),
      ]);
      continue;
    }
    const { asset, bytes: clean, removed } = safe.value;
    if (isShown(request.report, asset.name)) {
      review = without(
        review,
        change,
        review.changes.filter(({ id }) => id !== change),
      );
      continue;
    }
    bytes[asset.name] = clean;
    const { figure } = picture;
    const kept: Picture = {
      ...picture,
      asset,
      removed,
      figure: { ...figure, panels: figure.panels.map(panel => ({ ...panel, asset: asset.name })) },
    };
    review = { ...review, pictures: { ...review.pictures, [change]: kept } };
  }
  return done({ review, bytes });
}

const isShown = ({ figures }: CaseReport, asset: string): boolean =>
  figures.some(({ panels }) => panels.some(panel => panel.asset === asset));

/** Without the block that a change brings. */
function without(review: Review, change: string, changes: Review['changes']): Review {
  const { [change]: _, ...pictures } = review.pictures;
  const rooms = review.rooms.map(
    (room): Room => (holds(room, change) ? { ...room, tail: room.tail.filter(one => one.change !== change) } : room),
  );
  return { ...review, changes, rooms, pictures };
}
