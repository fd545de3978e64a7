/** `casewright refs dedupe [REPORT]`: what seems to be twice in the user's library, or a report, and merging what is certain. */
import type { Command } from 'commander';
import type { DuplicatePair } from '../../core/library/types.ts';
import { EXIT, print, refuse, type Shell } from '../shell.ts';
import { libraryOf } from './library.ts';

export function dedupeCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--merge',
      shell.text({
        en: 'merge those with the same identifier, and what imports proposed; nothing is deleted',
        fr: 'fusionner celles de même identifiant et ce que les importations ont proposé\u00a0; rien n’est supprimé',
      }),
    )
    .action(async (report: string | undefined, { merge = false }: { merge?: boolean }) =>
      report === undefined ? dedupe(shell, merge) : (await import('./copies.ts')).dedupeReport(shell, report, merge),
    );
}

/** Exit codes: 0 nothing is left to decide, 1 something is. */
async function dedupe(shell: Shell, merge: boolean): Promise<void> {
  const library = await libraryOf(shell);
  const { signal } = shell;
  const proposals = await library['library.proposals']({}, signal);
  if (!proposals.ok) return refuse(shell, proposals.problem);
  let waiting = proposals.value.length;
  let merged = 0;
  if (merge && waiting > 0) {
    const settled = await library['library.settle']({ ids: proposals.value.map(({ id }) => id), how: 'merge' }, signal);
    if (!settled.ok) return refuse(shell, settled.problem);
    merged += waiting;
    waiting = 0;
  }
  let pairs: readonly DuplicatePair[] = [];
  for await (const event of library['library.duplicates']({}, shell.signal)) {
    if (event.kind === 'failed') return refuse(shell, event.problem);
    if (event.kind === 'done') ({ pairs } = event);
  }
  const left: DuplicatePair[] = [];
  // An entry that went into another is named by later pairs still.
  const gone = new Map<string, string>();
  for (const pair of pairs) {
    const stays = gone.get(pair.one) ?? pair.one;
    const isCertain = pair.because === 'doi' || pair.because === 'pmid' || pair.because === 'pmcid';
    if (!merge || !isCertain) {
      left.push(pair);
      continue;
    }
    const answer = await library['library.merge']({ stays, goes: pair.other, chosen: [] }, signal);
    if (!answer.ok) return refuse(shell, answer.problem);
    gone.set(pair.other, stays);
    merged++;
  }
  const described = await Promise.all(
    left.slice(0, 500).map(async ({ one, other, because }) => {
      const both = await library['library.entries']({ ids: [one, other] }, signal);
      const said = both.ok ? both.value.map(({ key, item }) => ({ key, title: item.title ?? '' })) : [];
      return { because, entries: said };
    }),
  );
  const isFrench = shell.language === 'fr';
  const lines = described.map(({ because, entries }) =>
    [`${because}:`, ...entries.map(({ key, title }) => `  ${key}  ${title}`)].join('\n'),
  );
  const summary = isFrench
    ? `${merged} fusionnées, ${left.length} paires à comparer, ${waiting} importations en attente`
    : `${merged} merged, ${left.length} pairs to compare, ${waiting} imports waiting`;
  print(shell, { merged, pairs: described, waiting }, [...lines, summary]);
  if (left.length + waiting > 0) shell.leave(EXIT.findings);
}
