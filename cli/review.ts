/** `casewright review FILE RETURNED.docx`: what co-authors changed, and taking it over. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { done, type Outcome, type Words } from '../core/outcome.ts';
import { applyAll, type Op } from '../core/report/ops.ts';
import type { CaseReport } from '../core/report/types.ts';
import { acceptChange, opsOf } from '../core/roundtrip/accept.ts';
import type { Change, Review } from '../core/roundtrip/review.ts';
import { changeAndSave, withReport } from './opening.ts';
import { EXIT, print, refuse, type Shell, say } from './shell.ts';

const KINDS: Readonly<Record<Change['kind'], Words>> = {
  insertion: { en: 'added', fr: 'ajouté' },
  deletion: { en: 'removed', fr: 'retiré' },
  replacement: { en: 'replaced', fr: 'remplacé' },
  marks: { en: 'formatted', fr: 'mis en forme' },
  note: { en: 'to see', fr: 'à voir' },
};

interface Asked {
  readonly accept?: 'all' | 'tracked';
}

export function reviewCommand(command: Command, shell: Shell): void {
  command
    .addOption(
      new Option(
        '--accept <which>',
        shell.text({
          en: 'take changes over and save: all, or only the tracked ones',
          fr: 'reprendre les modifications et enregistrer\u00a0: toutes, ou seulement celles qui sont suivies',
        }),
      ).choices(['all', 'tracked']),
    )
    .action((file: string, returned: string, { accept }: Asked) =>
      withReport(shell, file, async opened => {
        const { document, report } = opened;
        const read = await (await shell.services()).implementation['review.read'](
          { document, path: resolve(returned) },
          shell.signal,
        );
        if (!read.ok) return refuse(shell, read.problem);
        const review = read.value;
        if (review.foreign)
          say(shell, {
            en: 'This file was made from another report.',
            fr: 'Ce fichier a été fait à partir d’un autre cas clinique.',
          });
        const { changes, comments } = review;
        const taken = accept === undefined ? [] : changes.filter(change => isTaken(change, accept));
        const made = taking(review, report, taken);
        if (!made.ok) return refuse(shell, made.problem);
        if (taken.length > 0 && !(await changeAndSave(shell, opened, made.value))) return;
        const accepted = new Set(taken.map(({ id }) => id));
        print(
          shell,
          { changes: changes.map(change => ({ ...change, accepted: accepted.has(change.id) })), comments },
          lines(shell, review, accepted),
        );
        const open = changes.length - taken.length;
        if (open + comments.filter(({ resolved }) => !resolved).length > 0) shell.leave(EXIT.findings);
      }),
    );
}

/** What cannot be told from the report's own later changes is never taken over unasked. */
const isTaken = ({ why, uncertain, hand }: Change, accept: 'all' | 'tracked') =>
  !why && !uncertain && (accept === 'all' || hand !== undefined);

/** The ops of some changes, one after the other. */
function taking(review: Review, report: CaseReport, changes: readonly Change[]): Outcome<readonly Op[]> {
  let now = report;
  const ops: Op[] = [];
  const made: string[] = [];
  for (const { id } of changes) {
    const edit = acceptChange(review, now, made, id);
    if (!edit.ok) return edit;
    const own = opsOf(now, edit.value);
    ops.push(...own);
    now = applyAll(now, own).report;
    made.push(id);
  }
  return done(ops);
}

function lines(shell: Shell, { changes, comments }: Review, accepted: ReadonlySet<string>): readonly string[] {
  const language = shell.language;
  const one = (text: string) => text.replace(/\n/g, '\u00b6');
  return [
    ...changes.map(({ id, kind, place, before, after, hand, why, uncertain }) =>
      [
        id,
        accepted.has(id) ? { en: 'accepted', fr: 'accepté' }[language] : KINDS[kind][language],
        place.part ?? '',
        hand?.author ?? '',
        `${before === '' ? '' : `[-${one(before)}-]`}${after === '' || kind === 'marks' ? '' : `{+${one(after)}+}`}`,
        why?.[language] ?? (uncertain ? { en: 'changed here since', fr: 'modifié ici depuis' }[language] : ''),
      ]
        .join('\t')
        .trimEnd(),
    ),
    ...comments.map(({ author, about, text, place }) =>
      [
        '#',
        { en: 'comment', fr: 'commentaire' }[language],
        place.part ?? '',
        author,
        `“${one(about)}”`,
        one(text),
      ].join('\t'),
    ),
  ];
}
