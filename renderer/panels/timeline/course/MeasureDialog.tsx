import { useState } from 'react';
import type { Language, Series } from '../../../../core/report/types.ts';
import { BEDSIDE_MEASURES } from '../../../../core/timeline/bedside.ts';
import { newSeries } from '../../../../core/timeline/edit.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';

const OWN = 'own';

/** A vital sign or a score as a new series, named in the language of the document. */
export function MeasureDialog(props: {
  readonly series: readonly Series[];
  readonly language: Language;
  readonly onAdd: (series: Series) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('course');
  const shown = useLanguage();
  const { series, language, onAdd, onClose } = props;
  const [kind, setKind] = useState<'vital' | 'score'>('vital');
  const offered = BEDSIDE_MEASURES.filter(each => each.kind === kind);
  const [chosen, setChosen] = useState<string>(offered[0]?.id ?? OWN);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [tried, setTried] = useState(false);
  const measure = offered.find(({ id }) => id === chosen);
  const wanted = measure ? measure.name[language] : name.trim();
  const isThere = series.some(({ analyte }) => analyte.trim().toLowerCase() === wanted.toLowerCase());
  const isWrong = wanted === '' || isThere;
  const add = () => {
    setTried(true);
    if (isWrong) return;
    const fresh = newSeries(series, wanted, `${kind}-${crypto.randomUUID().slice(0, 8)}`);
    onAdd({ ...fresh, kind, unit: measure ? measure.unit[language] : unit.trim() });
  };
  return (
    <Dialog
      title={say('measureTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="primary" isDisabled={isThere} onPress={add}>
            {say('measureAddIt')}
          </Button>
        </>
      }
    >
      <Segmented
        label={say('measureKind')}
        full
        value={kind}
        onChange={next => {
          setKind(next);
          setChosen(BEDSIDE_MEASURES.find(each => each.kind === next)?.id ?? OWN);
        }}
        options={[
          { id: 'vital', label: say('vital') },
          { id: 'score', label: say('score') },
        ]}
      />
      <Select
        label={say(kind)}
        value={chosen}
        options={[
          ...offered.map(each => ({ id: each.id, label: each.name[shown], note: each.unit[shown] })),
          { id: OWN, label: say('measureOwn') },
        ]}
        onChange={setChosen}
      />
      {!measure && (
        <>
          <Field
            label={say('name')}
            error={tried && wanted === '' ? say('required') : null}
            value={name}
            onChange={setName}
            onEnter={add}
          />
          <Field label={say('unit')} value={unit} onChange={setUnit} onEnter={add} />
        </>
      )}
      {isThere && <p className="second">{say('measureThere')}</p>}
    </Dialog>
  );
}
