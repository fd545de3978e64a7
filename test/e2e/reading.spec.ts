import { expect, openSample, test } from './window.ts';

/** A library large enough to be read in a thread of its own. */
const library = (count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `@article{k${n}, title={A title of its own, number ${n}}, author={Roe, J. and Doe, K.}, year={2001}, abstract={${'word '.repeat(60)}}}`,
  ).join('\n');

const NBIB = `PMID- 1
TI  - Calciphylaxis in a dialysis unit.
FAU - Nigwekar, Sagar U
JT  - Kidney international
DP  - 2018 May
`;

test('references read from files', async ({ window }) => {
  await openSample(window);
  await window.getByRole('tab', { name: /References/ }).click();
  const picker = window.locator('.references input[type=file]');
  await test.step('a large library is counted while it is read, and stopped without a trace', async () => {
    await picker.setInputFiles({ name: 'large.bib', mimeType: 'text/plain', buffer: Buffer.from(library(60_000)) });
    await expect(window.getByText('Reading references')).toBeVisible({ timeout: 60_000 });
    await expect(window.getByText(/[1-9][\d,]* entries found/)).toBeVisible({ timeout: 60_000 });
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByText('Stopped. No reference was added.')).toBeVisible({ timeout: 30_000 });
    await expect(window.getByText('Reading references')).toBeHidden();
  });

  await test.step('PubMed’s nbib comes in by file, whatever its name', async () => {
    expect(await picker.getAttribute('accept')).toContain('.nbib');
    await picker.setInputFiles({ name: 'pubmed.txt', mimeType: 'text/plain', buffer: Buffer.from(NBIB) });
    await expect(window.getByText('One reference added.')).toBeVisible({ timeout: 30_000 });
  });
});
