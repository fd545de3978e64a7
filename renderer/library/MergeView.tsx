import { useMemo, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { SameBecause } from '../../core/library/duplicates.ts';
import { fieldOf, fieldsOf } from '../../core/library/fields.ts';
import { differingFields, type MergeCounts, mergeCounts } from '../../core/library/merging.ts';
import { plainText } from '../../core/library/texts.ts';
import type { KeptEntry } from '../../core/library/types.ts';
import { fieldsOf as asForm } from '../panels/references/fields.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { type Say, useWords, type WordKey } from '../words/index.ts';
import { settled, useAnswer, type Work } from './asking.ts';

interface Props {
  readonly host: HostClient;
  readonly work: Work;
  readonly one: string;
  readonly other: string;
  readonly because?: SameBecause | undefined;
  readonly onDone: () => void;
  /** "Pair 1 of 3". */
  readonly place?: string | undefined;
}

/** Two entries side by side: where they differ, one value is chosen; all else of both is kept. */
export function MergeView({ host, work, one, other, because, onDone, place }: Props) {
  const say = useWords('library');
  const references = useWords('references');
  const both = useAnswer(() => host.call('library.entries', { ids: [one, other] }), `${one} ${other}`);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [first, second] = both?.ok ? both.value : [];
  const differing = useMemo(() => (first && second ? differingFields(first, second) : []), [first, second]);
  if (!first || !second) return null;

  const alike = new Set([...fieldsOf(first), ...fieldsOf(second)]).size - differing.length;
  const counts = mergeCounts(first, second, [...chosen]);
  const merge = async () => {
    const answer = await settled(host.call('library.merge', { stays: one, goes: other, chosen: [...chosen] }));
    if (!answer.ok) return;
    work.did(answer.value.batch === null ? [] : [answer.value.batch], {
      title: say('merged'),
      hint: [followsOf(counts, say, 'after'), takenOf(counts, say, 'after')].join(' '),
    });
    onDone();
  };
  const apart = async () => {
    if ((await settled(host.call('library.apart', { one, other }))).ok) onDone();
  };
  const choose = (field: string, side: 'left' | 'right') => {
    const now = new Set(chosen);
    if (side === 'right') now.add(field);
    else now.delete(field);
    setChosen(now);
  };
  return (
    <section className="library-merge" aria-label={say('compare')}>
      <header>
        <div className="grow">
          <h2>{plainText(first.item.title)}</h2>
          <p className="second">{[place, because && say(`because_${because}`)].filter(Boolean).join(' · ')}</p>
        </div>
        <Button kind="plain" onPress={() => void apart()}>
          {say('notSame')}
        </Button>
        <Button kind="primary" onPress={() => void merge()}>
          {say('merge')}
        </Button>
      </header>
      <p className="quiet">{say('mergeHint')}</p>
      <ul className="library-follows">
        <li>{followsOf(counts, say, 'before')}</li>
        {counts.staying > 0 && <li>{say('mergeStaying', { count: counts.staying })}</li>}
        <li>{takenOf(counts, say, 'before')}</li>
      </ul>
      {differing.map(field => {
        const label = labelOf(field, references, say);
        const isRight = chosen.has(field);
        return (
          <div key={field} className="library-differ">
            <Segmented
              label={label}
              value={isRight ? 'right' : 'left'}
              onChange={side => choose(field, side)}
              options={[
                { id: 'left', label: say('keepLeft') },
                { id: 'right', label: say('keepRight') },
              ]}
            />
            <p className={isRight ? 'library-side-by' : 'library-side-by kept'}>{shown(first, field)}</p>
            <p className={isRight ? 'library-side-by kept' : 'library-side-by'}>{shown(second, field)}</p>
          </div>
        );
      })}
      <p className="quiet">{say('sameFields', { count: alike })}</p>
    </section>
  );
}

type When = 'before' | 'after';

/** Which reports follow, and how many citations are in them. */
function followsOf({ reports, citations }: MergeCounts, say: Say<'library'>, when: When): string {
  if (reports === 0) return say('mergeNoReport');
  const times = citations === 0 ? '' : say('mergeCitations', { count: citations });
  return say(when === 'before' ? 'mergeReports' : 'mergedReports', { count: reports, times });
}

/** What comes over from the one that goes, in words; nothing of it is lost, as it stays in the trash. */
function takenOf(counts: MergeCounts, say: Say<'library'>, when: When): string {
  const parts = (['fields', 'tags', 'collections', 'notes', 'files'] as const).flatMap(what =>
    counts[what] === 0 ? [] : [say(`count_${what}`, { count: counts[what] })],
  );
  if (parts.length === 0) return say('mergeNothing');
  return say(when === 'before' ? 'mergeTakes' : 'mergedTook', { what: parts.join(', ') });
}

/** Variables that the form of a reference names; others keep the name that CSL or the source format gives. */
const NAMED = {
  type: 'type',
  title: 'title',
  author: 'authors',
  'container-title': 'journal',
  'container-title-short': 'journalShort',
  issued: 'date',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  publisher: 'publisher',
  DOI: 'doi',
  PMID: 'pmid',
  URL: 'url',
} as const satisfies Readonly<Record<string, WordKey<'references'>>>;

function labelOf(field: string, references: Say<'references'>, library: Say<'library'>): string {
  const name = field.slice(field.indexOf('.') + 1);
  if (name === 'abstract') return library('abstract');
  return Object.hasOwn(NAMED, name) ? references(NAMED[name as keyof typeof NAMED]) : name;
}

/** A value as one reads it. */
function shown(entry: KeptEntry, field: string): string {
  const value = fieldOf(entry, field);
  if (field === 'item.author') return asForm(entry.item).authors.replaceAll('\n', '; ');
  if (field === 'item.issued') return asForm(entry.item).date;
  return typeof value === 'string' || typeof value === 'number' ? plainText(value) : JSON.stringify(value);
}
