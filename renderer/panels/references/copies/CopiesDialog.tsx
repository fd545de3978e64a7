import { useState } from 'react';
import { asEntry, type Copies, followingOf } from '../../../../core/references/copies.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { notify } from '../../../app/notices/notices.ts';
import { DifferingFields } from '../../../library/doubles/DifferingFields.tsx';
import { useOpenSession } from '../../../session/context.tsx';
import { mergeCopies } from '../../../session/merging.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../words/index.ts';
import { plainTitle, whoAndWhen } from '../lines.ts';
import './copies.css';

interface Props {
  /** At least one. */
  readonly pairs: readonly Copies[];
  readonly onApart: (copies: Copies) => void;
  readonly onClose: () => void;
}

/** Pairs one after the other: what stays, what of the text follows, and one press that does it. */
export function CopiesDialog({ pairs, onApart, onClose }: Props) {
  const say = useWords('copies');
  const library = useWords('library');
  const session = useOpenSession();
  const [at, setAt] = useState(0);
  const copies = pairs[at % pairs.length] as Copies;
  const pair = `${copies.stays.id} ${copies.goes.id}`;
  const [choice, setChoice] = useState<{ readonly pair: string; readonly fields: ReadonlySet<string> } | null>(null);
  const chosen = choice?.pair === pair ? choice.fields : new Set<string>();
  const { citations, together } = followingOf(session.store.getState().report, copies);

  const merge = () => {
    mergeCopies(session, copies, [...chosen], say('undo'));
    notify({ severity: 'ok', title: say('merged'), hint: say('mergedHint') });
  };
  return (
    <Dialog
      title={say('title')}
      wide
      onClose={onClose}
      footer={
        <>
          {pairs.length > 1 && (
            <Button kind="plain" onPress={() => setAt((at + 1) % pairs.length)}>
              {library('later')}
            </Button>
          )}
          <Button kind="plain" onPress={() => onApart(copies)}>
            {say('apart')}
          </Button>
          <Button kind="primary" onPress={merge}>
            {say('merge')}
          </Button>
        </>
      }
    >
      <div className="copies">
        <p className="second">
          {[
            pairs.length > 1 && say('place', { number: (at % pairs.length) + 1, count: pairs.length }),
            library(`because_${copies.because}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="copies-both">
          <Copy says={say('first')} reference={copies.stays} />
          <Copy says={say('second')} reference={copies.goes} />
        </div>
        <p>
          {citations === 0 ? say('followNone') : say('follow', { count: citations })}
          {together > 0 && ` ${say('together', { count: together })}`}
        </p>
        <p className="quiet">{say('hint')}</p>
        <DifferingFields
          first={asEntry(copies.stays)}
          second={asEntry(copies.goes)}
          chosen={chosen}
          onChoose={fields => setChoice({ pair, fields })}
        />
      </div>
    </Dialog>
  );
}

function Copy({ says, reference: { item } }: { readonly says: string; readonly reference: Reference }) {
  const say = useWords('references');
  return (
    <section>
      <h3>{says}</h3>
      <b>{whoAndWhen(item, say('others'))}</b>
      <p>{plainTitle(item) || say('untitled')}</p>
      {item['container-title'] && <small className="quiet">{item['container-title']}</small>}
    </section>
  );
}
