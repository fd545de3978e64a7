/** What axe finds against the WCAG, of a view or of a part of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './window.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that a theme can break; what they ask of names, roles and keys is the same in all. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

interface Look {
  /** The report's text as well: it is long, and the same in most views. */
  readonly isTextToo?: boolean;
  /** Rules that axe cannot know for certain here. */
  readonly except?: readonly string[];
  /** The colours in the dark theme too, for a window that follows the system; it is light again after. */
  readonly isDarkToo?: boolean;
}

/** A search field that keeps the focus scrolls the list below it by its arrow keys, which axe cannot know. */
export const SEARCHED_LIST = ['scrollable-region-focusable'];

/** Waits until the page has nothing more to do by itself: views that come in turns are there, and what moved has arrived. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const idle = () => new Promise(done => requestIdleCallback(done, { timeout: 5000 }));
    const drawn = () => new Promise(done => requestAnimationFrame(done));
    for (let turn = 0; turn < 3; turn++) {
      await idle();
      await drawn();
    }
    const ending = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
}

/** Fails where a rule is broken. No page has a frame, and only violations are asked for: that is what makes it quick. */
export async function look(
  page: Page,
  view: string,
  { isTextToo = false, except = [], isDarkToo = false }: Look = {},
): Promise<void> {
  const find = async (rules: (axe: AxeBuilder) => AxeBuilder, name: string) => {
    // What was said aloud stands in the announcer for some seconds more, also when the button that it names has gone.
    const axe = rules(
      new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode()
        .exclude('[data-live-announcer]'),
    );
    const { violations } = await (isTextToo ? axe : axe.exclude('[data-slate-editor]')).analyze();
    expect(
      violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
      name,
    ).toEqual([]);
  };
  await find(axe => axe.withTags(RULES).disableRules([...except]), view);
  if (!isDarkToo) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // Colours that change slowly are measured when they have changed.
  await settled(page);
  await find(axe => axe.withRules(OF_COLOURS), `${view}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}
