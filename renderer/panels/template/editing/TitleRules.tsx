import type { Rule, TitleRules as Rules } from '../../../../core/template/types.ts';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../words/index.ts';
import { BasisFields, UNFOUNDED } from './BasisFields.tsx';
import type { Editing } from './TemplateEditor.tsx';

type Phrases = NonNullable<Rules['contains']>['value'];

const listed = (text: string) =>
  text
    .split(',')
    .map(word => word.trimStart())
    .filter((word, at, all) => word.trim() !== '' || at === all.length - 1);
const cleaned = (words: readonly string[]) => words.map(word => word.trim()).filter(word => word !== '');

/** Words that a title must hold, and words that it may not, by language. */
export function TitleRules({ template, change }: Editing) {
  const say = useWords('template');
  return (
    <>
      {(['contains', 'avoids'] as const).map(which => {
        const rule: Rule<Phrases> | undefined = template.title[which];
        const set = (next: Rule<Phrases>) => {
          const { [which]: _, ...rest } = template.title;
          const isEmpty = cleaned([...next.value.en, ...next.value.fr]).length === 0;
          change({ title: isEmpty ? rest : { ...rest, [which]: next } });
        };
        const value = rule?.value ?? { en: [], fr: [] };
        return (
          <div key={which} className="card rule-card">
            <b>{say(which === 'contains' ? 'titleContains' : 'titleAvoids')}</b>
            {(['en', 'fr'] as const).map(language => (
              <Field
                key={language}
                label={say(language === 'en' ? 'phrasesEn' : 'phrasesFr')}
                lang={language}
                value={value[language].join(', ')}
                onChange={text => set({ ...UNFOUNDED, ...rule, value: { ...value, [language]: listed(text) } })}
              />
            ))}
            {rule && <BasisFields basis={rule} onChange={set} />}
          </div>
        );
      })}
    </>
  );
}
