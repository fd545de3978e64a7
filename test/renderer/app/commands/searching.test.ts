import { expect, it } from 'vitest';
import { commandsFor } from '../../../../renderer/app/commands/searching.ts';
import type { Command } from '../../../../renderer/app/commands/types.ts';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  id: label,
  label,
  group: 'Cas',
  run: () => {},
  ...more,
});
const all = [
  command('Enregistrer'),
  command('Changer ou adapter le modèle…', { also: 'revue limites style' }),
  command('Exporter en PDF…'),
  command('Annuler', { isDisabled: true }),
  command('Volet précédent', { unlisted: true }),
  command('Œdème pulmonaire', { group: 'Dans ce cas', onlySought: true }),
];
const found = (text: string) => commandsFor(all, text).flatMap(({ commands }) => commands.map(({ label }) => label));

it('words are found in any order, without accents or capitals, also those a label does not show', () => {
  expect(found('modele changer')).toEqual(['Changer ou adapter le modèle…']);
  expect(found('LIMITES')).toEqual(['Changer ou adapter le modèle…']);
  expect(found('oedeme')).toEqual(['Œdème pulmonaire']);
  expect(found('modele pdf')).toEqual([]);
});

it('with nothing typed only commands are listed, those that can run', () => {
  expect(found('')).toEqual(['Enregistrer', 'Changer ou adapter le modèle…', 'Exporter en PDF…']);
  expect(found('annuler')).toEqual([]);
  expect(found('volet')).toEqual([]);
});

it('what begins as typed stands before what only holds it', () => {
  const labels = ['Le texte', 'Texte plus grand'].map(label => command(label));
  expect(commandsFor(labels, 'texte')[0]?.commands.map(({ label }) => label)).toEqual(['Texte plus grand', 'Le texte']);
  const groups = [command('Aller au texte'), command('Texte', { group: 'Dans ce cas', onlySought: true })];
  expect(commandsFor(groups, 'texte').map(({ group }) => group)).toEqual(['Dans ce cas', 'Cas']);
});
