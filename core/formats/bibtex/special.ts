/** Fields of an entry that only make sense beside others. */
/** Fields that are put together once all are known. */
export type Special = Record<string, string | undefined>;

/** All of them at once, so that every entry's are one kind of object. */
export const noSpecial = (): Special => ({
  title: undefined,
  subtitle: undefined,
  doi: undefined,
  howpublished: undefined,
  eprint: undefined,
  eprinttype: undefined,
  archiveprefix: undefined,
  pages: undefined,
  eid: undefined,
  'article-number': undefined,
  art_number: undefined,
  articleno: undefined,
  'elocation-id': undefined,
  number: undefined,
  issue: undefined,
  date: undefined,
  year: undefined,
  month: undefined,
  day: undefined,
});

/** Keeps a field as it was written, unless it is empty. */
export function keep(kept: Record<string, string>, name: string, raw: string | undefined): void {
  if (raw !== undefined && raw.trim() !== '') kept[name] = raw;
}
