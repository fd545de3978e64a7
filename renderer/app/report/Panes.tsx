import { type ReactNode, useEffect, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Layout } from '../../../core/contract/values.ts';
import { Outline } from '../../panels/outline/Outline.tsx';
import { useDesk, useDeskState } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import type { Command } from '../commands/types.ts';
import { Centre } from './Centre.tsx';
import { focusText, leaveEdgesByF6 } from './focus.ts';
import { remember, sizeFrom } from './layout.ts';
import { SidePane } from './SidePane.tsx';
import { useWindowWidth } from './width.ts';

/** Below this width panes start narrower; below the second they fold to their buttons (CSS pixels). */
const NARROW = 1360;
const COMPACT = 1000;

const OUTLINE = { wide: 232, narrow: 220, least: 168, most: 400 } as const;
const PANE = { wide: 424, narrow: 372, least: 320, most: 900 } as const;

/** Esc in a side pane goes back to the text, unless something in it took the key. */
function Side(props: {
  readonly name: string;
  readonly as: 'nav' | 'aside';
  readonly children: ReactNode;
  className: string;
}) {
  const { as: Element } = props;
  return (
    <Element
      className={props.className}
      aria-label={props.name}
      data-pane=""
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusText();
      }}
    >
      {props.children}
    </Element>
  );
}

/** Outline, sheet and right pane: resizable and foldable; over the sheet where the window is small. */
export function Panes({ layout, commands }: { readonly layout: Layout; readonly commands: readonly Command[] }) {
  const say = useWords('report');
  const desk = useDesk();
  const outlineOpen = useDeskState(state => state.outlineOpen);
  const paneOpen = useDeskState(state => state.paneOpen);
  const width = useWindowWidth();
  const compact = width < COMPACT;
  const [started] = useState<'narrow' | 'wide'>(() => (width < NARROW ? 'narrow' : 'wide'));
  useEffect(() => {
    if (!compact) return;
    // Folded while the window is small; whoever wants a pane then opens it over the sheet.
    const { outlineOpen: hadOutline, paneOpen: hadPane } = desk.getState();
    desk.setState({ outlineOpen: false, paneOpen: false });
    return () => desk.setState({ outlineOpen: hadOutline, paneOpen: hadPane });
  }, [compact, desk]);

  useEffect(() => leaveEdgesByF6(window), []);

  const outline = (
    <Side as="nav" className="side" name={say('outlinePane')}>
      <Outline />
    </Side>
  );
  const pane = (
    <Side as="aside" className="aside" name={say('sidePane')}>
      <SidePane />
    </Side>
  );
  if (compact) {
    return (
      <div className="panes compact">
        <Centre layout={layout} commands={commands} />
        {outlineOpen && <div className="drawer left">{outline}</div>}
        {paneOpen && <div className="drawer right">{pane}</div>}
      </div>
    );
  }
  return (
    <Group className="panes" orientation="horizontal">
      {outlineOpen && (
        <>
          <Panel
            id="outline"
            defaultSize={sizeFrom(layout, 'outline', OUTLINE[started], OUTLINE.least, OUTLINE.most)}
            minSize={OUTLINE.least}
            maxSize={OUTLINE.most}
            groupResizeBehavior="preserve-pixel-size"
            onResize={size => remember(desk, { outline: Math.round(size.inPixels) })}
          >
            {outline}
          </Panel>
          <Separator id="outline-edge" className="edge" aria-label={say('resizeOutline')} />
        </>
      )}
      <Panel id="centre" minSize={360}>
        <Centre layout={layout} commands={commands} />
      </Panel>
      {paneOpen && (
        <>
          <Separator id="pane-edge" className="edge" aria-label={say('resizePane')} />
          <Panel
            id="pane"
            defaultSize={sizeFrom(layout, 'pane', PANE[started], PANE.least, PANE.most)}
            minSize={PANE.least}
            maxSize={PANE.most}
            groupResizeBehavior="preserve-pixel-size"
            onResize={size => remember(desk, { pane: Math.round(size.inPixels) })}
          >
            {pane}
          </Panel>
        </>
      )}
    </Group>
  );
}
