import { Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { DropZone, type FileDropItem } from 'react-aria-components';
import { referenceEndings } from '../../../core/formats/endings.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { Reference } from '../../../core/report/types.ts';
import { useOffered } from '../../app/commands/offered.ts';
import type { Command } from '../../app/commands/types.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { readFile } from '../../connect/reading.ts';
import { useBehind } from '../../library/case/behind.ts';
import { takenChange } from '../../library/case/taking.ts';
import { useDesk, useDeskState, useOpenSession, useSession } from '../../session/context.tsx';
import { goInText, goToReference } from '../../session/going.ts';
import { insertCitation } from '../../session/inserting.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { useFilePicker } from '../../ui/file-picker.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { WorkCard } from '../../ui/WorkCard.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { freeId } from './adding.ts';
import { useReferenceCommands, type Way } from './commands.ts';
import { CopiesLine } from './copies/CopiesLine.tsx';
import { matching } from './lines.ts';
import { FindDialog } from './lookup/FindDialog.tsx';
import { CaseIdentifierDialog } from './lookup/IdentifierDialog.tsx';
import { CaseSearchDialog } from './lookup/SearchDialog.tsx';
import { StandingLine } from './lookup/StandingLine.tsx';
import { ZoteroDialog } from './lookup/ZoteroDialog.tsx';
import { PasteReferences } from './PasteReferences.tsx';
import { ReferenceForm } from './ReferenceForm.tsx';
import { ReferenceList } from './ReferenceList.tsx';
import { ReferenceRow } from './ReferenceRow.tsx';
import { type Counts, type ReadingRequest, readForReport } from './reading.ts';
import { Summary } from './Summary.tsx';
import { TroublesLine } from './TroublesLine.tsx';
import { type Narrowed, troublesOf } from './troubles.ts';
import './references.css';
import './lookup/lookup.css';

const NO_COMMANDS: readonly Command[] = [];

export interface Read {
  readonly added: number;
  readonly already: number;
  readonly problems: readonly Problem[];
}

/** The references of the case: found, added, edited, cited. */
export function References() {
  const say = useWords('references');
  const library = useWords('library');
  const online = useWords('lookup');
  const format = useFormat();
  const desk = useDesk();
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  const behind = useBehind(session.host, references);
  const bibliography = useSession(state => state.citations.bibliography);
  const clusters = useSession(state => state.numbering.citations);
  const shown = useDeskState(state => (state.pane === 'references' ? state.shown : null));
  const [query, setQuery] = useState('');
  const deferred = useDeferredValue(query);
  const [pasting, setPasting] = useState(false);
  const [asking, setAsking] = useState<'identifier' | 'printed' | 'search' | 'zotero' | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [reading, setReading] = useState<{ counts: Counts; stop: AbortController } | null>(null);
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null);
  const [cited, setCited] = useState<{ reference: Reference; times: number } | null>(null);

  const labels = useMemo(() => new Map(bibliography.map(entry => [entry.reference, entry.label])), [bibliography]);
  const times = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { items } of clusters)
      for (const { reference } of items) counts.set(reference, (counts.get(reference) ?? 0) + 1);
    return counts;
  }, [clusters]);
  const order = useMemo(() => new Map(bibliography.map((entry, index) => [entry.reference, index])), [bibliography]);
  const citations = useSession(state => state.template.citations);
  const troubles = useMemo(() => troublesOf(references, times, citations), [references, times, citations]);
  const listed = useMemo(
    () =>
      matching(narrowed ? references.filter(({ id }) => troubles.of[narrowed].has(id)) : references, deferred).toSorted(
        (a, b) => (order.get(a.id) ?? Number.POSITIVE_INFINITY) - (order.get(b.id) ?? Number.POSITIVE_INFINITY) || 0,
      ),
    [references, deferred, order, narrowed, troubles],
  );

  const take = async (request: ReadingRequest) => {
    const stop = new AbortController();
    const known = () => session.store.getState().report.references;
    setRead(null);
    try {
      const answer = await readForReport(
        session.host,
        request,
        known,
        counts => setReading({ counts, stop }),
        stop.signal,
      );
      if (!answer.ok) {
        notifyProblem(answer.problem);
        return;
      }
      const { ops, added, already, problems } = answer.value;
      if (ops.length > 0) session.dispatch(ops, say('undoImport'));
      setRead({ added: added.length, already, problems });
    } catch {
      if (stop.signal.aborted) notify({ severity: 'note', title: say('stopped') });
      else notifyProblem(unexpectedProblem());
    } finally {
      setReading(null);
    }
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const bytes = await readFile(file);
    if (bytes.ok) await take({ bytes: bytes.value, name: file.name });
    else notifyProblem(bytes.problem);
  };
  const files = useFilePicker({ accept: referenceEndings, onFiles: ([file]) => void takeFile(file) });
  const cite = (id: string) => {
    desk.show('text');
    if (!insertCitation(session, [id])) notify({ severity: 'note', title: say('noCaret') });
  };
  const remove = (reference: Reference) => {
    const count = times.get(reference.id) ?? 0;
    if (count > 0) setCited({ reference, times: count });
    else session.dispatch([{ set: 'reference', id: reference.id, value: null }], say('undoRemove'));
  };

  const takeChange = (reference: Reference) => {
    const changed = behind.get(reference.id);
    return changed && (() => session.dispatch([takenChange(reference, changed)], library('takenChange')));
  };

  const go = (way: Way) => {
    if (way === 'files') files.choose();
    else if (way === 'text') setPasting(true);
    else if (way === 'hand') desk.open('references', 'new');
    else setAsking(way);
  };
  const ways = useReferenceCommands(go);
  // Where the form stands there is nothing to show them in: they come back to this pane first.
  useOffered(shown === null ? ways : NO_COMMANDS);

  const editing = shown === 'new' ? null : references.find(({ id }) => id === shown);
  if (editing || shown === 'new') {
    const close = () => desk.open('references');
    return (
      <ReferenceForm
        key={shown}
        item={editing?.item ?? { id: 'new', type: 'article-journal' }}
        isNew={!editing}
        onCancel={close}
        onSave={item => {
          const id = editing?.id ?? freeId('reference-1', new Set(references.map(each => each.id)));
          const value: Reference = { ...editing, id, item: { ...item, id } };
          session.dispatch([{ set: 'reference', id, value }], say(editing ? 'undoEdit' : 'undoImport'));
          close();
        }}
      />
    );
  }

  return (
    <DropZone
      aria-label={say('dropHere')}
      className="references"
      onDrop={async event => {
        for (const each of event.items) {
          if (each.kind === 'file') await takeFile(await (each as FileDropItem).getFile());
        }
      }}
    >
      <div className="references-tools">
        <SearchField label={say('search')} value={query} onChange={setQuery} />
        <Menu
          label={say('add')}
          placement="bottom end"
          trigger={<Button icon={Plus}>{say('add')}</Button>}
          entries={[
            {
              id: 'file',
              label: say('fromFile'),
              note: say('fromFileNote'),
              onAction: () => setTimeout(files.choose),
            },
            { id: 'text', label: say('fromText'), onAction: () => setPasting(true) },
            'line',
            {
              id: 'identifier',
              label: online('byIdentifier'),
              note: online('byIdentifierNote'),
              onAction: () => setAsking('identifier'),
            },
            { id: 'printed', label: online('findPrinted'), onAction: () => setAsking('printed') },
            { id: 'search', label: online('searchOnline'), onAction: () => setAsking('search') },
            {
              id: 'zotero',
              label: online('fromZotero'),
              note: online('fromZoteroNote'),
              onAction: () => setAsking('zotero'),
            },
            'line',
            { id: 'hand', label: say('byHand'), onAction: () => desk.open('references', 'new') },
          ]}
        />
        {files.part}
      </div>
      {reading && (
        <WorkCard
          title={say('reading')}
          step={say('found', { number: format.number(reading.counts.of || reading.counts.done) })}
          done={reading.counts.of === 0 ? 0 : reading.counts.done}
          of={reading.counts.of}
          onCancel={() => reading.stop.abort()}
        />
      )}
      <StandingLine />
      <CopiesLine />
      <TroublesLine troubles={troubles} narrowed={narrowed} onNarrow={setNarrowed} />
      {read && <Summary read={read} onClose={() => setRead(null)} />}
      {references.length === 0 ? (
        <div className="blank">
          <h2>{say('none')}</h2>
          <p>{say('noneHint')}</p>
          <div className="blank-actions">
            <Button onPress={files.choose}>{say('fromFile')}</Button>
            <Button onPress={() => setPasting(true)}>{say('fromText')}</Button>
            <Button onPress={() => setAsking('identifier')}>{online('byIdentifier')}</Button>
          </div>
        </div>
      ) : (
        <ReferenceList
          references={listed}
          row={reference => (
            <ReferenceRow
              reference={reference}
              label={labels.get(reference.id) ?? ''}
              times={times.get(reference.id) ?? 0}
              lacks={troubles.lacks.get(reference.id)}
              onCite={() => cite(reference.id)}
              onShow={() => goInText(desk, () => goToReference(session.editor, reference.id))}
              onEdit={() => desk.open('references', reference.id)}
              onRemove={() => remove(reference)}
              onTakeChange={takeChange(reference)}
            />
          )}
        />
      )}
      <div className="drop-words" aria-hidden="true">
        {say('dropHere')}
      </div>
      {pasting && <PasteReferences onClose={() => setPasting(false)} onBytes={bytes => void take({ bytes })} />}
      {asking === 'identifier' && <CaseIdentifierDialog onClose={() => setAsking(null)} />}
      {asking === 'printed' && <FindDialog onClose={() => setAsking(null)} />}
      {asking === 'zotero' && <ZoteroDialog onClose={() => setAsking(null)} />}
      {asking === 'search' && <CaseSearchDialog onClose={() => setAsking(null)} />}
      {cited && (
        <Dialog
          alert
          title={say('citedTitle')}
          onClose={() => setCited(null)}
          footer={
            <Button
              kind="primary"
              onPress={() => {
                setCited(null);
                goInText(desk, () => goToReference(session.editor, cited.reference.id));
              }}
            >
              {say('show')}
            </Button>
          }
        >
          <p className="second">{say('citedHint', { count: cited.times })}</p>
        </Dialog>
      )}
    </DropZone>
  );
}
