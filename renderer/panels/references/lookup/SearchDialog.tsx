import { useState } from 'react';
import type { Searched, SearchPage } from '../../../../core/lookup/types.ts';
import { done, type Outcome } from '../../../../core/outcome.ts';
import { notifyProblem } from '../../../app/notices/notices.ts';
import { useSurroundings } from '../../../app/surroundings.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { useQuestion } from './asking.ts';
import { LookupState } from './LookupState.tsx';
import { type Taking, useTaking } from './taking.ts';
import { WorkLine } from './WorkLine.tsx';

/** Searches PubMed or Europe PMC by words; results are taken with their abstracts. */
export function SearchDialog({
  query = '',
  taking,
  onClose,
}: {
  readonly query?: string;
  readonly taking: Taking;
  readonly onClose: () => void;
}) {
  const say = useWords('lookup');
  const shell = useWords('shell');
  const choose = useChoose();
  const { host } = useSurroundings();
  const [words, setWords] = useState(query);
  const [where, setWhere] = useState<Searched>('pubmed');
  const [asked, setAsked] = useState<{ readonly where: Searched; readonly query: string } | null>(null);
  const { answer, isAsking, ask, stop } = useQuestion<Outcome<SearchPage>>();
  const search = () => {
    if (words.trim() !== '')
      ask(signal => host.call('lookup.search', { where, query: words.trim().slice(0, 500) }, { signal }));
    setAsked({ where, query: words.trim().slice(0, 500) });
  };
  /** The next page of what was asked, below what is there. A failure leaves that as it is. */
  const more = (before: SearchPage) => {
    const { works, next } = before;
    if (asked === null || next === null) return;
    ask(async signal => {
      const page = await host.call('lookup.search', { ...asked, after: next }, { signal });
      if (!page.ok) {
        notifyProblem(page.problem);
        return done(before);
      }
      return done({ ...page.value, works: [...works, ...page.value.works] });
    });
  };
  const page = answer?.ok ? answer.value : null;
  return (
    <Dialog
      wide
      title={say('searchTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          {isAsking && <Button onPress={stop}>{say('stop')}</Button>}
          <Button kind="primary" busy={isAsking} isDisabled={words.trim() === ''} onPress={search}>
            {say('search')}
          </Button>
        </>
      }
    >
      <Segmented
        label={say('searchWhere')}
        quietLabel
        full
        value={where}
        onChange={setWhere}
        options={[
          { id: 'pubmed', label: 'PubMed' },
          { id: 'europe-pmc', label: 'Europe PMC' },
        ]}
      />
      <Field
        label={say('searchField')}
        note={say('searchNote')}
        autoFocus
        value={words}
        onChange={setWords}
        onEnter={search}
      />
      <LookupState seen={answer} />
      {answer && !answer.ok && (
        <Banner severity="warning" live>
          {choose(answer.problem.message)} {choose(answer.problem.hint)}
        </Banner>
      )}
      {page && (
        <p className="quiet" role="status">
          {page.total === 0
            ? say('nothing')
            : page.total > page.works.length
              ? say('totalShown', { shown: page.works.length, total: page.total })
              : say('total', { count: page.total })}
        </p>
      )}
      {page && (
        <ul className="work-lines">
          {page.works.map((work, index) => (
            <WorkLine
              // biome-ignore lint/suspicious/noArrayIndexKey: pages are only added behind; two pages may name a work alike
              key={index}
              reference={work.reference}
              standing={work.standing}
              action={
                taking.has(work.reference) ? (
                  <span className="quiet xs">{say('taken')}</span>
                ) : (
                  <Button small onPress={() => taking.take([work])}>
                    {say('take')}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      )}
      {page && page.next !== null && (
        <Button busy={isAsking} onPress={() => more(page)}>
          {say('more')}
        </Button>
      )}
    </Dialog>
  );
}

/** The same for the open case. */
export function CaseSearchDialog({ onClose }: { readonly onClose: () => void }) {
  return <SearchDialog taking={useTaking()} onClose={onClose} />;
}
