import { describe, expect, it } from 'vitest';
import type { Author, Front } from '../../../core/report/types.ts';
import {
  keywordsIn,
  moved,
  withAffiliation,
  withCorresponding,
  withKeywords,
  withOptional,
  withoutAffiliation,
} from '../../../renderer/panels/front/changes.ts';
import { orcidAgrees, readOrcid } from '../../../renderer/panels/front/orcid.ts';

describe('an ORCID', () => {
  it('is read from an address or bare digits', () => {
    expect(readOrcid('https://orcid.org/0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
    expect(readOrcid(' 0000000218250097 ')).toBe('0000-0002-1825-0097');
    expect(readOrcid('0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
    expect(readOrcid('0000-0002-1825-009')).toBeNull();
  });

  // Examples of ORCID's own description of the identifier.
  it('agrees with its check digit, X included, and not with another', () => {
    expect(orcidAgrees('0000-0002-1825-0097')).toBe(true);
    expect(orcidAgrees('0000-0002-1694-233X')).toBe(true);
    expect(orcidAgrees('0000-0002-1825-0098')).toBe(false);
    expect(orcidAgrees('0000-0002-1852-0097')).toBe(false);
  });
});

describe('the front matter', () => {
  const author: Author = { id: 'a', given: 'Claire', family: 'Aubanel', affiliations: ['y'] };
  const places = ['x', 'y', 'z'].map(id => ({ id, name: id, city: '', country: '' }));
  const front: Front = { runningTitle: '', authors: [author], affiliations: places, keywords: [] };

  it('keeps the affiliations of an author in the order of the list', () => {
    const more = withAffiliation(withAffiliation(author, 'z', true, places), 'x', true, places);
    expect(more.affiliations).toEqual(['x', 'y', 'z']);
    expect(withAffiliation(more, 'y', false, places).affiliations).toEqual(['x', 'z']);
  });

  it('takes a removed affiliation from the authors as well', () => {
    expect(withoutAffiliation(front, 'y')).toMatchObject({ authors: [{ affiliations: [] }] });
  });

  it('has no empty optional fields', () => {
    const full = withCorresponding(withOptional(author, 'email', ' c@example.org '), true);
    expect(full).toMatchObject({ email: 'c@example.org', corresponding: true });
    expect(withCorresponding(withOptional(full, 'email', ' '), false)).toEqual(author);
    expect(withOptional(withOptional(author, 'email', 'e'), 'orcid', 'o')).toMatchObject({ email: 'e', orcid: 'o' });
  });

  it('parts keywords at commas and semicolons, per language', () => {
    const both = withKeywords(withKeywords(front, 'fr', 'calciphylaxie ; dialyse,'), 'en', 'dialysis');
    expect(keywordsIn(both, 'fr')).toEqual(['calciphylaxie', 'dialyse']);
    expect(keywordsIn(both, 'en')).toEqual(['dialysis']);
  });

  it('moves an author within the list', () => {
    expect(moved(places, 'z', -1).map(({ id }) => id)).toEqual(['x', 'z', 'y']);
  });
});
