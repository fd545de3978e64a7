/** Image files made safe by the host and added to the report. */
import type { Op } from '../../../core/report/ops.ts';
import type { Asset } from '../../../core/report/types.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { readFile } from '../../connect/reading.ts';
import type { Session } from '../../session/types.ts';
import { say } from '../../words/index.ts';
import { beginWork } from './work.ts';

interface Answer {
  readonly asset: Asset;
  readonly removed: readonly string[];
}

export interface Added {
  readonly assets: readonly Asset[];
  /** Of each asset, which file it was made of. */
  readonly taken: readonly number[];
  /** Puts those records into the report that it does not hold yet. */
  readonly ops: readonly Op[];
}

/** What the system's file picker offers. */
export const ACCEPTED = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'];

/** Images on their way at once: the host works on one while the next is read, and holds no more than these. */
const AT_ONCE = 2;

/**
 * Sends images to the host, in their order; what fails is told, the others go on. Says what was removed from the files. Where the
 * user stopped it, nothing was added.
 */
export async function addImages(session: Session, files: readonly File[]): Promise<Added> {
  const work = beginWork(files.length);
  const answers: (Answer | undefined)[] = [];
  const rest = [...files.entries()];
  const takeNext = async (): Promise<void> => {
    const next = rest.shift();
    if (!next || work.isStopped()) return;
    const [index, file] = next;
    try {
      const bytes = await readFile(file);
      const answer = bytes.ok
        ? await session.host.call('assets.add', { document: session.document, name: file.name, bytes: bytes.value })
        : bytes;
      if (answer.ok) answers[index] = answer.value;
      else notifyProblem(answer.problem);
    } catch {
      notifyProblem(unexpectedProblem());
    }
    work.step();
    return takeNext();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  work.end();
  if (work.isStopped()) return { assets: [], taken: [], ops: [] };
  const taken = [...files.keys()].filter(index => answers[index]);
  const made = taken.map(index => answers[index] as Answer);
  const assets = made.map(({ asset }) => asset);
  const removed = new Set(made.flatMap(({ removed: what }) => what));
  if (assets.length > 0) {
    const words = say('figures');
    notify({
      severity: 'ok',
      title: words('added', { count: assets.length }),
      hint:
        removed.size > 0
          ? words('removedThese', { what: [...removed].map(named).join(', ') })
          : words('removedNothing'),
    });
  }
  const known = new Set(session.store.getState().report.assets.map(({ name }) => name));
  const fresh = assets.filter(
    ({ name }, index) => !known.has(name) && assets.findIndex(each => each.name === name) === index,
  );
  return { assets, taken, ops: fresh.map(value => ({ set: 'asset', id: value.name, value })) };
}

/** What was taken out, in words; a kind that has none yet is named as the host names it. */
function named(kind: string): string {
  const words = say('figures');
  switch (kind) {
    case 'exif':
      return words('metaExif');
    case 'gps':
      return words('metaGps');
    case 'xmp':
      return words('metaXmp');
    case 'iptc':
      return words('metaIptc');
    case 'thumbnail':
      return words('metaThumbnail');
    case 'comment':
      return words('metaComment');
    case 'profile':
      return words('metaProfile');
    default:
      return kind;
  }
}
