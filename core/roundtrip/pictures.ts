/** Pictures of a returned file that the report has not. */
import type { Expected, ExpectedPanel, ExpectedPicture, ExpectedText } from './expected.ts';
import { byHand, type Hand, type ReturnedImage, type ReturnedParagraph } from './returned.ts';
import { evenSpaces, sayAlike } from './spaces.ts';

interface Standing {
  readonly paragraph: ReturnedParagraph;
  readonly original: string;
}

interface Pending<Arrival> {
  readonly arrival: Arrival;
  readonly image: ReturnedImage;
}

export interface Pictures<Arrival> {
  /** Those that are new, by the paragraph they stand in. */
  readonly added: ReadonlyMap<Arrival, readonly ReturnedImage[]>;
  readonly missing: readonly Missing[];
}

/** A figure or chart of which a picture is gone. */
export interface Missing {
  readonly caption: ExpectedText;
  /** The panels that went; empty where it cannot be told which, or none would be left. */
  readonly panels: readonly { readonly panel: ExpectedPanel; readonly hand?: Hand }[];
}

/**
 * A picture is the report's where its bytes are an image of it, or where it stands above the caption of a figure or chart that has as
 * many: Word may have made it smaller. Of several it may be, those with the alternative text of one of the figure's are. `known` are
 * the SHA-256 of the report's images.
 */
export function picturesOf<Arrival extends Standing>(
  arrivals: readonly Arrival[],
  expected: readonly Expected[],
  known: ReadonlySet<string>,
): Pictures<Arrival> {
  const captions = expected.filter(entry => entry.kind === 'text' && entry.images !== undefined);
  const captionAt = ({ paragraph, original }: Arrival) =>
    captions.find(({ bookmark = '' }) => bookmark !== '' && paragraph.bookmarks.includes(bookmark)) ??
    captions.find(({ text }) => original !== '' && sayAlike(text, original));
  const names = new Set(
    expected.flatMap(({ kind, bookmark = '' }) => (kind === 'text' && bookmark !== '' ? [bookmark] : [])),
  );
  const texts = new Set(
    expected.flatMap(({ kind, text }) => (kind === 'text' && text !== '' ? [evenSpaces(text)] : [])),
  );
  const isText = ({ paragraph, original }: Arrival) =>
    texts.has(evenSpaces(original)) || paragraph.bookmarks.some(name => names.has(name));
  const isKnown = ({ image }: Pending<Arrival>) => known.has(image.sha256) && image.change === undefined;
  const added = new Map<Arrival, ReturnedImage[]>();
  const missing: Missing[] = [];
  let deleted: ReturnedImage[] = [];
  let pending: Pending<Arrival>[] = [];
  const settle = (ours: ReadonlySet<Pending<Arrival>>) => {
    for (const one of pending)
      if (!ours.has(one) && (!known.has(one.image.sha256) || one.image.change?.state === 'inserted'))
        added.set(one.arrival, [...(added.get(one.arrival) ?? []), one.image]);
    pending = [];
    deleted = [];
  };
  for (const arrival of arrivals) {
    for (const image of arrival.paragraph.images) {
      if (image.change?.state === 'deleted') deleted.push(image);
      else pending.push({ arrival, image });
    }
    const caption = captionAt(arrival);
    // The pictures of a figure stand right above its caption, with no text of the report between.
    if (!caption && isText(arrival)) settle(new Set());
    if (caption?.kind !== 'text' || caption.images === undefined) continue;
    const unknown = pending.filter(one => !isKnown(one) && one.image.change === undefined);
    const wanted = caption.images.length - pending.filter(isKnown).length;
    const ours = likeliest(
      unknown,
      Math.max(wanted, 0),
      caption.images.map(({ alt }) => alt),
    );
    if (unknown.length < wanted) {
      const present = pending
        .filter(isKnown)
        .concat(ours)
        .map(({ image }) => image);
      missing.push({ caption, panels: goneOf(caption.images, present, deleted) });
    }
    settle(new Set(ours));
  }
  settle(new Set());
  return { added, missing };
}

const isOf = ({ panel, alt }: ExpectedPicture, image: ReturnedImage) =>
  image.sha256 === panel?.sha256 || (image.alt !== '' && image.alt === alt);

/** The panels of which no picture is present. */
function goneOf(
  expected: readonly ExpectedPicture[],
  present: readonly ReturnedImage[],
  deleted: readonly ReturnedImage[],
): Missing['panels'] {
  let left = expected;
  for (const image of present) {
    const own = left.find(({ panel }) => panel?.sha256 === image.sha256) ?? left.find(one => isOf(one, image));
    if (!own) return [];
    left = left.filter(one => one !== own);
  }
  if (left.length === expected.length) return [];
  return left.flatMap(one => {
    const hand = deleted.find(image => isOf(one, image))?.change;
    return one.panel ? [{ panel: one.panel, ...byHand(hand) }] : [];
  });
}

/** `count` of some pictures: those with one of the texts first, then those nearest to the caption. */
function likeliest<One extends { readonly image: ReturnedImage }>(
  pictures: readonly One[],
  count: number,
  texts: readonly string[],
): readonly One[] {
  const isAlike = ({ image }: One) => image.alt !== '' && texts.includes(image.alt);
  return [...pictures.filter(one => !isAlike(one)), ...pictures.filter(isAlike)].slice(
    pictures.length - Math.min(count, pictures.length),
  );
}
