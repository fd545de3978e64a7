import type { PageSetup } from '../../../../core/template/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import { NumberField } from './NumberField.tsx';
import type { Editing } from './TemplateEditor.tsx';

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** Paper, margins, type and columns. */
export function PageForm({ template, change }: Editing) {
  const say = useWords('template');
  const { page } = template;
  const set = (part: Partial<PageSetup>) => change({ page: { ...page, ...part } });
  return (
    <>
      <div className="pair">
        <Select<PageSetup['size']>
          label={say('paper')}
          value={page.size}
          options={[
            { id: 'A4', label: 'A4' },
            { id: 'LETTER', label: say('letter') },
          ]}
          onChange={size => set({ size })}
        />
        <Select<'1' | '2'>
          label={say('columns')}
          value={page.columns === 1 ? '1' : '2'}
          options={[
            { id: '1', label: '1' },
            { id: '2', label: '2' },
          ]}
          onChange={columns => set({ columns: columns === '1' ? 1 : 2 })}
        />
        <NumberField
          label={say('fontSize')}
          value={page.fontSize}
          onChange={fontSize => fontSize !== undefined && set({ fontSize })}
        />
        <NumberField
          label={say('lineHeight')}
          value={page.lineHeight}
          onChange={lineHeight => lineHeight !== undefined && set({ lineHeight })}
        />
      </div>
      <div className="four">
        {SIDES.map((side, at) => (
          <NumberField
            key={side}
            label={say(`margin_${side}`)}
            value={page.margins[at]}
            onChange={value => {
              if (value === undefined) return;
              set({ margins: page.margins.map((each, index) => (index === at ? value : each)) as never });
            }}
          />
        ))}
      </div>
      {(['titlePage', 'lineNumbers', 'justified'] as const).map(key => (
        <Tick key={key} value={page[key]} onChange={value => set({ [key]: value })}>
          {say(`page_${key}`)}
        </Tick>
      ))}
    </>
  );
}
