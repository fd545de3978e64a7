import type { Numbering, Place } from '../../../../core/template/types.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Menu.tsx';
import { useWords } from '../../../words/index.ts';
import type { Editing } from './TemplateEditor.tsx';

/** The wording of each heading in both languages, the words before numbers of figures and tables, and how headings are numbered. */
export function Headings({ template, change }: Editing) {
  const say = useWords('template');
  const { headings, numbering, labels } = template;
  const places: readonly (Place | 'keywords')[] = ['abstract', 'keywords', ...template.order];
  return (
    <>
      <div className="pair">
        <Select<Numbering['sections']>
          label={say('sectionNumbers')}
          value={numbering.sections}
          options={(['none', 'roman', 'decimal'] as const).map(id => ({ id, label: say(`numbers_${id}`) }))}
          onChange={sections => change({ numbering: { ...numbering, sections } })}
        />
        <Select<Numbering['headings']>
          label={say('innerNumbers')}
          value={numbering.headings}
          options={(['none', 'decimal'] as const).map(id => ({ id, label: say(`numbers_${id}`) }))}
          onChange={inner => change({ numbering: { ...numbering, headings: inner } })}
        />
      </div>
      {[...new Set(places)].map(place => (
        <div className="pair" key={place}>
          {(['en', 'fr'] as const).map(language => (
            <Field
              key={language}
              label={say(language === 'en' ? 'inEnglish' : 'inFrench', { name: say(`place_${place}`) })}
              lang={language}
              value={headings[place][language]}
              onChange={text =>
                change({ headings: { ...headings, [place]: { ...headings[place], [language]: text } } })
              }
            />
          ))}
        </div>
      ))}
      {(['figure', 'table'] as const).map(kind => (
        <div className="pair" key={kind}>
          {(['en', 'fr'] as const).map(language => (
            <Field
              key={language}
              label={say(language === 'en' ? 'inEnglish' : 'inFrench', { name: say(`label_${kind}`) })}
              lang={language}
              value={labels[kind][language]}
              onChange={text => change({ labels: { ...labels, [kind]: { ...labels[kind], [language]: text } } })}
            />
          ))}
        </div>
      ))}
    </>
  );
}
