/** Bringing a template in from a file, by its path or dropped. */
import type { Template } from '../../../core/template/types.ts';
import { useChooseFile } from '../../app/files/choosing.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { TEMPLATE_EXTENSION, unexpectedProblem } from '../../app/opening.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { useChoose, useWords } from '../../words/index.ts';

/** Asks for a file (`.casetemplate`, `.json`) and imports it; gives the template, or null where there was none. */
export function useImportTemplate(): () => Promise<Template | null> {
  const say = useWords('template');
  const choose = useChoose();
  const { host, refreshTemplates } = useSurroundings();
  const chooseFile = useChooseFile();
  return async () => {
    const path = await chooseFile({ mode: 'open', extension: `${TEMPLATE_EXTENSION},json` });
    if (path === null) return null;
    try {
      const answer = await host.call('templates.importFile', { path });
      if (!answer.ok) {
        notifyProblem(answer.problem);
        return null;
      }
      await refreshTemplates();
      notify({ severity: 'ok', title: say('imported', { name: choose(answer.value.name) }) });
      return answer.value;
    } catch {
      notifyProblem(unexpectedProblem());
      return null;
    }
  };
}
