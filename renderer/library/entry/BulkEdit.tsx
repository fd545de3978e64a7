import { useState } from 'react';
import {
  BULK_VARIABLES,
  type BulkVariable,
  type BulkWhere,
  type Common,
  isFittingText,
} from '../../../core/library/bulk.ts';
import { TYPES } from '../../panels/references/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { useFormat } from '../../words/format.ts';
import { type Say, useWords, type WordKey } from '../../words/index.ts';
import type { Work } from '../working.ts';

interface Props {
  readonly work: Work;
  readonly ids: readonly string[];
  /** What the entries hold; null until that was counted. */
  readonly common: Common | null;
}

const LABELS = {
  'container-title': 'journal',
  'container-title-short': 'journalShort',
  ISSN: 'issn',
  language: 'language',
  type: 'type',
  publisher: 'publisher',
  'publisher-place': 'publisherPlace',
  'collection-title': 'collectionTitle',
} as const satisfies Readonly<Record<BulkVariable, WordKey<'references'>>>;

/** Languages of most articles, as they are offered; any other tag can be typed. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt'];

/** Values told beside the field; the rarer ones are summed up. */
const TOLD = 3;

/** A value as one reads it. */
function shown(variable: BulkVariable, value: string, say: Say<'references'>): string {
  const named = variable === 'type' ? TYPES.find(([id]) => id === value) : undefined;
  return named ? say(named[1]) : value;
}

/** One field of all selected entries, set in one step: what they hold now is told first, and what was changed after. */
export function BulkEdit({ work, ids, common }: Props) {
  const say = useWords('library');
  const references = useWords('references');
  const format = useFormat();
  const [variable, setVariable] = useState<BulkVariable>('container-title');
  const [text, setText] = useState('');
  const [where, setWhere] = useState<BulkWhere>('all');
  const [isBusy, setBusy] = useState(false);
  const held = common?.values[variable] ?? [];
  const values = held.filter(({ value }) => value !== '');
  const empty = held.find(({ value }) => value === '')?.entries ?? 0;
  const wanted = text.trim();
  const isFitting = isFittingText(variable, wanted);
  const isCounted = common !== null && common.looked === ids.length;
  /** How many will change; null where not all were counted. */
  const count = !isCounted
    ? null
    : where === 'empty'
      ? empty
      : ids.length - (held.find(({ value }) => value === wanted)?.entries ?? 0);
  const label = references(LABELS[variable]);
  const told = [
    ...values
      .slice(0, TOLD)
      .map(({ value, entries }) => `${shown(variable, value, references)} (${format.number(entries)})`),
    ...(values.length > TOLD ? [say('moreValues', { count: values.length - TOLD })] : []),
    ...(empty > 0 ? [say('emptyIn', { formatted: format.number(empty) })] : []),
  ];
  const change = async (now: string, there: BulkWhere) => {
    setBusy(true);
    const edited = await work.edit(ids, { kind: 'variable', variable, text: now, where: there }, 'edit');
    setBusy(false);
    if (edited === null) return;
    work.did(edited.batches, {
      title:
        edited.entries === 0
          ? say('fieldSetNone', { field: label })
          : say('fieldSet', { field: label, count: edited.entries, formatted: format.number(edited.entries) }),
    });
    setText('');
  };
  return (
    <section className="library-bulk" aria-label={say('bulk')}>
      <h3>{say('bulk')}</h3>
      <Select
        label={say('field')}
        quietLabel
        value={variable}
        onChange={next => {
          setVariable(next);
          setText('');
        }}
        options={BULK_VARIABLES.map(id => ({ id, label: references(LABELS[id]) }))}
      />
      {told.length > 0 && (
        <p className="quiet xs">
          {say('holdNow')} {told.join(' · ')}
          {!isCounted && common && ` ${say('lookedAt', { formatted: format.number(common.looked) })}`}
        </p>
      )}
      {variable === 'type' ? (
        <Select
          label={say('newValue')}
          quietLabel
          value={text === '' ? 'none' : text}
          onChange={next => setText(next === 'none' ? '' : next)}
          options={[
            { id: 'none', label: say('chooseType') },
            ...TYPES.map(([id, key]) => ({ id: id as string, label: references(key) })),
          ]}
        />
      ) : (
        <Field
          label={say('newValue')}
          quietLabel
          placeholder={say('newValue')}
          value={text}
          onChange={setText}
          onEnter={() => isFitting && wanted !== '' && count !== 0 && void change(wanted, where)}
          suggestions={variable === 'language' ? LANGUAGES : values.map(({ value }) => value)}
          error={isFitting ? null : references('languageWrong')}
        />
      )}
      <Segmented
        label={say('whereSet')}
        quietLabel
        full
        value={where}
        onChange={setWhere}
        options={[
          { id: 'all', label: say('whereAll') },
          { id: 'empty', label: say('whereEmpty') },
        ]}
      />
      <div className="library-bulk-actions">
        <Button
          isDisabled={!isFitting || wanted === '' || count === 0}
          busy={isBusy}
          onPress={() => void change(wanted, where)}
        >
          {say('setField', { count: count ?? ids.length, formatted: format.number(count ?? ids.length) })}
        </Button>
        {variable !== 'type' && values.length > 0 && (
          <Button kind="plain" isDisabled={isBusy} onPress={() => void change('', 'all')}>
            {say('emptyField')}
          </Button>
        )}
      </div>
    </section>
  );
}
