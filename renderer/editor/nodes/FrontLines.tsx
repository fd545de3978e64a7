import { Fragment } from 'react';
import { printedFront } from '../../../core/manuscript/front.ts';
import { useSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import { useSheet } from '../sheet-context.ts';

/** Authors, where they work and the keywords, below the title; pressing them opens their form beside the text. */
export function FrontLines() {
  const say = useWords('editor');
  const { editFront } = useSheet();
  const front = useSession(state => state.report.front);
  const language = useSession(state => state.report.language);
  const heading = useSession(state => state.template.headings.keywords[language]);
  const { authors, affiliations } = printedFront(front, language);
  const words = front.keywords.find(entry => entry.language === language)?.words ?? [];
  return (
    <button
      type="button"
      className="front-lines"
      contentEditable={false}
      onClick={editFront}
      aria-label={say('editFront')}
    >
      <span className="authors">
        {authors.length === 0 && <span className="guide inline">{say('authorsEmpty')}</span>}
        {authors.map(({ name, marks }, index) => (
          <Fragment key={`${name} ${marks.join()}`}>
            {index > 0 && ', '}
            {name}
            {marks.length > 0 && <sup>{marks.join(',')}</sup>}
          </Fragment>
        ))}
      </span>
      {affiliations.map(({ mark, text }) => (
        <span className="affil" key={text}>
          {mark !== '' && <sup>{mark}</sup>} {text}
        </span>
      ))}
      <span className="keywords">
        {words.length === 0 ? (
          <span className="guide inline">{say('keywordsEmpty')}</span>
        ) : (
          <>
            <b>{heading}</b>
            {`\u2002${words.join(', ')}`}
          </>
        )}
      </span>
    </button>
  );
}
