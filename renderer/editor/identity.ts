/** Ids of citations, tables and charts: short, and unlike any other in practice (50 random bits). */
export function freshId(kind: string): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${kind}-${[...random].map(number => number.toString(36).padStart(7, '0').slice(-5)).join('')}`;
}
