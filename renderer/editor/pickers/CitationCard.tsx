import { ArrowUp, X } from 'lucide-react';
import { useEffect } from 'react';
import { Editor, type Range, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import { narrativeNames } from '../../../core/references/narrative.ts';
import type { CitationItem } from '../../../core/report/document.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { useWords } from '../../words/index.ts';
import { isNarrative, setNarrative } from '../commands/narrative.ts';
import { Runs } from '../nodes/runs.tsx';
import { isType } from '../structure/places.ts';
import { AtCaret } from './AtCaret.tsx';
import { CardForm } from './CardForm.tsx';
import { authorsOf, titleOf } from './reference-lines.ts';

/** The item with one detail set, or without it where nothing was typed. */
function withDetail(item: CitationItem, name: 'prefix' | 'suffix' | 'locator', text: string): CitationItem {
  const { [name]: _, ...rest } = item;
  return text === '' ? rest : { ...rest, [name]: text };
}

/** Works in another order: whichever is first now is the one whose authors the sentence names. */
const namedFirst = (items: readonly CitationItem[]): readonly CitationItem[] =>
  items.map(({ suppressAuthor: _, ...item }, at) => (at === 0 ? { ...item, suppressAuthor: true as const } : item));

/** A key that moves with its item; a reference may stand twice in a cluster. */
function keyOf(items: readonly CitationItem[], index: number): string {
  const reference = items[index]?.reference;
  return `${reference} ${items.slice(0, index).filter(item => item.reference === reference).length}`;
}

/** A cluster's references with what stands before, after and the page; opens when the citation is pressed. */
export function CitationCard({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords('editor');
  const editor = useSlateStatic();
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  const language = useSession(state => state.report.language);
  const said = useSession(({ citations }) =>
    citations.notes?.[id] === undefined ? undefined : citations.clusters[id],
  );
  const hasNoLocators = useSession(({ citations }) => citations.hasNoLocators === true);
  const printedNames = useSession(({ citations }) => citations.names?.[id]);
  // Follows the document: the card shows the cluster as it is now.
  useSession(state => state.report.parts);
  const [found] = Editor.nodes(editor, {
    at: [],
    voids: true,
    match: node => isType(node, 'citation') && node.id === id,
  });
  useEffect(() => {
    if (!found) onClose();
  }, [found, onClose]);
  if (!found || !isType(found[0], 'citation')) return null;
  const [citation, path] = found;
  const { items } = citation;
  const range: Range = Editor.range(editor, path);

  const set = (next: readonly CitationItem[]) =>
    session.transact(say('citationCard'), () => {
      if (next.length === 0) Transforms.removeNodes(editor, { at: path });
      else Transforms.setNodes(editor, { items: [...(citation.narrative ? namedFirst(next) : next)] }, { at: path });
    });
  const cited = references.find(one => one.id === items[0]?.reference);
  const names = cited ? printedNames || narrativeNames(cited.item, language) : '';
  const detail = (index: number, name: 'prefix' | 'suffix' | 'locator') => (
    <input
      className={`field ${name}`}
      aria-label={say(name)}
      placeholder={say(name)}
      defaultValue={items[index]?.[name] ?? ''}
      onBlur={event => {
        const text = event.target.value.trim();
        if (text !== (items[index]?.[name] ?? ''))
          set(items.with(index, withDetail(items[index] as CitationItem, name, text)));
      }}
    />
  );

  return (
    <AtCaret range={range} className="citation-card">
      <CardForm label={say('citationCard')} first=".locator" onClose={onClose}>
        <ul>
          {items.map((item, index) => {
            const reference = references.find(one => one.id === item.reference);
            const name = reference ? authorsOf(reference.item) : item.reference;
            return (
              <li key={keyOf(items, index)}>
                <div className="cited">
                  <b>{name}</b>
                  <span>{reference ? titleOf(reference.item) : ''}</span>
                  {index > 0 && (
                    <IconButton
                      label={say('moveUp')}
                      icon={ArrowUp}
                      onPress={() => set(items.with(index - 1, item).with(index, items[index - 1] as CitationItem))}
                    />
                  )}
                  <IconButton
                    label={say('removeReference', { name })}
                    icon={X}
                    onPress={() => set(items.toSpliced(index, 1))}
                  />
                </div>
                <div className="details">
                  {detail(index, 'prefix')}
                  {detail(index, 'locator')}
                  {detail(index, 'suffix')}
                </div>
              </li>
            );
          })}
        </ul>
        {said && (
          <p className="note-said" lang={language}>
            <Runs runs={said} />
          </p>
        )}
        {hasNoLocators && items.some(({ locator }) => locator) && <p className="note-said">{say('noLocators')}</p>}
        {names !== '' && (
          <Tick
            value={isNarrative(citation)}
            onChange={on => session.transact(say('citationCard'), () => setNarrative(editor, path, names, on))}
          >
            {say('narrative', { names })}
          </Tick>
        )}
        <footer>
          <Button kind="primary" small type="submit">
            {say('done')}
          </Button>
        </footer>
      </CardForm>
    </AtCaret>
  );
}
