/** `casewright refs backups [--now] [--restore NUMBER]`: the copies that are kept of the user's library, making one, and putting one back. */
import type { Command } from 'commander';
import type { LibraryBackup } from '../../core/contract/library.ts';
import { type Problem, problem, type Words } from '../../core/outcome.ts';
import { EXIT, print, refuse, type Shell, say } from '../shell.ts';
import { libraryOf } from './library.ts';

const KINDS: Readonly<Record<LibraryBackup['kind'], Words>> = {
  daily: { en: 'of the day', fr: 'du jour' },
  migration: { en: 'before an update', fr: 'avant une mise à jour' },
  asked: { en: 'made on request', fr: 'faite à la demande' },
  replaced: { en: 'before it was replaced', fr: 'avant un remplacement' },
};

export function backupsCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--restore <number>',
      shell.text({
        en: 'put the backup of this number back; the library as it is now becomes a backup itself',
        fr: 'remettre la sauvegarde de ce numéro\u00a0; la bibliothèque actuelle devient elle-même une sauvegarde',
      }),
    )
    .option('--now', shell.text({ en: 'make one now', fr: 'en faire une maintenant' }))
    .action(({ restore, now }: { restore?: string; now?: boolean }) => backups(shell, restore, now === true));
}

/** Exit codes: 0 there are backups, or one was put back; 1 there are none. */
async function backups(shell: Shell, restore: string | undefined, isNow: boolean): Promise<void> {
  const library = await libraryOf(shell);
  // What is put back is preceded by one anyway, and the numbers are those that were listed.
  if (isNow && restore === undefined) {
    const made = await library['library.backUp']({}, shell.signal);
    if (!made.ok) return refuse(shell, made.problem);
  }
  const listed = await library['library.backups']({}, shell.signal);
  if (!listed.ok) return refuse(shell, listed.problem);
  if (restore !== undefined) {
    const chosen = /^\d{1,3}$/.test(restore) ? listed.value[Number(restore) - 1] : undefined;
    if (!chosen) return refuse(shell, noSuchBackup(restore));
    const difference = await library['library.difference']({ at: chosen.at }, shell.signal);
    const restored = await library['library.restore']({ at: chosen.at }, shell.signal);
    if (!restored.ok) return refuse(shell, restored.problem);
    const when = shell.text(momentOf(chosen.at));
    const changed = difference.ok ? difference.value : null;
    const now = await library['library.backups']({}, shell.signal);
    const number = now.ok ? now.value.findIndex(({ kind }) => kind === 'replaced') + 1 : 0;
    return print(shell, { restored: chosen, difference: changed, before: number }, [
      shell.text({
        en: `The library is as it was on ${when} (${counted(chosen.entries).en}). What it held before is backup ${number} now.`,
        fr: `La bibliothèque est dans son état du ${when} (${counted(chosen.entries).fr}). Son contenu précédent est la sauvegarde ${number}.`,
      }),
      ...(changed
        ? [
            shell.text({
              en: `No longer in it: ${changed.gone}; as they were: ${changed.changed}; back in it: ${changed.back}.`,
              fr: `N’y sont plus\u00a0: ${changed.gone}\u202f; dans leur état d’alors\u00a0: ${changed.changed}\u202f; de nouveau là\u00a0: ${changed.back}.`,
            }),
          ]
        : []),
    ]);
  }
  print(
    shell,
    { backups: listed.value },
    listed.value.map(({ at, kind, entries }, index) =>
      shell.text({
        en: `${index + 1}  ${momentOf(at).en}  ${counted(entries).en}, ${KINDS[kind].en}`,
        fr: `${index + 1}  ${momentOf(at).fr}  ${counted(entries).fr}, ${KINDS[kind].fr}`,
      }),
    ),
  );
  if (listed.value.length > 0) return;
  say(shell, {
    en: 'No backup was made yet: one is made each day on which the library changed.',
    fr: 'Aucune sauvegarde n’a encore été faite\u00a0: il s’en fait une par jour où la bibliothèque a changé.',
  });
  shell.leave(EXIT.findings);
}

const counted = (count: number): Words => ({
  en: count === 1 ? '1 reference' : `${count} references`,
  fr: count < 2 ? `${count} référence` : `${count} références`,
});

function momentOf(at: number): Words {
  const said = (language: string) => new Date(at).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  return { en: said('en-GB'), fr: said('fr-FR') };
}

const noSuchBackup = (asked: string): Problem =>
  problem(
    'refs.backup',
    { en: `There is no backup number “${asked}”.`, fr: `Il n’y a pas de sauvegarde numéro «\u00a0${asked}\u00a0».` },
    {
      en: 'The library was not changed. “casewright refs backups” lists those there are.',
      fr: 'La bibliothèque n’a pas été modifiée. «\u00a0casewright refs backups\u00a0» énumère celles qui existent.',
    },
  );
