import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { SameBecause } from '../../../core/library/duplicates.ts';
import { type MergeCounts, mergeCounts } from '../../../core/library/merging.ts';
import { plainText } from '../../../core/library/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { type Say, useWords } from '../../words/index.ts';
import { settled, useAnswer } from '../asking.ts';
import type { Work } from '../working.ts';
import { DifferingFields } from './DifferingFields.tsx';

interface Props {
  readonly host: HostClient;
  readonly work: Work;
  readonly one: string;
  readonly other: string;
  readonly because?: SameBecause | undefined;
  readonly onDone: () => void;
  /** Leaves both as they are; absent where the view stands among others. */
  readonly onBack?: () => void;
  /** "Pair 1 of 3". */
  readonly place?: string | undefined;
}

/** Two entries side by side: where they differ, one value is chosen; all else of both is kept. */
export function MergeView({ host, work, one, other, because, onDone, onBack, place }: Props) {
  const say = useWords('library');
  const both = useAnswer(() => host.call('library.entries', { ids: [one, other] }), `${one} ${other}`);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [first, second] = both?.ok ? both.value : [];
  if (!first || !second) return null;

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
  return (
    <section
      className="library-merge"
      aria-label={say('compare')}
      onKeyDown={event => {
        if (event.key === 'Escape') onBack?.();
      }}
    >
      {onBack && (
        <div>
          <Button autoFocus kind="plain" small icon={ArrowLeft} onPress={onBack}>
            {say('backToList')}
          </Button>
        </div>
      )}
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
      <DifferingFields first={first} second={second} chosen={chosen} onChoose={setChosen} />
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
