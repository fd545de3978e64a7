import { FileText, Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../core/contract/contract.ts';
import type { AttachedFile, KeptEntry } from '../../core/library/types.ts';
import { useChooseFile } from '../app/files/choosing.ts';
import { IconButton } from '../ui/Button.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { settled } from './asking.ts';
import type { Work } from './working.ts';

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
  const open = async ({ id: file }: AttachedFile) => {
    const found = await settled(host.call('library.locate', { id, file }));
    if (found.ok) await settled(host.call('files.reveal', { path: found.value.path, show: 'file' }));
  };
  const attach = async () => {
    const path = await chooseFile({ mode: 'open', extension: 'pdf' });
    if (path === null) return;
    const answer = await settled(host.call('library.attach', { id, path }));
    if (answer.ok && answer.value.batch !== null) work.did([answer.value.batch]);
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
            onPress={() => void work.apply([{ entry: id, field: `file.${file.id}`, value: null }], 'detach')}
          />
        </p>
      ))}
    </>
  );
}
