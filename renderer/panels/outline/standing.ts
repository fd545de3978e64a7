/** How each part stands: what it lacks, or that it lacks nothing. */
import type { Finding, Severity } from '../../../core/checks/types.ts';
import type { Block, Part, PartKey } from '../../../core/report/document.ts';
import { isEmptyPart, isText, nodesOf } from '../../../core/report/parts.ts';

export interface Standing {
  /** Errors and warnings; notes ask for nothing. */
  readonly due: number;
  readonly worst: Severity | null;
  /** Something is written, and nothing is due. */
  readonly complete: boolean;
}

const known = new WeakMap<Block, readonly string[]>();

/** Ids of what stands in one block; kept by identity, so that a keystroke looks at one block. */
function idsIn(block: Block): readonly string[] {
  const there = known.get(block);
  if (there) return there;
  const ids = [...nodesOf(block)].flatMap(node => (!isText(node) && 'id' in node ? [node.id] : []));
  known.set(block, ids);
  return ids;
}

/** The part a finding stands in; null where it is about the whole report. */
export function partOf(finding: Finding, parts: readonly Part[]): PartKey | null {
  const { part, block, citation } = finding.place;
  if (part) return part;
  const id = block ?? citation;
  if (id === undefined) return null;
  return parts.find(each => each.children.some(child => idsIn(child).includes(id)))?.key ?? null;
}

/** Each part's standing. */
export function standings(parts: readonly Part[], findings: readonly Finding[]): ReadonlyMap<PartKey, Standing> {
  const byPart = new Map<PartKey, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'note') continue;
    const key = partOf(finding, parts);
    if (key) byPart.set(key, [...(byPart.get(key) ?? []), finding]);
  }
  return new Map(
    parts.map(part => {
      const due = byPart.get(part.key) ?? [];
      const worst = due.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
      return [
        part.key,
        { due: due.length, worst: due.length > 0 ? worst : null, complete: due.length === 0 && !isEmptyPart(part) },
      ];
    }),
  );
}
