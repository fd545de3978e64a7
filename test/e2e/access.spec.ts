/** Every view, in both themes and both languages: no violation that axe can find. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, part, test } from './window.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Look {
  readonly except?: readonly string[];
  readonly within?: string;
}

/** Axe on the window, or on a part of it where the rest has been looked at. */
async function look(page: Page, view: string, { except = [], within }: Look = {}): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(RULES).disableRules([...except]);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => `${view}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    view,
  ).toEqual([]);
}

/** The search field keeps the focus and its arrow keys scroll the list below it, which axe cannot know. */
const SEARCHED_LIST = ['scrollable-region-focusable'];

const PANES = { en: ['References', 'Checks', 'Preview'], fr: ['Références', 'Contrôles', 'Aperçu'] } as const;

for (const language of ['en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, colorScheme: theme });

      test('no view breaks a rule of axe', async ({ window }) => {
        test.slow();
        await expect(window.getByRole('heading', { name: 'Casewright' })).toBeVisible();
        expect(await window.locator('html').getAttribute('lang')).toBe(language);
        await look(window, 'start', { except: SEARCHED_LIST });

        await openSample(window);
        await expect(part(window, 'references').locator('li').first()).toBeVisible();
        for (const name of PANES[language]) {
          await window.getByRole('tab', { name: new RegExp(name) }).click();
          await window.waitForTimeout(300);
          if (name === PANES[language][2])
            await expect(window.getByText(/Page 1 (of|sur)/)).toBeVisible({ timeout: 60_000 });
          // The text beside the panes is long: it is looked at once, with the first of them.
          await look(window, name, name === PANES[language][0] ? {} : { within: 'aside' });
        }
        await window.getByRole('tab', { name: PANES[language][0] }).click();

        for (const name of language === 'fr' ? ['Figures', 'Chronologie'] : ['Figures', 'Timeline']) {
          await window.getByRole('navigation').getByText(name, { exact: true }).first().click();
          await window.waitForTimeout(400);
          await look(window, name);
        }
        await window.keyboard.press('Control+k');
        await window.waitForTimeout(300);
        await look(window, 'commands', { except: SEARCHED_LIST });
      });
    });
  }
}
