import { useState } from 'react';
import type { CslItem } from '../../../core/references/csl.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { type Fields, fieldsOf, itemFrom } from './fields.ts';
import { TYPES } from './types.ts';

interface Props {
  readonly item: CslItem;
  readonly isNew: boolean;
  readonly onSave: (item: CslItem) => void;
  readonly onCancel: () => void;
}

/** All that is printed of a reference, field by field. */
export function ReferenceForm({ item, isNew, onSave, onCancel }: Props) {
  const say = useWords('references');
  const shell = useWords('shell');
  const [fields, setFields] = useState(() => fieldsOf(item));
  const [tried, setTried] = useState(false);
  const field = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (value: string) => setFields(now => ({ ...now, [name]: value })),
  });
  const titleMissing = fields.title.trim() === '';
  const known = TYPES.some(([id]) => id === fields.type);
  const types = [
    ...TYPES.map(([id, key]) => ({ id: id as string, label: say(key) })),
    ...(known ? [] : [{ id: fields.type, label: say('typeOther') }]),
  ];
  const save = () => {
    setTried(true);
    if (!titleMissing) onSave(itemFrom(fields, item));
  };
  return (
    <form
      className="pane-form"
      aria-label={say(isNew ? 'newTitle' : 'editTitle')}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <div className="pane-scroll">
        <h2>{say(isNew ? 'newTitle' : 'editTitle')}</h2>
        <Select label={say('type')} options={types} {...field('type')} />
        <Field
          label={say('title')}
          multiline
          autoFocus
          {...field('title')}
          error={tried && titleMissing ? say('titleMissing') : null}
        />
        <Field label={say('authors')} note={say('authorsNote')} multiline {...field('authors')} />
        <Field label={say('journal')} {...field('journal')} />
        <Field label={say('journalShort')} {...field('journalShort')} />
        <div className="pair">
          <Field label={say('date')} note={say('dateNote')} {...field('date')} />
          <Field label={say('pages')} {...field('pages')} />
        </div>
        <div className="pair">
          <Field label={say('volume')} {...field('volume')} />
          <Field label={say('issue')} {...field('issue')} />
        </div>
        <Field label={say('publisher')} {...field('publisher')} />
        <div className="pair">
          <Field label={say('doi')} {...field('doi')} />
          <Field label={say('pmid')} {...field('pmid')} />
        </div>
        <Field label={say('url')} {...field('url')} />
      </div>
      <footer className="pane-foot tall">
        <span className="grow" />
        <Button onPress={onCancel}>{shell('cancel')}</Button>
        <Button kind="primary" type="submit">
          {say('save')}
        </Button>
      </footer>
    </form>
  );
}
