import { useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { fillChanges } from '../../../core/library/merging.ts';
import type { KeptEntry, Proposal, Settlement } from '../../../core/library/types.ts';
import { done } from '../../../core/outcome.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { plainTitle, whoAndWhen } from '../../panels/references/lines.ts';
import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { useAnswer } from '../asking.ts';
import { fieldName } from '../entry/field-names.ts';

/** Shown at a time. */
const SOME = 20;

interface Props {
  readonly host: HostClient;
  readonly proposals: readonly Proposal[];
  readonly onSettle: (proposals: readonly Proposal[], how: Settlement) => void;
}

/** What imports brought that seems to be in the library already: one by one, with what each would bring, or all at once. */
export function Proposals({ host, proposals, onSettle }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const [most, setMost] = useState(SOME);
  const shown = proposals.slice(0, most);
  const ids = [...new Set(shown.map(({ entry }) => entry))];
  const answer = useAnswer<readonly KeptEntry[]>(
    async () => (ids.length === 0 ? done([]) : host.call('library.entries', { ids })),
    shown.map(({ id }) => id).join(),
  );
  const entries = new Map((answer?.ok ? answer.value : []).map(entry => [entry.id, entry]));
  return (
    <section className="library-proposals" aria-label={say('importedWaiting')}>
      <Banner
        severity="note"
        actions={
          proposals.length > 1 ? (
            <>
              <Button kind="plain" small onPress={() => onSettle(proposals, 'drop')}>
                {say('dropAll')}
              </Button>
              <Button kind="plain" small onPress={() => onSettle(proposals, 'add')}>
                {say('addAll')}
              </Button>
              <Button small onPress={() => onSettle(proposals, 'merge')}>
                {say('fillAll')}
              </Button>
            </>
          ) : undefined
        }
      >
        <b>{say('proposals', { count: proposals.length, formatted: format.number(proposals.length) })}</b>{' '}
        {say('pairsHint')}
      </Banner>
      <ul>
        {shown.map(proposal => (
          <li key={proposal.id}>
            <One proposal={proposal} entry={entries.get(proposal.entry)} onSettle={how => onSettle([proposal], how)} />
          </li>
        ))}
      </ul>
      {proposals.length > most && (
        <Button small onPress={() => setMost(now => now + SOME)}>
          {say('moreProposals', { formatted: format.number(proposals.length - most) })}
        </Button>
      )}
    </section>
  );
}

function One(props: {
  readonly proposal: Proposal;
  /** Undefined where it was not read yet, or is there no longer. */
  readonly entry: KeptEntry | undefined;
  readonly onSettle: (how: Settlement) => void;
}) {
  const { proposal, entry, onSettle } = props;
  const say = useWords('library');
  const references = useWords('references');
  const changes = entry ? fillChanges(entry, proposal.reference) : [];
  const fields = changes.filter(({ field }) => /^(?:item|kept)\./.test(field));
  const tags = changes.flatMap(({ field }) => (field.startsWith('tag.') ? [field.slice('tag.'.length)] : []));
  const notes = changes.filter(({ field }) => field.startsWith('note.')).length;
  const brings = [
    ...fields.map(({ field }) => fieldName(field, references, say)),
    ...tags.map(tag => say('bringsTag', { tag })),
    ...(notes > 0 ? [say('count_notes', { count: notes })] : []),
  ];
  const line = (item: CslItem) =>
    [whoAndWhen(item, references('others')), item['container-title']].filter(Boolean).join(' · ');
  const title = plainTitle(proposal.reference.item) || references('untitled');
  return (
    <>
      <div>
        <b>{title}</b>
        <span className="second">{line(proposal.reference.item)}</span>
        <small className="quiet">
          {[
            proposal.source === '' ? say('fromPaste') : say('fromSource', { name: proposal.source }),
            say(`because_${proposal.because}`),
          ].join(' · ')}
        </small>
        {entry && plainTitle(entry.item) !== plainTitle(proposal.reference.item) && (
          <small className="second">{say('takenFor', { title: plainTitle(entry.item) })}</small>
        )}
        {entry && (
          <small className="second">
            {brings.length > 0 ? say('brings', { what: brings.join(', ') }) : say('bringsNothing')}
          </small>
        )}
      </div>
      <div className="library-proposal-actions">
        <Button
          small
          isDisabled={brings.length === 0}
          aria-label={say('actionOn', { action: say('fillOne'), title })}
          onPress={() => onSettle('merge')}
        >
          {say('fillOne')}
        </Button>
        <Button
          kind="plain"
          small
          aria-label={say('actionOn', { action: say('addOne'), title })}
          onPress={() => onSettle('add')}
        >
          {say('addOne')}
        </Button>
        <Button
          kind="plain"
          small
          aria-label={say('actionOn', { action: say('dropOne'), title })}
          onPress={() => onSettle('drop')}
        >
          {say('dropOne')}
        </Button>
      </div>
    </>
  );
}
