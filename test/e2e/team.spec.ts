/** A team's library from the window, against a real PostgreSQL: connecting, making a team, taking members in, deciding a difference. */
import type { Page } from '@playwright/test';
import { type Computer, made, newComputer } from '../host/library/sync/clients.ts';
import { startPostgres, type TestServer } from '../host/library/sync/postgres.ts';
import { look } from './axe.ts';
import { caretAtEnd, expect, openSample, test } from './window.ts';

let server: TestServer;
let database: string;

test.beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  for (const login of ['ann', 'ben']) await server.login(login);
});
test.afterAll(() => server.stop());

async function openTeams(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Menu' }).click();
  await window.getByRole('menuitem', { name: /Team libraries|Bibliothèques d’équipe/ }).click();
}

async function idOf(computer: Computer): Promise<string> {
  const session = await computer.open();
  const [team] = await session.teams();
  await session.close();
  return team?.id ?? '';
}

test('a team is made, somebody is taken in, a difference is decided, and the connection is given up', async ({
  window,
}) => {
  test.setTimeout(120_000);
  await openTeams(window);
  const connection = window.getByRole('textbox', { name: 'Connection string' });
  await connection.fill('postgresql://ann:secret@db.example/refs?sslmode=disable');
  await window.getByRole('button', { name: 'Connect' }).click();
  await expect(window.getByText('asks for a connection without verified encryption')).toBeVisible();
  await look(window, 'refused');
  await connection.fill(server.address('ann', database));
  await window.getByRole('button', { name: 'Connect' }).click();
  await window.getByRole('textbox', { name: 'Name of the team' }).fill('Nephrology');
  await window.getByRole('textbox', { name: 'Your name' }).fill('Ann Lee');
  await window.getByRole('button', { name: 'Make the team' }).click();
  await expect(window.getByText('In step with the team')).toBeVisible({ timeout: 20_000 });

  await window.getByRole('button', { name: 'Take somebody in' }).click();
  await window.getByRole('textbox', { name: 'Login on the server' }).fill('nobody');
  await window.getByRole('textbox', { name: 'Name' }).fill('Ben Roux');
  await window.getByRole('button', { name: 'Take in' }).click();
  await expect(window.getByText('The server knows no such login.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Login on the server' }).fill('ben');
  await window.getByRole('button', { name: 'Take in' }).click();
  await expect(window.getByRole('button', { name: 'Role of Ben Roux' })).toBeVisible({ timeout: 20_000 });

  // Two other computers change one title without knowing of each other.
  const probe = await newComputer(server, database, '', 'ann');
  const team = await idOf(probe);
  await probe.close();
  const [one, two] = [
    await newComputer(server, database, team, 'ann'),
    await newComputer(server, database, team, 'ben'),
  ];
  await one.apply(made('e1', 'Calciphylaxis'));
  await one.sync();
  await two.sync();
  await one.apply({ entry: 'e1', field: 'item.title', value: 'Calciphylaxis in patients on dialysis' });
  await two.apply({ entry: 'e1', field: 'item.title', value: 'Calciphylaxie et rhéophérèse' });
  await one.sync();
  await two.sync();
  await expect(window.getByText('1 difference to decide')).toBeVisible({ timeout: 20_000 });
  await look(window, 'difference');
  await window.getByRole('region', { name: 'The other value' }).getByRole('button', { name: 'Take this' }).click();
  await expect(window.getByText('1 difference to decide')).toBeHidden();
  await expect(async () => {
    await one.sync();
    expect((await one.entry('e1')).item.title).toBe('Calciphylaxie et rhéophérèse');
  }).toPass({ timeout: 20_000 });
  await one.close();

  // The team's library in the library's own place; the own one stays empty.
  await window.getByRole('button', { name: 'Close' }).click();
  await window.getByRole('main').getByRole('button', { name: 'Reference library' }).click();
  await window.getByRole('button', { name: 'Library shown' }).click();
  await window.getByRole('option', { name: 'Nephrology' }).click();
  await expect(window.getByText('Calciphylaxie et rhéophérèse').first()).toBeVisible();
  await look(window, 'library');
  // A colleague changes the volume, and something else, while it is being changed here: both volumes are shown before one is saved.
  await window.getByRole('row', { name: /rhéophérèse/ }).click();
  await window.getByRole('button', { name: 'Edit…' }).click();
  await window.getByRole('textbox', { name: 'Volume' }).fill('12');
  await two.apply(
    { entry: 'e1', field: 'item.volume', value: '13' },
    { entry: 'e1', field: 'item.DOI', value: '10.1000/182' },
    { entry: 'e1', field: 'tag.heard of', value: true },
  );
  await two.sync();
  await expect(window.getByRole('button', { name: /^heard of 1/ })).toBeVisible({ timeout: 20_000 });
  await window.getByRole('button', { name: 'Save the reference' }).click();
  await expect(window.getByText('Volume is now “13”.')).toBeVisible();
  await window.getByRole('button', { name: 'Save the reference' }).click();
  await expect(window.getByRole('complementary')).toContainText('10.1000/182');
  await expect(window.getByRole('complementary')).toContainText('12');
  const show = async (name: string) => {
    await window.getByRole('button', { name: 'Library shown' }).click();
    await window.getByRole('option', { name }).click();
  };
  await show('My library');
  await expect(window.getByText('Calciphylaxie et rhéophérèse')).toHaveCount(0);
  await show('Nephrology');
  await two.close();
  await window.getByRole('button', { name: 'Back to the start page' }).click();
  // Beside the text it is the same one that is shown, and what is typed after an @ finds its entries.
  await openSample(window);
  await caretAtEnd(window, 'introduction');
  await window.keyboard.type(' @rhéophérèse');
  await expect(window.getByRole('option', { name: /Calciphylaxie et rhéophérèse/ })).toBeVisible();
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+k');
  await window.keyboard.type('Team libraries');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Disconnect…' }).click();
  await window.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(window.getByRole('textbox', { name: 'Connection string' })).toBeVisible();
});

test.describe('in French, dark', () => {
  test.use({ language: 'fr', colorScheme: 'dark' });

  test('a server that is gone is said to be, and all goes on', async ({ window }) => {
    test.setTimeout(120_000);
    const gone = await startPostgres();
    const own = await gone.database();
    await gone.login('ann');
    await openTeams(window);
    await window.getByRole('textbox', { name: 'Chaîne de connexion' }).fill(gone.address('ann', own));
    await window.getByRole('button', { name: 'Se connecter' }).click();
    await window.getByRole('textbox', { name: 'Nom de l’équipe' }).fill('Néphrologie');
    await window.getByRole('textbox', { name: 'Votre nom' }).fill('Anne Lée');
    await window.getByRole('button', { name: 'Créer l’équipe' }).click();
    await expect(window.getByText('À jour avec l’équipe')).toBeVisible({ timeout: 20_000 });
    await gone.stop();
    await expect(window.getByText('Hors ligne')).toBeVisible({ timeout: 20_000 });
    await look(window, 'offline');
  });
});
