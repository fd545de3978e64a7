import { expect, it } from 'vitest';
import { inOrder } from '../../../renderer/app/start/order.ts';

const journal = (name: string) => ({
  id: name,
  name: { en: name, fr: name },
  journal: { name, address: '' },
  languages: ['en' as const],
});
const shape = (id: string, en: string, fr: string, language: 'en' | 'fr') => ({
  id,
  name: { en, fr },
  languages: [language],
});

const all = [
  journal('Cureus'),
  journal('annales'),
  shape('plain-fr', 'Plain (French)', 'Modèle simple', 'fr'),
  shape('author-date', 'Author and date', 'Auteur et date', 'en'),
  shape('plain-en', 'Plain', 'Simple (anglais)', 'en'),
];

it('the plain shape of the user’s language is offered first, journals by name after all shapes', () => {
  expect(inOrder(all, 'fr').map(({ id }) => id)).toEqual(['plain-fr', 'author-date', 'plain-en', 'annales', 'Cureus']);
  expect(inOrder(all, 'en').map(({ id }) => id)).toEqual(['plain-en', 'author-date', 'plain-fr', 'annales', 'Cureus']);
});
