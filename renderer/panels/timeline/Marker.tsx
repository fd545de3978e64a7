/** Marks of the lanes, in the order and the colours that charts on paper have. */

/** The class that gives a series its colour. */
export function hueOf(index: number): string {
  return `hue-${(index % 8) + 1}`;
}

/** A shape a series; open where the laboratory gave a bound and not a value. */
export function Marker(props: {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly open: boolean;
}) {
  const { index, x, y } = props;
  const className = props.open ? 'mark open' : 'mark';
  switch (index % 4) {
    case 0:
      return <circle className={className} cx={x} cy={y} r={4.5} />;
    case 1:
      return <rect className={className} x={x - 4} y={y - 4} width={8} height={8} />;
    case 2:
      return <path className={className} d={`M${x} ${y - 5.5}L${x + 5} ${y + 3.5}L${x - 5} ${y + 3.5}Z`} />;
    default:
      return <path className={className} d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`} />;
  }
}
