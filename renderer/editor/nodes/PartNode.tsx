/** A part on the sheet: its heading from the template, its count, one sentence of what belongs there while it is empty. */
import type { RenderElementProps } from 'slate-react';
import type { Part, PartKey } from '../../../core/report/document.ts';
import { DECLARATION_KEYS, SECTION_KEYS } from '../../../core/report/document.ts';
import { isAbstract, isEmptyPart, partLanguage } from '../../../core/report/parts.ts';
import { wordCount } from '../../../core/report/text.ts';
import type { Counted } from '../../../core/template/types.ts';
import { useSession } from '../../session/context.tsx';
import { useFormat } from '../../words/format.ts';
import type { WordKey } from '../../words/index.ts';
import { useWords } from '../../words/index.ts';
import { FrontLines } from './FrontLines.tsx';
import { StructureButton } from './StructureButton.tsx';

type Props = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: Part };

const isIn = (keys: readonly string[], key: PartKey) => keys.includes(key);

function guideOf(key: PartKey): WordKey<'editor'> {
  const name = isAbstract(key) ? 'abstract' : key;
  return `guide${name.charAt(0).toUpperCase()}${name.slice(1)}` as WordKey<'editor'>;
}

function Count({ part }: { readonly part: Part }) {
  const say = useWords('editor');
  const of: Counted | null = isAbstract(part.key)
    ? 'abstract'
    : isIn(SECTION_KEYS, part.key)
      ? (part.key as Counted)
      : null;
  const max = useSession(state => state.template.limits.find(limit => limit.of === of && limit.in === 'words')?.max);
  const format = useFormat();
  const count = wordCount(part);
  if (of === null || (count === 0 && max === undefined)) return null;
  return (
    <span className={max !== undefined && count > max ? 'count over' : 'count'}>
      {max === undefined
        ? say('words', { count, formatted: format.number(count) })
        : say('wordsOf', { formatted: format.number(count), max: format.number(max) })}
    </span>
  );
}

export function PartNode({ attributes, children, element }: Props) {
  const say = useWords('editor');
  const named = useSession(state => state.numbering.parts.get(element.key));
  const language = useSession(state => partLanguage(element.key, state.report.language));
  const { key } = element;
  const guide = isEmptyPart(element) && element.children.length === 1 && (
    <p className="guide" contentEditable={false} aria-hidden="true">
      {say(guideOf(key))}
    </p>
  );
  if (key === 'title') {
    return (
      <header {...attributes} lang={language} className="part title-part" data-part={key}>
        {guide}
        {children}
        <FrontLines />
      </header>
    );
  }
  const statement = isIn(DECLARATION_KEYS, key);
  const heading = [named?.number, named?.heading].filter(Boolean).join(' ');
  return (
    <section
      {...attributes}
      lang={language}
      className={statement ? 'part statement' : 'part'}
      data-part={key}
      aria-label={heading}
    >
      <div className="section-head" contentEditable={false}>
        {statement ? <h3>{heading}</h3> : <h2>{heading}</h2>}
        {isAbstract(key) && <StructureButton part={element} />}
        <Count part={element} />
      </div>
      <div className="part-body">
        {guide}
        {children}
      </div>
    </section>
  );
}
