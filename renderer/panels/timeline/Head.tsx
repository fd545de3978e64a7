import { FlaskConical, Plus } from 'lucide-react';
import type { TimeSettings } from '../../../core/report/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';

/** The head of the timeline: how time is shown, and what can be added to it and taken from it. */
export function Head(props: {
  readonly time: TimeSettings;
  readonly isEmpty: boolean;
  readonly hasSeries: boolean;
  readonly onShow: (show: TimeSettings['show']) => void;
  readonly onFile: () => void;
  readonly onPaste: () => void;
  readonly onAnalyte: () => void;
  readonly onMoment: () => void;
  readonly onInsert: () => void;
}) {
  const say = useWords('timeline');
  return (
    <header className="view-head">
      <h2>{say('title')}</h2>
      <span className="grow" />
      {!props.isEmpty && (
        <Segmented
          label={say('axis')}
          quietLabel
          value={props.time.show}
          onChange={props.onShow}
          options={[
            { id: 'days', label: say('days') },
            { id: 'dates', label: say('dates') },
          ]}
        />
      )}
      <Menu
        label={say('import')}
        placement="bottom end"
        trigger={
          <Button small icon={FlaskConical}>
            {say('import')}
          </Button>
        }
        entries={[
          { id: 'file', label: say('fromFile'), note: say('fromFileNote'), onAction: props.onFile },
          { id: 'text', label: say('fromText'), onAction: props.onPaste },
        ]}
      />
      {!props.isEmpty && (
        <Menu
          label={say('add')}
          placement="bottom end"
          trigger={
            <Button small icon={Plus}>
              {say('add')}
            </Button>
          }
          entries={[
            {
              id: 'analyte',
              label: say('addAnalyte'),
              onAction: props.onAnalyte,
            },
            { id: 'moment', label: say('addMoment'), onAction: props.onMoment },
          ]}
        />
      )}
      {props.hasSeries && (
        <Button small kind="primary" onPress={props.onInsert}>
          {say('insert')}
        </Button>
      )}
    </header>
  );
}
