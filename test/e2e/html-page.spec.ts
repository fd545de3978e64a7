/** The page that is exported: nothing for axe to find, on screens light and dark, and nothing asked of any network. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { writeHtml } from '../../core/export/html/index.ts';
import { EXAMPLES, example } from '../core/export/manuscripts.ts';
import { OF_COLOURS } from './axe.ts';

for (const name of EXAMPLES)
  test(`${name} is accessible, light and dark, and complete`, async ({ page }) => {
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', request => {
      if (!request.url().startsWith('data:')) asked.push(request.url());
    });
    page.on('console', message => {
      if (message.type() === 'error') refused.push(message.text());
    });
    const { manuscript, images } = example(name);
    await page.route('http://page.test/', route =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: writeHtml(manuscript, { images, creator: '' }),
      }),
    );
    await page.goto('http://page.test/');
    const expectNone = async (rules?: readonly string[]) => {
      const axe = new AxeBuilder({ page });
      const { violations } = await axe
        .options({ resultTypes: ['violations'], ...(rules ? { runOnly: [...rules] } : {}) })
        .setLegacyMode()
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    };
    await expectNone();
    expect(asked).toEqual(['http://page.test/']);
    expect(refused).toEqual([]);
    const photographs = page.locator('img');
    expect(await photographs.count()).toBeGreaterThan(0);
    expect(await photographs.evaluateAll(all => all.every(image => (image as HTMLImageElement).naturalWidth > 0))).toBe(
      true,
    );
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    // A theme changes colours and nothing else.
    const light = await page.locator('body').evaluate(body => getComputedStyle(body).color);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('body')).not.toHaveCSS('color', light);
    await expectNone(OF_COLOURS);
  });
