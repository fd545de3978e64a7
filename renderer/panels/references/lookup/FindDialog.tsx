import { useState } from 'react';
import { GOOD_MATCH } from '../../../../core/lookup/matching.ts';
import { splitReferences } from '../../../../core/lookup/printed/parting.ts';
import type { Candidate, Finding } from '../../../../core/lookup/types.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Tick } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { useQuestion } from './asking.ts';
import { LookupState } from './LookupState.tsx';
import { useTaking } from './taking.ts';
import { WorkLine } from './WorkLine.tsx';

/** References looked for at once. */
const MOST = 100;

/** Finds printed references again: candidates with how well they fit, each taken by hand. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('lookup');
  const shell = useWords('shell');
  const choose = useChoose();
  const { host, document } = useOpenSession();
  const taking = useTaking();
  const [text, setText] = useState('');
  const [online, setOnline] = useState(false);
  const { answer, isAsking, ask, stop } = useQuestion<readonly Finding[]>();
  const find = () =>
    ask(async signal => {
      const findings: Finding[] = [];
      for (const one of splitReferences(text).slice(0, MOST))
        findings.push(await host.call('lookup.find', { text: one.slice(0, 5000), document, online }, { signal }));
      return findings;
    });
  const noteOf = ({ from, score }: Candidate) =>
    `${say('score', { score })} · ${from === 'report' ? say('fromReport') : from === 'library' ? say('fromLibrary') : from}`;
  const problems = (answer ?? []).flatMap(finding => finding.problems);
  return (
    <Dialog
      wide
      title={say('findTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          {isAsking && <Button onPress={stop}>{say('stop')}</Button>}
          <Button kind="primary" busy={isAsking} isDisabled={text.trim() === ''} onPress={find}>
            {say('find')}
          </Button>
        </>
      }
    >
      <Field label={say('findField')} note={say('findNote')} multiline autoFocus value={text} onChange={setText} />
      <Tick value={online} onChange={setOnline}>
        {say('consent')}
      </Tick>
      <LookupState seen={answer} />
      {problems[0] && (
        <Banner severity="warning" live>
          {say('notChecked')}. {choose(problems[0].message)} {choose(problems[0].hint)}
        </Banner>
      )}
      <div role="status">
        {answer?.map(finding => (
          <section key={finding.text} className="finding-found">
            <p className="second">{finding.text}</p>
            {finding.candidates.length === 0 && <p className="quiet">{say('noCandidate')}</p>}
            <ul className="work-lines">
              {finding.candidates.map(candidate => (
                <WorkLine
                  key={`${candidate.from} ${candidate.reference.id}`}
                  reference={candidate.reference}
                  standing={candidate.standing}
                  note={noteOf(candidate)}
                  action={
                    taking.has(candidate.reference) ? (
                      <span className="quiet xs">{say('isThere')}</span>
                    ) : (
                      <Button
                        small
                        {...(candidate.score < GOOD_MATCH && { kind: 'plain' as const })}
                        onPress={() => taking.take([candidate])}
                      >
                        {say('take')}
                      </Button>
                    )
                  }
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
