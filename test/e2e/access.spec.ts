/** Every view in both themes: no violation that axe can find. A view in French differs in its words alone: those of the text are looked at. */
import { look, SEARCHED_LIST, settled } from './axe.ts';
import { expect, openSample, part, test } from './window.ts';

test('no view breaks a rule of axe', async ({ window }) => {
  await expect(window.getByRole('heading', { name: 'Casewright' })).toBeVisible();
  expect(await window.locator('html').getAttribute('lang')).toBe('en');
  await look(window, 'start', { except: SEARCHED_LIST, isDarkToo: true });

  await openSample(window);
  // The keyboard is in the text at once, and F6 goes on from the edge between two panes.
  await expect(window.locator('[data-slate-editor]')).toBeFocused();
  await window.getByRole('separator').first().focus();
  await window.keyboard.press('F6');
  await expect(window.locator('[data-slate-editor]')).toBeFocused();
  await expect(part(window, 'references').locator('li').first()).toBeVisible();
  for (const name of ['References', 'Checks', 'Preview']) {
    await window.getByRole('tab', { name: new RegExp(name) }).click();
    if (name === 'Preview') await expect(window.getByText(/Page 1 of/)).toBeVisible({ timeout: 60_000 });
    await settled(window);
    await look(window, name, { isTextToo: name === 'References', isDarkToo: true });
  }
  await window.getByRole('tab', { name: 'References' }).click();

  for (const name of ['Figures', 'Timeline']) {
    await window.getByRole('navigation').getByText(name, { exact: true }).first().click();
    await expect(window.getByRole('heading', { name, exact: true })).toBeVisible();
    await settled(window);
    await look(window, name, { isDarkToo: true });
  }
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog')).toBeVisible();
  await settled(window);
  await look(window, 'commands', { except: SEARCHED_LIST, isDarkToo: true });
});

test.describe('in French', () => {
  test.use({ language: 'fr' });
  test('the page and its parts say so, and break no rule', async ({ window }) => {
    await expect(window.getByRole('heading', { name: 'Casewright' })).toBeVisible();
    expect(await window.locator('html').getAttribute('lang')).toBe('fr');
    await openSample(window);
    await expect(part(window, 'references').locator('li').first()).toBeVisible();
    await window.getByRole('tab', { name: 'Références' }).click();
    await settled(window);
    await look(window, 'Références', { isTextToo: true });
  });
});
