/** Authors, affiliations and correspondence as they are printed. */
import type { Author, Front, Language } from '../report/types.ts';
import type { Manuscript, PrintedAuthor, Run } from './types.ts';

const CORRESPONDENCE: Readonly<Record<Language, string>> = { en: 'Correspondence: ', fr: 'Correspondance\u00a0: ' };

const nameOf = ({ given, family }: Author) => [given, family].filter(part => part.trim() !== '').join(' ');

/** Affiliations are numbered in the order in which the authors name them; those nobody names are not printed. */
export function printedFront(
  front: Front,
  language: Language,
): Pick<Manuscript, 'authors' | 'affiliations' | 'correspondence' | 'runningTitle'> {
  const used: string[] = [];
  for (const author of front.authors)
    for (const id of author.affiliations)
      if (!used.includes(id) && front.affiliations.some(one => one.id === id)) used.push(id);
  // One affiliation for all needs no marks.
  const marked = used.length > 1;
  const authors = front.authors
    .filter(author => nameOf(author) !== '')
    .map((author): PrintedAuthor => {
      const marks = marked
        ? author.affiliations.flatMap(id => (used.includes(id) ? [String(used.indexOf(id) + 1)] : []))
        : [];
      return {
        name: nameOf(author),
        given: author.given.trim(),
        family: author.family.trim(),
        marks: author.corresponding ? [...marks, '*'] : marks,
        ...(author.orcid === undefined ? {} : { orcid: author.orcid }),
        ...(author.email === undefined ? {} : { email: author.email }),
        ...(author.corresponding ? { corresponding: true as const } : {}),
        affiliations: author.affiliations.filter(id => used.includes(id)).map(id => used.indexOf(id)),
      };
    });
  const affiliations = used.map((id, index) => {
    const place = front.affiliations.find(one => one.id === id);
    const [name = '', city = '', country = ''] = [place?.name, place?.city, place?.country].map(part => part?.trim());
    const text = [name, city, country].filter(part => part !== '').join(', ');
    return { mark: marked ? String(index + 1) : '', text, name, city, country };
  });
  const correspondence = front.authors
    .filter(author => author.corresponding && nameOf(author) !== '')
    .map((author): readonly Run[] => [
      { text: `*\u00a0${CORRESPONDENCE[language]}${nameOf(author)}` },
      ...(author.email ? [{ text: ', ' }, { text: author.email, link: `mailto:${author.email}` }] : []),
    ]);
  return { authors, affiliations, correspondence, runningTitle: front.runningTitle.trim() };
}
