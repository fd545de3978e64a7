import { DECLARATION_KEYS } from '../../../../core/report/document.ts';
import { LANGUAGES } from '../../../../core/report/types.ts';
import { Tick } from '../../../ui/Choices.tsx';
import { useWords } from '../../../words/index.ts';
import { AskedFor } from './AskedFor.tsx';
import type { Editing } from './TemplateEditor.tsx';

/** Which statements are asked for, and in which languages an abstract is. */
export function Statements({ template, change }: Editing) {
  const say = useWords('template');
  const { statements, abstract } = template;
  return (
    <>
      <AskedFor
        of={DECLARATION_KEYS}
        asked={statements}
        nameOf={key => say(`place_${key}`)}
        onChange={asked => change({ statements: asked })}
      />
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
