/** Every view in both languages, and in both themes in one of them: no violation that axe can find. */
import { look, SEARCHED_LIST } from './axe.ts';
import { expect, openSample, part, test } from './window.ts';

const PANES = { en: ['References', 'Checks', 'Preview'], fr: ['Références', 'Contrôles', 'Aperçu'] } as const;

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('no view breaks a rule of axe', async ({ window }) => {
      test.slow();
      const isDarkToo = language === 'en';
      await expect(window.getByRole('heading', { name: 'Casewright' })).toBeVisible();
      expect(await window.locator('html').getAttribute('lang')).toBe(language);
      await look(window, 'start', { except: SEARCHED_LIST, isDarkToo });

      await openSample(window);
      // The keyboard is in the text at once, and F6 goes on from the edge between two panes.
      await expect(window.locator('[data-slate-editor]')).toBeFocused();
      await window.getByRole('separator').first().focus();
      await window.keyboard.press('F6');
      await expect(window.locator('[data-slate-editor]')).toBeFocused();
      await expect(part(window, 'references').locator('li').first()).toBeVisible();
      for (const name of PANES[language]) {
        await window.getByRole('tab', { name: new RegExp(name) }).click();
        await window.waitForTimeout(300);
        if (name === PANES[language][2])
          await expect(window.getByText(/Page 1 (of|sur)/)).toBeVisible({ timeout: 60_000 });
        await look(window, name, { isTextToo: name === PANES[language][0], isDarkToo });
      }
      await window.getByRole('tab', { name: PANES[language][0] }).click();

      for (const name of language === 'fr' ? ['Figures', 'Chronologie'] : ['Figures', 'Timeline']) {
        await window.getByRole('navigation').getByText(name, { exact: true }).first().click();
        await window.waitForTimeout(400);
        await look(window, name, { isDarkToo });
      }
      await window.keyboard.press('Control+k');
      await window.waitForTimeout(300);
      await look(window, 'commands', { except: SEARCHED_LIST, isDarkToo });
    });
  });
}
