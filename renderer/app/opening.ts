/** The ways to a report: new, from a file, dropped, the sample, taken up again. Failures are told, and nothing changes. */
import type { HostClient } from '../../core/contract/contract.ts';
import type { Opened } from '../../core/contract/values.ts';
import type { Outcome, Problem } from '../../core/outcome.ts';
import type { Language } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { readFile } from '../connect/reading.ts';
import { say } from '../words/index.ts';
import type { ChooseFile } from './files/choosing.ts';
import { notify, notifyProblem } from './notices/notices.ts';

export const EXTENSION = 'casereport';

export interface Opening {
  create(template: Template): Promise<void>;
  openFile(path?: string): Promise<void>;
  openDropped(file: File): Promise<void>;
  openSample(): Promise<void>;
  resume(document: string): Promise<void>;
}

interface Needs {
  readonly host: HostClient;
  readonly chooseFile: ChooseFile;
  /** Of the interface: what a new report is written in, where its template allows. */
  language(): Language;
  show(opened: Opened): void;
}

/** A bug of the host or a lost connection, worded; nothing of what was sent goes into it. */
export function unexpectedProblem(): Problem {
  return {
    code: 'host.call',
    message: { en: 'Casewright’s local service did not answer', fr: 'Le service local de Casewright n’a pas répondu' },
    hint: {
      en: 'Nothing was changed. Try again in a moment.',
      fr: 'Rien n’a été modifié. Réessayez dans un instant.',
    },
  };
}

export function opening({ host, chooseFile, language, show }: Needs): Opening {
  const take = async (asked: Promise<Outcome<Opened>>) => {
    let outcome: Outcome<Opened>;
    try {
      outcome = await asked;
    } catch {
      notifyProblem(unexpectedProblem());
      return;
    }
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    const { warnings } = outcome.value;
    if (warnings[0]) {
      notify({
        severity: 'warning',
        title: say('shell')('openingWarnings', { count: warnings.length }),
        hint: warnings[0].message,
        code: warnings[0].code,
      });
    }
    show(outcome.value);
  };
  return {
    create(template) {
      const wanted = language();
      const first = template.languages[0] ?? wanted;
      const written = template.languages.includes(wanted) ? wanted : first;
      return take(host.call('report.create', { template: template.id, language: written }));
    },
    async openFile(path) {
      const chosen = path ?? (await chooseFile({ mode: 'open', extension: EXTENSION }));
      if (chosen !== null) await take(host.call('report.open', { path: chosen }));
    },
    async openDropped(file) {
      if (!file.name.toLowerCase().endsWith(`.${EXTENSION}`)) {
        notify({
          severity: 'warning',
          title: say('shell')('notACase', { name: file.name }),
          hint: say('shell')('notACaseHint'),
        });
        return;
      }
      const bytes = await readFile(file);
      if (bytes.ok) await take(host.call('report.openBytes', { name: file.name, bytes: bytes.value }));
      else notifyProblem(bytes.problem);
    },
    openSample: () => take(host.call('report.sample', { language: language() })),
    resume: document => take(host.call('report.resume', { document })),
  };
}
