/** How far a file is read, as a thin bar that moves all the time; null where nothing is under way. */
export function Progress({ share, label }: { readonly share: number | null; readonly label: string }) {
  if (share === null) return <div className="import-progress" />;
  return (
    <div
      className="import-progress busy"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <i style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
