import { ArrowRight, Search } from 'lucide-react';
import type { Ref } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import type { Template } from '../../../core/template/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { type Format, useFormat } from '../../words/format.ts';
import { type Say, useChoose, useLanguage, useWords } from '../../words/index.ts';
import { useSurroundings } from '../surroundings.tsx';
import { inOrder } from './order.ts';

/** "2,500 words · 4 figures · 20 references", where the template sets limits; else empty. */
export function limitsLine(template: Template, say: Say<'start'>, format: Format): string {
  const limit = (of: string, unit: string) =>
    template.limits.find(each => each.of === of && each.in === unit && each.max !== undefined)?.max;
  const text = limit('text', 'words');
  const figures = limit('figures', 'items');
  const references = limit('references', 'items');
  return [
    text !== undefined && say('words', { count: text, formatted: format.number(text) }),
    figures !== undefined && say('figures', { count: figures }),
    references !== undefined && say('references', { count: references }),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface Props {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChosen: (template: Template) => void;
}

/** Templates, found by typing, gone through by the arrow keys. */
export function NewCase({ inputRef, onChosen }: Props) {
  const say = useWords('start');
  const choose = useChoose();
  const format = useFormat();
  const { templates } = useSurroundings();
  const language = useLanguage();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <div className="card template-card">
      <Autocomplete filter={contains}>
        <SearchField aria-label={say('search')}>
          <div className="field soft">
            <Search className="icon" />
            <Input ref={inputRef} placeholder={say('searchAmong', { count: templates.length })} />
            <Keys of="mod+n" />
          </div>
        </SearchField>
        <ListBox
          className="templates"
          aria-labelledby="start-new"
          items={inOrder(templates, language)}
          dependencies={[choose, format]}
          onAction={key => {
            const template = templates.find(each => each.id === key);
            if (template) onChosen(template);
          }}
          renderEmptyState={() => <p className="templates-none">{say('noMatch')}</p>}
        >
          {template => (
            <ListBoxItem
              id={template.id}
              className="template"
              textValue={`${choose(template.name)} ${choose(template.description)}`}
            >
              <span className="grow">
                <b>{choose(template.name)}</b>
                <small>{limitsLine(template, say, format) || choose(template.description)}</small>
              </span>
              <ArrowRight className="icon" />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
