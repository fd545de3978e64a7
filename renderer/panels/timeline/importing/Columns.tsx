import type { ColumnRole, LabImport, LabOptions } from '../../../../core/timeline/formats/types.ts';
import { Select } from '../../../ui/Menu.tsx';
import { useWords, type WordKey } from '../../../words/index.ts';
import { rolesOf, withRole } from './reading.ts';

const ROLE_WORDS: Readonly<Record<ColumnRole, WordKey<'timeline'>>> = {
  analyte: 'roleAnalyte',
  value: 'roleValue',
  printed: 'rolePrinted',
  comparator: 'roleComparator',
  unit: 'roleUnit',
  moment: 'roleMoment',
  low: 'roleLow',
  high: 'roleHigh',
  range: 'roleRange',
  flag: 'roleFlag',
  time: 'roleTime',
  status: 'roleStatus',
  loinc: 'roleLoinc',
  specimen: 'roleSpecimen',
  comment: 'roleComment',
  patient: 'rolePatient',
  'earlier-value': 'roleEarlierValue',
  'earlier-moment': 'roleEarlierMoment',
  values: 'roleValues',
  ignore: 'roleIgnore',
};

/** What each column was taken for; each can be changed. */
export function Columns(props: {
  readonly reading: LabImport;
  readonly options: LabOptions;
  readonly onChange: (options: LabOptions) => void;
}) {
  const say = useWords('timeline');
  const { reading, options, onChange } = props;
  if (!reading.table) return null;
  const { shape, columns } = reading.table;
  const roles = rolesOf(shape).map(role => ({ id: role, label: say(ROLE_WORDS[role]) }));
  return (
    <section className="import-columns">
      <h3>{say('columns')}</h3>
      <ul>
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name; their place is what they are
          <li key={index}>
            <span>
              <b className="cut">{column.name}</b>
              <small className="cut quiet">{column.samples.filter(Boolean).join(' · ')}</small>
            </span>
            <Select<ColumnRole>
              label={say('column', { name: column.name })}
              quietLabel
              value={column.role}
              options={roles}
              onChange={role => onChange(withRole(options, reading, index, role))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
