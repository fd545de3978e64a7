/**
 * Pages of a PDF below each other. Only those near the view are painted; another version is swapped in within one frame, at the
 * same place, so that no blank page is ever seen; of a burst of versions the last wins.
 */
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { betweenKeys } from '../../ui/between-keys.ts';

interface Page {
  readonly box: HTMLElement;
  width: number;
  height: number;
  picture: HTMLImageElement | null;
  /** The version its picture shows; 0 for none. */
  version: number;
  task: RenderTask | null;
}

export interface PagesState {
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

/** Where one looked: of a page that was counted from 0, the share of its height above the view; and at which size. */
export interface Looked {
  readonly index: number;
  readonly share: number;
  readonly scale: number | 'fit';
}

export interface ShownPage {
  readonly box: HTMLElement;
  readonly width: number;
  readonly height: number;
}

export interface Pages {
  /** Swaps in another version. The bytes are taken away: hand over a copy of what is kept. */
  show(bytes: Uint8Array): Promise<void>;
  /** `'fit'` follows the width of the view. */
  setScale(scale: number | 'fit'): void;
  scale(): number;
  goTo(page: number): void;
  /** The element of a page and its width and height in points; null where there is no such page now. */
  pageAt(page: number): ShownPage | null;
  /** Where one looks; null before there is a page. */
  looked(): Looked | null;
  destroy(): void;
}

interface Options {
  pageName(page: number): string;
  /** Where one looked when pages were shown before. */
  readonly left?: Looked | null;
  onState(state: PagesState): void;
}

/** While the view is made wider or narrower, its pictures are stretched; after so much rest they are painted anew (milliseconds). */
const REST = 120;

/** Between the pages and the edges of the view (CSS pixels). */
const MARGIN = 16;

async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  // Half a megabyte that a window without a preview never needs.
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = workerUrl;
  const beside = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href;
  return getDocument({
    data,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    standardFontDataUrl: beside('standard_fonts'),
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
  }).promise;
}

/**
 * The finished picture of a canvas, as an image: a canvas is a layer of its own for Chromium's compositor, which is put together with
 * the others at every frame of the window, that of a key included.
 */
async function settled(drawn: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>(resolve => drawn.toBlob(resolve));
  if (!blob) throw new Error('a page without a picture');
  const image = document.createElement('img');
  image.alt = '';
  image.draggable = false;
  // Painted with the page, never after it.
  image.decoding = 'sync';
  image.src = URL.createObjectURL(blob);
  await image.decode();
  URL.revokeObjectURL(image.src);
  return image;
}

const whenKeysRest = betweenKeys(window);

