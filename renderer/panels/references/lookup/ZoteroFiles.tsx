import { FileText } from 'lucide-react';
import { useState } from 'react';
import { ZOTERO_KEY, ZOTERO_URI } from '../../../../core/references/zotero.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { notify } from '../../../app/notices/notices.ts';
import { settled } from '../../../library/asking.ts';
import { keepInLibrary } from '../../../library/incoming/keeping.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';

/** The files that Zotero has of an item: asked for, opened from where they are, or kept in the library with the item. */
export function ZoteroFiles({ reference }: { readonly reference: Reference }) {
  const say = useWords('lookup');
  const { host } = useOpenSession();
  const [files, setFiles] = useState<readonly { readonly name: string; readonly path: string }[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = reference.kept?.[ZOTERO_KEY];
  if (key === undefined) return null;
  const group = Number(/\/groups\/(\d+)\//.exec(reference.kept?.[ZOTERO_URI] ?? '')?.[1] ?? 0);
  const look = async () => {
    setBusy(true);
    const answer = await settled(host.call('zotero.files', { key, ...(group > 0 ? { group } : {}) }));
    setBusy(false);
    if (answer.ok) setFiles(answer.value);
  };
  const keep = async () => {
    setBusy(true);
    // Files are of this computer: they belong to the own library.
    const entry = await settled(keepInLibrary(host, reference));
    let attached = 0;
    if (entry.ok)
      for (const { path } of files ?? []) {
        const answer = await settled(host.call('library.attach', { id: entry.value.id, path }));
        if (answer.ok) attached++;
      }
    setBusy(false);
    if (entry.ok) notify({ severity: 'ok', title: say('zoteroKept', { count: attached }) });
  };
  if (files === null)
    return (
      <Button small isDisabled={isBusy} onPress={() => void look()}>
        {say('zoteroFiles')}
      </Button>
    );
  if (files.length === 0) return <span className="quiet xs">{say('zoteroNoFile')}</span>;
  return (
    <>
      {files.map(({ name, path }) => (
        <Button
          key={path}
          small
          icon={FileText}
          onPress={() => void settled(host.call('files.reveal', { path, show: 'file' }))}
        >
          {name}
        </Button>
      ))}
      <Button small isDisabled={isBusy} onPress={() => void keep()}>
        {say('zoteroKeep')}
      </Button>
    </>
  );
}
