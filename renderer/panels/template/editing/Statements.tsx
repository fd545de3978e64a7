import { DECLARATION_KEYS } from '../../../../core/report/document.ts';
import { LANGUAGES } from '../../../../core/report/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { useWords } from '../../../words/index.ts';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';
import type { Editing } from './TemplateEditor.tsx';

/** Which statements are asked for, and in which languages an abstract is. */
export function Statements({ template, change }: Editing) {
  const say = useWords('template');
  const { statements, abstract } = template;
  return (
    <>
      {DECLARATION_KEYS.map(key => {
        const at = statements.findIndex(({ value }) => value === key);
        const rule = statements[at];
        return (
          <div key={key} className="export-option">
            <Tick
              value={rule !== undefined}
              onChange={asked =>
                change({
                  statements: asked ? [...statements, { value: key, ...UNFOUNDED }] : statements.toSpliced(at, 1),
                })
              }
            >
              {say(`place_${key}`)}
            </Tick>
            {rule && (
              <BasisFields basis={rule} onChange={changed => change({ statements: statements.with(at, changed) })} />
            )}
          </div>
        );
      })}
      {LANGUAGES.map(language => (
        <Tick
          key={language}
          value={abstract.also.includes(language)}
          onChange={asked =>
            change({
              abstract: {
                ...abstract,
                also: LANGUAGES.filter(each => (each === language ? asked : abstract.also.includes(each))),
              },
            })
          }
        >
          {say(language === 'fr' ? 'abstractFr' : 'abstractEn')}
        </Tick>
      ))}
    </>
  );
}
