import { useState } from 'react';
import type { Moment, TimeSettings } from '../../../core/report/types.ts';
import { dateOf, momentLabel, sameMoment, storedMoment } from '../../../core/timeline/moment.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { typedMoment } from './typed.ts';

/** Adds a moment to the grid, or moves or removes the values of one. */
export function MomentDialog(props: {
  /** Null to add one. */
  readonly moment: Moment | null;
  readonly others: readonly Moment[];
  readonly time: TimeSettings;
  readonly onSave: (moment: Moment) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const language = useLanguage();
  const { moment, others, time } = props;
  const label = moment ? momentLabel(moment, time, language) : '';
  const before = !moment ? '' : typedMoment(label, language) ? label : (dateOf(moment, time) ?? label);
  const [typed, setTyped] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const save = () => {
    if (moment && typed === before) {
      props.onClose();
      return;
    }
    const typedAt = typedMoment(typed, language);
    const read = typedAt && storedMoment(typedAt, time);
    if (!read) setError(say('momentWrong'));
    else if (others.some(other => sameMoment(other, read, time))) setError(say('momentTaken'));
    else props.onSave(read);
  };
  return (
    <Dialog
      title={moment ? say('momentChange', { moment: label }) : say('momentTitle')}
      onClose={props.onClose}
      footer={
        <>
          {moment && (
            <Button kind="plain" danger onPress={props.onRemove}>
              {say('momentRemove')}
            </Button>
          )}
          <span className="grow" />
          <Button onPress={props.onClose}>{say('cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {say(moment ? 'momentMove' : 'momentAdd')}
          </Button>
        </>
      }
    >
      <Field
        label={say('momentField')}
        note={say('momentNote')}
        error={error}
        value={typed}
        onChange={text => {
          setTyped(text);
          setError(null);
        }}
        onEnter={save}
        autoFocus
      />
    </Dialog>
  );
}
