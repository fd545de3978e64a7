import { useEffect, useState } from 'react';
import { notChecked } from '../../../../core/lookup/standing.ts';
import { done, type Outcome } from '../../../../core/outcome.ts';
import type { ZoteroCollection } from '../../../../core/references/zotero.ts';
import { notifyProblem } from '../../../app/notices/notices.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { Banner } from '../../../ui/Said.tsx';
import { useChoose, useWords } from '../../../words/index.ts';
import { useQuestion } from './asking.ts';
import { useTaking } from './taking.ts';
import { WorkLine } from './WorkLine.tsx';
import { ZoteroFiles } from './ZoteroFiles.tsx';
import { movedUp, withPage, type ZoteroPage } from './zotero-pages.ts';

type Items = Outcome<ZoteroPage>;

/** Items that Zotero gives at a time. */
const ROWS = 100;

/** A running Zotero's items, by collection and words; taken with what they are called there. */
export function ZoteroDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('lookup');
  const shell = useWords('shell');
  const choose = useChoose();
  const { host } = useOpenSession();
  const taking = useTaking();
  const [words, setWords] = useState('');
  const [collection, setCollection] = useState<ZoteroCollection | null>(null);
  /** The words of the list that is shown: those in the field may be others by now. */
  const [asked, setAsked] = useState('');
  /** How many items Zotero was asked for: notes among them are not shown. */
  const [read, setRead] = useState(ROWS);
  const collections = useQuestion<Outcome<readonly ZoteroCollection[]>>();
  const items = useQuestion<Items>();
  const show = (within: ZoteroCollection | null) => {
    setCollection(within);
    setRead(ROWS);
    const query = words.trim().slice(0, 500);
    setAsked(query);
    items.ask(signal => host.call('zotero.items', { query, collection: within?.key ?? null }, { signal }));
  };
  /** The next hundred, below what is there. */
  const more = (before: ZoteroPage) =>
    items.ask(async signal => {
      const pageFrom = (from: number) =>
        host.call('zotero.items', { query: asked, collection: collection?.key ?? null, from }, { signal });
      let page = await pageFrom(read);
      const from = page.ok ? movedUp(read, before, page.value) : null;
      if (from !== null) page = await pageFrom(from);
      if (!page.ok) {
        notifyProblem(page.problem);
        return done(before);
      }
      setRead((from ?? read) + ROWS);
      return done(withPage(before, page.value));
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it opens
  useEffect(() => {
    collections.ask(signal => host.call('zotero.collections', {}, { signal }));
    show(null);
  }, []);
  const failure = items.answer && !items.answer.ok ? items.answer.problem : null;
  const page = items.answer?.ok ? items.answer.value : null;
  const listed = collections.answer?.ok ? collections.answer.value : [];
  return (
    <Dialog
      wide
      title={say('zoteroTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{shell('close')}</Button>
          <Button kind="primary" busy={items.isAsking} onPress={() => show(collection)}>
            {say('search')}
          </Button>
        </>
      }
    >
      {listed.length > 0 && (
        <Select
          label={say('zoteroCollection')}
          value={collection?.key ?? ''}
          onChange={key => show(listed.find(one => one.key === key) ?? null)}
          options={[
            { id: '', label: say('zoteroAll') },
            ...listed.map(({ key, name, depth }) => ({ id: key, label: `${'\u2003'.repeat(depth)}${name}` })),
          ]}
        />
      )}
      <Field
        label={say('searchField')}
        note={say('zoteroNote')}
        autoFocus
        value={words}
        onChange={setWords}
        onEnter={() => show(collection)}
      />
      {failure && (
        <Banner severity="warning" live>
          {choose(failure.message)} {choose(failure.hint)}
        </Banner>
      )}
      {page && (
        <p className="quiet" role="status">
          {page.total > page.references.length
            ? say('totalShown', { shown: page.references.length, total: page.total })
            : say('total', { count: page.references.length })}
        </p>
      )}
      <ul className="work-lines">
        {page?.references.map((reference, index) => (
          <WorkLine
            // biome-ignore lint/suspicious/noArrayIndexKey: pages are only added behind; two pages may name a work alike
            key={index}
            reference={reference}
            standing={notChecked('never asked')}
            below={<ZoteroFiles reference={reference} />}
            action={
              taking.has(reference) ? (
                <span className="quiet xs">{say('isThere')}</span>
              ) : (
                <Button small onPress={() => taking.take([{ reference, standing: notChecked('never asked') }])}>
                  {say('take')}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {page && page.total > read && (
        <Button busy={items.isAsking} onPress={() => more(page)}>
          {say('more')}
        </Button>
      )}
    </Dialog>
  );
}
