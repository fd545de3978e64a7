import { FileText } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { KeptEntry } from '../../../core/library/types.ts';
import { fileName } from '../../app/files/choosing.ts';
import { useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';

/** The reports that hold a copy of an entry: opened, or beside an open report shown in their folder. */
export function CitedIn(props: {
  readonly host: HostClient;
  readonly cited: KeptEntry['cited'];
  readonly onReport: ((path: string) => void) | undefined;
}) {
  const say = useWords('library');
  const references = useWords('references');
  const { host, cited, onReport } = props;
  if (cited.length === 0) return null;
  const show = (path: string) => void settled(host.call('files.reveal', { path, show: 'folder' }));
  return (
    <>
      <h3>{say('citedIn')}</h3>
      {cited.map(({ report, path, times }) => {
        const often = times === undefined || times === 0 ? '' : references('times', { count: times });
        return (
          <p key={report} className="library-file">
            {path === null ? (
              <span className="nav-row still">
                <FileText className="icon" />
                <span className="name">{say('unsaved')}</span>
                <span className="meta">{often}</span>
              </span>
            ) : (
              <AriaButton className="nav-row" onPress={() => (onReport ?? show)(path)}>
                <FileText className="icon" />
                <span className="name">{fileName(path)}</span>
                <span className="meta">{often}</span>
                <span className="unseen">{say(onReport ? 'openReport' : 'showReport')}</span>
              </AriaButton>
            )}
          </p>
        );
      })}
    </>
  );
}
