import { Download } from 'lucide-react';
import { useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { LibraryQuery } from '../../../core/library/types.ts';
import { fileName, useChooseFile } from '../../app/files/choosing.ts';
import { notify } from '../../app/notices/notices.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import type { Copied, Copying } from '../list/copying.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';

/** Writes what is selected, or all that the list shows, to a file; what the format cannot say is told. */
export function ExportPanel(props: {
  readonly host: HostClient;
  readonly ids: readonly string[];
  readonly query: LibraryQuery;
  /** How many references the list shows. */
  readonly total: number;
  readonly copying: Copying;
}) {
  const say = useWords('library');
  const exporting = useWords('exporting');
  const choose = useChoose();
  const format = useFormat();
  const chooseFile = useChooseFile();
  const { host, ids, query, total, copying } = props;
  const { changeSettings, templates } = useSurroundings();
  const [to, setTo] = useState<ExportFormat>('ris');
  const [which, setWhich] = useState<'selected' | 'all' | null>(null);
  const isOfSelected = (which ?? 'selected') === 'selected' && ids.length > 0;
  const write = async () => {
    const { extension } = EXPORT_FORMATS.find(({ id }) => id === to) ?? EXPORT_FORMATS[0];
    const path = await chooseFile({ mode: 'save', extension, suggested: `${say('exportName')}.${extension}` });
    if (path === null) return;
    const answer = await settled(
      host.call('library.exportFile', { format: to, path, ...(isOfSelected ? { ids: [...ids] } : { query }) }),
    );
    if (!answer.ok) return;
    const { entries, problems } = answer.value;
    const [first] = problems;
    const title = say('exported', { count: entries, formatted: format.number(entries), file: fileName(path) });
    const more = problems.length - 1;
    notify({
      severity: first ? 'warning' : 'ok',
      title,
      ...(first && {
        hint: `${choose(first.message)}${more > 0 ? ` ${say('exportedMore', { count: more, formatted: format.number(more) })}` : ''}`,
      }),
      action: {
        label: exporting('folder'),
        run: () => void settled(host.call('files.reveal', { path, show: 'folder' })),
      },
    });
  };
  const copy = async (what: Copied) => {
    const all = isOfSelected ? null : await settled(host.call('library.ids', { query }));
    if (all === null || all.ok) await copying.copy(all === null ? ids : all.value, what);
  };
  const counted = (count: number) => ({ count, formatted: format.number(count) });
  return (
    <Panel label={say('export')} icon={Download}>
      <h3>{say('export')}</h3>
      <Select
        label={say('exportWhich')}
        value={isOfSelected ? 'selected' : 'all'}
        onChange={setWhich}
        options={[
          { id: 'all', label: say('exportAll', counted(total)) },
          ...(ids.length > 0 ? [{ id: 'selected', label: say('exportSelected', counted(ids.length)) } as const] : []),
        ]}
      />
      <Select label={say('exportFormat')} value={to} onChange={setTo} options={EXPORT_FORMATS} />
      {/* The panel closes first: a choice of a file takes the focus. */}
      <Button slot="close" small kind="primary" isDisabled={total === 0} onPress={() => setTimeout(() => void write())}>
        {say('exportWrite')}
      </Button>
      <h3>{say('copyPrinted')}</h3>
      {copying.template ? (
        <Select
          label={say('copyAs')}
          value={copying.template.id}
          onChange={id => changeSettings({ copyTemplate: id })}
          options={templates.map(({ id, name }) => ({ id, label: choose(name) }))}
        />
      ) : (
        <p className="quiet xs">{say('copyAsCase')}</p>
      )}
      <Button slot="close" small isDisabled={total === 0} onPress={() => void copy('bibliography')}>
        {say('copyReferences', { count: isOfSelected ? ids.length : total })}
      </Button>
      <Button slot="close" small isDisabled={total === 0} onPress={() => void copy('citation')}>
        {say('copyCitation')}
      </Button>
    </Panel>
  );
}
