import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { StyleFound, StyleLook } from '../../../../core/contract/templates.ts';
import { styleName } from '../../../../core/template/style-name.ts';
import type { English } from '../../../../core/template/types.ts';
import { useChooseFile } from '../../../app/files/choosing.ts';
import { notify, notifyProblem } from '../../../app/notices/notices.ts';
import { unexpectedProblem } from '../../../app/opening.ts';
import { useSurroundings } from '../../../app/surroundings.tsx';
import { Runs } from '../../../editor/nodes/runs.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SearchField } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useChoose, useLanguage, useWords } from '../../../words/index.ts';
import type { Editing } from './TemplateEditor.tsx';

/** Of the first note. */
const CALL = [{ text: '1', sup: true }] as const;

/** A style is found by its own name and by those of several journals. */
const keyOf = ({ id, name }: StyleFound) => `${id} ${name}`;

/** Typing rests so long before styles are looked for (milliseconds). */
const REST = 250;

/** The citation style, found by its name among those of the CSL project, with what it prints. */
export function Style({ template, change }: Editing) {
  const say = useWords('template');
  const language = useLanguage();
  const inLanguage = useChoose();
  const { host } = useSurroundings();
  const { style, english } = template.citations;
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly StyleFound[]>([]);
  /** The style that was chosen last, by its name. */
  const [named, setNamed] = useState<StyleFound | null>(null);
  const chooseFile = useChooseFile();
  const [look, setLook] = useState<StyleLook | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    const rest = setTimeout(() => {
      if (words.trim() === '') setFound([]);
      else
        host
          .call('styles.find', { words }, { signal: stop.signal })
          .then(setFound)
          .catch(() => {});
    }, REST);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [host, words]);

  useEffect(() => {
    const stop = new AbortController();
    host
      .call('styles.look', { style, language, ...(english && { english }) }, { signal: stop.signal })
      .then(answer => {
        if (!stop.signal.aborted) setLook(answer.ok ? answer.value : null);
      })
      .catch(() => {});
    return () => stop.abort();
  }, [host, style, language, english]);

  const ownName = styleName(template.citations);
  const usual = ownName ? inLanguage(ownName) : say('styleOfTemplate');

  const choose = async (id: string, name: string) => {
    const answer = await host.call('styles.look', { style: id, language }).catch(() => null);
    const kind = answer?.ok ? answer.value.kind : template.citations.kind;
    // Where the former style was written says nothing of this one.
    setNamed({ id, name });
    change({ citations: { style: id, kind, ...(english && { english }) } });
  };
  const add = async () => {
    const path = await chooseFile({ mode: 'open', extension: 'csl' });
    if (path === null) return;
    try {
      const answer = await host.call('styles.addFile', { path });
      if (!answer.ok) return notifyProblem(answer.problem);
      await choose(answer.value.id, answer.value.name);
      notify({ severity: 'ok', title: say('styleAdded', { name: answer.value.name }) });
    } catch {
      notifyProblem(unexpectedProblem());
    }
  };
  return (
    <>
      <p>
        <b>{named?.id === style ? named.name : (look?.name ?? usual)}</b>
      </p>
      {look && (
        <div className="card style-sample" lang={language}>
          <p>
            {say('sampleText')}
            {look.kind !== 'superscript' && '\u00a0'}
            <Runs runs={look.sample.notes ? CALL : (look.sample.clusters.first ?? [])} />
          </p>
          {look.sample.notes && (
            <p className="style-note">
              <Runs runs={[...CALL, { text: ' ' }, ...(look.sample.clusters.first ?? [])]} />
            </p>
          )}
          {look.sample.bibliography.map(({ reference, label, runs }) => (
            <p key={reference}>
              {label} <Runs runs={runs} />
            </p>
          ))}
        </div>
      )}
      <Select<English>
        label={say('citationEnglish')}
        value={english ?? 'en-US'}
        options={(['en-US', 'en-GB'] as const).map(id => ({ id, label: say(`english_${id}`) }))}
        onChange={chosen => change({ citations: { ...template.citations, english: chosen } })}
      />
      <SearchField label={say('findStyle')} value={words} onChange={setWords} />
      {words.trim() !== '' && (
        <ListBox
          className="menu styles-found"
          aria-label={say('findStyle')}
          items={found}
          selectionMode="single"
          selectedKeys={found.flatMap(each => (each.id === style ? keyOf(each) : [])).slice(0, 1)}
          disallowEmptySelection
          onSelectionChange={keys => {
            const chosen = keys === 'all' ? undefined : found.find(each => keys.has(keyOf(each)));
            if (chosen) void choose(chosen.id, chosen.name);
          }}
          renderEmptyState={() => <p className="field-note">{say('noStyle')}</p>}
        >
          {({ id, name }) => (
            <ListBoxItem id={keyOf({ id, name })} className="menu-item" textValue={name}>
              <span className="grow">{name}</span>
              {id === style && <Check className="icon" />}
            </ListBoxItem>
          )}
        </ListBox>
      )}
      <Button small onPress={() => void add()}>
        {say('addStyle')}
      </Button>
    </>
  );
}
