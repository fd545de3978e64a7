import { useFormat } from '../../words/format.ts';

/** How many stand behind a name; where there is little room, about how many. */
export function Count({ of }: { readonly of: number }) {
  const format = useFormat();
  return (
    <span className="meta">
      <span className="count-whole">{format.number(of)}</span>
      <span className="count-short">{format.short(of)}</span>
    </span>
  );
}
