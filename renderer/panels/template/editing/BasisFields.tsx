import type { Basis, Confidence } from '../../../../core/template/types.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { CONFIDENCE } from '../Rules.tsx';

/** A rule that somebody typed and whose source nobody named yet. */
export const UNFOUNDED: Basis = { source: '', read: '', confidence: 'not confirmed' };

/** Where a rule is written, when that was read, and how sure it is. */
export function BasisFields<B extends Basis>(props: { readonly basis: B; readonly onChange: (basis: B) => void }) {
  const say = useWords('template');
  const { basis, onChange } = props;
  const wrongDay = basis.read !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(basis.read);
  return (
    <>
      <Field label={say('source')} value={basis.source} onChange={source => onChange({ ...basis, source })} />
      <div className="pair">
        <Field
          label={say('read')}
          placeholder="2026-01-31"
          value={basis.read}
          error={wrongDay ? say('wrongDay') : null}
          onChange={read => onChange({ ...basis, read: read.trim() })}
        />
        <Select<Confidence>
          label={say('confidence')}
          value={basis.confidence}
          options={(['confirmed', 'likely', 'not confirmed'] as const).map(id => ({ id, label: say(CONFIDENCE[id]) }))}
          onChange={confidence => onChange({ ...basis, confidence })}
        />
      </div>
    </>
  );
}
