import type { FigureFormat, FloatPlace, Rule } from '../../../../core/template/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';
import { NumberField } from './NumberField.tsx';
import type { Editing } from './TemplateEditor.tsx';

const FORMATS: readonly FigureFormat[] = ['tiff', 'jpeg', 'png', 'gif', 'eps', 'pdf', 'svg'];

/** How figures are wanted, and how the manuscript for the editors is set. */
export function Demands({ template, change }: Editing) {
  const say = useWords('template');
  const { figures, manuscript } = template;
  const formats = figures.formats?.value ?? [];
  const setFormats = (value: readonly FigureFormat[]) => {
    const { formats: _, ...rest } = figures;
    change({ figures: value.length === 0 ? rest : { ...rest, formats: { ...UNFOUNDED, ...figures.formats, value } } });
  };
  const resolution = figures.resolution?.value ?? {};
  const setResolution = (of: 'photograph' | 'drawing', dpi: number | undefined) => {
    const { [of]: _, ...others } = resolution;
    const value = dpi === undefined ? others : { ...others, [of]: dpi };
    const { resolution: __, ...rest } = figures;
    const isNone = Object.keys(value).length === 0;
    change({ figures: isNone ? rest : { ...rest, resolution: { ...UNFOUNDED, ...figures.resolution, value } } });
  };
  const setManuscript = <K extends keyof typeof manuscript>(key: K, value: unknown) => {
    const { [key]: was, ...rest } = manuscript;
    const rule = value === undefined ? {} : { [key]: { ...UNFOUNDED, ...(was as Rule<unknown> | undefined), value } };
    change({ manuscript: { ...rest, ...rule } as typeof manuscript });
  };
  return (
    <>
      <fieldset className="card rule-card">
        <legend className="unseen">{say('figureFormats')}</legend>
        <b aria-hidden="true">{say('figureFormats')}</b>
        <div className="four">
          {FORMATS.map(format => (
            <Tick
              key={format}
              value={formats.includes(format)}
              onChange={wanted => setFormats(wanted ? [...formats, format] : formats.filter(each => each !== format))}
            >
              {format.toUpperCase()}
            </Tick>
          ))}
        </div>
        {figures.formats && (
          <BasisFields basis={figures.formats} onChange={rule => change({ figures: { ...figures, formats: rule } })} />
        )}
      </fieldset>
      <div className="card rule-card">
        <b>{say('resolution')}</b>
        <div className="pair">
          <NumberField
            label={say('photographDpi')}
            value={resolution.photograph}
            onChange={dpi => setResolution('photograph', dpi)}
          />
          <NumberField
            label={say('drawingDpi')}
            value={resolution.drawing}
            onChange={dpi => setResolution('drawing', dpi)}
          />
        </div>
        {figures.resolution && (
          <BasisFields
            basis={figures.resolution}
            onChange={rule => change({ figures: { ...figures, resolution: rule } })}
          />
        )}
      </div>
      <div className="pair">
        <NumberField
          label={say('spacing')}
          value={manuscript.spacing?.value}
          onChange={value => setManuscript('spacing', value)}
        />
        <Select
          label={say('lineNumbers')}
          value={manuscript.lineNumbers === undefined ? 'unknown' : manuscript.lineNumbers.value ? 'yes' : 'no'}
          options={(['unknown', 'yes', 'no'] as const).map(id => ({ id, label: say(id) }))}
          onChange={id => setManuscript('lineNumbers', id === 'unknown' ? undefined : id === 'yes')}
        />
        {(['figures', 'tables'] as const).map(kind => (
          <Select<FloatPlace | 'unknown'>
            key={kind}
            label={say(kind === 'figures' ? 'figuresPlace' : 'tablesPlace')}
            value={manuscript[kind]?.value ?? 'unknown'}
            options={(['unknown', 'text', 'end', 'separate'] as const).map(id => ({
              id,
              label: id === 'unknown' ? say('unknown_place') : say(`place_${id}`),
            }))}
            onChange={id => setManuscript(kind, id === 'unknown' ? undefined : id)}
          />
        ))}
      </div>
    </>
  );
}