export function createPages(scroller: HTMLElement, { pageName, onState, left = null }: Options): Pages {
  let pdf: PDFDocumentProxy | null = null;
  /** How often another file was given; the last wins. */
  let given = 0;
  /** Of what is shown: another file, or the same at another size. */
  let version = 0;
  let wanted: number | 'fit' = left?.scale ?? 'fit';
  let pages: Page[] = [];
  /** Of the first page at scale 1. */
  let naturalWidth = 595;
  const near = new Set<Page>();
  let seen: { index: number; share: number } | null = null;

  const scaleNow = () =>
    wanted === 'fit' ? Math.max(0.2, (scroller.clientWidth - 2 * MARGIN) / naturalWidth) : wanted;

  function place(): { index: number; share: number } | null {
    const index = pages.findIndex(({ box, height }) => box.offsetTop + height > scroller.scrollTop);
    const page = pages[index];
    return page ? { index, share: (scroller.scrollTop - page.box.offsetTop) / page.height } : null;
  }

  function tell(): void {
    // Noted while it can be measured: when the view is taken away, it has no size any more.
    seen = place();
    // The page in the middle is the one being read.
    const line = scroller.scrollTop + scroller.clientHeight / 2;
    const index = pages.findLastIndex(({ box }) => box.offsetTop <= line);
    onState({ page: Math.max(index, 0) + 1, pages: pages.length });
  }

  async function draw(page: Page, from: PDFDocumentProxy, index: number): Promise<HTMLImageElement | null> {
    page.task?.cancel();
    const source = await from.getPage(index + 1);
    const viewport = source.getViewport({ scale: scaleNow() * window.devicePixelRatio });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = source.render({ canvas, viewport });
    // A page is painted in pieces of 15 ms, each inside a frame of the window.
    task.onContinue = whenKeysRest;
    page.task = task;
    try {
      await task.promise;
      return await settled(canvas);
    } catch {
      return null;
    } finally {
      if (page.task === task) page.task = null;
      source.cleanup();
    }
  }

  function put(page: Page, picture: HTMLImageElement, of: number): void {
    if (page.picture) page.picture.replaceWith(picture);
    else page.box.append(picture);
    page.picture = picture;
    page.version = of;
  }

  async function paint(page: Page): Promise<void> {
    if (!pdf || page.version === version) return;
    const of = version;
    page.version = of;
    const picture = await draw(page, pdf, pages.indexOf(page));
    if (picture && of === version && near.has(page)) put(page, picture, of);
    else if (page.version === of) page.version = 0;
  }

  function leave(page: Page): void {
    near.delete(page);
    page.task?.cancel();
    page.picture?.remove();
    page.picture = null;
    page.version = 0;
  }

  /** Paints what is in view or half a view from it. Looked at when something moved: an observer would look at each page at every key. */
  function look(): void {
    const { scrollTop, clientHeight } = scroller;
    for (const page of pages) {
      const top = page.box.offsetTop - scrollTop;
      if (top < clientHeight * 1.5 && top + page.height > -clientHeight / 2) {
        near.add(page);
        void paint(page);
      } else if (near.has(page)) leave(page);
    }
  }

  function newPage(index: number): Page {
    const box = document.createElement('div');
    box.className = 'pdf-page';
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', pageName(index + 1));
    scroller.append(box);
    return { box, width: 0, height: 0, picture: null, version: 0, task: null };
  }

  function drop(page: Page): void {
    leave(page);
    page.box.remove();
  }

  async function sizesOf(of: PDFDocumentProxy): Promise<readonly (readonly [number, number])[]> {
    const proxies = await Promise.all(Array.from({ length: of.numPages }, (_, index) => of.getPage(index + 1)));
    return proxies.map(page => {
      const { width, height } = page.getViewport({ scale: 1 });
      return [width, height] as const;
    });
  }

  function lay(sizes: readonly (readonly [number, number])[]): void {
    naturalWidth = sizes[0]?.[0] ?? naturalWidth;
    const scale = scaleNow();
    for (const page of pages.splice(sizes.length)) drop(page);
    sizes.forEach(([width, height], index) => {
      const page = pages[index] ?? newPage(index);
      pages[index] = page;
      page.width = width * scale;
      page.height = height * scale;
      page.box.style.width = `${page.width}px`;
      page.box.style.height = `${page.height}px`;
    });
  }

  function returnTo(at: { index: number; share: number } | null): void {
    const page = at && pages[Math.min(at.index, pages.length - 1)];
    if (page) scroller.scrollTop = page.box.offsetTop + at.share * page.height;
    tell();
  }

  let shown: readonly (readonly [number, number])[] = [];

  function rescale(): void {
    if (!pdf) return;
    const at = place();
    version++;
    lay(shown);
    returnTo(at);
  }

  let lastWidth = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const resized = new ResizeObserver(() => {
    const isWider = wanted === 'fit' && Math.abs(scroller.clientWidth - lastWidth) >= 1;
    lastWidth = scroller.clientWidth;
    if (!isWider) {
      look();
      return;
    }
    rescale();
    clearTimeout(rest);
    rest = setTimeout(() => {
      rest = undefined;
      look();
    }, REST);
  });
  resized.observe(scroller);
  const onScroll = () => {
    tell();
    if (rest === undefined) look();
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });

  return {
    async show(bytes) {
      const mine = ++given;
      const next = await openPdf(bytes);
      const stale = () => mine !== given;
      if (stale()) {
        void next.loadingTask.destroy();
        return;
      }
      const sizes = await sizesOf(next);
      naturalWidth = sizes[0]?.[0] ?? naturalWidth;
      // What is in view is painted aside first…
      const ready = new Map<Page, HTMLImageElement>();
      const scale = scaleNow();
      await Promise.all(
        [...near].map(async page => {
          const index = pages.indexOf(page);
          const picture = index < next.numPages ? await draw(page, next, index) : null;
          if (picture) ready.set(page, picture);
        }),
      );
      if (stale()) {
        void next.loadingTask.destroy();
        return;
      }
      // …then everything changes at once.
      const old = pdf;
      const at = old ? place() : left;
      pdf = next;
      version++;
      shown = sizes;
      lay(sizes);
      if (scaleNow() === scale) for (const [page, picture] of ready) put(page, picture, version);
      returnTo(at);
      look();
      await old?.loadingTask.destroy();
    },
    setScale(scale) {
      wanted = scale;
      rescale();
      look();
    },
    scale: scaleNow,
    goTo(number) {
      const page = pages[Math.min(Math.max(number, 1), pages.length) - 1];
      if (page) scroller.scrollTop = page.box.offsetTop - MARGIN;
    },
    pageAt(number) {
      const page = pages[number - 1];
      const size = shown[number - 1];
      return page && size ? { box: page.box, width: size[0], height: size[1] } : null;
    },
    looked() {
      return seen && { ...seen, scale: wanted };
    },
    destroy() {
      clearTimeout(rest);
      given++;
      version++;
      resized.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      for (const page of pages) page.box.remove();
      pages = [];
      void pdf?.loadingTask.destroy();
    },
  };
}
