import type { Moment, TimeSettings } from '../../../../core/report/types.ts';
import { orderOf } from '../../../../core/timeline/moment.ts';
import { useWords } from '../../../words/index.ts';
import { MomentField } from './MomentField.tsx';

/** When something began, and when it ended if it did: not before it began. */
export function StartStop(props: {
  readonly start: Moment | undefined;
  readonly stop: Moment | undefined;
  readonly time: TimeSettings;
  /** How wide each of the two is. */
  readonly width: 'half' | 'quarter';
  /** It was tried to keep it: what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (edge: 'start' | 'stop', at: Moment | undefined) => void;
}) {
  const say = useWords('course');
  const { start, stop, time, width, tried, onChange } = props;
  return (
    <>
      <div className={width}>
        <MomentField
          label={say('start')}
          time={time}
          value={start}
          required
          missing={tried && !start}
          onDone={at => onChange('start', at)}
        />
      </div>
      <div className={width}>
        <MomentField
          label={say('stop')}
          note={say('stopNote')}
          time={time}
          value={stop}
          check={at => (start && orderOf(at, time) < orderOf(start, time) ? say('beforeStart') : null)}
          onDone={at => onChange('stop', at)}
        />
      </div>
    </>
  );
}
