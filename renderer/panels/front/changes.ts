/** Changes to the front matter, as new values. */
import type { Affiliation, Author, Front, Language } from '../../../core/report/types.ts';

export function newAuthor(): Author {
  return { id: crypto.randomUUID(), given: '', family: '', affiliations: [] };
}

export function newAffiliation(): Affiliation {
  return { id: crypto.randomUUID(), name: '', city: '', country: '' };
}

/** An item of a list put into the place of the one with its id. */
export function withItem<T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] {
  return list.map(each => (each.id === item.id ? item : each));
}

/** An item moved by so many places; stays within the list. */
export function moved<T extends { readonly id: string }>(list: readonly T[], id: string, by: number): readonly T[] {
  const from = list.findIndex(each => each.id === id);
  const item = list[from];
  if (!item) return list;
  const to = Math.min(Math.max(from + by, 0), list.length - 1);
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** An optional field set, or taken away where its text is empty. */
export function withOptional(author: Author, key: 'orcid' | 'email', text: string): Author {
  const { orcid, email, ...rest } = author;
  const fields = { orcid, email, [key]: text.trim() };
  return {
    ...rest,
    ...(fields.orcid && { orcid: fields.orcid }),
    ...(fields.email && { email: fields.email }),
  };
}

export function withCorresponding(author: Author, is: boolean): Author {
  const { corresponding: _, ...rest } = author;
  return is ? { ...rest, corresponding: true } : rest;
}

/** An affiliation given to an author or taken away; the order is that of the list of affiliations. */
export function withAffiliation(author: Author, id: string, has: boolean, order: readonly Affiliation[]): Author {
  const ids = new Set(author.affiliations);
  if (has) ids.add(id);
  else ids.delete(id);
  return { ...author, affiliations: order.map(each => each.id).filter(each => ids.has(each)) };
}

/** Without an affiliation, nor any author's mention of it. */
export function withoutAffiliation(front: Front, id: string): Front {
  return {
    ...front,
    affiliations: front.affiliations.filter(each => each.id !== id),
    authors: front.authors.map(author => ({
      ...author,
      affiliations: author.affiliations.filter(each => each !== id),
    })),
  };
}

export function keywordsIn(front: Front, language: Language): readonly string[] {
  return front.keywords.find(each => each.language === language)?.words ?? [];
}

/** Keywords of one language, from a line of text parted by commas or semicolons. */
export function withKeywords(front: Front, language: Language, text: string): Front {
  const words = text
    .split(/[,;]/)
    .map(word => word.trim())
    .filter(Boolean);
  const others = front.keywords.filter(each => each.language !== language);
  return { ...front, keywords: [...others, { language, words }] };
}
