/** The submission package from the window: what goes in, what does not fit, files made, stopped, told where they are. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look } from './axe.ts';
import { expect, openSample, part, test } from './window.ts';

async function openPackage(window: Page): Promise<void> {
  await openSample(window);
  await window.getByRole('button', { name: /^Export/ }).click();
  await window.getByRole('menuitem', { name: /Submission package|Dossier de soumission/ }).click();
  await expect(window.getByRole('checkbox', { name: /Manuscript|Manuscrit/ })).toBeVisible({ timeout: 30_000 });
}

async function save(window: Page, path: string): Promise<void> {
  await window.getByRole('button', { name: /Make the package…|Faire le dossier…/ }).click();
  await window.getByRole('textbox', { name: /File name|Nom du fichier/ }).fill(path);
  await window.getByRole('button', { name: /Save here|Enregistrer ici/ }).click();
}

test('a package is looked at, made as an archive and a folder, and told where it is', async ({ window, host }) => {
  test.setTimeout(120_000);
  await openPackage(window);
  await expect(window.getByText('Ready to send.')).toBeVisible();
  await look(window, 'ready');
  await window.getByRole('button', { name: /For$/ }).click();
  await window.getByRole('option', { name: /BMJ Case Reports/ }).click();
  await expect(window.getByText('The journal does not want “a case report” in a title.')).toBeVisible();
  // What does not fit leads to its place.
  await window.getByRole('button', { name: /Show: The journal does not want/ }).click();
  await expect(part(window, 'title')).toBeInViewport();
  await window.locator('.check', { hasText: 'Figures' }).click();
  await window.locator('.check', { hasText: 'Anonymised copy' }).click();
  await expect(window.getByText('Left out', { exact: true })).toHaveCount(3);
  await expect(window.getByRole('button', { name: 'Make the package…' })).toBeEnabled();
  const path = join(host.home, 'sent.zip');
  await expect(window.locator('.export-looking')).toHaveCount(0);
  await save(window, path);
  await expect(window.getByText('The package is ready')).toBeVisible({ timeout: 90_000 });
  await look(window, 'done');
  await expect(window.getByText('Worth a last look')).toBeVisible();
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(join(host.home, 'sent')).sort()).toEqual([
    'SHA256SUMS',
    'cover-letter.docx',
    'manifest.json',
    'manuscript.docx',
    'manuscript.pdf',
    'patient-consent.docx',
    'references.bib',
    'references.ris',
    'title-page.docx',
  ]);
});

test('a package that is stopped leaves nothing behind', async ({ window, host }) => {
  test.setTimeout(90_000);
  await openPackage(window);
  await save(window, join(host.home, 'stopped.zip'));
  await expect(window.getByText(/Making manuscript/)).toBeVisible({ timeout: 30_000 });
  await look(window, 'working');
  await window.locator('.pane-foot').getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('The package was stopped. Nothing was written.')).toBeVisible();
  expect(readdirSync(host.home).filter(name => /stopped|casewright/.test(name))).toEqual([]);
  // The thread that was stopped is begun anew: the plan is made again.
  await window.locator('.check', { hasText: 'Figures' }).click();
  await expect(window.getByRole('button', { name: 'Make the package…' })).toBeEnabled();
});

test.describe('in French, dark', () => {
  test.use({ language: 'fr', colorScheme: 'dark' });
  test('a file of another format is made with its options', async ({ window, host }) => {
    test.setTimeout(90_000);
    await openSample(window);
    await window.getByRole('button', { name: /^Export/ }).click();
    await window.getByRole('menuitem', { name: /Word et autres/ }).click();
    await window.locator('.check', { hasText: 'Copie anonymisée' }).click();
    await look(window, 'file');
    await window.getByRole('button', { name: 'Faire le fichier…' }).click();
    await window.getByRole('textbox', { name: 'Nom du fichier' }).fill(join(host.home, 'relu.docx'));
    await window.getByRole('button', { name: 'Enregistrer ici' }).click();
    await expect(window.getByText('Le fichier est prêt').first()).toBeVisible({ timeout: 60_000 });
    expect(existsSync(join(host.home, 'relu.docx'))).toBe(true);
  });
});
