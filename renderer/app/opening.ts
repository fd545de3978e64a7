/** The ways to a report: new, from a file, dropped, the sample, taken up again; a template's file brings the template in. Failures are told, and nothing changes. */
import type { HostClient } from '../../core/contract/contract.ts';
import type { Opened } from '../../core/contract/values.ts';
import type { Outcome, Problem } from '../../core/outcome.ts';
import type { Language } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { readFile } from '../connect/reading.ts';
import { say } from '../words/index.ts';
import type { ChooseFile } from './files/choosing.ts';
import { tellLeftOut } from './notices/left-out.ts';
import { notify, notifyProblem } from './notices/notices.ts';

export const EXTENSION = 'casereport';
/** What a shared template's file ends in. */
export const TEMPLATE_EXTENSION = 'casetemplate';

const endsIn = (name: string, extension: string) => name.toLowerCase().endsWith(`.${extension}`);

export interface Opening {
  create(template: Template): Promise<void>;
  openFile(path?: string): Promise<void>;
  /** Templates come in, the first case opens; what is neither is told, and so are further cases. */
  openDropped(files: readonly File[]): Promise<void>;
  openSample(): Promise<void>;
  resume(document: string): Promise<void>;
  /** What a report was kept as, in its place. */
  take(asked: Promise<Outcome<Opened>>): Promise<void>;
}

interface Needs {
  readonly host: HostClient;
  readonly chooseFile: ChooseFile;
  /** Of the interface: what a new report is written in, where its template allows. */
  language(): Language;
  show(opened: Opened): void;
  /** A template came in from a file: the list of them is read anew. */
  imported(template: Template): Promise<void>;
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

export function opening({ host, chooseFile, language, show, imported }: Needs): Opening {
  const takeTemplate = async (asked: Promise<Outcome<Template>>) => {
    try {
      const outcome = await asked;
      if (!outcome.ok) {
        notifyProblem(outcome.problem);
        return;
      }
      await imported(outcome.value);
      notify({ severity: 'ok', title: say('template')('imported', { name: outcome.value.name[language()] }) });
    } catch {
      notifyProblem(unexpectedProblem());
    }
  };

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
      if (chosen === null) return;
      if (endsIn(chosen, TEMPLATE_EXTENSION)) await takeTemplate(host.call('templates.importFile', { path: chosen }));
      else await take(host.call('report.open', { path: chosen }));
    },
    async openDropped(files) {
      const templates = files.filter(({ name }) => endsIn(name, TEMPLATE_EXTENSION));
      for (const file of templates) {
        const bytes = await readFile(file);
        if (bytes.ok) await takeTemplate(host.call('templates.import', { name: file.name, bytes: bytes.value }));
        else notifyProblem(bytes.problem);
      }
      const first = files.find(({ name }) => endsIn(name, EXTENSION));
      tellLeftOut(files.filter(file => file !== first && !templates.includes(file)));
      if (!first) return;
      const bytes = await readFile(first);
      if (bytes.ok) await take(host.call('report.openBytes', { name: first.name, bytes: bytes.value }));
      else notifyProblem(bytes.problem);
    },
    openSample: () => take(host.call('report.sample', { language: language() })),
    resume: document => take(host.call('report.resume', { document })),
    take,
  };
}
