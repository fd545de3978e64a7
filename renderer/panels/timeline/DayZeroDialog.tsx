import { useState } from 'react';
import type { TimeSettings } from '../../../core/report/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import { typedDate } from './typed.ts';

/** What day 0 is, and its date. */
export function DayZeroDialog(props: {
  readonly time: TimeSettings;
  /** Proposed where no date is set. */
  readonly proposed: string;
  /** The date is needed to show time the way that was asked for. */
  readonly needed: boolean;
  readonly onSave: (time: TimeSettings) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const language = useLanguage();
  const [date, setDate] = useState(props.time.dayZero ?? props.proposed);
  const [what, setWhat] = useState(props.time.dayZeroIs);
  const [tried, setTried] = useState(false);
  const read = date.trim() === '' ? undefined : typedDate(date, language);
  const wrong = read === null || (props.needed && read === undefined);
  const save = () => {
    setTried(true);
    if (wrong) return;
    const { dayZero: _, ...rest } = props.time;
    props.onSave({ ...rest, dayZeroIs: what.trim(), ...(read && { dayZero: read }) });
  };
  return (
    <Dialog
      title={say('dayZeroTitle')}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{say('cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {say('save')}
          </Button>
        </>
      }
    >
      {props.needed && <p className="second">{say('dateNeeded')}</p>}
      <Field
        label={say('dayZeroDate')}
        note={say('dayZeroDateNote')}
        error={tried && wrong ? say('dateWrong') : null}
        value={date}
        onChange={setDate}
        onEnter={save}
        autoFocus
      />
      <Field label={say('dayZeroWhat')} note={say('dayZeroWhatNote')} value={what} onChange={setWhat} onEnter={save} />
    </Dialog>
  );
}
