/** `npm run bench citing [-- STYLE]`: one more reference cited in the middle of 400, bibliography included, beside plain citeproc-js. */
import { join } from 'node:path';
import type { Citation } from '../../core/report/document.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { createCiting } from '../../host/citing/citing.ts';
import { engineFor, localeOf } from '../../host/citing/engine.ts';
import { styleNamed } from '../../host/citing/styles/styles.ts';
import { median } from '../measure.ts';
import { workNumber } from './works.ts';

const CITATIONS = 400;
const ROUNDS = 15;

interface Contest {
  readonly style: string;
  readonly kind: Template['citations']['kind'];
  /** Milliseconds that it may take. */
  readonly wanted: number;
  readonly language?: Language;
}

const contests: readonly Contest[] = [
  { style: 'vancouver', kind: 'bracket', wanted: 10 },
  { style: 'vancouver-superscript', kind: 'superscript', wanted: 10 },
  { style: 'elsevier-vancouver', kind: 'bracket', wanted: 10 },
  { style: 'bmj', kind: 'superscript', wanted: 10 },
  { style: 'apa', kind: 'author-date', wanted: 60 },
  { style: 'elsevier-harvard', kind: 'author-date', wanted: 60 },
  { style: 'chicago-author-date', kind: 'author-date', wanted: 60 },
  { style: 'iso690-author-date-fr', kind: 'author-date', wanted: 60, language: 'fr' },
  { style: 'chicago-fullnote-bibliography', kind: 'superscript', wanted: 60 },
  { style: 'oscola', kind: 'superscript', wanted: 60 },
];

/** More works than are cited, so that each round cites one that was never cited before. */
const references: readonly Reference[] = Array.from({ length: CITATIONS + ROUNDS + 1 }, (_, index) =>
  workNumber(index),
);

const clusterOf = (id: string, reference: number): Citation => ({
  type: 'citation',
  id,
  items: [{ reference: `work-${reference}` }],
  children: [{ text: '' }],
});
const clusters = Array.from({ length: CITATIONS }, (_, index) => clusterOf(`c${index}`, index));
/** As in notes: every third cites a work again, now right after its last, now from afar. */
const notes = clusters.map(({ id }, index) =>
  clusterOf(id, index % 3 !== 2 ? index : index % 2 === 0 ? index - 1 : index >> 2),
);
const clustersOf = (style: string) => (styleNamed(style)?.attrs.class === 'note' ? notes : clusters);

/** What plain citeproc-js does with the same: the cluster in its place, then the whole bibliography. */
function plain({ style, language = 'en' }: Contest): readonly number[] {
  const element = styleNamed(style);
  if (!element) throw new Error(`no style ${style}`);
  const engine = engineFor(`bench-${style}`, element, localeOf(language));
  const items = new Map(references.map(({ id, item }) => [id, item] as const));
  engine.sys.retrieveItem = id => items.get(id) as Reference['item'];
  const engineCluster = ({ id, items: cited }: Citation) => ({
    citationID: id,
    citationItems: cited.map(({ reference }) => ({ id: reference })),
    properties: { noteIndex: 0 },
  });
  const isNotes = engine.opt.xclass === 'note';
  const noteOf = (index: number) => (isNotes ? index + 1 : 0);
  const all = clustersOf(style).map((cluster, index) => ({
    ...engineCluster(cluster),
    properties: { noteIndex: noteOf(index) },
  }));
  engine.rebuildProcessorState(all, 'html', []);
  engine.makeBibliography();
  const ids = all.map(({ citationID }) => citationID);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const at = CITATIONS / 2;
    const from = performance.now();
    engine.processCitationCluster(
      { ...engineCluster(clusterOf(`new${round}`, CITATIONS + round)), properties: { noteIndex: noteOf(at) } },
      ids.slice(0, at).map((id, index) => [id, noteOf(index)] as const),
      ids.slice(at).map((id, index) => [id, noteOf(at + 1 + index)] as const),
    );
    engine.makeBibliography();
    times.push(performance.now() - from);
    ids.splice(at, 0, `new${round}`);
  }
  return times;
}

function ours({ style, kind, language = 'en' }: Contest): readonly number[] {
  const citing = createCiting({ templatesFolder: join(import.meta.dirname, 'nowhere') });
  const template = { id: style, citations: { style, kind } } as Template;
  let cited = clustersOf(style);
  citing.format({ clusters: cited, references, template, language });
  return Array.from({ length: ROUNDS }, function inserted(_, round) {
    cited = cited.toSpliced(CITATIONS / 2, 0, clusterOf(`new${round}`, CITATIONS + round));
    const from = performance.now();
    citing.format({ clusters: cited, references, template, language });
    return performance.now() - from;
  });
}

console.log(`One reference cited in the middle of ${CITATIONS}, bibliography included (median of ${ROUNDS}):`);
const [only] = process.argv.slice(3);
for (const contest of contests.filter(({ style }) => only === undefined || style === only)) {
  const times = ours(contest);
  const [mine, theirs] = [median(times), median(plain(contest))];
  console.log(
    `  ${contest.style.padEnd(30)} ${mine.toFixed(1).padStart(6)} ms, at most ${Math.max(...times).toFixed(0)} (wanted ${contest.wanted}), plain citeproc-js ${theirs.toFixed(0).padStart(4)} ms: ${(theirs / mine).toFixed(0)} times`,
  );
}
