import { describe, expect, it } from 'vitest';
import { changeSchema } from '../../../core/library/schema.ts';

const fits = (entry: string, field: string, value: unknown) => changeSchema.safeParse({ entry, field, value }).success;

describe('a change that a window asks for', () => {
  it.each([
    ['a', 'item.title', 'A title'],
    ['a', 'item.title', null],
    ['a', 'item.author', [{ family: 'Haldane' }]],
    ['a', 'item.custom', { any: ['json'] }],
    ['a', 'tag.à lire', true],
    ['a', 'starred', false],
    ['a', 'new', { item: { type: 'book' } }],
    ['collection:c', 'name', 'Skin'],
    ['collection:c', 'parent', null],
  ])('%s %s is taken', (entry, field, value) => expect(fits(entry, field, value)).toBe(true));

  it.each([
    ['a', 'item.author', 'Haldane'],
    ['a', 'item.issued', 2018],
    ['a', 'starred', 'yes'],
    ['a', 'tag.skin', 'yes'],
    ['a', 'file.f', { path: '/x' }],
    ['a', 'constructor', 1],
    ['a', 'new', null],
    ['../a', 'starred', true],
    ['collection:c', 'starred', true],
    ['collection:c', 'name', ''],
  ])('%s %s is refused where the value does not fit', (entry, field, value) =>
    expect(fits(entry, field, value)).toBe(false),
  );
});
