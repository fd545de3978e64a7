import { useState } from 'react';
import type { Moment, TimeSettings } from '../../../core/report/types.ts';
import { dateOf, momentLabel, orderOf, storedMoment } from '../../../core/timeline/moment.ts';
import { countedFrom, dateOfZero, momentsOf, possibleZeros, withZeroDate } from '../../../core/timeline/zero.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../words/index.ts';
import type { Course } from './course/drawn.ts';
import { canShow, firstDate, typedDate, typedMoment } from './typed.ts';

const STORED = 'stored';
const OTHER = 'other';

/** What day 0 is: something that happened, or another day or date; and its date. Nothing stored moves. */
export function DayZeroDialog(props: {
  readonly course: Course;
  /** How time is to be shown once it is set; null where nothing changes about that. */
  readonly show: TimeSettings['show'] | null;
  readonly onSave: (time: TimeSettings) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('course');
  const labels = useWords('timeline');
  const language = useLanguage();
  const { course, show, onSave, onClose } = props;
  const { time } = course;
  const moments = momentsOf(course);
  const zeros = possibleZeros(course, language);
  const current = time.countFrom
    ? (zeros.find(({ at }) => orderOf(at, time) === orderOf((time.countFrom as { at: Moment }).at, time))?.id ?? OTHER)
    : STORED;
  const [from, setFrom] = useState(current);
  const [other, setOther] = useState(
    time.countFrom && current === OTHER ? momentLabel(time.countFrom.at, time, language) : '',
  );
  const [what, setWhat] = useState<string | null>(null);
  const proposed = dateOfZero(time) ?? (moments.every(at => 'date' in at) ? firstDate(moments, time) : '');
  const [date, setDate] = useState<string | null>(null);
  const [tried, setTried] = useState(false);

  const zero = zeros.find(({ id }) => id === from);
  const typed = from === OTHER ? typedMoment(other, language) : null;
  const at: Moment | null = zero?.at ?? (typed && storedMoment(typed, time));
  const is = what ?? zero?.is ?? (from === OTHER ? (time.countFrom?.is ?? '') : time.dayZeroIs);
  const base = countedFrom(time, from === STORED ? null : at, is.trim(), moments);
  const own = at && 'date' in at ? dateOf(at, time) : null;
  const shownDate = date ?? (from === current ? proposed : (dateOfZero(base) ?? ''));
  const readDate = shownDate.trim() === '' ? undefined : typedDate(shownDate, language);
  const next = own !== null || readDate === null ? base : withZeroDate(base, readDate ?? null);
  const shown = show ? { ...next, show } : next;
  const isMissing = from === OTHER && at === null;
  const isWrong = own === null && readDate === null;
  const isNeeded = show !== null && !isWrong && !isMissing && !canShow(moments, shown, show);

  const save = () => {
    setTried(true);
    if (!isMissing && !isWrong && !isNeeded) onSave(shown);
  };
  return (
    <Dialog
      title={say('zeroTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {say('zeroSave')}
          </Button>
        </>
      }
    >
      {show !== null && <p className="second">{say('zeroDateNeeded')}</p>}
      <Select
        label={say('zeroFrom')}
        value={from}
        options={[
          { id: STORED, label: time.dayZeroIs === '' || time.countFrom ? say('zeroStored') : time.dayZeroIs },
          ...zeros.map(each => ({ id: each.id, label: each.is, note: momentLabel(each.at, time, language) })),
          { id: OTHER, label: say('zeroOther') },
        ]}
        onChange={id => {
          setFrom(id);
          setWhat(null);
          setDate(null);
        }}
      />
      {from === OTHER && (
        <Field
          label={say('zeroAt')}
          note={labels('momentNote')}
          error={tried && isMissing ? say('momentWrong') : null}
          value={other}
          onChange={setOther}
          onEnter={save}
        />
      )}
      <Field label={say('zeroWhat')} note={say('zeroWhatNote')} value={is} onChange={setWhat} onEnter={save} />
      {own !== null ? (
        <p className="second">
          {say('zeroDateOwn', { date: momentLabel({ date: own }, { ...time, show: 'dates' }, language) })}
        </p>
      ) : (
        <Field
          label={say('zeroDate')}
          note={say('zeroDateNote')}
          error={tried && isWrong ? labels('dateWrong') : tried && isNeeded ? say('zeroDateNeeded') : null}
          value={shownDate}
          onChange={setDate}
          onEnter={save}
          autoFocus={show !== null}
        />
      )}
    </Dialog>
  );
}
