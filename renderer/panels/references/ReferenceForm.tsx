import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CslItem } from '../../../core/references/csl.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useWords } from '../../words/index.ts';
import { cautionOf } from './cautions.ts';
import { type FieldName, fieldsOf, itemFrom } from './fields.ts';
import { labelOf, rowsOf } from './form-rows.ts';
import { TYPES } from './types.ts';

interface Props {
  readonly item: CslItem;
  readonly isNew: boolean;
  readonly onSave: (item: CslItem) => void;
  readonly onCancel: () => void;
  /** What its author should know before they save. */
  readonly warning?: ReactNode;
}

/** Fields of several lines. */
const LONG: ReadonlySet<FieldName> = new Set(['title', 'authors', 'editors']);

/** All that is printed of a reference of its type, field by field. Escape leaves it where nothing was changed. */
export function ReferenceForm({ item, isNew, onSave, onCancel, warning }: Props) {
  const say = useWords('references');
  const shell = useWords('shell');
  const [fields, setFields] = useState(() => fieldsOf(item));
  const [tried, setTried] = useState(false);
  /** What a field holds is looked at when it is left: half a DOI is no slip. */
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(
    () => new Set(isNew ? [] : (Object.keys(fields) as FieldName[])),
  );
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
  const field = (name: FieldName) => {
    const caution = left.has(name) ? cautionOf(name, fields[name]) : null;
    const note =
      name === 'authors' || name === 'editors' ? say('authorsNote') : name === 'date' ? say('dateNote') : undefined;
    return (
      <Field
        key={name}
        label={say(labelOf(fields.type, name))}
        value={fields[name]}
        onChange={value => {
          setFields(now => ({ ...now, [name]: value }));
          setLeft(now => new Set([...now].filter(each => each !== name)));
        }}
        onBlur={() => setLeft(now => new Set(now).add(name))}
        multiline={LONG.has(name)}
        {...(name === 'title' && { autoFocus: true })}
        {...(note !== undefined && { note })}
        caution={caution && say(caution.key, { name: caution.named ?? '' })}
        error={name === 'title' && tried && titleMissing ? say('titleMissing') : null}
      />
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTouched = Object.entries(fieldsOf(item)).some(([name, text]) => fields[name as FieldName] !== text);
    if (event.key !== 'Escape' || event.defaultPrevented || isTouched) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className="pane-form"
      aria-label={say(isNew ? 'newTitle' : 'editTitle')}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <div className="pane-scroll">
        <h2>{say(isNew ? 'newTitle' : 'editTitle')}</h2>
        <Select
          label={say('type')}
          options={types}
          value={fields.type}
          onChange={type => setFields(now => ({ ...now, type }))}
        />
        {rowsOf(fields.type, fields).map(row =>
          row.length === 1 ? (
            field(row[0])
          ) : (
            <div key={row.join()} className="pair">
              {row.map(field)}
            </div>
          ),
        )}
      </div>
      {warning && (
        <Banner severity="warning" live>
          {warning}
        </Banner>
      )}
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
