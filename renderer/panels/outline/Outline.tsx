import { ChartLine, Image, Library, Table } from 'lucide-react';
import { Fragment, memo, useMemo } from 'react';
import { partKind, printedParts } from '../../../core/manuscript/number.ts';
import type { Heading, Part, PartKey } from '../../../core/report/document.ts';
import { DECLARATION_KEYS } from '../../../core/report/document.ts';
import { floatsOf, isAbstract, isEmptyPart } from '../../../core/report/parts.ts';
import { sectionWords, textOf } from '../../../core/report/text.ts';
import { asksFor } from '../../../core/template/types.ts';
import { useDesk, useDeskState, useOpenSession, useSession } from '../../session/context.tsx';
import { citedWorks } from '../../session/counts.ts';
import { goInText, goToBlock, goToHeading, goToPart } from '../../session/going.ts';
import { useSessionAtTimes } from '../../session/resting.ts';
import { Meter } from '../../ui/Meter.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { Row } from './Row.tsx';
import { standings } from './standing.ts';
import './outline.css';

/** The case at a glance: its parts with what they lack, what goes into it, and how long it is. */
export const Outline = memo(function Outline() {
  const parts = useSessionAtTimes(state => state.report.parts);
  return (
    <>
      <Rows parts={parts} />
      <Length />
    </>
  );
});

/** Drawn anew when typing rests, not for every key. */
const Rows = memo(function Rows({ parts }: { readonly parts: readonly Part[] }) {
  const say = useWords('outline');
  const desk = useDesk();
  const { editor } = useOpenSession();
  const template = useSession(state => state.template);
  const numbering = useSession(state => state.numbering);
  const findings = useSession(state => state.findings);
  const cited = useSession(citedWorks);
  const current = useDeskState(state => (state.centre === 'text' ? state.part : null));
  const inTimeline = useDeskState(state => state.centre === 'timeline');
  const pane = useDeskState(state => (state.paneOpen ? state.pane : null));
  const states = useMemo(() => standings(parts, findings), [parts, findings]);

  const printed = printedParts(parts, template);
  const isDeclaration = ({ key }: Part) => (DECLARATION_KEYS as readonly PartKey[]).includes(key);
  const declarations = parts.filter(
    part => isDeclaration(part) && (asksFor(template, partKind(part.key)) || !isEmptyPart(part)),
  );
  const severalAbstracts = parts.filter(({ key }) => isAbstract(key)).length > 1;
  const floats = floatsOf(parts);
  const tables = floats.filter(({ type }) => type === 'table' || type === 'lab-table');
  const figures = floats.length - tables.length;

  const name = ({ key }: Part): string => {
    if (key === 'title') return say('titlePart');
    if (severalAbstracts && isAbstract(key)) return say(key === 'abstract:fr' ? 'abstractFr' : 'abstractEn');
    return numbering.parts.get(key)?.heading ?? key;
  };
  const go = (run: () => void) => goInText(desk, run);
  const row = (part: Part) => (
    <Row
      name={name(part)}
      number={(numbering.parts.get(part.key)?.number ?? '').replace(/\.$/, '')}
      current={current === part.key}
      standing={states.get(part.key)}
      onPress={() => go(() => goToPart(editor, part.key))}
    />
  );
  const headings = (part: Part) =>
    part.children
      .filter((block): block is Heading => block.type === 'heading' && block.level === 1 && textOf(block) !== '')
      .map((heading, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings have no id; two may read alike
        <li key={index}>
          <Row deep name={textOf(heading)} onPress={() => go(() => goToHeading(editor, heading))} />
        </li>
      ));

  return (
    <>
      <h2>{say('outline')}</h2>
      <ul>
        {printed
          .filter(part => !isDeclaration(part))
          .map(part => (
            <Fragment key={part.key}>
              <li>{row(part)}</li>
              {!isAbstract(part.key) && headings(part)}
            </Fragment>
          ))}
      </ul>
      {declarations.length > 0 && (
        <>
          <h2>{say('declarations')}</h2>
          <ul>
            {declarations.map(part => (
              <li key={part.key}>{row(part)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{say('materials')}</h2>
      <ul>
        <li>
          <Row
            icon={Image}
            name={say('figures')}
            {...(figures > 0 && { meta: String(figures) })}
            current={pane === 'figures'}
            onPress={() => desk.enter('figures')}
          />
        </li>
        {tables[0] && (
          <li>
            <Row
              icon={Table}
              name={say('tables')}
              meta={String(tables.length)}
              onPress={() => go(() => goToBlock(editor, tables[0]?.id ?? ''))}
            />
          </li>
        )}
        <li>
          <Row icon={ChartLine} name={say('timeline')} current={inTimeline} onPress={() => desk.show('timeline')} />
        </li>
        <li>
          <Row
            icon={Library}
            name={say('references')}
            {...(cited > 0 && { meta: String(cited) })}
            current={pane === 'references'}
            onPress={() => desk.enter('references')}
          />
        </li>
      </ul>
    </>
  );
});

/** Words of the four sections against what the template allows. */
function Length() {
  const say = useWords('outline');
  const format = useFormat();
  const words = useSessionAtTimes(state => sectionWords(state.report));
  const max = useSession(
    state => state.template.limits.find(limit => limit.of === 'text' && limit.in === 'words')?.max ?? null,
  );
  return (
    <div className="length">
      <span>
        <b>{say('words', { count: words, formatted: format.number(words) })}</b>
        {max !== null && ` ${say('of', { formatted: format.number(max) })}`}
      </span>
      {max !== null && <Meter value={words} of={max} />}
    </div>
  );
}
