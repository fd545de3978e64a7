import { useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import type { AppInfo, Opened, Settings } from '../../core/contract/values.ts';
import type { Template } from '../../core/template/types.ts';
import { LibraryPage } from '../library/LibraryPage.tsx';
import { watchTeams } from '../panels/team/teams.ts';
import type { SteadyHost } from '../session/steady.ts';
import { Banner } from '../ui/Said.tsx';
import { interfaceLanguage, useLanguage, useWords } from '../words/index.ts';
import { useAppearance } from './appearance.ts';
import { ChooseFileProvider, type FileQuestion, fileChooser } from './files/choosing.ts';
import { FileChooser } from './files/FileChooser.tsx';
import { Guard } from './Guard.tsx';
import { keepFocus } from './lost-focus.ts';
import { Notices } from './notices/Notices.tsx';
import { notify } from './notices/notices.ts';
import { opening } from './opening.ts';
import { cleanPastes } from './pasted-fields.ts';
import { rememberOpen, reopen } from './reloading.ts';
import { ReportView } from './report/ReportView.tsx';
import { StartPage } from './start/StartPage.tsx';
import { type Surroundings, SurroundingsProvider } from './surroundings.tsx';
import './window.css';

interface Props {
  readonly host: SteadyHost;
  readonly info: AppInfo;
  readonly templates: readonly Template[];
}

interface Asking {
  readonly question: FileQuestion;
  readonly answer: (path: string | null) => void;
}

/** The whole window: the start page or a report, and what may lie above either. */
export function App({ host: { client: host, status, onReturn }, info, templates: atFirst }: Props) {
  const say = useWords('shell');
  const language = useLanguage();
  const lost = useStore(status, state => state.lost);
  const [settings, setSettings] = useState(info.settings);
  const [templates, setTemplates] = useState(atFirst);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [inLibrary, setInLibrary] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  useAppearance(settings, info);
  useEffect(() => keepFocus(document), []);
  useEffect(() => cleanPastes(document), []);

  const surroundings = useMemo(
    (): Surroundings => ({
      host,
      info,
      settings,
      templates,
      refreshTemplates: async () => setTemplates(await host.call('templates.list', {})),
      changeSettings(change: Partial<Settings>) {
        setSettings(now => ({ ...now, ...change }));
        host.call('settings.set', change).catch(() => {});
      },
    }),
    [host, info, settings, templates],
  );
  const chooseFile = useMemo(
    () =>
      fileChooser(
        host,
        question =>
          new Promise(resolve => {
            setAsking({
              question,
              answer: path => {
                setAsking(null);
                resolve(path);
              },
            });
          }),
      ),
    [host],
  );
  const ways = useMemo(
    () =>
      opening({
        host,
        chooseFile,
        language: interfaceLanguage,
        show: setOpened,
        imported: async () => setTemplates(await host.call('templates.list', {})),
      }),
    [host, chooseFile],
  );

  useEffect(() => watchTeams(host), [host]);
  const wasLost = useRef(false);
  useEffect(() => {
    if (wasLost.current && !lost) notify({ severity: 'ok', title: say('returned') });
    wasLost.current = lost;
  }, [lost, say]);

  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void reopen(host).then(again => {
      if (again) setOpened(again);
      else if (info.openPath !== null) void ways.openFile(info.openPath);
    });
  }, [host, info, ways]);
  const isFirst = useRef(true);
  useEffect(() => {
    // What is remembered has to be read before it is written.
    if (!isFirst.current) rememberOpen(opened);
    isFirst.current = false;
  }, [opened]);

  return (
    <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <SurroundingsProvider value={surroundings}>
        <ChooseFileProvider value={chooseFile}>
          <Guard>
            {opened ? (
              <ReportView
                key={opened.document}
                opened={opened}
                onReturn={onReturn}
                ways={ways}
                onClosed={() => setOpened(null)}
              />
            ) : inLibrary ? (
              <LibraryPage ways={ways} onClose={() => setInLibrary(false)} />
            ) : (
              <StartPage ways={ways} onLibrary={() => setInLibrary(true)} />
            )}
          </Guard>
          {lost && (
            <div className="lost">
              <Banner severity="warning" live>
                {say('lost')}
              </Banner>
            </div>
          )}
          {asking && <FileChooser question={asking.question} onDone={asking.answer} />}
          {(opened || inLibrary) && <Notices />}
        </ChooseFileProvider>
      </SurroundingsProvider>
    </I18nProvider>
  );
}
