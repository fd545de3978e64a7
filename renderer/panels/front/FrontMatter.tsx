import { Plus } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { isAbstract, isEmptyPart } from '../../../core/report/parts.ts';
import { type Author, type Front, LANGUAGES, type Language } from '../../../core/report/types.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { useDesk, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToPart } from '../../session/going.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { useChoose, useWords } from '../../words/index.ts';
import { AffiliationCard } from './AffiliationCard.tsx';
import { AuthorCard } from './AuthorCard.tsx';
import {
  keywordsIn,
  moved,
  newAffiliation,
  newAuthor,
  withAffiliation,
  withItem,
  withKeywords,
  withoutAffiliation,
} from './changes.ts';
import { addAbstract, changeLanguage, removeAbstract } from './parts.ts';
import './front.css';

/** What stands on the title page beside the title: authors, affiliations, keywords, languages, template. */
export function FrontMatter() {
  const say = useWords('front');
  const session = useOpenSession();
  const front = useSession(state => state.report.front);
  // From what is there now: a field that is left by pressing something else hands on what it held just before.
  const change: Change = to =>
    session.dispatch([{ set: 'front', value: to(session.store.getState().report.front) }], say('undoFront'));
  const list = useRef<HTMLDivElement>(null);
  const fresh = useRef<string | null>(null);
  return (
    <div className="pane-scroll front" ref={list}>
      <Document />
      <RunningTitle front={front} onChange={change} />
      <Authors front={front} onChange={change} list={list} fresh={fresh} />
      <Affiliations front={front} onChange={change} list={list} fresh={fresh} />
      <AllKeywords front={front} onChange={change} />
      <Abstracts />
    </div>
  );
}

type Change = (to: (front: Front) => Front) => void;

interface Part {
  readonly front: Front;
  readonly onChange: Change;
}

interface ListPart extends Part {
  /** What holds both lists. */
  readonly list: RefObject<HTMLElement | null>;
  /** The author or affiliation that was just added: its first field takes the focus. */
  readonly fresh: RefObject<string | null>;
}

/** Puts the focus where `of` finds it, once the list is drawn again: what had it is gone, or moved. */
function focusAfter(list: RefObject<HTMLElement | null>, of: (list: HTMLElement) => HTMLElement | null | undefined) {
  requestAnimationFrame(() => {
    if (list.current) of(list.current)?.focus();
  });
}

function Document() {
  const say = useWords('front');
  const choose = useChoose();
  const session = useOpenSession();
  const { templates } = useSurroundings();
  const language = useSession(state => state.report.language);
  const template = useSession(state => state.template);
  return (
    <section aria-label={say('document')}>
      <Segmented
        label={say('language')}
        full
        value={language}
        options={[
          { id: 'fr', label: say('french') },
          { id: 'en', label: say('english') },
        ]}
        onChange={chosen => changeLanguage(session, chosen, say('undoLanguage'))}
      />
      <p className="field-note">{say('languageNote')}</p>
      <Select
        label={say('template')}
        value={template.id}
        options={templates.map(each => ({ id: each.id, label: choose(each.name), note: choose(each.description) }))}
        onChange={value => session.dispatch([{ set: 'template', value }], say('undoTemplate'))}
      />
      <p className="field-note">{say('templateNote')}</p>
    </section>
  );
}

function RunningTitle({ front, onChange }: Part) {
  const say = useWords('front');
  const max = useSession(
    state => state.template.limits.find(({ of, in: unit }) => of === 'runningTitle' && unit === 'characters')?.max,
  );
  const field = useDraft(front.runningTitle, text => onChange(now => ({ ...now, runningTitle: text.trim() })));
  const count = [...field.value].length;
  const counted = max === undefined ? say('characters', { count }) : say('charactersOf', { count, max });
  return <Field label={say('runningTitle')} note={`${say('runningTitleNote')} ${counted}.`} {...field} />;
}

function Authors({ front, onChange, list, fresh }: ListPart) {
  const say = useWords('front');
  const withAuthor = (id: string, to: (author: Author) => Author) => (now: Front) => {
    const author = now.authors.find(each => each.id === id);
    return author ? { ...now, authors: withItem(now.authors, to(author)) } : now;
  };
  return (
    <section aria-label={say('authors')}>
      <h3>{say('authors')}</h3>
      {front.authors.length === 0 && <p className="field-note">{say('noAuthors')}</p>}
      <ul>
        {front.authors.map((author, index) => (
          <AuthorCard
            key={author.id}
            author={author}
            number={index + 1}
            count={front.authors.length}
            affiliations={front.affiliations}
            startsOpen={fresh.current === author.id}
            onChange={to => onChange(withAuthor(author.id, to))}
            onNewAffiliation={() => {
              const affiliation = newAffiliation();
              fresh.current = affiliation.id;
              onChange(now => {
                const affiliations = [...now.affiliations, affiliation];
                const to = (its: Author) => withAffiliation(its, affiliation.id, true, affiliations);
                return withAuthor(author.id, to)({ ...now, affiliations });
              });
            }}
            onMove={by => {
              onChange(now => ({ ...now, authors: moved(now.authors, author.id, by) }));
              // The arrow that was pressed goes out at the end of the list.
              focusAfter(list, at => {
                const card = at.querySelector(`[data-id="${author.id}"]`);
                return card?.querySelector<HTMLElement>(
                  `[data-move="${by}"]:not([disabled]), [data-move="${-by}"]:not([disabled])`,
                );
              });
            }}
            onRemove={() => {
              onChange(now => ({ ...now, authors: now.authors.filter(({ id }) => id !== author.id) }));
              focusAfter(list, at => at.querySelector<HTMLElement>('[data-add="author"]'));
            }}
          />
        ))}
      </ul>
      <Button
        icon={Plus}
        data-add="author"
        onPress={() => {
          const author = newAuthor();
          fresh.current = author.id;
          onChange(now => ({ ...now, authors: [...now.authors, author] }));
        }}
      >
        {say('addAuthor')}
      </Button>
    </section>
  );
}

