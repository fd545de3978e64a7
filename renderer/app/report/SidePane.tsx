import { X } from 'lucide-react';
import { memo, type ReactNode, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Checks } from '../../panels/checks/Checks.tsx';
import { Export } from '../../panels/export/Export.tsx';
import { Works } from '../../panels/export/Works.tsx';
import { Figures } from '../../panels/figures/Figures.tsx';
import { ImageWorks } from '../../panels/figures/ImageWorks.tsx';
import { FrontMatter } from '../../panels/front/FrontMatter.tsx';
import { Preview } from '../../panels/preview/Preview.tsx';
import { ReferencesPane } from '../../panels/references/ReferencesPane.tsx';
import { Review } from '../../panels/review/Review.tsx';
import { TemplatePane } from '../../panels/template/TemplatePane.tsx';
import { useDesk, useDeskState, useSession } from '../../session/context.tsx';
import { isTab, type Pane } from '../../session/desk.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { Guard } from '../Guard.tsx';
import { focusSidePane, focusText } from './focus.ts';

/** What is open beside the text: one of three tabs, or a pane asked for, which closes to the tab before it. */
export const SidePane = memo(function SidePane() {
  const pane = useDeskState(state => state.pane);
  useEntering();
  return (
    <>
      <Guard key={isTab(pane) ? 'tabs' : pane}>{isTab(pane) ? <ThreeTabs /> : <Beside pane={pane} />}</Guard>
      <ImageWorks />
      <Works />
    </>
  );
});

/** The focus goes into a pane that was asked for by its name. */
function useEntering() {
  const desk = useDesk();
  const entering = useDeskState(state => state.entering);
  useEffect(() => {
    if (!entering) return;
    // A menu or the list of commands gives the focus back as it goes: after that.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        desk.setState({ entering: false });
        focusSidePane();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [desk, entering]);
}

function ThreeTabs() {
  const say = useWords('report');
  const desk = useDesk();
  const pane = useDeskState(state => state.pane);
  const due = useSession(state => state.findings.filter(({ severity }) => severity !== 'note').length);
  return (
    <Tabs className="tabbed" selectedKey={pane} onSelectionChange={key => desk.open(key as Pane)}>
      <TabList className="tabs" aria-label={say('sidePane')}>
        <Tab id="preview" className="tab">
          {say('tabPreview')}
        </Tab>
        <Tab id="references" className="tab">
          {say('tabReferences')}
        </Tab>
        <Tab id="checks" className="tab">
          {say('tabChecks')}
          {due > 0 && <span className="tab-count">{due}</span>}
        </Tab>
      </TabList>
      <TabPanel id="preview" className="tab-panel">
        <Preview />
      </TabPanel>
      <TabPanel id="references" className="tab-panel">
        <ReferencesPane />
      </TabPanel>
      <TabPanel id="checks" className="tab-panel">
        <Checks />
      </TabPanel>
    </Tabs>
  );
}

const ASKED = {
  figures: { name: 'paneFigures', view: <Figures /> },
  front: { name: 'paneFront', view: <FrontMatter /> },
  template: { name: 'paneTemplate', view: <TemplatePane /> },
  export: { name: 'paneExport', view: <Export /> },
  review: { name: 'paneReview', view: <Review /> },
} as const satisfies Partial<Record<Pane, { name: string; view: ReactNode }>>;

function Beside({ pane }: { readonly pane: keyof typeof ASKED }) {
  const say = useWords('report');
  const shell = useWords('shell');
  const desk = useDesk();
  const { name, view } = ASKED[pane];
  return (
    <>
      <header className="pane-head">
        <h2 tabIndex={-1} data-first="">
          {say(name)}
        </h2>
        <IconButton
          label={shell('close')}
          icon={X}
          onPress={() => {
            desk.closePane();
            focusText();
          }}
        />
      </header>
      {view}
    </>
  );
}
