import { expect, it } from 'vitest';
import { inOrder } from '../../../renderer/app/start/order.ts';

const journal = (name: string) => ({
  name: { en: name, fr: name },
  journal: { name, address: '' },
  languages: ['en' as const],
});
const plain = (en: string, fr: string, language: 'en' | 'fr') => ({ name: { en, fr }, languages: [language] });

const all = [
  journal('Cureus'),
  journal('annales'),
  plain('Plain (French)', 'Modèle simple', 'fr'),
  plain('Plain', 'Anglais', 'en'),
];

it('plain shapes of the user’s language are offered first, journals by name after them', () => {
  expect(inOrder(all, 'fr').map(({ name }) => name.fr)).toEqual(['Modèle simple', 'Anglais', 'annales', 'Cureus']);
  expect(inOrder(all, 'en').map(({ name }) => name.en)).toEqual(['Plain', 'Plain (French)', 'annales', 'Cureus']);
});
