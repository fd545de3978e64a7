import { ArrowRight, Check, Search } from 'lucide-react';
import type { Ref } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import type { Template } from '../../../core/template/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { type Format, useFormat } from '../../words/format.ts';
import { type Say, useChoose, useWords } from '../../words/index.ts';

/** "2,500 words · 4 figures · 20 references", where the template sets limits; else empty. */
function limitsLine(template: Template, say: Say<'start'>, format: Format): string {
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
  readonly templates: readonly Template[];
  /** What the list is of: its words, or the id of what says them. */
  readonly label: { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };
  readonly onChosen: (template: Template) => void;
  /** The one that is in use, ticked. */
  readonly current?: Template;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Keys that bring the search field the focus, shown in it. */
  readonly keys?: string;
  /** Enter in the empty field chooses the first, which is marked while the field has the focus. */
  readonly offersFirst?: boolean;
}

/** Templates, found by typing, gone through by the arrow keys. */
export function TemplateList({
  templates,
  label,
  onChosen,
  current,
  className = '',
  inputRef,
  keys,
  offersFirst,
}: Props) {
  const say = useWords('start');
  const choose = useChoose();
  const format = useFormat();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <div className={`card template-card ${offersFirst ? 'offers-first' : ''}`}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={say('search')}>
          <div className="field soft">
            <Search className="icon" />
            <Input
              ref={inputRef}
              onKeyDown={event => {
                const field = event.currentTarget;
                const isUntouched = field.value === '' && !field.getAttribute('aria-activedescendant');
                if (!offersFirst || event.key !== 'Enter' || !isUntouched || !templates[0]) return;
                event.preventDefault();
                onChosen(templates[0]);
              }}
              placeholder={say('searchAmong', { count: templates.length })}
            />
            {keys && <Keys of={keys} />}
          </div>
        </SearchField>
        <ListBox
          className={`templates ${className}`}
          {...label}
          items={templates}
          dependencies={[choose, format, current]}
          onAction={key => {
            const template = templates.find(({ id }) => id === key);
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
              {template.id === current?.id ? <Check className="icon" /> : <ArrowRight className="icon" />}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
