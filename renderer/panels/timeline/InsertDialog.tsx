import { useState } from 'react';
import type { Series } from '../../../core/report/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented, Tick } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../words/index.ts';

export type InsertKind = 'chart' | 'lab-table';

/** What to put into the text: a chart or a table, of which series. */
export function InsertDialog(props: {
  readonly series: readonly Series[];
  readonly atCaret: boolean;
  readonly onInsert: (kind: InsertKind, series: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('timeline');
  const [kind, setKind] = useState<InsertKind>('chart');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = props.series.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const choose = (id: string, isIn: boolean) =>
    setLeft(now => new Set(isIn ? [...now].filter(each => each !== id) : [...now, id]));
  return (
    <Dialog
      title={say('insertTitle')}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{say('cancel')}</Button>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={() => props.onInsert(kind, chosen)}>
            {say(kind === 'chart' ? 'insertChart' : 'insertTable')}
          </Button>
        </>
      }
    >
      <Segmented
        label={say('insertKind')}
        full
        value={kind}
        onChange={setKind}
        options={[
          { id: 'chart', label: say('chart') },
          { id: 'lab-table', label: say('table') },
        ]}
      />
      <fieldset className="series-ticks">
        <legend className="label">{say('insertSeries')}</legend>
        {props.series.map(({ id, analyte, unit }) => (
          <Tick key={id} value={!left.has(id)} onChange={isIn => choose(id, isIn)}>
            {analyte} <span className="quiet">{unit}</span>
          </Tick>
        ))}
      </fieldset>
      <p className="quiet xs">{say(props.atCaret ? 'insertWhere' : 'insertWhereEnd')}</p>
    </Dialog>
  );
}
