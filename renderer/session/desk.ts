/** What lies on the desk: which view fills the centre, which pane is open beside it, what is folded. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PartKey } from '../../core/report/document.ts';

export type Centre = 'text' | 'timeline' | 'library';
/** The first three are tabs; the others open beside the text when asked for and go back to a tab when closed. */
export type Pane = 'preview' | 'references' | 'checks' | 'figures' | 'front' | 'template' | 'export' | 'review';

export interface DeskState {
  readonly centre: Centre;
  readonly pane: Pane;
  /** What the pane shows of its kind: a figure's or reference's id. */
  readonly shown: string | null;
  readonly outlineOpen: boolean;
  readonly paneOpen: boolean;
  /** Find and replace is open above the sheet. */
  readonly finding: boolean;
  /** What it is opened with; nothing: what is selected. */
  readonly sought?: string | undefined;
  /** Of the sheet, 1 at its own size. */
  readonly zoom: number;
  /** The place of the caret is wanted on the printed page, as soon as there is one. */
  readonly pageAsked: boolean;
  /** Where the caret is. */
  readonly part: PartKey | null;
  /** The pane was asked for by its name: the focus follows as soon as it is there. */
  readonly entering: boolean;
}

export interface Desk extends StoreApi<DeskState> {
  /** Opens a pane beside the text, on one thing if its id is given. */
  open(pane: Pane, shown?: string): void;
  /** Opens a pane and goes into it: the focus as well. */
  enter(pane: Pane, shown?: string): void;
  /** Leaves a pane that is not a tab for the tab last used. */
  closePane(): void;
  show(centre: Centre): void;
  /** Opens the preview where the caret is. */
  showOnPage(): void;
  /** The sheet alone, or everything back. */
  toggleFocus(): void;
  zoomBy(step: 1 | -1 | 0): void;
}

export const TABS = ['preview', 'references', 'checks'] as const;
export type Tab = (typeof TABS)[number];

export function isTab(pane: Pane): pane is Tab {
  return (TABS as readonly Pane[]).includes(pane);
}

/** The steps of the zoom, as browsers have them. */
const ZOOMS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** The desk as it was left, or as it is first laid out. */
export function createDesk(left: Partial<DeskState> = {}): Desk {
  const store = createStore<DeskState>(() => ({
    centre: 'text',
    pane: 'preview',
    shown: null,
    outlineOpen: true,
    paneOpen: true,
    finding: false,
    zoom: 1,
    pageAsked: false,
    part: null,
    entering: false,
    ...left,
  }));
  let tab: Tab = 'preview';
  return {
    ...store,
    open(pane, shown) {
      if (isTab(pane)) tab = pane;
      // Panes stand beside the text or the timeline: the library, which fills the window, gives way.
      store.setState(({ centre }) => ({
        pane,
        shown: shown ?? null,
        paneOpen: true,
        centre: centre === 'library' ? 'text' : centre,
      }));
    },
    enter(pane, shown) {
      this.open(pane, shown);
      store.setState({ entering: true });
    },
    closePane: () => store.setState({ pane: tab, shown: null }),
    show: centre => store.setState({ centre }),
    showOnPage() {
      this.open('preview');
      store.setState({ pageAsked: true });
    },
    toggleFocus() {
      const { outlineOpen, paneOpen } = store.getState();
      const alone = !outlineOpen && !paneOpen;
      store.setState({ outlineOpen: alone, paneOpen: alone });
    },
    zoomBy(step) {
      const { zoom } = store.getState();
      const next = step === 1 ? ZOOMS.find(each => each > zoom) : ZOOMS.findLast(each => each < zoom);
      store.setState({ zoom: step === 0 ? 1 : (next ?? zoom) });
    },
  };
}
