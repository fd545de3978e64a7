/** Fields of an event, a stay and a phase. */
import {
  type ClinicalEvent,
  EVENT_KINDS,
  type EventKind,
  type Phase,
  type Stay,
} from '../../../../core/report/course.ts';
import type { TimeSettings } from '../../../../core/report/types.ts';
import { Select } from '../../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { type Draft, withField } from './changes.ts';
import { TextLine } from './fields.tsx';
import { MomentField } from './MomentField.tsx';
import { StartStop } from './StartStop.tsx';

interface Props<T> {
  readonly value: Draft<T>;
  readonly time: TimeSettings;
  readonly isNew: boolean;
  readonly tried: boolean;
  readonly onChange: (value: Draft<T>) => void;
}

export function EventFields({ value, time, isNew, tried, onChange }: Props<ClinicalEvent>) {
  const say = useWords('course');
  return (
    <>
      <div className="whole">
        <TextLine
          label={say('label')}
          value={value.label}
          required
          missing={tried}
          autoFocus={isNew}
          onDone={label => onChange({ ...value, label })}
        />
      </div>
      <div className="half">
        <Select<EventKind>
          label={say('kind')}
          value={value.kind}
          options={EVENT_KINDS.map(id => ({ id, label: say(`kind_${id}`) }))}
          onChange={kind => onChange({ ...value, kind })}
        />
      </div>
      <div className="half">
        <MomentField
          label={say('at')}
          time={time}
          value={value.at}
          required
          missing={tried && !value.at}
          onDone={at => onChange(withField(value, 'at', at))}
        />
      </div>
      <div className="whole">
        <TextLine
          label={say('note')}
          value={value.note ?? ''}
          onDone={text => onChange(withField(value, 'note', text || undefined))}
        />
      </div>
    </>
  );
}

const PHASES = { en: ['Before', 'Attack', 'Maintenance', 'Relapse'], fr: ['Avant', 'Attaque', 'Entretien', 'Rechute'] };

export function SpanFields({ value, time, isNew, tried, onChange }: Props<Stay> | Props<Phase>) {
  const say = useWords('course');
  const language = useLanguage();
  const put = onChange as (value: Draft<Stay> | Draft<Phase>) => void;
  return (
    <>
      <div className="whole">
        {'name' in value ? (
          <TextLine
            label={say('name')}
            value={value.name}
            required
            missing={tried}
            autoFocus={isNew}
            suggestions={PHASES[language]}
            onDone={name => put({ ...value, name })}
          />
        ) : (
          <TextLine
            label={say('ward')}
            value={value.label}
            required
            missing={tried}
            autoFocus={isNew}
            onDone={label => put({ ...value, label })}
          />
        )}
      </div>
      <StartStop
        start={value.start}
        stop={value.stop}
        time={time}
        width="half"
        tried={tried}
        onChange={(edge, at) => put(withField(value, edge, at))}
      />
    </>
  );
}
