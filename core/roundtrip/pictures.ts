/** Pictures of a returned file that the report has not. */
import type { Expected } from './expected.ts';
import type { ReturnedImage, ReturnedParagraph } from './returned.ts';

interface Standing {
  readonly paragraph: ReturnedParagraph;
  readonly original: string;
}

export interface Pictures<Arrival> {
  /** Those that are new, by the paragraph they stand in. */
  readonly added: ReadonlyMap<Arrival, readonly ReturnedImage[]>;
  /** Captions of figures of which a picture is gone. */
  readonly missing: readonly Expected[];
}

/**
 * A picture is the report's where its bytes are an image of it, or where it stands above the caption of a figure or chart that has as
 * many: Word may have made it smaller. `known` are the SHA-256 of the report's images.
 */
export function picturesOf<Arrival extends Standing>(
  arrivals: readonly Arrival[],
  expected: readonly Expected[],
  known: ReadonlySet<string>,
): Pictures<Arrival> {
  const captions = expected.filter(entry => entry.kind === 'text' && entry.images !== undefined);
  const captionAt = ({ paragraph, original }: Arrival) =>
    captions.find(({ bookmark = '' }) => bookmark !== '' && paragraph.bookmarks.includes(bookmark)) ??
    captions.find(({ text }) => original !== '' && text === original);
  const added = new Map<Arrival, ReturnedImage[]>();
  const missing: Expected[] = [];
  let pending: { readonly arrival: Arrival; readonly image: ReturnedImage }[] = [];
  /** The last `ours` of those that are not known are a figure's own. */
  const settle = (ours: number) => {
    const unknown = pending.filter(({ image }) => !known.has(image.sha256) || image.change?.state === 'inserted');
    for (const { arrival, image } of ours === 0 ? unknown : unknown.slice(0, -ours))
      added.set(arrival, [...(added.get(arrival) ?? []), image]);
    pending = [];
  };
  for (const arrival of arrivals) {
    for (const image of arrival.paragraph.images)
      if (image.change?.state !== 'deleted') pending.push({ arrival, image });
    const caption = captionAt(arrival);
    if (caption?.kind !== 'text' || caption.images === undefined) continue;
    const wanted =
      caption.images - pending.filter(({ image }) => known.has(image.sha256) && image.change === undefined).length;
    const unknown = pending.filter(({ image }) => !known.has(image.sha256) && image.change === undefined).length;
    if (unknown < wanted) missing.push(caption);
    settle(Math.min(Math.max(wanted, 0), unknown));
  }
  settle(0);
  return { added, missing };
}
