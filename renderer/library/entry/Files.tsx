import { FileText, Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { AttachedFile, KeptEntry } from '../../../core/library/types.ts';
import { useChooseFile } from '../../app/files/choosing.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { readFile } from '../../connect/reading.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords, say as wordsOf } from '../../words/index.ts';
import { settled } from '../asking.ts';
import type { Work } from '../working.ts';

/** Whether a file that is let go over the library is an article, not references. */
export const isArticle = ({ name }: File): boolean => /\.pdf$/i.test(name);

/** Attaches copies of files that were let go over the window. */
export async function attachDropped(
  host: HostClient,
  work: Work,
  id: string,
  files: readonly File[],
  /** Of the entry, where nobody pointed at it. */
  title?: string,
): Promise<void> {
  const batches: number[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    if (!bytes.ok) {
      notifyProblem(bytes.problem);
      continue;
    }
    const answer = await settled(host.call('library.attachCopy', { id, name: file.name, bytes: bytes.value }));
    if (answer.ok && answer.value.batch !== null) batches.push(answer.value.batch);
  }
  if (batches.length === 0) return;
  const say = wordsOf('library');
  work.did(batches, {
    title: say('attachedCopy', { count: batches.length }),
    hint: title === undefined ? say('attachedCopyHint') : say('attachedTo', { title }),
  });
}

/**
 * Attaches PDFs that were let go over no row: to the entry whose DOI they name; one that names none to the entry that is selected. One
 * that belongs to none is told, with its DOI.
 */
export async function attachByDoi(
  host: HostClient,
  work: Work,
  selected: string | null,
  files: readonly File[],
): Promise<void> {
  const say = wordsOf('library');
  for (const file of files) {
    const bytes = await readFile(file);
    if (!bytes.ok) {
      notifyProblem(bytes.problem);
      continue;
    }
    const answer = await settled(host.call('library.whose', { bytes: bytes.value }));
    if (!answer.ok) continue;
    const { doi, entry } = answer.value;
    // One that says which work it is belongs to no other, whatever is selected.
    const id = entry?.id ?? (doi === null ? selected : null);
    if (id !== null) await attachDropped(host, work, id, [file], entry?.title);
    else
      notify({
        severity: 'note',
        title: doi === null ? say('dropOnOne') : say('dropUnknown', { name: file.name, doi }),
        ...(doi === null ? {} : { hint: say('dropUnknownHint') }),
      });
  }
}

/** The files of an entry: opened from where they are, found again when they were moved; a file more. */
export function Files({
  host,
  entry,
  work,
}: {
  readonly host: HostClient;
  readonly entry: KeptEntry;
  readonly work: Work;
}) {
  const say = useWords('library');
  const format = useFormat();
  const chooseFile = useChooseFile();
  const { id, files } = entry;
  const attach = async (instead?: AttachedFile) => {
    const path = await chooseFile({ mode: 'open', extension: 'pdf' });
    if (path === null) return;
    const answer = await settled(host.call('library.attach', { id, path }));
    if (!answer.ok || answer.value.batch === null) return;
    const now = await settled(host.call('library.entry', { id }));
    // Another file than the one that is gone stands in its place.
    const isOther =
      now.ok && instead && now.value.files.some(file => file.id === instead.id && file.path === instead.path);
    const batches = [answer.value.batch];
    if (isOther) {
      const taken = await settled(
        host.call('library.apply', {
          changes: [{ entry: id, field: `file.${instead.id}`, value: null }],
          label: 'detach',
        }),
      );
      if (taken.ok && taken.value.batch !== null) batches.push(taken.value.batch);
    }
    work.did(batches);
  };
  const open = async (file: AttachedFile) => {
    const found = await host.call('library.locate', { id, file: file.id }).catch(() => null);
    if (found?.ok) await settled(host.call('files.reveal', { path: found.value.path, show: 'file' }));
    else if (found?.problem.code === 'library.file-gone')
      notify({
        severity: 'error',
        title: found.problem.message,
        hint: found.problem.hint,
        code: found.problem.code,
        action: { label: say('whereIsIt'), run: () => void attach(file) },
      });
    else notifyProblem(found?.problem ?? unexpectedProblem());
  };
  return (
    <>
      <div className="library-files-head">
        <h3>{say('files')}</h3>
        <IconButton label={say('attach')} icon={Plus} onPress={() => void attach()} />
      </div>
      {files.map(file => (
        <p key={file.id} className="library-file">
          <AriaButton className="nav-row" onPress={() => void open(file)}>
            <FileText className="icon" />
            <span className="name">{file.name}</span>
            <span className="meta">{format.size(file.size)}</span>
          </AriaButton>
          <IconButton
            label={say('detach', { name: file.name })}
            icon={X}
            onPress={() =>
              void work.apply([{ entry: id, field: `file.${file.id}`, value: null }], 'detach', {
                title: say('detached', { name: file.name }),
              })
            }
          />
        </p>
      ))}
      {files.length === 0 && <p className="quiet xs">{say('noFiles')}</p>}
    </>
  );
}
