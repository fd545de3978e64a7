import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Recent } from '../../../core/contract/values.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import type { Opening } from '../opening.ts';
import { useSurroundings } from '../surroundings.tsx';

/** A small sheet, so that a row of the list is recognised as a case. */
function Thumb() {
  return (
    <svg className="thumb" viewBox="0 0 36 48" aria-hidden="true">
      <rect className="page" width="36" height="48" rx="1.5" />
      <path className="title" d="M6 8h18M6 12h11" />
      <path className="line" d="M6 18h24M6 21.5h24M6 25h19M6 31h24M6 34.5h24M6 38h16" />
    </svg>
  );
}

/** Cases opened before, the latest first. */
export function RecentCases({ ways }: { readonly ways: Opening }) {
  const say = useWords('start');
  const choose = useChoose();
  const format = useFormat();
  const { host, templates } = useSurroundings();
  const [list, setList] = useState<readonly Recent[] | null>(null);
  useEffect(() => {
    host.call('recent.list', {}).then(setList, () => setList([]));
  }, [host]);

  const templateName = (id: string) => {
    const template = templates.find(each => each.id === id);
    return template ? choose(template.name) : '';
  };
  const forget = (path: string) => {
    host.call('recent.forget', { path }).then(setList, () => {});
  };
  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <h2 id="start-recent">{say('recent')}</h2>
      {list?.length === 0 && (
        <div className="recent-none">
          <p>
            <b>{say('noRecent')}</b>
          </p>
          <p className="second">{say('noRecentHint')}</p>
          <Button onPress={() => void ways.openSample()}>{say('sample')}</Button>
        </div>
      )}
      <ul>
        {list?.map(recent => (
          <li key={recent.path} className={recent.exists ? 'recent-row' : 'recent-row gone'}>
            <AriaButton className="recent" isDisabled={!recent.exists} onPress={() => void ways.openFile(recent.path)}>
              <Thumb />
              <span className="recent-main">
                <b>{recent.title || say('untitled')}</b>
                <small>{recent.exists ? templateName(recent.template) : say('gone')}</small>
              </span>
              <small className="recent-date">{format.moment(recent.at)}</small>
            </AriaButton>
            <IconButton
              label={say('forget', { title: recent.title || say('untitled') })}
              icon={X}
              onPress={() => forget(recent.path)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