function Affiliations({ front, onChange, list, fresh }: ListPart) {
  const say = useWords('front');
  return (
    <section aria-label={say('affiliations')}>
      <h3>{say('affiliations')}</h3>
      <ul>
        {front.affiliations.map((affiliation, index) => (
          <AffiliationCard
            key={affiliation.id}
            affiliation={affiliation}
            number={index + 1}
            isFresh={fresh.current === affiliation.id}
            onChange={fields =>
              onChange(now => ({
                ...now,
                affiliations: now.affiliations.map(each =>
                  each.id === affiliation.id ? { ...each, ...fields } : each,
                ),
              }))
            }
            onRemove={() => {
              onChange(now => withoutAffiliation(now, affiliation.id));
              focusAfter(list, at => at.querySelector<HTMLElement>('[data-add="affiliation"]'));
            }}
          />
        ))}
      </ul>
      <Button
        icon={Plus}
        data-add="affiliation"
        onPress={() => {
          const affiliation = newAffiliation();
          fresh.current = affiliation.id;
          onChange(now => ({ ...now, affiliations: [...now.affiliations, affiliation] }));
        }}
      >
        {say('addAffiliation')}
      </Button>
    </section>
  );
}

function AllKeywords({ front, onChange }: Part) {
  const language = useSession(state => state.report.language);
  const parts = useSession(state => state.report.parts);
  const abstracts = LANGUAGES.filter(each => parts.some(({ key }) => key === `abstract:${each}`));
  const languages = abstracts.length > 0 ? abstracts : [language];
  return (
    <>
      {[...languages]
        .sort((a, b) => Number(b === language) - Number(a === language))
        .map(each => (
          <Keywords key={each} front={front} onChange={onChange} language={each} alone={languages.length === 1} />
        ))}
    </>
  );
}

function Keywords(props: Part & { readonly language: Language; readonly alone: boolean }) {
  const say = useWords('front');
  const { front, onChange, language, alone } = props;
  const field = useDraft(keywordsIn(front, language).join(', '), text =>
    onChange(now => withKeywords(now, language, text)),
  );
  const label = alone ? say('keywords') : say(language === 'fr' ? 'keywordsFr' : 'keywordsEn');
  return <Field label={label} note={say('keywordsNote')} lang={language} {...field} />;
}

function Abstracts() {
  const say = useWords('front');
  const shell = useWords('shell');
  const desk = useDesk();
  const session = useOpenSession();
  const written = useSession(state => state.report.language);
  const parts = useSession(state => state.report.parts);
  const [removing, setRemoving] = useState<Language | null>(null);
  const take = (language: Language) => {
    setRemoving(null);
    removeAbstract(session, language, say('undoAbstract'));
  };
  return (
    <section aria-label={say('abstracts')}>
      <h3>{say('abstracts')}</h3>
      <ul>
        {[written, ...LANGUAGES.filter(each => each !== written)].map(language => {
          const part = parts.find(({ key }) => isAbstract(key) && key === `abstract:${language}`);
          return (
            <li key={language} className="abstract-row">
              <span className="grow">
                {say(language === 'fr' ? 'abstractFr' : 'abstractEn')}
                {language === written && <small className="quiet"> · {say('abstractOwn')}</small>}
              </span>
              {part && (
                <Button kind="plain" small onPress={() => goInText(desk, () => goToPart(session.editor, part.key))}>
                  {say('show')}
                </Button>
              )}
              {!part && (
                <Button small onPress={() => addAbstract(session, language, say('undoAbstract'))}>
                  {say('addAbstract')}
                </Button>
              )}
              {part && language !== written && (
                <Button kind="plain" small onPress={() => (isEmptyPart(part) ? take(language) : setRemoving(language))}>
                  {say('removeAbstract')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {removing && (
        <Dialog
          alert
          title={say('removeAbstractTitle')}
          onClose={() => setRemoving(null)}
          footer={
            <>
              <Button onPress={() => setRemoving(null)}>{shell('cancel')}</Button>
              <Button kind="primary" onPress={() => take(removing)}>
                {say('removeAbstract')}
              </Button>
            </>
          }
        >
          <p className="second">{say('removeAbstractHint')}</p>
        </Dialog>
      )}
    </section>
  );
}
