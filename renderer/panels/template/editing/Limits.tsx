import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Language } from '../../../../core/report/types.ts';
import { COUNTED, type Counted, type Limit, type Unit } from '../../../../core/template/types.ts';
import { isOfPieces } from '../../../../core/template/wording.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';
import { NumberField } from './NumberField.tsx';
import type { Editing } from './TemplateEditor.tsx';

const unitsOf = (of: Counted): readonly Unit[] =>
  isOfPieces(of) ? ['items'] : of === 'manuscript' ? ['words', 'characters', 'pages'] : ['words', 'characters'];

/** What stands in the report once for each language. */
const BY_LANGUAGE: ReadonlySet<Counted> = new Set(['abstract', 'keywords']);

/** A limit of something else, in what that is counted in. */
function ofAnother({ language, ...limit }: Limit, of: Counted): Limit {
  return { ...limit, of, in: unitsOf(of)[0] ?? 'words', ...(language && BY_LANGUAGE.has(of) && { language }) };
}

/** How much of what may stand in the report, each with where it is written. */
export function Limits({ template, change }: Editing) {
  const say = useWords('template');
  const { limits } = template;
  // Names for cards that have none of their own, so that a card taken away takes its own fields with it.
  const names = useRef(limits.map((_, index) => index));
  const next = useRef(limits.length);
  const replace = (at: number, limit: Limit) => change({ limits: limits.with(at, limit) });
  return (
    <>
      {limits.length === 0 && <p className="field-note">{say('noLimits')}</p>}
      {limits.map((limit, at) => (
        <div key={names.current[at]} className="card rule-card">
          <header>
            <b className="grow">{say(`counted_${limit.of}`)}</b>
            <IconButton
              label={say('removeRule', { name: say(`counted_${limit.of}`) })}
              icon={Trash2}
              onPress={() => {
                names.current.splice(at, 1);
                change({ limits: limits.toSpliced(at, 1) });
              }}
            />
          </header>
          <div className="pair">
            <Select<Counted>
              label={say('counted')}
              value={limit.of}
              options={COUNTED.map(id => ({ id, label: say(`counted_${id}`) }))}
              onChange={of => replace(at, ofAnother(limit, of))}
            />
            <Select<Unit>
              label={say('unit')}
              value={limit.in}
              options={unitsOf(limit.of).map(id => ({ id, label: say(`unit_${id}`) }))}
              onChange={unit => replace(at, { ...limit, in: unit })}
            />
          </div>
          <div className="pair">
            <NumberField
              label={say('least')}
              value={limit.min}
              onChange={min => {
                const { min: _, ...rest } = limit;
                replace(at, min === undefined ? rest : { ...rest, min });
              }}
            />
            <NumberField
              label={say('most')}
              value={limit.max}
              onChange={max => {
                const { max: _, ...rest } = limit;
                replace(at, max === undefined ? rest : { ...rest, max });
              }}
            />
          </div>
          {BY_LANGUAGE.has(limit.of) && (
            <Select<Language | 'any'>
              label={say('limitLanguage')}
              value={limit.language ?? 'any'}
              options={[
                { id: 'any', label: say('anyLanguage') },
                { id: 'en', label: say('english') },
                { id: 'fr', label: say('french') },
              ]}
              onChange={chosen => {
                const { language: _, ...rest } = limit;
                replace(at, chosen === 'any' ? rest : { ...rest, language: chosen });
              }}
            />
          )}
          <BasisFields basis={limit} onChange={basis => replace(at, basis)} />
        </div>
      ))}
      <Button
        icon={Plus}
        small
        onPress={() => {
          names.current.push(next.current++);
          change({ limits: [...limits, { of: 'text', in: 'words', max: 1500, ...UNFOUNDED }] });
        }}
      >
        {say('addLimit')}
      </Button>
    </>
  );
}
