/** The right work among twenty near ones, and the same without it. */
import { readFreeText } from '../../core/lookup/free-text.ts';
import { GOOD_MATCH, matchScore } from '../../core/lookup/matching.ts';
import type { CslItem } from '../../core/references/csl.ts';
import { folded } from '../../core/references/duplicates.ts';
import { printed, STYLES, spoilt } from './printing.ts';

export interface Matched {
  first: number;
  of: number;
  absentHigh: number;
  absent: number;
  readonly wrong: string[];
}

const withYear = (item: CslItem, by: number) => ({
  'date-parts': [[Number(item.issued?.['date-parts']?.[0]?.[0] ?? 2000) + by]],
});

/** Works that could be taken for one. Each has a DOI of its own. */
export function nearOnes(item: CslItem, others: readonly CslItem[]): readonly CslItem[] {
  const title = String(item.title);
  const page = Number(/\d+/.exec(item.page ?? '')?.[0] ?? 100);
  const same = (id: string, change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    ...item,
    id,
    // Identifiers of its own: they are not what is measured here.
    DOI: `10.5555/near.${id}`,
    PMID: undefined,
    PMCID: undefined,
    ...change,
  });
  const author = item.author ?? [];
  return [
    same('erratum', { title: `Erratum to: ${title}`, page: String(page + 400), issue: undefined }),
    same('correction', {
      title: `Correction: ${title}`,
      volume: String(Number(item.volume ?? 1) + 1),
      page: String(page + 30),
      issued: withYear(item, 1),
    }),
    same('comment', {
      title: `Re: ${title}`,
      author: author.slice(1).length > 0 ? author.slice(1) : [{ family: 'Quill', given: 'A' }],
      page: String(page + 210),
    }),
    same('comment-on', {
      title: `Comment on “${title}”`,
      author: [{ family: 'Quill', given: 'A' }],
      page: String(page + 211),
    }),
    same('reply', { title: `${title}: authors’ reply`, page: String(page + 212) }),
    same('part', { title: `${title}. Part 2`, page: String(page + 20), volume: String(Number(item.volume ?? 1) + 1) }),
    same('part-ii', { title: `${title}: part II, late outcome`, page: String(page + 40), issued: withYear(item, 1) }),
    same('retraction', {
      title: `Retraction notice to “${title}”`,
      page: String(page + 300),
      issued: withYear(item, 3),
    }),
    same('concern', { title: `Expression of concern: ${title}`, page: String(page + 301), issued: withYear(item, 2) }),
    same('preprint', {
      type: 'article',
      'container-title': undefined,
      'container-title-short': undefined,
      publisher: 'medRxiv',
      volume: undefined,
      issue: undefined,
      page: undefined,
      issued: withYear(item, -1),
    }),
    same('abstract', {
      title: `Abstract 112: ${title}`,
      'container-title': 'Abstracts of the Annual Meeting',
      'container-title-short': undefined,
      page: 'A112',
      volume: undefined,
      issued: withYear(item, -2),
    }),
    same('update', {
      title,
      issued: withYear(item, 5),
      volume: String(Number(item.volume ?? 1) + 5),
      page: String(page + 77),
    }),
    same('translation', {
      title,
      'container-title': 'Revista Imaginaria de Medicina',
      'container-title-short': undefined,
      volume: '3',
      page: '12-20',
    }),
    ...others
      .slice(0, 7)
      .map((other, index) => same(`other-${index}`, { title: other.title, page: other.page, volume: other.volume })),
  ].map(
    near => Object.fromEntries(Object.entries(near).filter(([, value]) => value !== undefined)) as unknown as CslItem,
  );
}

export function matching(items: readonly CslItem[]): Matched {
  const matched: Matched = { first: 0, of: 0, absentHigh: 0, absent: 0, wrong: [] };
  const articles = items.filter(
    ({ type, volume, page }) => type === 'article-journal' && volume !== undefined && page !== undefined,
  );
  for (const [index, style] of STYLES.entries()) {
    const texts = printed(articles, style, 'en');
    for (const [number, item] of articles.entries()) {
      const entry = texts.get(item.id);
      if (!entry) continue;
      // By its DOI alone it would be found.
      const text = spoilt(
        entry.replace(/(?:https?:\/\/|doi:\s?|DOI\s|PMID:\s)\S+/gi, '').trim(),
        number * 16 + index + 1,
      );
      const read = readFreeText(text);
      const near = nearOnes(
        item,
        articles
          .slice(number + 1)
          .concat(articles)
          .filter(({ title }) => folded(title) !== folded(item.title)),
      );
      const scores = near.map(other => ({ other, score: matchScore(read, other) }));
      const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
      const own = matchScore(read, item);
      matched.of++;
      if (own > best.score) matched.first++;
      else matched.wrong.push(`${own} against ${best.score} of “${best.other.id}”: ${JSON.stringify(text)}`);
      matched.absent++;
      if (best.score >= GOOD_MATCH) {
        matched.absentHigh++;
        matched.wrong.push(`absent, yet ${best.score} for “${best.other.id}”: ${JSON.stringify(text)}`);
      }
    }
  }
  return matched;
}
