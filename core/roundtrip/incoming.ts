/** Citations that a co-author added with Zotero: of references that the report has, or of new ones. */
import type { Citation } from '../report/document.ts';
import type { CaseReport, Reference } from '../report/types.ts';
import { itemAddress } from './anchors.ts';
import { fingerprint } from './keys.ts';
import type { LiveItem } from './returned.ts';

const bareDoi = (doi: unknown) =>
  typeof doi === 'string' ? doi.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') : '';
const bareTitle = (title: unknown) =>
  typeof title === 'string' ? title.toLowerCase().replace(/<[^>]+>|[^\p{L}\p{N}]/gu, '') : '';

function known({ uris, item }: LiveItem, references: readonly Reference[]): Reference | undefined {
  const doi = bareDoi(item.DOI);
  const title = bareTitle(item.title);
  return (
    references.find(({ id }) => uris.includes(itemAddress(id))) ??
    references.find(({ item: ours }) => doi !== '' && bareDoi(ours.DOI) === doi) ??
    references.find(({ item: ours }) => title.length > 20 && bareTitle(ours.title) === title)
  );
}

/** The citation, and the references that it needs and the report has not. */
export function incomingCitation(
  key: string,
  cites: readonly LiveItem[],
  { references }: Pick<CaseReport, 'references'>,
): { readonly citation: Citation; readonly brings: readonly Reference[] } {
  const brings: Reference[] = [];
  const items = cites.map(live => {
    let reference = known(live, [...references, ...brings]);
    if (!reference) {
      const id = `r${fingerprint(JSON.stringify([live.uris, live.item]))}`;
      reference = { id, item: { ...live.item, id } };
      brings.push(reference);
    }
    const { locator, label, prefix, suffix, suppressAuthor } = live;
    return {
      reference: reference.id,
      ...(prefix ? { prefix } : {}),
      ...(suffix ? { suffix } : {}),
      ...(locator ? { locator, label: label ?? 'page' } : {}),
      ...(suppressAuthor ? { suppressAuthor } : {}),
    };
  });
  return { citation: { type: 'citation', id: key, items, children: [{ text: '' }] }, brings };
}
