/** How much of a limit is used: a thin bar, full at the limit, another colour above it. Decoration beside words. */
export function Meter({ value, of, done }: { readonly value: number; readonly of: number; readonly done?: boolean }) {
  const share = of > 0 ? Math.min(value / of, 1) : 0;
  const kind = value > of ? 'meter over' : done ? 'meter ok' : 'meter';
  return (
    <span className={kind} aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </span>
  );
}
