/** arXiv's Atom feed (`api/query?id_list=`, "arXiv API User's Manual") as references. */
import { isoDate } from '../../formats/dates.ts';
import { type Draft, take } from '../../formats/item.ts';
import { familyName } from '../../formats/names.ts';
import { childOf, childrenOf, textOf, type XmlElement, xmlRecords } from '../../formats/xml.ts';
import type { CslName } from '../../references/csl.ts';
import { type Described, describedBy } from './entry.ts';

/** "Anna van der Berg": given names first, the last word the family name, particles before it with it. */
function nameOf(entry: XmlElement): CslName | null {
  const words = textOf(entry, 'name').split(' ').filter(Boolean);
  if (words.length === 0) return null;
  if (words.length === 1) return { literal: words[0] as string };
  let at = words.length - 1;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(words[at] as string) && at > 1) at -= 1;
  while (at > 1 && /^\p{Ll}/u.test(words[at - 1] as string)) at -= 1;
  const suffix =
    words.length - 1 > at && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1) as string) ? words.at(-1) : undefined;
  const family = words.slice(at, suffix === undefined ? undefined : -1).join(' ');
  return { ...familyName(family), given: words.slice(0, at).join(' '), ...(suffix === undefined ? {} : { suffix }) };
}

/** The entry of an answer; `unknown` where arXiv has none of that id, null where the answer is no feed. */
export function readArxiv(text: string, id: string): Described | 'unknown' | null {
  if (!/<feed[\s>]/.test(text)) return null;
  const [record] = [...xmlRecords(text, ['entry'])];
  if (!record) return 'unknown';
  const entry = record.element ?? undefined;
  const title = textOf(entry, 'title');
  // arXiv answers a wrong id with an entry that is called "Error".
  if (!entry || title === '') return null;
  // The entry names its own id, with a version behind it: another one's is no answer.
  const own = /\/abs\/(.+?)(?:v\d+)?$/.exec(textOf(entry, 'id'))?.[1];
  if (title === 'Error' || own === undefined) return 'unknown';
  if (own.toLowerCase() !== id.toLowerCase()) return null;
  const draft: Draft = { type: 'article' };
  take(draft, 'title', title);
  take(
    draft,
    'author',
    childrenOf(entry, 'author').flatMap(author => nameOf(author) ?? []),
  );
  take(draft, 'issued', isoDate(textOf(entry, 'published').slice(0, 10)));
  take(draft, 'genre', 'preprint');
  take(draft, 'publisher', 'arXiv');
  take(draft, 'number', `arXiv:${id}`);
  take(draft, 'DOI', `10.48550/arXiv.${id}`);
  take(draft, 'URL', `https://arxiv.org/abs/${id}`);
  take(draft, 'abstract', textOf(entry, 'summary'));
  const published = textOf(childOf(entry, 'arxiv:doi'));
  if (published !== '') take(draft, 'note', `Published as https://doi.org/${published}`);
  return describedBy(draft, null);
}
