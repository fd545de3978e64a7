import { useState } from 'react';
import { identifierText } from '../../../../core/lookup/identifiers.ts';
import type { LookedUp } from '../../../../core/lookup/types.ts';
import type { Outcome } from '../../../../core/outcome.ts';
import { useSurroundings } from '../../../app/surroundings.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { useQuestion } from './asking.ts';
import { LookupState } from './LookupState.tsx';
import { type Taking, useTaking } from './taking.ts';
import { WorkLine } from './WorkLine.tsx';

/** What a work was asked for by. */
const nameOf = (one: LookedUp): string =>
  (one.state === 'unnamed' ? one.problem.where : undefined) ?? one.identifiers.map(identifierText).join(', ');

/** Adds works by what names them. Each that was found is shown before it is added; what was not is said. */
export function IdentifierDialog({ taking, onClose }: { readonly taking: Taking; readonly onClose: () => void }) {
  const say = useWords('lookup');
  const shell = useWords('shell');
  const choose = useChoose();
  const { host } = useSurroundings();
  const [text, setText] = useState('');
  const { answer, isAsking, ask, stop } = useQuestion<Outcome<readonly LookedUp[]>>();
  const lookUp = () => ask(signal => host.call('lookup.identifiers', { text }, { signal }));
  const found = answer?.ok ? answer.value.filter(one => one.state === 'found') : [];
  const fresh = found.filter(({ reference }) => !taking.has(reference));
  return (
    <Dialog
      wide
      title={say('identifierTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          {isAsking && <Button onPress={stop}>{say('stop')}</Button>}
          {fresh.length > 0 ? (
            <Button
              kind="primary"
              onPress={() => {
                taking.take(fresh);
                onClose();
              }}
            >
              {say('addFound', { count: fresh.length })}
            </Button>
          ) : (
            <Button kind="primary" busy={isAsking} isDisabled={text.trim() === ''} onPress={lookUp}>
              {say('lookUp')}
            </Button>
          )}
        </>
      }
    >
      <Field
        label={say('identifierField')}
        note={say('identifierNote')}
        multiline
        autoFocus
        value={text}
        onChange={setText}
      />
      <LookupState seen={answer} />
      {answer && !answer.ok && (
        <Banner severity="warning" live>
          {choose(answer.problem.message)} {choose(answer.problem.hint)}
        </Banner>
      )}
      {answer?.ok && (
        <div role="status">
          <ul className="work-lines">
            {answer.value.map(one =>
              one.state === 'found' ? (
                <WorkLine
                  key={one.identifiers.map(identifierText).join()}
                  reference={one.reference}
                  standing={one.standing}
                  note={one.from.join(', ')}
                  action={taking.has(one.reference) ? <span className="quiet xs">{say('isThere')}</span> : null}
                />
              ) : (
                <li key={nameOf(one)} className="work-line">
                  <div>
                    <b>{nameOf(one)}</b>
                    <span className="second">
                      {one.state === 'unknown'
                        ? say('unknown', { services: one.asked.join(', ') })
                        : `${one.state === 'unnamed' ? '' : `${say('notChecked')}. `}${choose(one.problem.message)} ${choose(one.problem.hint)}`}
                    </span>
                  </div>
                </li>
              ),
            )}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

/** The same for the open case. */
export function CaseIdentifierDialog({ onClose }: { readonly onClose: () => void }) {
  return <IdentifierDialog taking={useTaking()} onClose={onClose} />;
}
