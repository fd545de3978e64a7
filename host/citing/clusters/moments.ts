/**
 * When works are cited for the first and the second time. Styles of notes that add words to citations that would be alike decide anew
 * at each of these, and print anew the cluster that cited a work first when it is cited again (citeproc 2.4, `processCitationCluster`).
 */

/** A cluster that cites works of a group for the first or the second time. */
interface Moment {
  /** Its place among all clusters. */
  readonly at: number;
  readonly cites: readonly {
    readonly id: string;
    readonly times: 1 | 2;
    /** Which of the group's moments the first time was. */
    readonly firstOf: number;
  }[];
}

export interface Moments {
  of(ids: readonly string[]): readonly Moment[];
  /** The moments of a group but for their places, as a text. */
  patternOf(ids: readonly string[]): string;
  /** When the text of a cluster that stays is printed. */
  lastPrinted(cluster: number): number;
}

/** Of clusters by the works that each cites. */
export function momentsOf(clusters: readonly (readonly string[])[]): Moments {
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  const printed = clusters.map((_, at) => at);
  clusters.forEach((ids, at) => {
    for (const id of new Set(ids)) {
      const first = firsts.get(id);
      if (first === undefined) firsts.set(id, at);
      else if (!seconds.has(id)) {
        seconds.set(id, at);
        printed[first] = at;
      }
    }
  });
  const of = (ids: readonly string[]): readonly Moment[] => {
    const places = [...new Set(ids.flatMap(id => [firsts.get(id) ?? [], seconds.get(id) ?? []].flat()))].sort(
      (a, b) => a - b,
    );
    const firstOf = (id: string) => places.indexOf(firsts.get(id) as number);
    return places.map((at): Moment => {
      const isAt = (id: string) => firsts.get(id) === at || seconds.get(id) === at;
      const times = (id: string) => (firsts.get(id) === at ? 1 : 2);
      return { at, cites: ids.filter(isAt).map(id => ({ id, times: times(id), firstOf: firstOf(id) })) };
    });
  };
  return {
    of,
    patternOf: ids =>
      JSON.stringify(of(ids).map(({ cites }) => cites.map(({ id, times }) => [ids.indexOf(id), times]))),
    lastPrinted: cluster => printed[cluster] ?? cluster,
  };
}
